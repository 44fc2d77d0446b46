//! Reads `smithy.api#paginated`, of operations and of services.
//!
//! See <https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait>.

use super::facts::{Facts, field, fields, string};
use super::tables;
use crate::diagnostic::Diagnostics;
use crate::model::{MemberPath, Paginated};

impl Facts<'_, '_> {
    /// `smithy.api#paginated`
    pub fn paginated(&self, log: &mut Diagnostics) -> Option<Paginated> {
        let own = self.find(tables::PAGINATED)?;
        let before = log.len();
        let entries = fields(own, log).unwrap_or_default();
        let mut path = |key| {
            let entry = field(&entries, key)?;
            Some(MemberPath { text: string(entry, log)?, span: entry.value.span() })
        };
        Some(Paginated {
            span: own.value.span(),
            input_token: path("inputToken"),
            output_token: path("outputToken"),
            items: path("items"),
            page_size: path("pageSize"),
            incomplete: log.len() > before,
        })
    }
}
