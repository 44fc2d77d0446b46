use crate::operation::Operation;
use crate::operation::everything::{Everything, EverythingInput, EverythingOutput};
use crate::respond;
use crate::types::{DomainStatus, Node, Secret, Tag};
use aws_smithy_types::{Blob, DateTime, Document, Number};
use std::collections::HashMap;

#[test]
fn every_kind_of_member_survives_the_wire() {
    let child = Node::builder().name("n").child(Node::builder().build()).build();
    let tag = Tag::builder().key("k").value("v").build().unwrap();
    let document = HashMap::from([
        ("null".to_owned(), Document::Null),
        ("list".to_owned(), Document::Array(vec![Document::Bool(true), Document::Number(Number::NegInt(-1))])),
    ]);
    let input = EverythingInput::builder()
        .names("required")
        .text("t")
        .hidden("h")
        .flag(true)
        .tiny(-128)
        .count(7)
        .long(i64::MAX)
        .small(1.5)
        .double(f64::NEG_INFINITY)
        .at(DateTime::from_secs_and_nanos(-2, 500_000_000))
        .iso(DateTime::from_secs(1))
        .http(DateTime::from_secs(2))
        .data(Blob::new([255, 255]))
        .any(Document::Object(document))
        .status(DomainStatus::from("NEW"))
        .secret(Secret::One)
        .ids("a")
        .ids("b")
        .sparse(None)
        .sparse(Some("s".into()))
        .tags(tag)
        .matrix(vec![1, 2])
        .labels("k", "v")
        .by_status(DomainStatus::Active, Node::builder().build())
        .sparse_map("k", None)
        .child(child)
        .ready(true)
        .build()
        .unwrap();
    let request = Everything::request(&input).unwrap();
    let body = str::from_utf8(request.body()).unwrap();
    let output: EverythingOutput = respond::<Everything>(200, &[], body).unwrap();
    assert_eq!(output.text(), input.text());
    assert_eq!(output.hidden(), Some("h"));
    assert_eq!((output.flag(), output.tiny(), output.count()), (Some(true), Some(-128), Some(7)));
    assert_eq!((output.long(), output.small(), output.double()), (Some(i64::MAX), Some(1.5), Some(f64::NEG_INFINITY)));
    assert_eq!((output.at(), output.iso(), output.http()), (input.at(), input.iso(), input.http()));
    assert_eq!((output.data(), output.any()), (input.data(), input.any()));
    assert_eq!((output.status(), output.secret()), (input.status(), input.secret()));
    assert_eq!((output.ids(), output.sparse(), output.tags()), (input.ids(), input.sparse(), input.tags()));
    assert_eq!((output.matrix(), output.labels()), (input.matrix(), input.labels()));
    assert_eq!((output.by_status(), output.sparse_map()), (input.by_status(), input.sparse_map()));
    assert_eq!((output.child(), output.ready()), (input.child(), true));
}
