//! What comparing two models finds. `diff/EVALUATOR.json` has small pairs for each evaluator of smithy-diff: what differs
//! from `diff/base.json` before and after, the events of smithy-diff 1.73 (severity, id, shape), and our verdict.

use codegen::diagnostic::Source;
use codegen::diff::{EVENTS, Faults, Report, Scope, Severity, Verdict, compare};
use codegen::resolve::{Operations, Selection};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

type Object = BTreeMap<String, Box<RawValue>>;

const EVALUATORS: [&str; 29] = [
    "AddedEntityBinding",
    "AddedMetadata",
    "AddedOperationError",
    "AddedRequiredMember",
    "AddedServiceError",
    "AddedShape",
    "AddedTraitDefinition",
    "ChangedDefault",
    "ChangedEnumTrait",
    "ChangedLengthTrait",
    "ChangedMemberOrder",
    "ChangedMemberTarget",
    "ChangedMetadata",
    "ChangedNullability",
    "ChangedOperationInput",
    "ChangedOperationOutput",
    "ChangedRangeTrait",
    "ChangedResourceIdentifiers",
    "ChangedShapeType",
    "ModifiedTrait",
    "RemovedAuthenticationScheme",
    "RemovedEntityBinding",
    "RemovedMetadata",
    "RemovedOperationError",
    "RemovedServiceError",
    "RemovedShape",
    "RemovedTraitDefinition",
    "ServiceRename",
    "TraitBreakingChange",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff")
}

fn object(text: &str) -> Object {
    serde_json::from_str(text).unwrap()
}

/// A model: the shapes of the base, those of the case in their place.
fn model(case: &Object, side: &str) -> Source {
    let mut shapes = object(&std::fs::read_to_string(folder().join("base.json")).unwrap());
    if let Some(kind) = case.get("kind") {
        let kind = format!("{{\"type\": {kind}}}");
        shapes.insert("t#Kind".to_owned(), RawValue::from_string(kind).unwrap());
    }
    shapes.extend(case.get(side).map(|own| object(own.get())).unwrap_or_default());
    let shapes: Vec<String> = shapes.iter().map(|(id, shape)| format!("\"{id}\": {shape}")).collect();
    let at = usize::from(side == "new");
    let pick = |key: &str, otherwise: &str| match case.get(key) {
        Some(pair) => serde_json::from_str::<Vec<Box<RawValue>>>(pair.get()).unwrap()[at].get().to_owned(),
        None => otherwise.to_owned(),
    };
    let (version, metadata) = (pick("smithy", "\"2.0\""), pick("metadata", "{}"));
    let text =
        format!("{{\"smithy\": {version}, \"metadata\": {metadata}, \"shapes\": {{\n{}\n}}}}", shapes.join(",\n"));
    Source { path: format!("{side}.json"), text }
}

#[track_caller]
fn report(old: &Source, new: &Source, scope: &Scope) -> Report {
    compare(old, new, scope).unwrap_or_else(|faults| {
        panic!("{}{}", faults.old.render(old, false), faults.new.render(new, false));
    })
}

/// Severity, id and shape of each event, sorted.
fn events(report: &Report, separator: &str) -> Vec<String> {
    let shape = |event: &codegen::diff::Event| event.shape.clone().unwrap_or_else(|| "-".to_owned());
    let events = report.events.iter().map(|own| [own.severity.name(), &own.id, &shape(own)].join(separator));
    let mut events: Vec<String> = events.collect();
    events.sort();
    events
}

#[test]
fn every_evaluator_agrees_with_smithy_diff() {
    for name in EVALUATORS {
        let text = std::fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
        let cases: BTreeMap<String, Object> = serde_json::from_str(&text).unwrap();
        let mut own_events = 0;
        for (title, case) in &cases {
            let report = report(&model(case, "old"), &model(case, "new"), &Scope::All);
            let expected: Vec<String> = serde_json::from_str(case["events"].get()).unwrap();
            assert_eq!(events(&report, " "), expected, "{name}: {title}");
            let verdict: String = serde_json::from_str(case["verdict"].get()).unwrap();
            assert_eq!(report.verdict.name(), verdict, "{name}: {title}: {report:#?}");
            own_events += expected.iter().filter(|event| event.contains(&name.replace("EntityBinding", ""))).count();
        }
        assert!(own_events > 0 || name == "RemovedAuthenticationScheme", "{name} has no pair with an event");
    }
}

#[test]
fn a_model_is_the_same_as_itself() {
    for name in EVALUATORS {
        let text = std::fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
        for case in serde_json::from_str::<BTreeMap<String, Object>>(&text).unwrap().values() {
            for side in ["old", "new"] {
                let model = model(case, side);
                let report = report(&model, &model, &Scope::All);
                assert!(report.events.is_empty() && report.unreported.is_empty(), "{name}: {report:#?}");
                assert_eq!((report.verdict, report.reason.as_str()), (Verdict::Patch, "nothing changes"));
            }
        }
    }
}

/// The pairs that came with the issue, where they are at hand.
#[test]
fn the_shared_pairs_agree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/diff");
    let Ok(entries) = std::fs::read_dir(&folder) else { return };
    let read = |path: &Path| Source { path: path.display().to_string(), text: std::fs::read_to_string(path).unwrap() };
    let mut pairs = 0;
    for path in
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|own| own == "tsv"))
    {
        let report = report(&read(&folder.join("base.json")), &read(&path.with_extension("json")), &Scope::All);
        let expected = std::fs::read_to_string(&path).unwrap();
        let mut expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
        expected.sort();
        assert_eq!(events(&report, "\t"), expected, "{}", path.display());
        pairs += 1;
    }
    assert_eq!(pairs, 22);
}

fn selected(operations: &[&str]) -> Scope {
    let operations = Operations::Named(operations.iter().map(|&name| name.to_owned()).collect());
    Scope::Selection(Selection { service: None, operations })
}

/// A pair from JSON: what differs from the base.
fn pair(old: &str, new: &str) -> (Source, Source) {
    let case = object(&format!("{{\"old\": {{{old}}}, \"new\": {{{new}}}}}"));
    (model(&case, "old"), model(&case, "new"))
}

const TWO: &str = r#"
    "t#S": {"type": "service", "version": "1", "operations": [{"target": "t#Get"}, {"target": "t#Put"}],
            "traits": {"aws.protocols#awsJson1_0": {}}},
    "t#Put": {"type": "operation", "input": {"target": "t#PutIn"}},
    "t#PutIn": {"type": "structure", "members": {"X": {"target": "smithy.api#String"}}}"#;

#[test]
fn only_what_the_selected_operations_reach_counts() {
    let (old, new) = pair("", TWO);
    assert_eq!(report(&old, &new, &selected(&["Get"])).events, []);
    let all = report(&old, &new, &selected(&["Get", "Put"]));
    assert_eq!(
        events(&all, " "),
        ["NOTE AddedOperationBinding.ToService.Put t#S", "NOTE AddedShape t#Put", "NOTE AddedShape t#PutIn"]
    );
    assert_eq!(all.verdict, Verdict::Minor);
    let gone = report(&new, &old, &selected(&["Put"]));
    assert_eq!(gone.verdict, Verdict::Major);
    assert!(gone.events.iter().any(|event| event.message.contains("the method `put` is gone")), "{gone:#?}");
    assert_eq!(report(&new, &old, &selected(&["Get"])).verdict, Verdict::Patch);
}

#[test]
fn what_smithy_diff_does_not_report_counts_for_the_verdict() {
    let input = |traits: &str| {
        format!(
            r#""t#In": {{"type": "structure", "members": {{"Name": {{"target": "smithy.api#String", "traits": {{{traits}}}}}}},
                "traits": {{"smithy.api#input": {{}}}}}}"#
        )
    };
    let (old, new) = pair(&input(""), &input(r#""smithy.api#required": {}"#));
    let stricter = report(&old, &new, &selected(&["Get"]));
    assert_eq!((stricter.events.len(), stricter.unreported.len(), stricter.verdict), (0, 1, Verdict::Major));
    assert_eq!(stricter.reason, "`Name` of `GetInput`: `build()` refuses to go without it");
    let looser = report(&new, &old, &selected(&["Get"]));
    assert_eq!(looser.unreported[0].message, "`Name` of `GetInput`: `build()` no longer asks for it");
    // Nothing is left that could be checked.
    assert!(looser.reason.contains("feature = \"validate\""), "{looser:#?}");
    assert_eq!(looser.verdict, Verdict::Major);
}

#[test]
fn events_name_the_line_of_the_new_model_or_of_the_old_one() {
    let (old, new) = pair("", TWO);
    let line = |source: &Source, id: &str| 1 + source.text[..source.text.find(id).unwrap()].matches('\n').count();
    let place = |report: &Report| {
        let found = report.events.iter().find(|event| event.shape.as_deref() == Some("t#Put")).unwrap();
        (found.path.clone(), found.line)
    };
    let declared = line(&new, "\"t#Put\": ");
    assert_eq!(place(&report(&old, &new, &Scope::All)), ("new.json".to_owned(), declared));
    assert_eq!(place(&report(&new, &old, &Scope::All)), ("new.json".to_owned(), declared));
}

#[test]
fn faults_belong_to_their_model() {
    let (old, new) = pair("", "");
    let broken = Source { path: "broken.json".to_owned(), text: "{".to_owned() };
    let Faults { old: before, new: after } = compare(&old, &broken, &Scope::All).unwrap_err();
    assert!(before.is_empty() && after.render(&broken, false).contains("--> broken.json:1:1"));
    let Faults { old: before, new: after } = compare(&broken, &broken, &Scope::All).unwrap_err();
    assert!(!before.is_empty() && !after.is_empty());
    let unknown = compare(&old, &new, &selected(&["Gat"])).unwrap_err().new.render(&new, false);
    assert!(unknown.contains("SM0023") && unknown.contains("did you mean `Get`?"), "{unknown}");
}

/// Names and values of a model never leave the line that they are printed on.
#[test]
fn messages_are_one_line() {
    let metadata = r#"{"metadata": [{}, {"a\u001b[31m\nb": 1}]}"#;
    let case = object(metadata);
    let report = report(&model(&case, "old"), &model(&case, "new"), &Scope::All);
    assert_eq!(report.events[0].message, "the metadata `a\\u{1b}[31m\\nb` was added: nothing is generated from it");
}

#[test]
fn the_gravest_comes_first() {
    let (old, new) = pair(TWO, r#""t#Kind": {"type": "string"}, "t#New": {"type": "string"}"#);
    let report = report(&old, &new, &Scope::All);
    assert!(report.events.is_sorted_by_key(|event| std::cmp::Reverse(event.severity)));
    assert_eq!(report.events[0].severity, Severity::Error);
    assert!(EVENTS.iter().all(|(_, text)| text.ends_with('.')));
}

mod hostile {
    use super::*;
    use proptest::prelude::*;

    const SEED: &str = include_str!("hostile_models/seed.json");

    fn source(text: String) -> Source {
        Source { path: "model.json".to_owned(), text }
    }

    fn run(old: &str, new: &str) {
        let (old, new) = (source(old.to_owned()), source(new.to_owned()));
        for scope in [Scope::All, Scope::Selection(Selection { service: None, operations: Operations::All })] {
            if let Err(faults) = compare(&old, &new, &scope) {
                faults.old.render(&old, false);
                faults.new.render(&new, false);
            }
        }
    }

    /// A list of itself, maps of maps of themselves: no model that makes sense, and no endless comparison.
    #[test]
    fn endless_types() {
        let model = |inner: &str, other: &str| {
            format!(
                r#"{{"smithy": "2.0", "shapes": {{
                "t#A": {{"type": "map", "key": {{"target": "t#{inner}"}}, "value": {{"target": "t#{inner}"}}}},
                "t#B": {{"type": "map", "key": {{"target": "t#{other}"}}, "value": {{"target": "t#{other}"}}}},
                "t#S": {{"type": "structure", "members": {{"m": {{"target": "t#{inner}"}}}}}}}}}}"#
            )
        };
        run(&model("A", "B"), &model("B", "A"));
        run(&model("A", "A"), &model("B", "B"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

        /// Words of the model change places.
        #[test]
        fn any_exchange(exchanges in prop::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 1..4)) {
            let mut words: Vec<&str> = SEED.split_inclusive([' ', '\n']).collect();
            for (a, b) in exchanges {
                let (a, b) = (a.index(words.len()), b.index(words.len()));
                words[a] = words[b];
            }
            run(SEED, &words.concat());
            run(&words.concat(), SEED);
        }

        /// Strings of the model take each other's place: the text stays JSON.
        #[test]
        fn any_string(exchanges in prop::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 1..6)) {
            let mut parts: Vec<&str> = SEED.split('"').collect();
            for (a, b) in exchanges {
                let (a, b) = (2 * a.index(parts.len() / 2) + 1, 2 * b.index(parts.len() / 2) + 1);
                parts[a] = parts[b];
            }
            run(SEED, &parts.join("\""));
            run(&parts.join("\""), SEED);
        }

        /// Whole values of the model are replaced.
        #[test]
        fn any_value(place in any::<prop::sample::Index>(), value in prop::sample::select(VALUES)) {
            let quotes: Vec<usize> = SEED.match_indices(": \"").map(|(at, _)| at + 2).collect();
            let start = quotes[place.index(quotes.len())];
            let end = start + 1 + SEED[start + 1..].find('"').unwrap() + 1;
            let changed = format!("{}{value}{}", &SEED[..start], &SEED[end..]);
            run(SEED, &changed);
            run(&changed, SEED);
        }
    }

    const VALUES: &[&str] =
        &["null", "true", "-0", "1e400", "[]", "{}", "[{}]", "\"\"", "\"t#In\"", "\"set\"", "\"\\ud800\""];
}
