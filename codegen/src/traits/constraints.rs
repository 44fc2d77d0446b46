//! Reads the traits that constrain values.

use super::facts::{Facts, bad_value, field, fields, quoted};
use super::tables;
use crate::ast::Entry;
use crate::diagnostic::Diagnostics;
use crate::model::{Constraints, Length, Pattern, Range};

impl Facts<'_, '_> {
    /// What a value must be like.
    pub fn constraints(&self, log: &mut Diagnostics) -> Constraints {
        Constraints {
            length: self.length(log),
            range: self.range(log),
            pattern: self.pattern(log),
            unique_items: self.annotation(tables::UNIQUE_ITEMS, log),
        }
    }

    /// `smithy.api#length`
    fn length(&self, log: &mut Diagnostics) -> Option<Length> {
        let own = self.find(tables::LENGTH)?;
        let [min, max] = self.bounds(tables::LENGTH, log)?;
        let parsed = |bound: Option<String>| bound.map(|digits| digits.parse::<u64>()).transpose().ok();
        match (parsed(min), parsed(max)) {
            (Some(min), Some(max)) if min.unwrap_or(0) <= max.unwrap_or(u64::MAX) => Some(Length { min, max }),
            _ => bad_value(own, "whole numbers, with `min` not above `max`", log),
        }
    }

    /// `smithy.api#range`
    fn range(&self, log: &mut Diagnostics) -> Option<Range> {
        let own = self.find(tables::RANGE)?;
        let [min, max] = self.bounds(tables::RANGE, log)?;
        let range = Range { min, max };
        if range.is_empty() { bad_value(own, "numbers, with `min` not above `max`", log) } else { Some(range) }
    }

    /// `min` and `max` as they are written; one of them must be there.
    fn bounds(&self, id: &str, log: &mut Diagnostics) -> Option<[Option<String>; 2]> {
        let own = self.find(id)?;
        let entries = fields(own, log)?;
        let written = ["min", "max"].map(|key| field(&entries, key));
        if written.iter().all(Option::is_none) {
            return bad_value(own, "an object with `min` or `max`", log);
        }
        let mut bound = |entry: &Entry<'_>| entry.value.number(&format!("`{}`", entry.key), log).map(str::to_owned);
        Some(written.map(|entry| entry.and_then(&mut bound)))
    }

    /// `smithy.api#pattern`
    fn pattern(&self, log: &mut Diagnostics) -> Option<Pattern> {
        let own = self.find(tables::PATTERN)?;
        let text = own.value.string(&quoted(own), log)?;
        Some(Pattern { text: text.into(), span: own.span })
    }
}
