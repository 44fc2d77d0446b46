//! Settings of a client and of one call.

use super::text::word;
use proptest::prelude::*;
use std::time::Duration;

/// How the client is set up, and how the call is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub region: Option<String>,
    pub endpoint: Endpoint,
    pub credentials: Credentials,
    pub retries: Retries,
    /// Of an attempt and of the whole call.
    pub timeouts: (Option<Duration>, Option<Duration>),
    pub way: Way,
    /// Seconds since 1970 at the start of the call.
    pub now: u64,
    /// Whether they come by way of `SdkConfig`.
    pub shared: bool,
    pub allow_no_auth: bool,
    pub disable_clock_skew_correction: Option<bool>,
    pub app_name: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    pub url: Option<&'static str>,
    pub use_fips: Option<bool>,
    pub use_dual_stack: Option<bool>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Credentials {
    None,
    Static { key: String, secret: String, token: Option<String> },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Retries {
    pub mode: Mode,
    pub max_attempts: u32,
    pub initial_backoff: Option<Duration>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mode {
    Standard,
    Adaptive,
    Disabled,
}

/// The ways to make a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    Send,
    SendWith,
    /// With a header, and with another region if there is one.
    Customize(Option<String>),
    /// A change of the request fails.
    Refuse,
}

/// Any settings; most of them work.
pub fn settings() -> impl Strategy<Value = Settings> {
    let timeout = || prop::option::weighted(0.1, (1..10_000_u64).prop_map(Duration::from_millis));
    let now = prop_oneof![Just(1_700_000_000), 0..4_000_000_000_u64];
    let way = prop_oneof![
        8 => Just(Way::Send),
        2 => Just(Way::SendWith),
        2 => prop::option::of(region()).prop_map(Way::Customize),
        1 => Just(Way::Refuse),
    ];
    let switches = (any::<bool>(), prop::bool::weighted(0.1), prop::option::weighted(0.1, any::<bool>()));
    let region = prop::option::weighted(0.98, region());
    let app_name = prop::option::weighted(0.1, "[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,8}");
    (region, endpoint(), credentials(), retries(), (timeout(), timeout()), way, now, switches, app_name).prop_map(
        |(region, endpoint, credentials, retries, timeouts, way, now, switches, app_name)| {
            let (shared, allow_no_auth, disable_clock_skew_correction) = switches;
            Settings {
                region,
                endpoint,
                credentials,
                retries,
                timeouts,
                way,
                now,
                shared,
                allow_no_auth,
                disable_clock_skew_correction,
                app_name,
            }
        },
    )
}

fn region() -> impl Strategy<Value = String> {
    const USUAL: &[&str] = &["us-east-1", "us-west-2", "eu-west-2", "ap-southeast-1", "ca-central-1"];
    const OTHERS: &[&str] = &[
        "cn-north-1",
        "cn-northwest-1",
        "us-gov-west-1",
        "us-iso-east-1",
        "us-isob-east-1",
        "eu-isoe-west-1",
        "us-isof-south-1",
        "eusc-de-east-1",
        "aws-global",
        "aws-cn-global",
        "mars-north-1",
        "us-weird-7",
        "local",
        "a",
        "US-EAST-1",
        "us_east_1",
    ];
    const BAD: &[&str] =
        &["", " us-east-1", "us-east-1 ", "us-east-1.evil.com/", "us-east-1@evil.com", "-a", "é", "a:1"];
    prop_oneof![
        30 => prop::sample::select(USUAL).prop_map(str::to_owned),
        10 => prop::sample::select(OTHERS).prop_map(str::to_owned),
        1 => prop::sample::select(BAD).prop_map(str::to_owned),
        1 => word(),
    ]
}

fn endpoint() -> impl Strategy<Value = Endpoint> {
    const URLS: &[&str] = &[
        "http://localhost:8000",
        "https://example.com",
        "https://example.com/",
        "https://example.com/base/path",
        "https://example.com:8443/a/",
        "http://[::1]:80",
        "http://127.0.0.1",
        "https://EXAMPLE.com/%20",
    ];
    const BAD: &[&str] =
        &["", "localhost", "ftp://example.com", "https://user:pw@example.com", "https://example.com/?a=b", "http://"];
    let url = prop_oneof![
        30 => Just(None),
        6 => prop::sample::select(URLS).prop_map(Some),
        1 => prop::sample::select(BAD).prop_map(Some),
    ];
    let switch = || prop::option::weighted(0.2, any::<bool>());
    (url, switch(), switch()).prop_map(|(url, use_fips, use_dual_stack)| Endpoint { url, use_fips, use_dual_stack })
}

fn credentials() -> impl Strategy<Value = Credentials> {
    let some = ("[A-Z0-9]{4,20}", "[A-Za-z0-9+/]{1,40}", prop::option::weighted(0.3, "[A-Za-z0-9+/=]{1,80}"));
    prop_oneof![
        1 => Just(Credentials::None),
        30 => some.prop_map(|(key, secret, token)| Credentials::Static { key, secret, token }),
    ]
}

fn retries() -> impl Strategy<Value = Retries> {
    let mode = prop_oneof![8 => Just(Mode::Standard), 1 => Just(Mode::Adaptive), 1 => Just(Mode::Disabled)];
    let max_attempts = prop_oneof![4 => Just(3), 1 => 1..6_u32];
    let initial_backoff = prop::option::weighted(0.2, (1..5_000_u64).prop_map(Duration::from_millis));
    (mode, max_attempts, initial_backoff).prop_map(|(mode, max_attempts, initial_backoff)| Retries {
        mode,
        max_attempts,
        initial_backoff,
    })
}
