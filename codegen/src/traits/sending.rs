//! Reads the traits of an operation that change how its requests are sent.

use super::facts::{Facts, field, fields, quoted, string, wrong_value};
use super::tables;
use crate::ast::Reference;
use crate::diagnostic::Diagnostics;
use crate::model::HostPart;

impl Facts<'_, '_> {
    /// `smithy.api#endpoint`; `labels` are the members of the input that its prefix may name.
    pub fn host_prefix(
        &self,
        labels: &[String],
        input: Option<&Reference>,
        log: &mut Diagnostics,
    ) -> Option<Vec<HostPart>> {
        let own = self.find(tables::ENDPOINT)?;
        let entries = fields(own, log)?;
        let prefix = field(&entries, "hostPrefix").and_then(|entry| string(entry, log))?;
        let parts = parts(&prefix);
        let is_known = |part: &HostPart| match part {
            HostPart::Text(text) => !text.contains(['{', '}']),
            HostPart::Label(name) => labels.contains(name),
        };
        if parts.iter().all(is_known) {
            return Some(parts);
        }
        let expected = "a host prefix whose labels are members of the input with `@hostLabel`";
        match input {
            Some(input) => log.miss(&input.id, wrong_value(own, expected)),
            None => log.push(wrong_value(own, expected)),
        }
        None
    }

    /// `smithy.api#hostLabel`
    pub fn is_host_label(&self) -> bool {
        self.find(tables::HOST_LABEL).is_some()
    }

    /// Whether `smithy.api#requestCompression` offers gzip, the only encoding there is so far.
    pub fn compression(&self, log: &mut Diagnostics) -> bool {
        let Some(own) = self.find(tables::REQUEST_COMPRESSION) else {
            return false;
        };
        let entries = fields(own, log).unwrap_or_default();
        let encodings = field(&entries, "encodings").and_then(|entry| entry.value.array("`encodings`", log));
        let mut encodings = encodings.into_iter().flatten();
        encodings.any(|node| node.string(&quoted(own), log).is_some_and(|name| name == "gzip"))
    }

    /// `smithy.api#httpChecksumRequired`
    pub fn checksum_required(&self, log: &mut Diagnostics) -> bool {
        self.annotation(tables::HTTP_CHECKSUM_REQUIRED, log)
    }
}

/// `foo.{label}.` in its parts.
fn parts(prefix: &str) -> Vec<HostPart> {
    let mut parts = Vec::new();
    let mut rest = prefix;
    while let Some((text, (label, tail))) =
        rest.split_once('{').and_then(|(text, tail)| Some((text, tail.split_once('}')?)))
    {
        parts.extend((!text.is_empty()).then(|| HostPart::Text(text.to_owned())));
        parts.push(HostPart::Label(label.to_owned()));
        rest = tail;
    }
    parts.extend((!rest.is_empty()).then(|| HostPart::Text(rest.to_owned())));
    parts
}
