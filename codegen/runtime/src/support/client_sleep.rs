//! A sleep for programs without an async runtime that this crate knows.

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use std::convert::Infallible;
use std::future::poll_fn;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::task::{Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// Lets a thread sleep. It takes the place of the feature `rt-tokio` where neither that nor `sleep_impl` is set.
#[derive(Debug)]
pub struct ThreadSleep;

impl AsyncSleep for ThreadSleep {
    fn sleep(&self, duration: Duration) -> Sleep {
        // Without an end if it is too far away to be a time.
        let end = Instant::now().checked_add(duration);
        // Dropping what is in it ends the thread.
        let mut asleep: Option<(Waker, Sender<Infallible>)> = None;
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

/// Wakes, unless what this returns has been dropped by then.
fn wake_after(rest: Duration, waker: Waker) -> Sender<Infallible> {
    let (sender, dropped) = channel();
    thread::spawn(move || {
        if dropped.recv_timeout(rest) == Err(RecvTimeoutError::Timeout) {
            waker.wake();
        }
    });
    sender
}
