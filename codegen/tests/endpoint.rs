//! Endpoint rules: the function that small rule sets become, and what is said about wrong ones.

use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection};
use codegen::{Request, Tree};

/// Parameters of the rule sets: one of each kind that matters.
const PARAMETERS: &str = r#"
    "Region": { "type": "string", "builtIn": "AWS::Region", "documentation": "A region." },
    "Endpoint": { "type": "String", "builtIn": "SDK::Endpoint" },
    "Bucket": { "type": "string", "deprecated": { "message": "Not used.", "since": "2020" } },
    "Stage": { "type": "string", "required": true, "default": "prod" },
    "UseFips": { "type": "boolean", "required": true, "default": false },
    "Accelerate": { "type": "boolean" },
    "Names": { "type": "stringArray" },
    "Type": { "type": "stringArray", "required": true, "default": ["a", "b"] }"#;

/// What comes of these rules and cases.
fn generate(rules: &str, cases: &str) -> Result<Tree, String> {
    generate_with(PARAMETERS, "", rules, cases)
}

/// The same with other parameters, and more traits of the service.
fn generate_with(parameters: &str, traits: &str, rules: &str, cases: &str) -> Result<Tree, String> {
    let text = format!(
        r#"{{ "smithy": "2.0", "shapes": {{ "com.example#Example": {{ "type": "service", "version": "1", "traits": {{
    "smithy.rules#endpointRuleSet": {{ "version": "1.0", "parameters": {{ {parameters} }}, "rules": [
{rules}
    ] }},
    "smithy.rules#endpointTests": {{ "version": "1.0", "testCases": [{cases}] }}{traits} }} }} }} }}"#
    );
    let source = Source { path: "model.json".to_owned(), text };
    let selection = Selection { service: None, operations: Operations::None };
    let request =
        Request { source: &source, model: "model.json", selection: &selection, package: "example", page: None };
    codegen::generate(&request).map_err(|faults| faults.render(&source, false))
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("endpoint");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// Compares the module `config::endpoint`, or only its rules, with the snapshot.
fn expect(name: &str, whole: bool, rules: &str) {
    let tree = generate(rules, "").unwrap_or_else(|faults| panic!("{faults}"));
    let text = &tree["config/endpoint.rs"];
    let start = if whole { 0 } else { text.find("/// The rules of").unwrap() };
    settings().bind(|| insta::assert_snapshot!(name, &text[start..]));
}

/// Compares the faults with the snapshot.
fn refuse(name: &str, rules: &str, cases: &str) {
    let faults = generate(rules, cases).expect_err("the rules have no fault");
    settings().bind(|| insta::assert_snapshot!(name, faults));
}

#[test]
fn parameters_of_every_kind() {
    expect(
        "parameters",
        true,
        r#"{ "type": "endpoint", "conditions": [{ "fn": "isSet", "argv": [{ "ref": "Endpoint" }] }],
             "endpoint": { "url": { "ref": "Endpoint" } } }"#,
    );
}

/// A tree decides for good; rules after one without conditions never apply.
#[test]
fn trees_are_terminal() {
    expect(
        "trees",
        false,
        r#"{ "type": "tree", "conditions": [{ "fn": "isSet", "argv": [{ "ref": "Region" }] }], "rules": [
               { "type": "tree", "conditions": [{ "fn": "aws.partition", "argv": [{ "ref": "Region" }], "assign": "partition" }], "rules": [
                   { "type": "error", "conditions": [{ "fn": "getAttr", "argv": [{ "ref": "partition" }, "supportsFIPS"] }], "error": "a" },
                   { "type": "error", "conditions": [{ "fn": "stringEquals", "argv": ["", "{partition#name}"] }], "error": "a" } ] },
               { "type": "endpoint", "conditions": [], "endpoint": { "url": "https://{Region}.b/{{x}}" } },
               { "type": "error", "conditions": [], "error": "never" } ] },
           { "type": "tree", "conditions": [], "rules": [
               { "type": "error", "conditions": [{ "fn": "not", "argv": [{ "fn": "isSet", "argv": [{ "ref": "Bucket" }] }] }], "error": "c" },
               { "type": "error", "conditions": [{ "fn": "isSet", "argv": [{ "ref": "Bucket" }] }], "error": "d" } ] }"#,
    );
}

#[test]
fn every_function() {
    expect(
        "functions",
        false,
        r#"{ "type": "endpoint", "conditions": [
               { "fn": "isSet", "argv": [{ "ref": "Bucket" }] },
               { "fn": "isSet", "argv": [{ "ref": "Accelerate" }] },
               { "fn": "isSet", "argv": [{ "ref": "Stage" }] },
               { "fn": "booleanEquals", "argv": [{ "ref": "Accelerate" }, { "ref": "UseFips" }] },
               { "fn": "booleanEquals", "argv": [false, { "fn": "isValidHostLabel", "argv": ["{Bucket}x", true] }] },
               { "fn": "not", "argv": [{ "fn": "stringEquals", "argv": [{ "ref": "Bucket" }, { "ref": "Stage" }] }] },
               { "fn": "aws.isVirtualHostableS3Bucket", "argv": [{ "ref": "Stage" }, false] },
               { "fn": "parseURL", "argv": ["https://{Bucket}"], "assign": "url" },
               { "fn": "aws.parseArn", "argv": [{ "ref": "Bucket" }], "assign": "arn" },
               { "fn": "getAttr", "argv": [{ "ref": "arn" }, "resourceId[1]"], "assign": "second" },
               { "fn": "getAttr", "argv": [{ "ref": "Type" }, "[-1]"], "assign": "last" },
               { "fn": "substring", "argv": ["{second}", 0, 4, true], "assign": "unused" },
               { "fn": "uriEncode", "argv": [{ "ref": "Bucket" }], "assign": "encoded" },
               { "fn": "getAttr", "argv": [{ "ref": "arn" }, "region"], "assign": "region" },
               { "fn": "split", "argv": ["{Stage}", "--", 2], "assign": "parts" },
               { "fn": "coalesce", "argv": [{ "fn": "getAttr", "argv": [{ "ref": "parts" }, "[0]"] }, { "ref": "Region" }, "none"], "assign": "first" },
               { "fn": "ite", "argv": [{ "ref": "UseFips" }, "-{Stage}", ""], "assign": "suffix" } ],
             "endpoint": { "url": "https://{url#authority}{url#normalizedPath}{last}{encoded}{region}{first}{suffix}",
               "headers": { "x-b": ["{Bucket}", "{Stage}"], "x-a": ["*"] },
               "properties": { "authSchemes": [{ "name": "sigv4", "signingRegion": "{arn#region}", "disableDoubleEncoding": true, "names": ["*", "{first}"] }],
                 "path": "{url#normalizedPath}" } } }"#,
    );
}

/// A condition holds if its value is there and is not `false`, also with a variable. Nothing comes after what always holds.
#[test]
fn conditions_with_optional_booleans() {
    expect(
        "booleans",
        false,
        r#"{ "type": "error", "conditions": [{ "fn": "coalesce", "argv": [{ "ref": "Accelerate" }, { "ref": "Accelerate" }] }], "error": "a" },
           { "type": "error", "conditions": [{ "fn": "ite", "argv": [{ "ref": "UseFips" }, { "ref": "Accelerate" }, true], "assign": "b" },
               { "fn": "not", "argv": [{ "ref": "b" }] }], "error": "b" },
           { "type": "error", "conditions": [], "error": "c" },
           { "type": "error", "conditions": [{ "fn": "isSet", "argv": [{ "ref": "Region" }] }], "error": "never" }"#,
    );
}

/// Values of every type can be chosen, variables make way for each other, and integers have the size that they need.
#[test]
fn values_of_every_type_can_be_chosen() {
    expect(
        "choices",
        false,
        r#"{ "type": "endpoint", "conditions": [
               { "fn": "isSet", "argv": [{ "ref": "Bucket" }] },
               { "fn": "coalesce", "argv": [{ "fn": "parseURL", "argv": ["{Bucket}"] }, { "fn": "parseURL", "argv": ["https://{Bucket}"] }], "assign": "url" },
               { "fn": "ite", "argv": [{ "ref": "UseFips" }, { "fn": "split", "argv": ["{Bucket}", "-", 0] }, { "fn": "split", "argv": ["{Stage}", "-", 0] }], "assign": "parts" },
               { "fn": "getAttr", "argv": [{ "ref": "parts" }, "[0]"], "assign": "object" },
               { "fn": "getAttr", "argv": [{ "ref": "parts" }, "[1]"], "assign": "fooBar" },
               { "fn": "getAttr", "argv": [{ "ref": "parts" }, "[2]"], "assign": "foo_bar" },
               { "fn": "getAttr", "argv": [{ "ref": "parts" }, "[3]"], "assign": "foo_bar_value" } ],
             "endpoint": { "url": "{url#scheme}://{object}{fooBar}{foo_bar}{foo_bar_value}",
               "properties": { "small": -1, "large": 3000000000, "inside": { "small": -1, "large": -3000000000, "list": [-1] } } } }"#,
    );
}

/// The methods that parameters have are taken by the first of them, and built-in ones have types.
#[test]
fn wrong_parameters() {
    let parameters = r#"
        "Region": { "type": "string" }, "SetRegion": { "type": "string" }, "Resolve": { "type": "string" },
        "Fips": { "type": "string", "builtIn": "AWS::UseFIPS" } , "Zone": { "type": "string" }"#;
    let params = r#", "smithy.rules#clientContextParams": { "Zone": { "type": "boolean" } }"#;
    let rules = r#"{ "type": "error", "conditions": [], "error": "" }"#;
    let faults = generate_with(parameters, params, rules, "").expect_err("the parameters have no fault");
    settings().bind(|| insta::assert_snapshot!("wrong-parameters", faults));
}

#[test]
fn wrong_rules() {
    refuse(
        "wrong-rules",
        r#"{ "type": "error", "conditions": [{ "fn": "isset", "argv": [{ "ref": "Region" }] }], "error": "" },
           { "type": "error", "conditions": [{ "fn": "not", "argv": [] }], "error": "" },
           { "type": "error", "conditions": [{ "fn": "substring", "argv": ["", 0, 1] }], "error": "" },
           { "type": "error", "conditions": [{ "fn": "substring", "argv": ["", 0, -1, false] }], "error": "" },
           { "type": "error", "conditions": [{ "fn": "stringEquals", "argv": [{ "ref": "UseFips" }, "true"] }], "error": "" },
           { "type": "error", "conditions": [{ "fn": "stringEquals", "argv": [{ "ref": "Region" }, ""] }], "error": "" },
           { "type": "error", "conditions": [], "error": "{Rejion}" },
           { "type": "error", "conditions": [{ "fn": "aws.parseArn", "argv": ["{Stage}"], "assign": "arn" }], "error": "{arn#acountId}" },
           { "type": "error", "conditions": [{ "fn": "aws.parseArn", "argv": ["{Stage}"], "assign": "Stage" }], "error": "" },
           { "type": "error", "conditions": [{ "fn": "getAttr", "argv": [{ "ref": "Type" }, "[x]"], "assign": "a" }], "error": "" },
           { "type": "error", "conditions": [{ "fn": "split", "argv": ["{Stage}", "", 0], "assign": "a" }], "error": "" },
           { "type": "error", "conditions": [{ "fn": "ite", "argv": [true, "a", false], "assign": "a" }], "error": "" },
           { "type": "endpoint", "conditions": [], "endpoint": { "url": { "ref": "UseFips" }, "properties": { "a": "{Type}" } } }"#,
        "",
    );
}

/// A variable that is assigned in one rule is not known in the next one.
#[test]
fn variables_end_with_their_rule() {
    refuse(
        "scopes",
        r#"{ "type": "error", "conditions": [{ "fn": "parseURL", "argv": ["{Stage}"], "assign": "url" }], "error": "{url#path}" },
           { "type": "error", "conditions": [{ "fn": "parseURL", "argv": ["{Stage}"], "assign": "url" },
                { "fn": "not", "argv": [] }], "error": "" },
           { "type": "error", "conditions": [], "error": "{url#path}" }"#,
        "",
    );
}

#[test]
fn wrong_cases() {
    refuse(
        "wrong-cases",
        r#"{ "type": "error", "conditions": [], "error": "" }"#,
        r#"
        { "params": { "UseFips": "yes", "Stage": null, "Type": [1] }, "expect": { "error": "" } },
        { "params": { "Nothing": "" }, "expect": { "error": 1 } },
        { "expect": { "endpoint": {} } }"#,
    );
}

/// The longest chain that is taken can be laid out on the stack of a test thread.
#[test]
fn long_lists_of_rules() {
    let rule = r#"{ "type": "error", "conditions": [{ "fn": "isSet", "argv": [{ "ref": "Region" }] }], "error": "" }"#;
    assert!(generate(&vec![rule; 250].join(","), "").is_ok());
    assert!(generate(&vec![rule; 251].join(","), "").unwrap_err().contains("too many rules"));
}

#[test]
fn cases_become_a_table() {
    let cases = r#"
        { "documentation": "one \"case\"", "params": { "Type": ["x"], "Region": "us-iso-east-1" }, "expect": { "error": "{no template}" } },
        { "params": { "Stage": "a" }, "expect": { "endpoint": { "url": "https://a", "headers": { "b": ["c"] }, "properties": { "d": { "e": [true] } } } } }"#;
    let rules =
        r#"{ "type": "error", "conditions": [{ "fn": "aws.partition", "argv": ["{Stage}"] }], "error": "{Stage}" }"#;
    let tree = generate(rules, cases).unwrap();
    settings().bind(|| insta::assert_snapshot!("cases", tree["config/endpoint/tests.rs"]));
}

#[test]
fn services_without_rules_must_be_told_where_to_call() {
    let text = r#"{ "smithy": "2.0", "shapes": { "com.example#Example": { "type": "service", "version": "1" } } }"#;
    let source = Source { path: "model.json".to_owned(), text: text.to_owned() };
    let selection = Selection { service: None, operations: Operations::None };
    let request =
        Request { source: &source, model: "model.json", selection: &selection, package: "example", page: None };
    let tree = codegen::generate(&request).unwrap();
    settings().bind(|| insta::assert_snapshot!("fallback", tree["config/endpoint.rs"]));
}
