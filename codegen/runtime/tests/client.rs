//! The parts of the client that stand on their own.
#![cfg(feature = "client")]

use aws_smithy_async::rt::sleep::AsyncSleep;
use codegen_runtime::support::client_idempotency::IdempotencyTokenProvider;
use codegen_runtime::support::client_sleep::ThreadSleep;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[test]
fn a_thread_sleeps_for_a_future() {
    let start = Instant::now();
    let mut sleep = pin!(ThreadSleep.sleep(Duration::from_millis(30)));
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    while sleep.as_mut().poll(&mut Context::from_waker(&waker)) == Poll::Pending {
        thread::park_timeout(Duration::from_secs(5));
    }
    let took = start.elapsed();
    assert!((30..4_000).contains(&took.as_millis()), "{took:?}");
}

/// Most timeouts do not come about: their sleeps are long, and dropped soon.
#[test]
fn a_sleep_that_is_dropped_leaves_no_thread() {
    for duration in [Duration::from_secs(3600), Duration::MAX] {
        let unpark = Arc::new(Unpark(thread::current()));
        let waker = Waker::from(unpark.clone());
        let mut sleep = Box::pin(ThreadSleep.sleep(duration));
        assert_eq!(sleep.as_mut().poll(&mut Context::from_waker(&waker)), Poll::Pending);
        drop((sleep, waker));
        let start = Instant::now();
        while Arc::strong_count(&unpark) > 1 {
            assert!(start.elapsed() < Duration::from_secs(10), "the thread has the waker still");
            thread::yield_now();
        }
    }
}

#[test]
fn tokens_are_random_uuids() {
    let provider = IdempotencyTokenProvider::random();
    let (one, other) = (provider.make_idempotency_token(), provider.make_idempotency_token());
    assert_ne!(one, other);
    assert!([8, 13, 18, 23].iter().all(|at| &one[*at..=*at] == "-") && one.len() == 36, "{one}");
    assert!(&one[14..15] == "4" && "89ab".contains(&one[19..20]), "{one}");
    let seeded = || IdempotencyTokenProvider::with_seed(1).make_idempotency_token();
    assert_eq!(seeded(), seeded());
    assert_eq!(IdempotencyTokenProvider::from("fixed").make_idempotency_token(), "fixed");
}
