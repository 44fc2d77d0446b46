//! `isValidHostLabel`: what can be a part of a host name.

/// Whether the text is a label of a host name or, if sub-domains are allowed, several with dots in between.
pub fn is_valid_host_label(text: &str, allow_sub_domains: bool) -> bool {
    let is_label = |label: &str| {
        matches!(label.len(), 1..=63)
            && !label.starts_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if allow_sub_domains { text.split('.').all(is_label) } else { is_label(text) }
}
