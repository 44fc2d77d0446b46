//! A small Voice ID on 127.0.0.1, since AWS has closed the real one. It checks signatures, keeps domains in memory, and
//! answers with any error of the service on demand: for a domain that is called like the error.

mod domains;
mod signature;

use bytes::Bytes;
use domains::Domains;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::sync::Mutex;
use tokio::net::TcpListener;

/// Whom the fake knows, and which region it is in.
pub const ACCESS_KEY_ID: &str = "AKIDEXAMPLE";
pub const SECRET_ACCESS_KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
pub const REGION: &str = "us-east-1";
/// The domain that is there from the beginning.
pub const DOMAIN_ID: &str = "AAAAAAAAAAAAAAAAAAAAAA";
/// The errors of `UpdateDomain` and their statuses.
pub const ERRORS: [(&str, u16); 6] = [
    ("AccessDeniedException", 403),
    ("ConflictException", 409),
    ("InternalServerException", 500),
    ("ResourceNotFoundException", 404),
    ("ThrottlingException", 429),
    ("ValidationException", 400),
];

/// A status and the JSON of a response.
type Answer = (u16, Value);

/// Starts the fake on a thread of its own, which ends with the program, and returns its URL.
pub fn start() -> std::io::Result<String> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    std::thread::spawn(move || tokio::task::LocalSet::new().block_on(&runtime, serve(listener)));
    Ok(url)
}

/// The value of `--endpoint-url`, or the URL of a fake that is started; `None` if it was `--help` that was asked for.
pub fn endpoint(about: &str) -> Result<Option<String>, Box<dyn std::error::Error + Send + Sync>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Ok(Some(start()?)),
        ["--endpoint-url", url] => Ok(Some(url.to_owned())),
        ["--help" | "-h"] => {
            println!("{about}\n\nOptions:\n  --endpoint-url URL  call this server instead of a local fake");
            Ok(None)
        }
        _ => Err("expected --endpoint-url URL, --help or nothing".into()),
    }
}

async fn serve(listener: std::net::TcpListener) {
    let listener = TcpListener::from_std(listener).expect("a listener that does not block");
    let domains = std::rc::Rc::new(Mutex::new(Domains::new()));
    while let Ok((stream, _)) = listener.accept().await {
        let domains = domains.clone();
        tokio::task::spawn_local(async move {
            let answer = service_fn(|request| respond(&domains, request));
            // Whoever hangs up in the middle of a request is no concern of the fake's.
            let _ = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

async fn respond(domains: &Mutex<Domains>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (parts, body) = request.into_parts();
    let (status, body) = match body.collect().await {
        Ok(body) => answer(domains, &parts, &body.to_bytes()),
        Err(_) => error("SerializationException", 400, "the body breaks off"),
    };
    let response = Response::builder().status(status).header("x-amzn-requestid", "fake-request-id");
    let response = response.header("content-type", "application/x-amz-json-1.0");
    Ok(response.body(Full::from(body.to_string())).expect("a valid response"))
}

fn answer(domains: &Mutex<Domains>, request: &http::request::Parts, body: &[u8]) -> Answer {
    if let Err(problem) = signature::check(request, body) {
        return error("InvalidSignatureException", 403, problem);
    }
    match request.headers.get("x-amz-target").map(http::HeaderValue::as_bytes) {
        Some(b"VoiceID.UpdateDomain") => match serde_json::from_slice(body) {
            Ok(input) => domains.lock().expect("no thread panics").update(&input),
            Err(_) => error("SerializationException", 400, "the body is not JSON"),
        },
        _ => error("UnknownOperationException", 404, "the fake knows nothing but UpdateDomain"),
    }
}

fn error(code: &str, status: u16, message: &str) -> Answer {
    (status, json!({ "__type": format!("com.amazonaws.voiceid#{code}"), "Message": message }))
}
