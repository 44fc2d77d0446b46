//! The reader and the writer, against `serde_json` as an oracle.

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document, Number};
use codegen_runtime::support::path::explain;
use codegen_runtime::support::read::{self, Problem, ReadError, ReadJson, Reader};
use codegen_runtime::support::read_json;
use codegen_runtime::support::write::{WriteJson, Writer};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

#[path = "json/traps.rs"]
mod traps;

fn read_with<'a, B: AsRef<[u8]> + ?Sized, T>(
    body: &'a B,
    mut read: impl FnMut(&mut Reader<'a>) -> Result<T, ReadError>,
) -> Result<T, String> {
    let (body, mut value) = (body.as_ref(), None);
    let result = read::body(body, &mut |json| {
        value = Some(read(json)?);
        Ok(())
    });
    result.map_err(|problem| explain(body, &problem)).map(|()| value.unwrap())
}

/// A value as a member, which may be `null`.
fn read<T: ReadJson>(body: &(impl AsRef<[u8]> + ?Sized)) -> Result<Option<T>, String> {
    read_as(body, Format::EpochSeconds)
}

fn read_as<T: ReadJson>(body: &(impl AsRef<[u8]> + ?Sized), timestamps: Format) -> Result<Option<T>, String> {
    read_with(body, |json| {
        let mut value = None;
        read_json::member(json, &mut value, timestamps)?;
        Ok(value)
    })
}

fn skip(body: &(impl AsRef<[u8]> + ?Sized)) -> Result<Option<()>, String> {
    read_with(body, |json| json.skip().map(Some))
}

fn write(value: &impl WriteJson) -> String {
    let mut json = Writer::start();
    value.write(&mut json, Format::EpochSeconds);
    String::from_utf8(json.finish().unwrap().to_vec()).unwrap()
}

fn at(text: &str) -> Option<DateTime> {
    read::<DateTime>(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn time(secs: i64, nanos: u32) -> Option<DateTime> {
    Some(DateTime::from_secs_and_nanos(secs, nanos))
}

fn document(value: &Value) -> Document {
    match value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Bool(*value),
        Value::String(value) => Document::String(value.clone()),
        Value::Array(values) => Document::Array(values.iter().map(document).collect()),
        Value::Object(members) => Document::Object(members.iter().map(|(k, v)| (k.clone(), document(v))).collect()),
        Value::Number(number) => Document::Number(match (number.as_u64(), number.as_i64()) {
            (Some(value), _) => Number::PosInt(value),
            (None, Some(value)) => Number::NegInt(value),
            _ => Number::Float(number.as_f64().unwrap()),
        }),
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\\x00-\\x7f]{0,20}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(any::<String>(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Texts that are JSON, or nearly.
fn nearly_json() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"\\u0041\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"",
        "\\",
        "1",
        "0",
        "-",
        ".5",
        "1.5",
        "e",
        "E+3",
        "true",
        "false",
        "null",
        "nul",
        " ",
        "\n",
        "\t",
        "\u{1}",
        "é",
        "\"long enough for a word\"",
        "[]",
        "{}",
        "{\"a\":",
        "\"b\":",
    ]);
    let mutated = (value(), any::<prop::sample::Index>(), any::<char>(), 0..3).prop_map(|(value, index, char, how)| {
        let mut chars: Vec<_> = value.to_string().chars().collect();
        let at = index.index(chars.len());
        match how {
            0 => chars[at] = char,
            1 => drop(chars.remove(at)),
            _ => chars.insert(at, char),
        }
        chars.into_iter().collect()
    });
    prop_oneof![prop::collection::vec(token, 0..14).prop_map(|tokens| tokens.concat()), mutated]
}

/// Short texts are kept elsewhere than long ones: nothing gets lost or doubled where one becomes the other.
#[test]
fn texts_of_every_length_are_whole() {
    for length in 0..600 {
        for tail in ["", "\"", "\u{1}", "é", "longer than anything that is written at once"] {
            let list = vec!["a".repeat(length), tail.to_owned(), String::new(), "b".repeat(600 - length)];
            assert_eq!(write(&list), serde_json::to_string(&list).unwrap());
            assert_eq!(write(&vec![Some(list[0].clone()), None]), serde_json::to_string(&(&list[0], ())).unwrap());
        }
    }
}

proptest! {
    // A test run writes nothing, not even what failed.
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_never_panics(body in prop::collection::vec(any::<u8>(), 0..200), text in nearly_json()) {
        for body in [&body[..], text.as_bytes()] {
            let _ = (skip(body), read::<Document>(body), read::<String>(body), read::<Blob>(body));
            let _ = (read::<DateTime>(body), read::<i8>(body), read::<f32>(body));
            let _ = (read::<Vec<String>>(body), read::<HashMap<String, Option<bool>>>(body));
            let quoted = format!("\"{}\"", String::from_utf8_lossy(body));
            let _ = (read_as::<DateTime>(&quoted, Format::DateTime), read_as::<DateTime>(&quoted, Format::HttpDate), read::<Blob>(&quoted));
            for at in 0..body.len() + 2 {
                explain(body, &Problem { at, what: "expected nothing", path: Vec::new() });
            }
        }
    }

    #[test]
    fn accepts_what_serde_json_accepts(text in nearly_json()) {
        let ours = skip(&text).is_ok();
        match serde_json::from_str::<Value>(&text) {
            Ok(_) => prop_assert!(ours, "{text}"),
            // It gives up before the end of the number, so that nothing is known of the rest.
            Err(error) if error.to_string().starts_with("number out of range") => {}
            Err(error) => prop_assert!(!ours, "{text}: {error}"),
        }
    }

    #[test]
    fn reads_what_serde_json_writes(value in value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        let expected = Some(document(&value)).filter(|document| *document != Document::Null);
        prop_assert_eq!(read::<Document>(&text), Ok(expected));
        prop_assert_eq!(skip(&text), Ok(Some(())));
    }

    #[test]
    fn serde_json_reads_what_is_written(value in value()) {
        let text = write(&document(&value));
        prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }

    #[test]
    fn strings_survive(text in any::<String>(), ascii in "[\\x00-\\x7f]{0,40}") {
        for text in [text, ascii] {
            let json = write(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text.clone());
            prop_assert_eq!(read::<String>(&json), Ok(Some(text)));
        }
    }

    #[test]
    fn timestamps_survive(secs in any::<i64>(), nanos in 0..1_000_000_000_u32, millis in 0..1000_u32, small in -5..5_i64) {
        for (secs, nanos) in [(secs, nanos), (secs, millis * 1_000_000), (small, nanos), (small, 0)] {
            let value = DateTime::from_secs_and_nanos(secs, nanos);
            let json = write(&value);
            prop_assert_eq!(at(&json), Some(value), "{}", json);
        }
    }

    #[test]
    fn milliseconds_are_exact(secs in 0..4_000_000_000_i64, millis in 0..1000_u32) {
        prop_assert_eq!(at(&format!("{secs}.{millis:03}")), time(secs, millis * 1_000_000));
        let spelled = format!("{}.{:09}{millis:03}E9", secs / 1_000_000_000, secs % 1_000_000_000);
        prop_assert_eq!(at(&spelled), time(secs, millis * 1_000_000));
    }

    #[test]
    fn numbers_survive(integer in any::<i64>(), double in any::<f64>(), single in any::<f32>()) {
        prop_assert_eq!(read::<i64>(&write(&integer)), Ok(Some(integer)));
        let read_double = read::<f64>(&write(&double)).unwrap().unwrap();
        prop_assert!(read_double == double || double.is_nan() && read_double.is_nan());
        let read_single = read::<f32>(&write(&single)).unwrap().unwrap();
        prop_assert!(read_single == single || single.is_nan() && read_single.is_nan());
    }

    #[test]
    fn decimals_agree_with_wide_integers(digits in "[0-9]{1,30}", fraction in "[0-9]{0,12}", exponent in -25..25_i32) {
        let digits = digits.trim_start_matches('0');
        let digits = if digits.is_empty() { "0" } else { digits };
        let dot = if fraction.is_empty() { "" } else { "." };
        let text = format!("{digits}{dot}{fraction}e{exponent}");
        let all = format!("{digits}{fraction}{}", "0".repeat(60));
        // The same number in billionths, with the fraction cut off.
        let length = digits.len() as i32 + exponent + 9;
        let nanos = if length <= 0 { "0" } else { &all[..length as usize] };
        let expected = nanos.parse::<i128>().ok().and_then(|nanos| DateTime::from_nanos(nanos).ok());
        prop_assert_eq!(read::<DateTime>(&text).ok().flatten(), expected, "{}", text);
    }
}
