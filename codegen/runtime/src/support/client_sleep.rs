//! A sleep for programs without an async runtime that this crate knows.

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Poll, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

/// Lets a thread sleep, and ends it when the sleep is dropped. It takes the place of the feature `rt-tokio` where neither
/// that nor `sleep_impl` is set.
#[derive(Debug)]
pub struct ThreadSleep;

impl AsyncSleep for ThreadSleep {
    fn sleep(&self, duration: Duration) -> Sleep {
        // Without an end if it is too far away to be a time.
        let end = Instant::now().checked_add(duration);
        let mut asleep: Option<(Waker, Alarm)> = None;
        Sleep::new(poll_fn(move |context| {
            let rest = end.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()));
            if rest.is_zero() {
                return Poll::Ready(());
            }
            let waker = context.waker();
            if !asleep.as_ref().is_some_and(|(asleep, _)| asleep.will_wake(waker)) {
                asleep = Some((waker.clone(), wake_after(rest, waker.clone())));
            }
            Poll::Pending
        }))
    }
}

/// A thread that waits. Dropping this ends it.
struct Alarm {
    is_off: Arc<AtomicBool>,
    thread: Thread,
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.is_off.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

/// Wakes, unless what this returns has been dropped by then.
fn wake_after(rest: Duration, waker: Waker) -> Alarm {
    let is_off = Arc::new(AtomicBool::new(false));
    let (start, is_dropped) = (Instant::now(), is_off.clone());
    let thread = thread::spawn(move || {
        while !is_dropped.load(Ordering::Acquire) {
            match rest.saturating_sub(start.elapsed()) {
                Duration::ZERO => return waker.wake(),
                rest => thread::park_timeout(rest),
            }
        }
    });
    Alarm { is_off, thread: thread.thread().clone() }
}
