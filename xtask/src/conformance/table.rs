//! The table at the end: one line a service, reasons below, the sum last.

use super::Score;

const HEAD: [&str; 10] = [
    "service",
    "protocol",
    "requests",
    "responses",
    "endpoints",
    "calls",
    "passed",
    "failed",
    "skipped",
    "not applicable",
];

/// The whole table.
pub fn text(scores: &[Score]) -> String {
    let rows: Vec<[String; 10]> = std::iter::once(HEAD.map(str::to_owned)).chain(scores.iter().map(row)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or_default();
    let widths: [usize; 10] = std::array::from_fn(width);
    let mut text = String::new();
    for row in &rows {
        let line: String = row.iter().zip(widths).enumerate().map(|(at, (cell, width))| pad(cell, width, at)).collect();
        text += line.trim_end();
        text.push('\n');
    }
    for score in scores {
        for (reason, count) in &score.reasons {
            text += &format!("{}: {count} {reason}\n", score.service);
        }
    }
    let sum = |count: fn(&Score) -> usize| scores.iter().map(count).sum::<usize>();
    let (passed, failed) = (sum(|score| score.passed), sum(|score| score.failed));
    text + &format!("{passed} passed, {failed} failed, {} skipped\n", sum(|score| score.skipped))
}

/// Names to the left, numbers to the right.
fn pad(cell: &str, width: usize, column: usize) -> String {
    if column < 2 { format!("{cell:<width$}  ") } else { format!("{cell:>width$}  ") }
}

fn row(score: &Score) -> [String; 10] {
    let sent = [score.requests, score.responses, score.endpoint_cases, score.calls];
    let [requests, responses, endpoints, calls] = sent.map(|count| count.to_string());
    let outcomes = [score.passed, score.failed, score.skipped, score.not_applicable];
    let [passed, failed, skipped, not_applicable] = outcomes.map(|count| count.to_string());
    let [service, protocol] = [&score.service, &score.protocol].map(String::clone);
    [service, protocol, requests, responses, endpoints, calls, passed, failed, skipped, not_applicable]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_the_sum_is_last() {
        let one = Score {
            service: "Weather".into(),
            protocol: "awsJson1_0".into(),
            requests: 12,
            passed: 10,
            failed: 2,
            ..Score::default()
        };
        let reasons = [("for servers".to_owned(), 3)].into();
        let two = Score {
            service: "B".into(),
            protocol: "awsJson1_1".into(),
            skipped: 1,
            not_applicable: 3,
            reasons,
            ..Score::default()
        };
        let expected = "\
service  protocol    requests  responses  endpoints  calls  passed  failed  skipped  not applicable
Weather  awsJson1_0        12          0          0      0      10       2        0               0
B        awsJson1_1         0          0          0      0       0       0        1               3
B: 3 for servers
10 passed, 2 failed, 1 skipped
";
        assert_eq!(text(&[one, two]), expected);
    }
}
