//! Finds the names that a misspelt name may have meant.

/// "did you mean ...?" with up to three of the candidates, or `None` if nothing is near.
///
/// A candidate is the name to compare and the name to show.
pub fn did_you_mean<'a>(wanted: &str, candidates: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<String> {
    let near = nearest(wanted, candidates);
    let (last, others) = near.split_last()?;
    if others.is_empty() {
        return Some(format!("did you mean `{last}`?"));
    }
    let others: Vec<_> = others.iter().map(|name| format!("`{name}`")).collect();
    Some(format!("did you mean {} or `{last}`?", others.join(", ")))
}

/// Up to three candidates, the nearest first, equally near ones in alphabetical order.
fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<&'a str> {
    let limit = (wanted.len() / 3).clamp(1, 8);
    let mut near: Vec<_> = candidates
        .into_iter()
        .filter(|(name, _)| name.len().abs_diff(wanted.len()) <= limit)
        .map(|(name, shown)| (distance(wanted, name), shown))
        .filter(|(distance, _)| *distance <= limit)
        .collect();
    near.sort();
    near.dedup();
    near.into_iter().take(3).map(|(_, shown)| shown).collect()
}

/// The number of bytes to add, remove or replace, without regard to case.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let replaced = diagonal + usize::from(!x.eq_ignore_ascii_case(&y));
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits_and_ignores_case() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("updatedomain", "UpdateDomain"), 0);
        assert_eq!(distance("", "ab"), 2);
    }

    #[test]
    fn far_names_are_not_offered() {
        let ask = |wanted, names: &[&'static str]| did_you_mean(wanted, names.iter().map(|name| (*name, *name)));
        assert_eq!(ask("Tag", &["DescribeEverything", "Untag"]), None);
        assert_eq!(ask("UpdateDomian", &["UpdateDomain", "X"]).unwrap(), "did you mean `UpdateDomain`?");
        assert_eq!(ask("Get", &["Set", "Let"]).unwrap(), "did you mean `Let` or `Set`?");
    }
}
