use crate::operation::everything::{EverythingInput, EverythingOutput};
use crate::operation::update_domain::UpdateDomainInput;
use crate::types::{Domain, Secret, Tag};

#[test]
fn trap_46_sensitive_members() {
    let domain = Domain::builder().domain_id("d").name("secret");
    assert!(format!("{domain:?}").contains(r#"name: "*** Sensitive Data Redacted ***", description: None"#));
    assert!(!format!("{:?}", domain.build()).contains("secret"));
    let tag = Tag::builder().key("secret").value("v");
    assert!(!format!("{tag:?}").contains("secret"));
    let tag = tag.build().unwrap();
    assert_eq!(format!("{tag:?}"), r#"Tag { key: "*** Sensitive Data Redacted ***", value: "v" }"#);
    let builder = EverythingInput::builder()
        .names("n")
        .hidden("secret")
        .hidden_ids("secret")
        .hidden_labels("secret", "secret")
        .data(aws_smithy_types::Blob::new("secret"))
        .secret(Secret::from("secret"))
        .tags(tag);
    assert!(!format!("{builder:?}").contains("secret:\"") && !format!("{builder:?}").contains("\"secret\""));
    let input = builder.build().unwrap();
    assert!(!format!("{input:?}").contains("\"secret\""), "{input:?}");
    assert!(format!("{:?}", UpdateDomainInput::builder()).contains("name: None"));
    let output = EverythingOutput::builder().title("secret").build();
    assert!(!format!("{output:?}").contains("\"secret\""), "{output:?}");
}
