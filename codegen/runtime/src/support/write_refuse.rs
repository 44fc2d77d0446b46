//! Lets a value refuse to be written: JSON has no spelling for it.

use super::write::Writer;
use aws_smithy_types::error::operation::BuildError;

impl Writer {
    /// Makes the request fail with this error, or with the one before it.
    pub fn refuse(&mut self, error: impl Into<BuildError>) {
        self.refused.get_or_insert_with(|| error.into());
    }
}
