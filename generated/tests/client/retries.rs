//! What is tried again, how often, and that each attempt is signed anew.

use crate::server::{Server, update};
use aws_smithy_async::time::TimeSource;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use voice_id::Client;
use voice_id::config::retry::{RetryConfig, RetryPartition};

/// A clock that goes on by a second whenever it is looked at.
#[derive(Debug, Default)]
struct Clock(AtomicU64);

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_700_000_000 + self.0.fetch_add(1, Ordering::Relaxed))
    }
}

/// How many requests a call makes.
async fn attempts(server: &Server) -> usize {
    // A retry budget of its own.
    let partition = RetryPartition::new(format!("{:p}", &raw const *server));
    let client = Client::from_conf(server.config().retry_partition(partition).time_source(Clock::default()).build());
    update(&client).send().await.unwrap_err();
    server.seen().len()
}

#[tokio::test(start_paused = true)]
async fn what_passes_by_itself_is_tried_three_times() {
    for status in [500, 502, 503, 504] {
        assert_eq!(attempts(&Server::new(status, "{}")).await, 3, "{status}");
    }
    for code in ["ThrottlingException", "TooManyRequestsException", "RequestTimeout"] {
        let server = Server::new(400, "{}").header("x-amzn-errortype", code);
        assert_eq!(attempts(&server).await, 3, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_will_not_pass_is_tried_once() {
    for code in ["ConflictException", "ValidationException", "SomethingNew"] {
        let server = Server::new(409, "{}").header("x-amzn-errortype", code);
        assert_eq!(attempts(&server).await, 1, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_code_with_an_escaped_key_counts() {
    assert_eq!(attempts(&Server::new(429, r#"{"\u005f_type":"ThrottlingException"}"#)).await, 3);
}

#[tokio::test(start_paused = true)]
async fn attempts_differ_in_what_they_must() {
    let server = Server::new(503, "{}");
    attempts(&server).await;
    let all = |name: &str| server.seen().iter().map(|seen| seen.header(name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(all("amz-sdk-invocation-id").len(), 1);
    assert_eq!(all("authorization").len(), 3);
    let requests = all("amz-sdk-request");
    assert!(requests.iter().all(|request| request.contains("max=3")), "{requests:?}");
    assert_eq!(requests.len(), 3);
    let bodies: BTreeSet<_> = server.seen().into_iter().map(|seen| seen.body).collect();
    assert_eq!(bodies.len(), 1);
    assert!(bodies.first().unwrap().starts_with(r#"{"DomainId":"d-1""#));
}

#[tokio::test(start_paused = true)]
async fn settings_of_retries_hold() {
    for (retries, expected) in
        [(RetryConfig::disabled(), 1), (RetryConfig::standard().with_max_attempts(5), 5), (RetryConfig::adaptive(), 3)]
    {
        let server = Server::new(503, "{}");
        let partition = RetryPartition::new(format!("settings {expected} {:?}", retries.mode()));
        let client = Client::from_conf(server.config().retry_config(retries).retry_partition(partition).build());
        update(&client).send().await.unwrap_err();
        assert_eq!(server.seen().len(), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn a_wrong_clock_is_corrected() {
    let later = aws_smithy_types::DateTime::from_secs(1_700_003_600);
    let date = later.fmt(aws_smithy_types::date_time::Format::HttpDate).unwrap();
    let server = Server::new(403, "{}").header("x-amzn-errortype", "InvalidSignatureException").header("date", date);
    attempts(&server).await;
    let times: Vec<_> = server.seen().iter().map(|seen| seen.header("x-amz-date")[..11].to_owned()).collect();
    assert_eq!(times, ["20231114T22", "20231114T23", "20231114T23"]);
}

/// Without the feature `rt-tokio`, under which tokio's timers are the default.
#[test]
fn no_timers_are_needed() {
    if aws_smithy_async::rt::sleep::default_async_sleep().is_some() {
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let server = Server::new(503, "{}");
    let retries = RetryConfig::standard().with_initial_backoff(Duration::from_millis(1));
    let config = server.config().retry_config(retries).retry_partition(RetryPartition::new("no timers"));
    let error = runtime.block_on(update(&Client::from_conf(config.build())).send()).unwrap_err();
    assert_eq!((error.raw_response().unwrap().status().as_u16(), server.seen().len()), (503, 3));
}
