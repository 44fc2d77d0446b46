//! All that a call meets outside itself: the other side, and a clock that only sleeping moves. What happened is kept.

use super::observed::Observed;
use super::reply::{Fault, Reply};
use aws_runtime::invocation_id::{InvocationId, InvocationIdGenerator};
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Clones share everything.
#[derive(Clone, Debug)]
pub struct World(Arc<Mutex<State>>);

/// Status, headers and body of a response.
type Sent = (u16, Vec<(&'static str, String)>, Vec<u8>);

#[derive(Debug)]
struct State {
    /// The next one comes last; the last one stays.
    replies: Vec<Reply>,
    /// Whether somebody gives up on a silent other side.
    timeouts: bool,
    now: SystemTime,
    requests: usize,
    /// The last response.
    sent: Option<Sent>,
    observed: Observed,
}

impl World {
    /// A world in which nothing has happened.
    pub fn new(replies: &[Reply], timeouts: bool, now: u64) -> Self {
        let replies = replies.iter().rev().cloned().collect();
        let now = UNIX_EPOCH + Duration::from_secs(now);
        Self(Arc::new(Mutex::new(State {
            replies,
            timeouts,
            now,
            requests: 0,
            sent: None,
            observed: Observed::default(),
        })))
    }

    /// What happened so far: requests and sleeps.
    pub fn observed(&self) -> Observed {
        let state = self.state();
        let mut observed = state.observed.clone();
        observed.put("requests", state.requests);
        observed
    }

    /// Whether this is the last response as it was sent.
    pub fn has_sent(&self, response: &HttpResponse) -> bool {
        let state = self.state();
        let Some((status, headers, body)) = &state.sent else { return false };
        let same = |(name, value): &(&str, String)| response.headers().get(*name) == Some(value.trim());
        let body_is_same = response.body().bytes() == Some(body);
        response.status().as_u16() == *status && body_is_same && headers.iter().all(same)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A client that panics holds no lock of ours.
        self.0.lock().expect("no panic while it is locked")
    }
}

impl State {
    fn next(&mut self) -> Option<Reply> {
        if self.replies.len() > 1 { self.replies.pop() } else { self.replies.last().cloned() }
    }

    fn keep(&mut self, request: &HttpRequest) {
        let at = format!("request.{}", self.requests);
        self.requests += 1;
        self.observed.put(format!("{at}.method"), request.method());
        self.observed.put(format!("{at}.uri"), request.uri());
        self.observed.put(format!("{at}.body"), String::from_utf8_lossy(request.body().bytes().unwrap_or(b"stream")));
        for (name, value) in request.headers() {
            self.observed.put(format!("{at}.header.{name}"), value);
        }
    }
}

fn response((status, headers, body): &Sent) -> HttpResponse {
    let mut response = HttpResponse::new((*status).try_into().expect("a status"), SdkBody::from(body.clone()));
    for (name, value) in headers {
        response.headers_mut().insert(*name, value.clone());
    }
    response
}

impl HttpConnector for World {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut state = self.state();
        state.keep(&request);
        let source = || BoxError::from("no connection");
        let error = match state.next() {
            Some(Reply::Response { status, headers, body }) => {
                let sent = (status, headers, body.bytes());
                let response = response(&sent);
                state.sent = Some(sent);
                return HttpConnectorFuture::ready(Ok(response));
            }
            Some(Reply::Silence) if state.timeouts => return HttpConnectorFuture::new(std::future::pending()),
            Some(Reply::Broken(Fault::Timeout)) => ConnectorError::timeout(source()),
            Some(Reply::Broken(Fault::User)) => ConnectorError::user(source()),
            Some(Reply::Broken(Fault::Other)) => ConnectorError::other(source(), None),
            Some(Reply::Broken(Fault::Io) | Reply::Silence) | None => ConnectorError::io(source()),
        };
        HttpConnectorFuture::ready(Err(error))
    }
}

impl HttpClient for World {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl TimeSource for World {
    fn now(&self) -> SystemTime {
        self.state().now
    }
}

impl AsyncSleep for World {
    fn sleep(&self, duration: Duration) -> Sleep {
        let world = self.clone();
        Sleep::new(async move {
            let mut state = world.state();
            state.now += duration;
            state.observed.put("sleeps", format!("{duration:?}"));
        })
    }
}

impl InvocationIdGenerator for World {
    fn generate(&self) -> Result<Option<InvocationId>, BoxError> {
        Ok(Some(InvocationId::new("00000000-0000-4000-8000-000000000000".to_owned())))
    }
}

/// Gives both crates the same version in the user agent, which is signed.
#[derive(Debug)]
pub struct SameVersion;

impl Intercept for SameVersion {
    fn name(&self) -> &'static str {
        "SameVersion"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        settings: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        settings.interceptor_state().store_put(ApiMetadata::new("voiceid", "0"));
        Ok(())
    }
}
