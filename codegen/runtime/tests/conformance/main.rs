//! What the generated conformance tests rely on: that `check` finds every difference.

#[cfg(feature = "client")]
mod call;
#[cfg(feature = "client")]
mod called;
mod check;

use check::Expected;
use http::Request;
use std::panic::{AssertUnwindSafe, catch_unwind};

const EXPECTED: Expected<'static> = Expected {
    method: "POST",
    uri: "/",
    host: Some("a.example.com"),
    query: &["q=1"],
    forbid_query: &["no"],
    require_query: &["must"],
    headers: &[("X-A", "b")],
    forbid_headers: &["X-No"],
    require_headers: &["X-Must"],
    body: Some(r#"{"a": [1.0, "x"]}"#),
    media_type: Some("application/json"),
};

fn differs(change: impl FnOnce(&mut Request<&'static str>)) -> bool {
    let mut request = Request::post("https://a.example.com/?q=1&must=")
        .header("x-a", "b")
        .header("x-must", "")
        .body(r#"{"a":[1,"x"]}"#)
        .unwrap();
    change(&mut request);
    catch_unwind(AssertUnwindSafe(|| check::request(&request, &EXPECTED))).is_err()
}

#[test]
fn every_difference_is_found() {
    assert!(!differs(|_| {}));
    assert!(differs(|request| *request.method_mut() = "PUT".parse().unwrap()));
    for uri in ["https://a.example.com/b?q=1&must=", "https://example.com/?q=1&must=", "https://a.example.com/?must="] {
        assert!(differs(|request| *request.uri_mut() = uri.parse().unwrap()), "{uri}");
    }
    assert!(differs(|request| *request.uri_mut() = "https://a.example.com/?q=1".parse().unwrap()));
    assert!(differs(|request| *request.uri_mut() = "https://a.example.com/?q=1&must=&no".parse().unwrap()));
    assert!(differs(|request| drop(request.headers_mut().remove("x-a"))));
    assert!(differs(|request| drop(request.headers_mut().remove("x-must"))));
    assert!(differs(|request| drop(request.headers_mut().insert("x-no", "".parse().unwrap()))));
    for body in [r#"{"a":[2,"x"]}"#, r#"{"a":[1,"x"],"b":null}"#, r#"{"a":["x",1]}"#, "{}", "no JSON"] {
        assert!(differs(|request| *request.body_mut() = body), "{body}");
    }
}

#[test]
fn members_are_compared_with_nan() {
    check::same("a", &Some(f32::NAN), &Some(f32::NAN));
    assert!(catch_unwind(|| check::same("a", &Some(f32::NAN), &Some(1.0))).is_err());
    assert!(catch_unwind(|| check::same("a", &vec![1], &vec![])).is_err());
    assert!(catch_unwind(|| check::same("a", &check::response(200, &[], "b").status(), &Default::default())).is_ok());
}

#[cfg(feature = "client")]
#[test]
fn calls_that_go_elsewhere_are_found() {
    use aws_smithy_runtime_api::client::http::HttpConnector;
    use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

    let server = call::Server::default();
    let refused: Result<(), _> = Err(std::io::Error::other("no region"));
    called::check(&server, refused, Err("region"));
    let fails = |result: Result<(), std::io::Error>, expected| {
        catch_unwind(AssertUnwindSafe(|| called::check(&server, result, expected))).is_err()
    };
    assert!(fails(Err(std::io::Error::other("no region")), Err("zone")));
    assert!(fails(Ok(()), Ok("https://a.b")), "nothing is sent");
    let mut request = HttpRequest::empty();
    request.set_uri("https://a.b/").unwrap();
    call::run(server.call(request)).unwrap();
    called::check(&server, Ok::<_, std::io::Error>(()), Ok("https://a.b"));
    assert!(fails(Ok(()), Ok("https://a.b/c")));
    assert!(fails(Err(std::io::Error::other("no region")), Err("region")), "a request is sent");
}
