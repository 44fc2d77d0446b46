//! A sleep for programs without an async runtime that this crate knows.

use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use std::future::poll_fn;
use std::task::{Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// Lets a thread sleep. It takes the place of the feature `rt-tokio` where neither that nor `sleep_impl` is set.
#[derive(Debug)]
pub struct ThreadSleep;

impl AsyncSleep for ThreadSleep {
    fn sleep(&self, duration: Duration) -> Sleep {
        let end = Instant::now() + duration;
        let mut asleep: Option<Waker> = None;
        Sleep::new(poll_fn(move |context| {
            let rest = end.saturating_duration_since(Instant::now());
            if rest.is_zero() {
                return Poll::Ready(());
            }
            let waker = context.waker();
            if !asleep.as_ref().is_some_and(|asleep| asleep.will_wake(waker)) {
                asleep = Some(waker.clone());
                let waker = waker.clone();
                thread::spawn(move || {
                    thread::sleep(rest);
                    waker.wake();
                });
            }
            Poll::Pending
        }))
    }
}
