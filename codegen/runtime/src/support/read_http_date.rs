//! Reads timestamps with `@timestampFormat("http-date")` (RFC 9110, section 5.6.7).

use super::read::{ReadError, Reader};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

impl Reader<'_> {
    /// A timestamp such as `"Tue, 29 Apr 2014 18:30:38 GMT"`.
    pub fn http_date(&mut self) -> Result<Option<DateTime>, ReadError> {
        self.optional(|json| {
            json.peek();
            let error = json.error("not an HTTP date");
            DateTime::from_str(&json.text()?, Format::HttpDate).map_err(|_| error)
        })
    }
}
