//! The traps of scalars.

use super::{at, read, read_as, skip, time, write};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, Document};
use std::collections::HashMap;

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
    assert_eq!(read::<i8>("1e0000000000000000000001"), Ok(Some(10)));
    assert_eq!(read::<i8>("0e99999999999999999999"), Ok(Some(0)));
    assert!(read::<i64>("1e99999999999999999999").is_err() && read::<i64>("1e-99999999999999999999").is_err());
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
