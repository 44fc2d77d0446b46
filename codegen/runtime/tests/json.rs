//! The reader and the writer, against `serde_json` as an oracle and against the traps of scalars.

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document, Number};
use codegen_runtime::support::path::explain;
use codegen_runtime::support::read::{self, Problem, ReadError, ReadJson, Reader};
use codegen_runtime::support::read_json;
use codegen_runtime::support::write::{WriteJson, Writer};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

fn read_with<'a, B: AsRef<[u8]> + ?Sized, T>(
    body: &'a B,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, ReadError>,
) -> Result<T, String> {
    let body = body.as_ref();
    read::body(body, read).map_err(|problem| explain(body, &problem))
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
    let mut json = Writer::with_capacity(0);
    value.write(&mut json, Format::EpochSeconds);
    String::from_utf8(json.into_bytes().unwrap()).unwrap()
}

fn at(text: &str) -> Option<DateTime> {
    read::<DateTime>(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn time(secs: i64, nanos: u32) -> Option<DateTime> {
    Some(DateTime::from_secs_and_nanos(secs, nanos))
}

#[test]
fn trap_26_timestamps_are_exact() {
    assert_eq!(at("1515531081.123"), time(1515531081, 123_000_000));
    assert_eq!(at("1.785732980986E9"), time(1785732980, 986_000_000));
    assert_eq!(at("-1.5"), time(-2, 500_000_000));
    assert_eq!(at("-1"), time(-1, 0));
    assert_eq!(at("0"), time(0, 0));
    assert_eq!(at("-0"), time(0, 0));
    assert_eq!(at("-0.0"), time(0, 0));
    assert_eq!(at("null"), None);
    assert_eq!(at("59.9999999999"), time(59, 999_999_999));
    assert_eq!(at("-59.9999999999"), time(-60, 0));
    assert_eq!(at("-0.0000000001"), time(-1, 999_999_999));
    assert_eq!(at("1e-400"), time(0, 0));
    assert_eq!(at("-1e-400"), time(-1, 999_999_999));
    assert_eq!(at("0e999999999999999999999999"), time(0, 0));
    assert_eq!(at("5e-3"), time(0, 5_000_000));
    assert_eq!(at("0.05e-1"), time(0, 5_000_000));
    assert_eq!(at("123456789e-9"), time(0, 123_456_789));
    assert_eq!(at("12E+2"), time(1200, 0));
    assert_eq!(at("9223372036854775807"), time(i64::MAX, 0));
    assert_eq!(at("-9223372036854775808"), time(i64::MIN, 0));
    assert_eq!(at(&format!("0.{}1e2000", "0".repeat(1999))), time(1, 0));
    assert_eq!(at(&format!("1{}e-2000", "0".repeat(2000))), time(1, 0));
    for wrong in [
        "1e400",
        "1e19",
        "9223372036854775808",
        "-9223372036854775809",
        "-9223372036854775808.1",
        "1e999999999999999999",
        "\"1\"",
        "true",
        "01",
        "1.",
        "[]",
        "1e",
        "1e+",
        "--1",
        "+1",
        ".5",
        "1e99999999999999999999999999999",
    ] {
        assert!(read::<DateTime>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn trap_28_integers_are_exact() {
    assert_eq!(read::<i64>("9223372036854775807"), Ok(Some(i64::MAX)));
    assert_eq!(read::<i64>("-9223372036854775808"), Ok(Some(i64::MIN)));
    assert_eq!(read::<i32>("1.0"), Ok(Some(1)));
    assert_eq!(read::<i32>("1e2"), Ok(Some(100)));
    assert_eq!(read::<i8>("1200e-2"), Ok(Some(12)));
    assert_eq!(read::<i8>("-0"), Ok(Some(0)));
    assert_eq!(read::<i8>("-128"), Ok(Some(-128)));
    for wrong in ["3.5", "2147483648", "1e10", "\"1\"", "1e-400", "01", "1.0000000000000000001"] {
        assert!(read::<i32>(wrong).is_err(), "{wrong}");
    }
    assert!(read::<i8>("128").is_err());
}

#[test]
fn trap_27_floats() {
    for (text, value) in [("\"Infinity\"", f64::INFINITY), ("\"-Infinity\"", f64::NEG_INFINITY), ("1e300", 1e300)] {
        assert_eq!(read::<f64>(text), Ok(Some(value)));
        assert_eq!(write(&value), text);
    }
    assert!(read::<f32>("\"NaN\"").unwrap().unwrap().is_nan());
    assert_eq!(write(&f32::NAN), "\"NaN\"");
    assert_eq!(write(&0.1_f32), "0.1");
    for wrong in ["\"nan\"", "\"inf\"", "\"1\"", "1e400", "NaN", "Infinity", "-Infinity"] {
        assert!(read::<f64>(wrong).is_err(), "{wrong}");
    }
    assert!(read::<f32>("1e39").is_err());
}

#[test]
fn trap_29_blobs() {
    assert_eq!(read::<Blob>(r#""\/\/8=""#), Ok(Some(Blob::new([0xff, 0xff]))));
    assert_eq!(read::<Blob>(r#""""#), Ok(Some(Blob::new([]))));
    for wrong in [r#""//8""#, r#""//8= ""#, r#""\n//8=""#, r#""__8=""#, r#""=""#, "5"] {
        assert!(read::<Blob>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn trap_30_strings() {
    let text = |body: &str| read::<String>(body);
    assert_eq!(text(r#""\ud83d\ude00\u0000\u2028\/\b\f\n\r\t""#), Ok(Some("😀\0\u{2028}/\u{8}\u{c}\n\r\t".into())));
    for wrong in [
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800\ud800""#,
        r#""\ud800x""#,
        r#""\ud800\n""#,
        r#""\u+123""#,
        r#""\u12""#,
        r#""\u12é""#,
        r#""\x""#,
        "\"\n\"",
        "\"\0\"",
        "\"a",
        "\"\\",
        "'a'",
        "\"\\u",
        "\"\\ud800\\u",
    ] {
        assert!(text(wrong).is_err(), "{wrong}");
        assert!(skip(wrong).is_err(), "{wrong}");
    }
    assert!(read::<String>(b"\"\xff\"").unwrap_err().contains("byte 1): not UTF-8"));
    assert_eq!(write(&"a\0\"\\\u{7f}\u{2028}\n".to_owned()), "\"a\\u0000\\\"\\\\\u{7f}\u{2028}\\n\"");
}

#[test]
fn trap_58_and_32_nothing_looser_than_json() {
    for wrong in [
        "01",
        "1.",
        "+1",
        ".5",
        "-",
        "1e",
        "0x1",
        "[1,]",
        "[,1]",
        "[1 1]",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "[",
        "]",
        "{",
        "nul",
        "nulll",
        "tru",
        "",
        " ",
        "{} {}",
        "1 2",
        "[]]",
        "\u{feff}{}",
        "{1:2}",
        "{\"a\":01}",
        "[}",
        "{]",
        "/**/1",
        "\u{a0}1",
        "\u{b}1",
    ] {
        assert!(skip(wrong).is_err(), "{wrong}");
        assert!(read::<Document>(wrong).is_err(), "{wrong}");
        assert!(skip(&format!("{{\"a\":[{wrong}]}}")).is_err() || matches!(wrong, "" | " "));
    }
}

#[test]
fn trap_33_deep_nesting_is_an_error_on_a_small_stack() {
    let test = || {
        for deep in ["[".repeat(100_000), "{\"a\":".repeat(100_000), "[{\"a\":".repeat(50_000)] {
            for body in [deep.clone(), format!("{{\"Unknown\":{deep}")] {
                assert!(skip(&body).unwrap_err().contains("nested deeper than 128 levels"));
                assert!(read::<Document>(&body).is_err());
                assert!(skip(&body).unwrap_err().len() < 500);
            }
        }
        let fits = format!("{}{}", "[".repeat(128), "]".repeat(128));
        assert!(skip(&fits).is_ok() && read::<Document>(&fits).is_ok());
    };
    std::thread::Builder::new().stack_size(2 << 20).spawn(test).unwrap().join().unwrap();
}

#[test]
fn trap_31_maps_keep_the_last_value() {
    let map = read::<HashMap<String, String>>(r#"{"a":"1","\u0061":"2"}"#).unwrap().unwrap();
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [("a".to_owned(), "2".to_owned())]);
}

#[test]
fn dates_in_words() {
    let expected = DateTime::from_secs_and_nanos(482196050, 520_000_000);
    for text in ["\"1985-04-12T23:20:50.52Z\"", "\"1985-04-12T22:20:50.52-01:00\""] {
        assert_eq!(read_as::<DateTime>(text, Format::DateTime), Ok(Some(expected)));
    }
    assert_eq!(read_as::<DateTime>("\"Tue, 29 Apr 2014 18:30:38 GMT\"", Format::HttpDate), Ok(time(1398796238, 0)));
    assert!(
        read_as::<DateTime>("\"yesterday\"", Format::DateTime).is_err()
            && read_as::<DateTime>("5", Format::HttpDate).is_err()
    );
    assert_eq!(expected.fmt(Format::DateTime).unwrap(), "1985-04-12T23:20:50.52Z");
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
