//! Calls of a client that end in memory: a file that is copied beside the generated tests.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use std::error::Error;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// Answers every request with an empty object, and keeps the URI of the last one.
#[derive(Clone, Debug, Default)]
pub struct Server(Arc<Mutex<Option<String>>>);

impl HttpConnector for Server {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.0.lock().unwrap() = Some(request.uri().to_owned());
        HttpConnectorFuture::ready(Ok(HttpResponse::new(200.try_into().unwrap(), SdkBody::from("{}"))))
    }
}

impl HttpClient for Server {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

/// The result of a call, in which nothing has to be waited for.
pub fn run<T>(call: impl Future<Output = T>) -> T {
    let mut call = pin!(call);
    loop {
        if let Poll::Ready(result) = call.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return result;
        }
        std::thread::yield_now();
    }
}

/// Checks where the request went, or why there was none.
pub fn check<T>(server: &Server, result: Result<T, impl Error>, expected: Result<&str, &str>) {
    let uri = server.0.lock().unwrap().clone();
    match expected {
        Ok(expected) => {
            let error = result.err().map(|error| chain(&error)).unwrap_or_default();
            let uri = uri.unwrap_or_else(|| panic!("nothing is sent: {error}"));
            assert_eq!(uri.trim_end_matches('/'), expected.trim_end_matches('/'));
        }
        Err(expected) => {
            assert_eq!(uri, None, "a request is sent");
            let error = result.err().map(|error| chain(&error)).unwrap_or_default();
            assert!(error.contains(expected), "{error:?} does not say {expected:?}");
        }
    }
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text = format!("{text}: {source}");
        next = source.source();
    }
    text
}
