//! Expressions of every kind: how they are read, what they become in Rust, and what is wrong with them.

use super::{Checker, Expected, Expression, Root, parse};
use crate::ast::{self, Node};
use crate::diagnostic::{Code, Diagnostics, Source};
use crate::emit::path::value;
use crate::emit::prelude::Prelude;
use crate::ir::path::Path;
use crate::resolve::{Operations, Selection, resolve};

const MODEL: &str = include_str!("tests/model.json");

/// The Rust of the test whether an expression on the output gives what is expected.
fn compile_test(expression: &str, expected: &Expected) -> Result<String, String> {
    with(expression, |checker, parsed, ends| checker.expect(parsed, Root::Output(ends.1), expected))
}

/// The Rust of an expression on the output of the model's operation, or what is wrong with it and where.
fn compile(expression: &str) -> Result<String, String> {
    compile_for(expression, |input, output| match expression.starts_with("input.") {
        true => Root::Both(input, output),
        false => Root::Output(output),
    })
}

fn compile_for(
    expression: &str,
    root: impl for<'a> Fn(Option<&'a ast::ShapeId>, Option<&'a ast::ShapeId>) -> Root<'a>,
) -> Result<String, String> {
    with(expression, |checker, parsed, ends| Some(checker.check(parsed, root(ends.0, ends.1))?.path))
}

/// Input and output of the model's operation.
type Ends<'m> = (Option<&'m ast::ShapeId>, Option<&'m ast::ShapeId>);

fn with(
    expression: &str,
    check: impl for<'m> Fn(&mut Checker<'m, '_>, &Expression, Ends<'m>) -> Option<Path>,
) -> Result<String, String> {
    let source = Source { path: "model.json".into(), text: MODEL.into() };
    let ast = ast::parse(&source).unwrap();
    let model = resolve(&ast, &Selection { service: None, operations: Operations::All }).unwrap();
    let operation = &model.operations[0];
    let json = format!("\"{}\"", expression.replace('\\', "\\\\").replace('"', "\\\""));
    let mut log = Diagnostics::new();
    let parsed = parse(&Node::of(&json).unwrap(), &mut log);
    let ends = (operation.input.as_ref(), operation.output.as_ref());
    let path = parsed.and_then(|parsed| check(&mut Checker::new(&model, "a#trait", &mut log), &parsed, ends));
    match path.filter(|_| log.is_empty()) {
        Some(path) => Ok(layout(&value(&path, &Prelude::of([])).to_string())),
        None => Err(fault(&log, &json)),
    }
}

/// On one line, as rustfmt would put it there.
fn layout(tokens: &str) -> String {
    let file = syn::parse_str(&format!("const X: Y = {tokens};")).unwrap();
    let text = prettyplease::unparse(&file);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let text = lines.join(" ").replace(" .", ".").replace("( ", "(").replace(" )", ")");
    text.trim_start_matches("const X: Y =").trim().trim_end_matches(';').to_owned()
}

fn fault(log: &Diagnostics, json: &str) -> String {
    let faults = log.sorted();
    let first = faults.first().expect("neither a path nor a fault");
    let code = if first.code == Code::UnsupportedTrait { "unsupported: " } else { "" };
    format!("{code}{} ({}) at {}", first.message, first.label, &json[first.span.start..first.span.end])
}

#[test]
fn expressions_become_rust() {
    let expressions = include_str!("tests/expressions.txt").lines();
    let compiled: Vec<String> = expressions
        .map(|line| match compile(line) {
            Ok(rust) => format!("{line}\n    {rust}"),
            Err(fault) => format!("{line}\n  ! {fault}"),
        })
        .collect();
    snapshot("expressions", &compiled);
}

fn snapshot(name: &str, lines: &[String]) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("tests");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, lines.join("\n")));
}

#[test]
fn fields_of_inputs_are_options() {
    let rust = compile_for("Name", |input, _| Root::Input(input));
    assert_eq!(rust.unwrap(), "input.name.as_deref()");
    assert_eq!(compile("Name").unwrap(), "output.name.as_str()");
    assert!(compile_for("Name", |_, _| Root::Output(None)).unwrap_err().starts_with("`Unit` has no member"));
}

#[test]
fn expectations_become_tests() {
    let (is, all, any) =
        (Expected::String("a".into()), Expected::AllStrings("a".into()), Expected::AnyString("a".into()));
    let cases = [
        ("Name", &is),
        ("'a'", &is),
        ("Tags[0]", &is),
        ("Tags", &is),
        ("Sure", &Expected::Boolean(true)),
        ("Sure", &Expected::Boolean(false)),
        ("Count > `1`", &Expected::Boolean(false)),
        ("Name", &Expected::Boolean(true)),
        ("Lists[]", &all),
        ("Self.Children[].Name", &all),
        ("Children[].Tags[]", &any),
        ("keys(Labels)", &any),
        ("[Name, Other]", &any),
        ("[Name, Other]", &all),
        ("Holes", &any),
        ("Holes", &all),
        ("Numbers", &any),
    ];
    let compiled = cases.map(|(expression, expected)| match compile_test(expression, expected) {
        Ok(rust) => format!("{expression} {expected:?}\n    {rust}"),
        Err(fault) => format!("{expression} {expected:?}\n  ! {fault}"),
    });
    snapshot("expectations", &compiled);
}

/// Whatever the text is, it is either compiled or refused, on the stack of a thread of a test.
#[test]
fn hostile_expressions_are_refused() {
    for (begin, middle, end) in
        [("(", "", ")"), ("!", "", ""), ("[", "", "]"), ("length(", "", ")"), ("a[?", "a", "]"), ("{a:", "", "}")]
    {
        let deep = begin.repeat(10_000) + middle + &end.repeat(10_000);
        assert!(compile(&deep).is_err(), "{begin}");
        assert!(compile(&(begin.repeat(18) + "Name" + &end.repeat(18))).is_ok() || begin != "(");
    }
    for long in ["Self.", "Name || ", "Tags[].", "[]", "@ | ", "Children[?Name=='a'] | "] {
        for count in [10, 60, 10_000] {
            let _ = compile(&(long.repeat(count) + "Name"));
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_panics(text in r#"[a-zA-Z@.*|&!=<>'`"\\()\[\]{}?,: 0-9-]{0,24}"#) {
        let _ = compile(&text);
    }

    #[test]
    fn no_tokens_panic(tokens in proptest::collection::vec(proptest::sample::select(
        &["Name", "Tags", "Children", "Count", ".", "[]", "[*]", "[0]", "[?", "]", "[", "==", "'a'", "`1`", "&&", "||",
          "!", "(", ")", "length(", "contains(", ",", "|", "@", "*"][..]), 0..12)) {
        let _ = compile(&tokens.concat());
    }
}
