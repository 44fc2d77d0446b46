//! Writes members of unions that carry no value.

use super::write::Writer;

impl Writer {
    /// The empty object that stands for such a member.
    pub fn unit(&mut self) {
        self.begin_object();
        self.end_object();
    }
}
