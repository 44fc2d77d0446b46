//! What a comparison finds: severities, verdicts, events.

use crate::diagnostic::Span;
use std::fmt;

/// How grave a change is for the consumers of a model in any language, as smithy-diff sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The new model says that it does not matter.
    Suppressed,
    /// Good to know.
    Note,
    /// May matter.
    Warning,
    /// Breaks some.
    Danger,
    /// Breaks.
    Error,
}

impl Severity {
    /// From the least to the most grave.
    pub const ALL: [Severity; 5] =
        [Severity::Suppressed, Severity::Note, Severity::Warning, Severity::Danger, Severity::Error];

    /// The word of smithy-diff.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Suppressed => "SUPPRESSED",
            Severity::Note => "NOTE",
            Severity::Warning => "WARNING",
            Severity::Danger => "DANGER",
            Severity::Error => "ERROR",
        }
    }

    /// Reads the word of smithy-diff.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

/// What a change asks of the version of the generated crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nobody can tell from the API or the wire.
    Patch,
    /// Programs compile and behave as before; there is more, or something new may happen.
    Minor,
    /// Some program does not compile or behave as before.
    Major,
}

impl Verdict {
    /// The word.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Patch => "patch",
            Verdict::Minor => "minor",
            Verdict::Major => "major",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A change, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// As smithy-diff sees it.
    pub severity: Severity,
    /// The id that smithy-diff gives; empty for what it does not report.
    pub id: String,
    /// The shape or member; nothing for metadata.
    pub shape: Option<String>,
    /// The path of the model where it stands.
    pub path: String,
    /// The line there, counted from 1.
    pub line: usize,
    /// What changed in the crate and what follows, in one sentence.
    pub message: String,
    /// What it asks of the crate's version.
    pub verdict: Verdict,
}

/// Which of the two models a place belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Old,
    New,
}

/// What a change does to the crate: how much, and how a consumer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impact {
    pub verdict: Verdict,
    pub why: String,
}

impl Impact {
    pub fn patch(why: impl Into<String>) -> Self {
        Self { verdict: Verdict::Patch, why: why.into() }
    }

    pub fn minor(why: impl Into<String>) -> Self {
        Self { verdict: Verdict::Minor, why: why.into() }
    }

    pub fn major(why: impl Into<String>) -> Self {
        Self { verdict: Verdict::Major, why: why.into() }
    }

    /// The greater one; of equal ones this one.
    pub fn or_worse(self, other: Self) -> Self {
        if other.verdict > self.verdict { other } else { self }
    }
}

/// An event as an evaluator finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    pub id: String,
    pub shape: Option<String>,
    pub side: Side,
    pub span: Span,
    /// What changed.
    pub what: String,
    pub impact: Impact,
    /// A shape without which the finding does not concern the crate: an operation that is bound, a resource.
    pub about: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_order() {
        assert!(Severity::ALL.is_sorted() && Verdict::Patch < Verdict::Minor && Verdict::Minor < Verdict::Major);
        for severity in Severity::ALL {
            assert_eq!(Severity::parse(severity.name()), Some(severity));
        }
        assert_eq!(format!("{:7}|", Severity::Note), "NOTE   |");
    }
}
