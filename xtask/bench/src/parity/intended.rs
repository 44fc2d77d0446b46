//! In what our client differs on purpose, and why. A row that no case shows any more is an error.

use super::case::Case;
use super::observed::{Difference, Observed};
use super::repair;

/// One intended difference.
pub struct Row {
    pub what: &'static str,
    pub why: &'static str,
    pub how: How,
}

/// How a row is recognized.
pub enum How {
    /// Ours refuses the call before anything is sent, with a text that has these words.
    Refusal(fn(&Case, &Observed) -> bool, &'static str),
    /// A single observation may differ like this.
    Observation(fn(&Pair<'_>, &Difference) -> bool),
    /// The official client does what ours does if it is sent this instead.
    Repair(fn(&Case) -> Case),
}

/// What both clients did.
pub struct Pair<'a> {
    pub theirs: &'a Observed,
    pub ours: &'a Observed,
}

pub const ROWS: &[Row] = &[
    Row {
        what: "a required member is missing",
        why: "the official client sends the request without it, and the service refuses it",
        how: How::Refusal(|case, _| !case.input.is_complete(), "missing"),
    },
    Row {
        what: "there is no region",
        why: "the official client says so as a dispatch failure, as if the network were to blame",
        how: How::Refusal(|case, theirs| case.settings.region.is_none() && is_dispatch(theirs), "no region"),
    },
    Row {
        what: "the settings of the endpoint contradict each other",
        why: "the same: ours says that the settings are wrong, in the words of the model",
        how: How::Refusal(|case, theirs| case.settings.region.is_some() && is_dispatch(theirs), ""),
    },
    Row {
        what: "the region is no host label",
        why: "the text shows the region, and what one looks like",
        how: How::Refusal(|_, theirs| theirs.get("result") == Some("construction failure"), "is no region"),
    },
    Row {
        what: "there are no credentials",
        why: "the text says what to set; the official one speaks of identity resolvers",
        how: How::Observation(|_, it| {
            it.name == "error.text"
                && it.theirs.as_ref().is_some_and(|text| text.contains("no identity resolver"))
                && it.ours.as_ref().is_some_and(|text| text.contains("set credentials"))
        }),
    },
    Row {
        what: "the endpoint URL has a user name, a query, another scheme, or is empty",
        why: "the official client signs and sends it, or panics",
        how: How::Refusal(|case, _| repair::has_bad_url(case), "endpoint"),
    },
    Row {
        what: "errors have the extra `http_status_code`",
        why: "what is known of an error that has no code is its status",
        how: How::Observation(|pair, it| {
            it.name.ends_with(".extra.http_status_code")
                && it.theirs.is_none()
                && it.ours.as_deref() == pair.ours.get("error.raw.status")
        }),
    },
    Row {
        what: "`Display` of errors of the service has code, message and request id",
        why: "the official one says \"unhandled error\", or leaves out the request id",
        how: How::Observation(|pair, it| {
            let name = it.name.as_str();
            let tells = |part: &str| match pair.ours.get(part) {
                Some(part) => it.ours.as_ref().is_some_and(|text| text.contains(part)),
                None => true,
            };
            (name == "error.service_text" || name == "crate_error.text")
                && pair.ours.get("result") == Some("service error")
                && ["error.code", "error.message", "error.request_id"].into_iter().all(tells)
        }),
    },
    Row {
        what: "`Display` of the crate's error says why a call failed that the service knows nothing of",
        why: "the official one says \"unhandled error\"",
        how: How::Observation(|pair, it| {
            it.name == "crate_error.text"
                && it.theirs.as_deref() == Some("unhandled error")
                && pair.ours.get("result") != Some("service error")
                && it.ours.as_deref() == pair.ours.get("error.text")
        }),
    },
    Row {
        what: "`Debug` of a sensitive member that is not set is `None`",
        why: "the official one says that it is redacted",
        how: How::Observation(|_, it| it.name.ends_with(".debug") && differs_in_unset(it)),
    },
    Row {
        what: "timestamps are exact",
        why: "the official client reads them by way of a binary floating point number",
        how: How::Observation(|_, it| it.name.ends_with("_at") && is_near(it)),
    },
    Row {
        what: "message and request id are known even if there is no code, or the body cannot be read",
        why: "support asks for the request id; the official client drops them with the code",
        how: How::Observation(|pair, it| {
            let names = [".message", ".request_id", ".extra.aws_request_id"];
            let kept = names.iter().any(|name| it.name.ends_with(name)) && it.ours.is_some();
            kept && it.theirs.is_none() && pair.theirs.get("error.code").is_none()
        }),
    },
    Row {
        what: "the message of a modelled error is that of its member `Message`",
        why: "a body may have several; that of the official error and that of its metadata may differ",
        how: How::Observation(|pair, it| {
            it.name.ends_with("error.message")
                && it.theirs.is_some()
                && it.ours.as_deref() == pair.ours.get("error.own_message")
        }),
    },
    Row {
        what: "an error is what its header or the readable part of its body says",
        why: "the official client loses code, message and request id if the body is no JSON object",
        how: How::Repair(repair::readable_part),
    },
    Row {
        what: "keys with escapes in the body of an error are keys",
        why: "the official client does not find code and message, so it does not retry either",
        how: How::Repair(repair::plain_keys),
    },
    Row {
        what: "an empty code is no code, so the next place that may have one counts",
        why: "the official client has `Some(\"\")`",
        how: How::Repair(repair::no_empty_codes),
    },
    Row {
        what: "a modelled error is itself even if a member has the wrong type",
        why: "the official client loses code, message and request id",
        how: How::Repair(repair::no_wrong_members),
    },
    Row {
        what: "numbers that JSON has not are errors",
        why: "the official client takes `01` and `1.`",
        how: How::Repair(repair::no_bad_numbers),
    },
    Row {
        what: "strings with bad escapes are errors, and nesting deeper than 128, also where nobody reads them",
        why: "the official client looks at unknown members less closely",
        how: How::Repair(repair::no_bad_values),
    },
    Row {
        what: "timestamps that no type can hold are errors",
        why: "the official client takes the nearest one that it can hold",
        how: How::Repair(repair::no_huge_times),
    },
];

/// Whether the official client failed before it sent anything, and blames the network.
fn is_dispatch(theirs: &Observed) -> bool {
    theirs.get("result") == Some("dispatch failure") && theirs.get("requests") == Some("0")
}

fn differs_in_unset(it: &Difference) -> bool {
    let (Some(theirs), Some(ours)) = (&it.theirs, &it.ours) else { return false };
    let same = |(theirs, ours): (&str, &str)| {
        theirs == ours || theirs.replace("\"*** Sensitive Data Redacted ***\"", "None") == ours
    };
    theirs.lines().count() == ours.lines().count() && theirs.lines().zip(ours.lines()).all(same)
}

/// Whether two timestamps in nanoseconds are the same but for the precision of a `f64` of seconds.
fn is_near(it: &Difference) -> bool {
    let nanos = |text: &Option<String>| text.as_ref().and_then(|text| text.parse::<i128>().ok());
    let (Some(theirs), Some(ours)) = (nanos(&it.theirs), nanos(&it.ours)) else { return false };
    theirs.abs_diff(ours) <= 1 + (ours.unsigned_abs() >> 52)
}
