//! What the model asks of an input, for those who want to know before they send. Only in the feature `validate`.

use voice_id::operation::update_domain::UpdateDomainInput;
use voice_id::types::ServerSideEncryptionConfiguration;
use voice_id::validate::Constraint;

fn input(name: &str, key: &str) -> UpdateDomainInput {
    let key = ServerSideEncryptionConfiguration::builder().kms_key_id(key).build().expect("a key");
    let input = UpdateDomainInput::builder().domain_id("0123456789abcdefghijkl").name(name);
    input.server_side_encryption_configuration(key).build().expect("all that is required")
}

#[test]
fn an_input_that_fits() {
    assert_eq!(input("front-desk", "alias/voice").validate(), Ok(()));
}

#[test]
fn everything_that_does_not_fit_is_named_and_nothing_is_shown() {
    let mut input = input("front desk", "");
    input.domain_id = None;
    input.description = Some("\u{7}".repeat(1025));
    let violations = input.validate().expect_err("five violations");
    let found: Vec<_> =
        violations.iter().map(|violation| (violation.path.as_str(), violation.shape.as_str())).collect();
    let expected = [
        ("DomainId", "com.amazonaws.voiceid#UpdateDomainRequest$DomainId"),
        ("Name", "com.amazonaws.voiceid#DomainName"),
        ("Description", "com.amazonaws.voiceid#Description"),
        ("Description", "com.amazonaws.voiceid#Description"),
        ("ServerSideEncryptionConfiguration.KmsKeyId", "com.amazonaws.voiceid#KmsKeyId"),
    ];
    assert_eq!(found, expected);
    assert!(matches!(violations.iter().nth(2).map(|own| &own.constraint), Some(Constraint::Length { max: 1024, .. })));
    assert!(!format!("{violations} {violations:?}").contains("desk"));
}
