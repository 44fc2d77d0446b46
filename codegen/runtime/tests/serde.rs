//! Numbers as `serde_json` passes them when its feature `arbitrary_precision` is on, which other crates may switch on.
#![allow(missing_docs, reason = "this is no library")]

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{BigInteger, DateTime, Document, Number};
use codegen_runtime::support::serde_value::Wire;
use serde_core::de::value::{Error, MapDeserializer};

fn read<T: Wire>(digits: &str) -> Result<T, Error> {
    T::read(Format::EpochSeconds, MapDeserializer::new([("$serde_json::private::Number", digits)].into_iter()))
}

#[test]
fn numbers_may_come_as_maps() {
    assert_eq!(read("1.5"), Ok(1.5_f64));
    assert_eq!(read("1.5"), Ok(DateTime::from_secs_and_nanos(1, 500_000_000)));
    let digits = "1".repeat(40);
    assert_eq!(read::<BigInteger>(&digits).expect("a number").as_ref(), digits);
    for (digits, number) in [("5", Number::PosInt(5)), ("-5", Number::NegInt(-5)), ("0.5", Number::Float(0.5))] {
        assert_eq!(read(digits), Ok(Document::Number(number)));
    }
    let object = [("a".to_owned(), "5".into())].into();
    let other = MapDeserializer::<_, Error>::new([("a", "5")].into_iter());
    assert_eq!(Document::read(Format::EpochSeconds, other), Ok(Document::Object(object)));
}
