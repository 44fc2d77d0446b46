//! Checks names of Cargo packages and gives the name that code uses for them.
//!
//! Only what Cargo itself and crates.io refuse is refused here; whether a name is free is not known.

use std::fmt;

use super::keyword;

/// The longest package name that crates.io takes, in characters.
const LONGEST: usize = 64;

/// Names that Cargo refuses for a package, besides keywords, and names that no Windows file can have.
const TAKEN: [&str; 17] = [
    "alloc",
    "aux",
    "build",
    "com1",
    "con",
    "core",
    "deps",
    "examples",
    "incremental",
    "lpt1",
    "nul",
    "prn",
    "proc-macro",
    "proc_macro",
    "self",
    "std",
    "test",
];

/// Why a text cannot be the name of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrateNameError {
    /// The name is empty or longer than 64 characters.
    Length,
    /// The name does not begin with an ASCII letter.
    Start,
    /// This character is neither an ASCII letter or digit nor `-` or `_`.
    Character(char),
    /// The name is a keyword, or Cargo, a standard crate or Windows uses it.
    Taken,
}

impl fmt::Display for CrateNameError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length => write!(out, "a package name has 1 to {LONGEST} characters"),
            Self::Start => out.write_str("a package name begins with an ASCII letter"),
            Self::Character(c) => write!(out, "a package name cannot contain {c:?}"),
            Self::Taken => out.write_str("this package name is reserved"),
        }
    }
}

impl std::error::Error for CrateNameError {}

/// The name under which code imports the package: `voice-id` is `voice_id`.
///
/// Collides for packages that differ by `-` and `_` only, as on crates.io.
pub fn crate_name(package: &str) -> Result<String, CrateNameError> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if package.is_empty() || package.chars().count() > LONGEST {
        return Err(CrateNameError::Length);
    }
    if let Some(c) = package.chars().find(|&c| !allowed(c)) {
        return Err(CrateNameError::Character(c));
    }
    if !package.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(CrateNameError::Start);
    }
    let lower = package.to_ascii_lowercase();
    if TAKEN.contains(&lower.as_str()) || keyword::of(package) != keyword::Kind::None {
        return Err(CrateNameError::Taken);
    }
    Ok(package.replace('-', "_"))
}
