//! Whether what two clients do with a case is the same, or differs as intended.

use super::case::Case;
use super::intended::{How, Pair, ROWS};
use super::observed::{Difference, Observed};
use super::{ours, theirs};
use std::collections::BTreeSet;

/// The rows, by number, that explain in what the clients differ; or what no row explains.
pub fn judge(case: &Case) -> Result<BTreeSet<usize>, Vec<Difference>> {
    let (theirs, ours) = (theirs::call(case), ours::call(case));
    if let Some(row) = refusal(case, &theirs, &ours) {
        return Ok([row].into());
    }
    let first = unexplained(&theirs, &ours);
    let Err(differences) = first else { return first };
    repaired(case, &ours).ok_or(differences)
}

/// The row that says why ours refuses the call.
fn refusal(case: &Case, theirs: &Observed, ours: &Observed) -> Option<usize> {
    let refused = ours.get("result") == Some("construction failure") && ours.get("requests") == Some("0");
    ROWS.iter().position(|row| match &row.how {
        How::Refusal(applies, words) => {
            refused && applies(case, theirs) && ours.get("error.text").is_some_and(|text| text.contains(words))
        }
        _ => false,
    })
}

/// The rows that explain single observations; or those that no row explains.
fn unexplained(theirs: &Observed, ours: &Observed) -> Result<BTreeSet<usize>, Vec<Difference>> {
    let pair = Pair { theirs, ours };
    let (mut rows, mut left) = (BTreeSet::new(), Vec::new());
    for difference in theirs.differences(ours) {
        let row = ROWS.iter().position(|row| match &row.how {
            How::Observation(explains) => explains(&pair, &difference),
            _ => false,
        });
        match row {
            Some(row) => _ = rows.insert(row),
            None => left.push(difference),
        }
    }
    if left.is_empty() { Ok(rows) } else { Err(left) }
}

/// The rows that say what the official client would have to be sent: one of them if that is enough, or all.
fn repaired(case: &Case, ours: &Observed) -> Option<BTreeSet<usize>> {
    let mut all = case.clone();
    let mut changed = BTreeSet::new();
    for (at, row) in ROWS.iter().enumerate() {
        let How::Repair(repair) = &row.how else { continue };
        let one = repair(case);
        if one != *case
            && let Ok(mut rows) = unexplained(&theirs::call(&one), ours)
        {
            rows.insert(at);
            return Some(rows);
        }
        let next = repair(&all);
        if next != all {
            changed.insert(at);
            all = next;
        }
    }
    let rows = unexplained(&theirs::call(&all), ours).ok()?;
    Some(rows.into_iter().chain(changed).collect())
}
