//! Bodies of responses: a domain or an error with anything wrong that can be.

use super::json::{Json, Text, key, number, spelled, value};
use super::text::{text, word};
use proptest::prelude::*;

/// A body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    pub json: Json,
    /// What stands around everything.
    pub space: &'static str,
    pub end: End,
}

/// How a body ends.
#[derive(Clone, Debug, PartialEq)]
pub enum End {
    Whole,
    /// After this many bytes, modulo the length.
    Cut(usize),
    /// With something behind it.
    More(&'static str),
    /// With something before it, and bytes behind it that are no UTF-8.
    Spoilt(Vec<u8>),
}

impl Body {
    /// A body with nothing odd about it.
    pub fn of(json: Json) -> Self {
        Self { json, space: "", end: End::Whole }
    }

    /// The bytes that are sent.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        self.json.write(self.space, &mut text);
        let mut bytes = text.into_bytes();
        match &self.end {
            End::Whole => {}
            End::Cut(length) => bytes.truncate(length % (bytes.len() + 1)),
            End::More(more) => bytes.extend(more.bytes()),
            End::Spoilt(more) => bytes = [more.as_slice(), &bytes, more].concat(),
        }
        bytes
    }
}

/// Any body; most fit the status.
pub fn body(status: u16) -> impl Strategy<Value = Body> {
    let (usual, other) = if status == 200 { (output(), error()) } else { (error(), output()) };
    let json = prop_oneof![16 => usual, 1 => other, 1 => value(), 1 => page()];
    let space = prop_oneof![4 => Just(""), 1 => Just(" "), 1 => Just("\r\n\t")];
    (json, space, end()).prop_map(|(json, space, end)| Body { json, space, end })
}

fn end() -> impl Strategy<Value = End> {
    let more = prop::sample::select(vec![" ", "\n", "{}", " x", ",", "]", "\0", "//"]);
    prop_oneof![
        20 => Just(End::Whole),
        2 => any::<usize>().prop_map(End::Cut),
        1 => more.prop_map(End::More),
        1 => prop::sample::select(vec![vec![0xff], vec![0xc3, 0x28], "\u{feff}".into()]).prop_map(End::Spoilt),
    ]
}

/// What proxies say.
fn page() -> impl Strategy<Value = Json> {
    "<html><h1>[0-9]{3} [a-zA-Z \"]{0,40}</h1></html>".prop_map(Json::Raw)
}

/// A member: a known key, in some case and spelling, and what it has when all is well, or anything else.
fn member(name: &'static str, usual: BoxedStrategy<Json>) -> impl Strategy<Value = (Text, Json)> {
    let name = prop_oneof![
        16 => Just(name.to_owned()),
        1 => Just(name.to_lowercase()),
        1 => text(),
    ];
    let value = prop_oneof![16 => usual, 1 => Just(Json::Raw("null".to_owned())), 1 => value()];
    (key(name), value)
}

/// An object with some of these members, in any order, some of them twice.
fn object(members: Vec<BoxedStrategy<(Text, Json)>>) -> BoxedStrategy<Json> {
    let most = members.len() + 2;
    prop::collection::vec(prop::strategy::Union::new(members), 0..most).prop_map(Json::Object).boxed()
}

fn output() -> BoxedStrategy<Json> {
    let unknown = (key(word()), value()).boxed();
    let whole = object(vec![member("Domain", domain()).boxed(), member("Domain", domain()).boxed(), unknown]);
    prop_oneof![1 => whole, 3 => domain().prop_map(|it| Json::Object(vec![(Text::from("Domain"), it)]))].boxed()
}

fn domain() -> BoxedStrategy<Json> {
    let status = one_of(&["ACTIVE", "PENDING", "SUSPENDED", "ARCHIVED", "", "active"]);
    let update = one_of(&["IN_PROGRESS", "COMPLETED", "FAILED", "NEW"]);
    let details = object(vec![
        member("Message", spelled(text()).boxed()).boxed(),
        member("OldKmsKeyId", spelled(text()).boxed()).boxed(),
        member("UpdateStatus", update).boxed(),
    ]);
    let encryption = object(vec![member("KmsKeyId", spelled(text()).boxed()).boxed()]);
    let watchlist = object(vec![member("DefaultWatchlistId", spelled(word()).boxed()).boxed()]);
    object(vec![
        member("Arn", spelled(text()).boxed()).boxed(),
        member("CreatedAt", number().boxed()).boxed(),
        member("Description", spelled(text()).boxed()).boxed(),
        member("DomainId", spelled(word()).boxed()).boxed(),
        member("DomainStatus", status).boxed(),
        member("Name", spelled(text()).boxed()).boxed(),
        member("ServerSideEncryptionConfiguration", encryption).boxed(),
        member("ServerSideEncryptionUpdateDetails", details).boxed(),
        member("UpdatedAt", number().boxed()).boxed(),
        member("WatchlistDetails", watchlist).boxed(),
        (key(word()), value()).boxed(),
    ])
}

fn error() -> BoxedStrategy<Json> {
    let conflict = one_of(&["DOMAIN_NOT_ACTIVE", "CANNOT_CHANGE_SPEAKER_AFTER_ENROLLMENT", "ANOTHER"]);
    let resource = one_of(&["DOMAIN", "SPEAKER", "COMPLIANCE_CONSENT", "ANOTHER"]);
    let all = object(vec![
        member("__type", spelled(code()).boxed()).boxed(),
        member("code", spelled(code()).boxed()).boxed(),
        member("message", spelled(text()).boxed()).boxed(),
        member("Message", spelled(text()).boxed()).boxed(),
        member("errorMessage", spelled(text()).boxed()).boxed(),
        member("ConflictType", conflict).boxed(),
        member("ResourceType", resource).boxed(),
        (key(word()), value()).boxed(),
    ]);
    let typed = (key(Just("__type".to_owned())), spelled(code()));
    (typed, all, any::<bool>()).prop_map(|(typed, all, first)| with(typed, all, first)).boxed()
}

/// The object with one more member in front, so that most errors have a code.
fn with(member: (Text, Json), object: Json, wanted: bool) -> Json {
    match object {
        Json::Object(mut members) if wanted => {
            members.insert(0, member);
            Json::Object(members)
        }
        other => other,
    }
}

/// Strings of an enum, known ones and others.
fn one_of(values: &'static [&'static str]) -> BoxedStrategy<Json> {
    spelled(prop::sample::select(values).prop_map(str::to_owned)).boxed()
}

/// Error codes, in the forms in which services send them.
pub fn code() -> impl Strategy<Value = String> {
    const MODELLED: &[&str] = &[
        "AccessDeniedException",
        "ConflictException",
        "InternalServerException",
        "ResourceNotFoundException",
        "ThrottlingException",
        "ValidationException",
    ];
    const OTHERS: &[&str] = &[
        "BrandNewException",
        "ServiceQuotaExceededException",
        "TooManyRequestsException",
        "RequestLimitExceeded",
        "SlowDown",
        "RequestTimeout",
        "RequestTimeTooSkewed",
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
        "ExpiredToken",
        "",
        " ThrottlingException",
        "ThrottlingException ",
        "throttlingexception",
        "400",
    ];
    let name = prop_oneof![
        4 => prop::sample::select(MODELLED).prop_map(str::to_owned),
        2 => prop::sample::select(OTHERS).prop_map(str::to_owned),
        1 => word(),
    ];
    let prefix = prop::sample::select(vec!["", "", "", "com.amazonaws.voiceid#", "com.other#", "#", "a#b#"]);
    let suffix = prop::sample::select(vec!["", "", "", ":", ":http://internal.amazon.com/coral/", ":http://x/#y"]);
    (prefix, name, suffix).prop_map(|(prefix, name, suffix)| format!("{prefix}{name}{suffix}"))
}
