//! Members of an input that become a part of the host. See <https://smithy.io/2.0/spec/endpoint-traits.html>.

use aws_smithy_types::error::operation::BuildError;

/// The value of a member, if it can stand between two dots of a host: nothing may turn a request to another host.
pub fn check<'a>(member: &'static str, value: Option<&'a impl AsRef<str>>) -> Result<&'a str, BuildError> {
    let value = value.ok_or_else(|| BuildError::missing_field(member, "it is a part of the host"))?.as_ref();
    let is_label = (1..=63).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !value.starts_with('-')
        && !value.ends_with('-');
    if is_label {
        return Ok(value);
    }
    let rule = "it is a part of the host: 1 to 63 letters, digits or `-`, which is neither first nor last";
    Err(BuildError::invalid_field(member, rule))
}
