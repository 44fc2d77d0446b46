//! A clock that is wrong, which the second attempt corrects, and an answer that stops coming.

use super::server::{DOMAIN, Server, update};
use aws_sdk_voiceid::Client;
use aws_sdk_voiceid::config::{Builder, SharedHttpClient, StalledStreamProtectionConfig};
use aws_sdk_voiceid::error::{BoxError, ProvideErrorMetadata, SdkError};
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::{Body, Frame};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

/// Takes requests only from two hours later on.
#[derive(Clone, Debug, Default)]
struct Ahead(Arc<Mutex<Vec<String>>>);

impl HttpConnector for Ahead {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let date = request.headers().get("x-amz-date").unwrap_or("none").to_owned();
        let is_late = date.as_str() < "20260102T020000Z";
        self.0.lock().unwrap().push(date);
        let (status, body) = match is_late {
            true => (403, r#"{"__type":"InvalidSignatureException","message":"Signature expired"}"#),
            false => (200, DOMAIN),
        };
        let mut response = HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body));
        response.headers_mut().insert("date", "Fri, 02 Jan 2026 02:00:00 GMT");
        HttpConnectorFuture::ready(Ok(response))
    }
}

/// A body of which nothing comes.
struct Silence;

impl Body for Silence {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }
}

#[derive(Clone, Debug)]
struct Stalls;

impl HttpConnector for Stalls {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready(Ok(HttpResponse::new(200.try_into().unwrap(), SdkBody::from_body_1_x(Silence))))
    }
}

fn client(connector: impl HttpConnector + Clone + 'static, change: fn(Builder) -> Builder) -> Client {
    let http = SharedHttpClient::new(http_client_fn(move |_, _| SharedHttpConnector::new(connector.clone())));
    Client::from_conf(change(Server::new(&[]).config().http_client(http)).build())
}

/// 2026-01-02T00:00:00Z
fn still(builder: Builder) -> Builder {
    builder.time_source(StaticTimeSource::from_secs(1_767_312_000))
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let changes: [fn(Builder) -> Builder; 2] = [still, |builder| still(builder).disable_clock_skew_correction(true)];
    for change in changes {
        let ahead = Ahead::default();
        let client = client(ahead.clone(), change);
        for _ in 0..2 {
            match update(&client)?.send().await {
                Ok(output) => println!("{:?}", output.domain().and_then(|domain| domain.name())),
                Err(error) => println!("{:?} {:?}", error.code(), error.message()),
            }
        }
        println!("{:?}", ahead.0.lock().unwrap());
    }

    let stalls = client(Stalls, |builder| {
        let soon = StalledStreamProtectionConfig::enabled().grace_period(Duration::from_millis(10));
        builder.stalled_stream_protection(soon.build())
    });
    match update(&stalls)?.send().await {
        Err(SdkError::ResponseError(context)) => println!("{}", context.raw().status()),
        Err(error) => println!("{error:?}"),
        Ok(_) => println!("an answer"),
    }
    Ok(())
}
