//! Tables: ours beside one other a row, the ratio, and what it should be at most.

use serde_json::{Value, json};
use std::fmt::{Display, Formatter};

/// All rows of an area.
pub struct Table {
    pub area: &'static str,
    pub rows: Vec<Row>,
    /// What else there is to know.
    pub notes: Vec<String>,
}

/// One comparison.
pub struct Row {
    /// What is measured, with its unit.
    pub what: String,
    pub ours: f64,
    pub other: Option<(String, f64)>,
    pub target: Option<Target>,
}

/// What our value should be at most.
#[derive(Clone, Copy)]
pub enum Target {
    /// So much of the other's.
    Ratio(f64),
    /// So much.
    Value(f64),
}

impl Row {
    /// A comparison with another.
    pub fn beside(what: impl Into<String>, ours: f64, other: &str, theirs: f64, target: Option<f64>) -> Self {
        let target = target.map(Target::Ratio);
        Self { what: what.into(), ours, other: Some((other.to_owned(), theirs)), target }
    }

    /// A value for itself.
    pub fn alone(what: impl Into<String>, ours: f64, target: Option<f64>) -> Self {
        Self { what: what.into(), ours, other: None, target: target.map(Target::Value) }
    }

    fn ratio(&self) -> Option<f64> {
        self.other.as_ref().map(|(_, theirs)| self.ours / theirs)
    }

    fn is_met(&self) -> Option<bool> {
        match self.target? {
            Target::Ratio(most) => Some(self.ratio()? <= most),
            Target::Value(most) => Some(self.ours <= most),
        }
    }

    fn cells(&self) -> [String; 7] {
        let (name, theirs) = match &self.other {
            Some((name, theirs)) => (name.clone(), number(*theirs)),
            None => Default::default(),
        };
        let target = match self.target {
            Some(Target::Ratio(most)) => format!("{most:.2}"),
            Some(Target::Value(most)) => number(most),
            None => String::new(),
        };
        let met = self.is_met().map_or("", |met| if met { "met" } else { "not met" });
        let ratio = self.ratio().map_or(String::new(), |ratio| format!("{ratio:.3}"));
        [self.what.clone(), number(self.ours), name, theirs, ratio, target, met.to_owned()]
    }
}

impl Table {
    /// For a file.
    pub fn json(&self) -> Value {
        let row = |row: &Row| {
            let target = row.target.map(|target| match target {
                Target::Ratio(most) => json!({ "ratio": most }),
                Target::Value(most) => json!({ "value": most }),
            });
            let other = row.other.as_ref().map(|(name, value)| json!({ "name": name, "value": value }));
            json!({ "what": row.what, "ours": row.ours, "other": other, "ratio": row.ratio(), "target": target, "met": row.is_met() })
        };
        json!({ "area": self.area, "rows": self.rows.iter().map(row).collect::<Vec<_>>(), "notes": self.notes })
    }
}

/// In the form of Markdown, which is readable without.
impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let head = [self.area, "ours", "other", "other's", "ratio", "at most", ""].map(str::to_owned);
        let rows: Vec<_> = std::iter::once(head).chain(self.rows.iter().map(Row::cells)).collect();
        let widths =
            [0, 1, 2, 3, 4, 5, 6].map(|i| rows.iter().map(|row| row[i].chars().count()).max().unwrap_or(0).max(3));
        for (index, row) in rows.iter().enumerate() {
            for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
                if matches!(column, 0 | 2 | 6) {
                    write!(f, "| {cell:<width$} ")?
                } else {
                    write!(f, "| {cell:>width$} ")?
                }
            }
            writeln!(f, "|")?;
            if index == 0 {
                widths.iter().try_for_each(|width| write!(f, "|{:-<1$}", "", width + 2))?;
                writeln!(f, "|")?;
            }
        }
        self.notes.iter().try_for_each(|note| writeln!(f, "{note}"))
    }
}

/// Whole numbers in groups of three digits, small ones with two digits behind the point.
fn number(value: f64) -> String {
    if value < 100.0 && value.fract() != 0.0 {
        return format!("{value:.2}");
    }
    let digits = format!("{value:.0}");
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}
