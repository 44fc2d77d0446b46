//! Expressions of every kind: how they are read, what they become in Rust, and what is wrong with them.

use super::{Checker, Root, parse};
use crate::ast::{self, Node};
use crate::diagnostic::{Code, Diagnostics, Source};
use crate::emit::path::value;
use crate::emit::prelude::Prelude;
use crate::resolve::{Operations, Selection, resolve};

const MODEL: &str = include_str!("tests/model.json");

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
    let source = Source { path: "model.json".into(), text: MODEL.into() };
    let ast = ast::parse(&source).unwrap();
    let model = resolve(&ast, &Selection { service: None, operations: Operations::All }).unwrap();
    let operation = &model.operations[0];
    let json = format!("\"{}\"", expression.replace('\\', "\\\\").replace('"', "\\\""));
    let mut log = Diagnostics::new();
    let parsed = parse(&Node::of(&json).unwrap(), &mut log);
    let root = root(operation.input.as_ref(), operation.output.as_ref());
    let typed = parsed.and_then(|parsed| Checker::new(&model, "a#trait", &mut log).check(&parsed, root));
    match typed.filter(|_| log.is_empty()) {
        Some(typed) => Ok(layout(&value(&typed.path, &Prelude::of([])).to_string())),
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
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("tests");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("expressions", compiled.join("\n")));
}

#[test]
fn fields_of_inputs_are_options() {
    let rust = compile_for("Name", |input, _| Root::Input(input));
    assert_eq!(rust.unwrap(), "input.name.as_deref()");
    assert_eq!(compile("Name").unwrap(), "output.name.as_str()");
    assert!(compile_for("Name", |_, _| Root::Output(None)).unwrap_err().starts_with("`Unit` has no member"));
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
