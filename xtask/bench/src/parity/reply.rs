//! What the other side does with a request.

use super::body::{Body, body, code};
use super::text::word;
use proptest::prelude::*;

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    Response {
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: Body,
    },
    /// The connection fails.
    Broken(Fault),
    /// No answer ever comes; without a timeout, the connection fails.
    Silence,
}

/// How a connection fails, in the words of `ConnectorError`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    Io,
    Timeout,
    User,
    Other,
}

/// Any answer.
pub fn reply() -> impl Strategy<Value = Reply> {
    let fault = prop::sample::select(vec![Fault::Io, Fault::Timeout, Fault::User, Fault::Other]);
    let response = (status(), headers()).prop_flat_map(|(status, headers)| (Just(status), Just(headers), body(status)));
    prop_oneof![
        20 => response.prop_map(|(status, headers, body)| Reply::Response { status, headers, body }),
        1 => fault.prop_map(Reply::Broken),
        1 => Just(Reply::Silence),
    ]
}

fn status() -> impl Strategy<Value = u16> {
    const ERRORS: &[u16] = &[400, 403, 404, 409, 413, 418, 429, 499, 500, 501, 502, 503, 504, 599];
    prop_oneof![4 => Just(200), 6 => prop::sample::select(ERRORS), 1 => 201..400_u16]
}

/// Headers that clients look at.
fn headers() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    const DATES: &[&str] =
        &["Tue, 14 Nov 2023 22:13:20 GMT", "Tue, 14 Nov 2023 23:43:20 GMT", "Wed, 01 Jan 2020 00:00:00 GMT", "soon"];
    let dates = prop::sample::select(DATES).prop_map(str::to_owned);
    (
        prop::option::weighted(0.6, word()),
        prop::option::weighted(0.1, word()),
        prop::option::weighted(0.25, code()),
        prop::option::weighted(0.3, dates),
        prop::option::weighted(0.1, prop::sample::select(vec!["0", "5", "x"])),
        prop::option::weighted(0.1, prop::sample::select(vec!["1500", "-1", "soon", "99999999999999999999"])),
        prop::option::weighted(0.1, prop::sample::select(vec!["Odd;Sender", ";", "a;b;c"])),
    )
        .prop_map(|(id, other_id, code, date, age, after, query)| {
            let all = [
                ("x-amzn-requestid", id),
                ("x-amz-request-id", other_id),
                ("x-amzn-errortype", code),
                ("date", date),
                ("age", age.map(str::to_owned)),
                ("x-amz-retry-after", after.map(str::to_owned)),
                ("x-amzn-query-error", query.map(str::to_owned)),
            ];
            all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
        })
}
