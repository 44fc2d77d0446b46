//! Why a request cannot be signed.

use std::error::Error;
use std::fmt::{Display, Formatter, Result};

/// Names the argument that is wrong, and says what to do about it. It quotes nothing, for that may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningError(pub(super) &'static str);

impl Display for SigningError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(self.0)
    }
}

impl Error for SigningError {}
