//! What small models mean once they are resolved.

use codegen::ast;
use codegen::diagnostic::Source;
use codegen::model::{Default, Kind, Member, Model, Shape, Structure, TimestampFormat};
use codegen::resolve::{Operations, Selection, resolve};

#[test]
fn operations_are_found_in_resources() {
    let model = resolved(
        r#"
        "t#S": { "type": "service", "version": "1", "resources": [{ "target": "t#Outer" }] },
        "t#Outer": { "type": "resource", "read": { "target": "t#Read" }, "resources": [{ "target": "t#Inner" }] },
        "t#Inner": { "type": "resource", "collectionOperations": [{ "target": "t#Count" }], "resources": [{ "target": "t#Outer" }] },
        "t#Read": { "type": "operation" }, "t#Count": { "type": "operation" }, "t#Unbound": { "type": "operation" }"#,
    );
    assert_eq!(model.operations.iter().map(|operation| operation.id.name()).collect::<Vec<_>>(), ["Count", "Read"]);
    assert!(model.operations.iter().all(|operation| operation.input.is_none() && operation.output.is_none()));
    assert!(model.shapes.is_empty());
}

#[test]
fn errors_of_service_and_operation_come_together() {
    let model = resolved(
        r#"
        "t#S": { "type": "service", "version": "1", "operations": [{ "target": "t#Get" }], "errors": [{ "target": "t#A" }, { "target": "t#C" }] },
        "t#Get": { "type": "operation", "errors": [{ "target": "t#C" }, { "target": "t#B" }] },
        "t#A": { "type": "structure", "traits": { "smithy.api#error": "server", "smithy.api#retryable": { "throttling": true } } },
        "t#B": { "type": "structure", "traits": { "smithy.api#error": "client", "smithy.api#httpError": 404 } },
        "t#C": { "type": "structure", "traits": { "smithy.api#error": "client" } }"#,
    );
    assert_eq!(model.operations[0].errors.iter().map(|id| id.name()).collect::<Vec<_>>(), ["A", "B", "C"]);
    let facts = |id| structure(&model, id).error.as_ref().unwrap();
    assert!(facts("t#A").retryable.unwrap().throttling);
    assert_eq!(facts("t#B").http_status, Some(404));
}

/// Trap 23: the rules of `NullableIndex` in mode `CLIENT_CAREFUL`.
#[test]
fn nullability() {
    let traits = [
        ("plain", "String", "", true, None),
        ("required", "String", r#""smithy.api#required": {}"#, false, None),
        ("default", "Integer", r#""smithy.api#default": 1"#, false, Some(Default::Number("1".to_owned()))),
        ("nullDefault", "Integer", r#""smithy.api#default": null, "smithy.api#required": {}"#, true, None),
        ("optional", "String", r#""smithy.api#required": {}, "smithy.api#clientOptional": {}"#, true, None),
        ("optionalDefault", "Integer", r#""smithy.api#default": 1, "smithy.api#clientOptional": {}"#, true, None),
        ("primitive", "PrimitiveInteger", "", true, None),
        ("structure", "Unit", r#""smithy.api#required": {}"#, true, None),
    ];
    let members = traits.clone().map(|(name, target, traits, ..)| {
        format!(r#""{name}": {{ "target": "smithy.api#{target}", "traits": {{ {traits} }} }}"#)
    });
    for (input, marker) in [(false, ""), (true, r#""smithy.api#input": {}"#)] {
        let shapes = format!(
            r#"{GET}, "t#In": {{ "type": "structure", "members": {{ {} }}, "traits": {{ {marker} }} }}"#,
            members.join(",")
        );
        let model = resolved(&shapes);
        for (name, _, _, nullable, default) in &traits {
            let member = member(&model, "t#In", name);
            assert_eq!((member.nullable, &member.default), (*nullable || input, default), "{name}, input: {input}");
        }
    }
}

/// Trap 23: without `@box`, numbers and booleans of Smithy 1.0 are zero by default.
#[test]
fn nullability_of_smithy_1() {
    let shapes = format!(
        r#"{GET}, "t#In": {{ "type": "structure", "members": {{
            "boxed": {{ "target": "smithy.api#Integer" }},
            "primitive": {{ "target": "smithy.api#PrimitiveBoolean" }},
            "own": {{ "target": "t#Count" }},
            "ownBoxed": {{ "target": "t#Count", "traits": {{ "smithy.api#box": {{}} }} }},
            "text": {{ "target": "smithy.api#String" }} }} }},
        "t#Count": {{ "type": "integer" }}"#
    );
    let model = resolve_text(&format!(r#"{{ "smithy": "1.0", "shapes": {{ {shapes} }} }}"#));
    let of = |name| (member(&model, "t#In", name).nullable, member(&model, "t#In", name).default.clone());
    assert_eq!(of("boxed"), (true, None));
    assert_eq!(of("primitive"), (false, Some(Default::Boolean(false))));
    assert_eq!(of("own"), (false, Some(Default::Number("0".to_owned()))));
    assert_eq!(of("ownBoxed"), (true, None));
    assert_eq!(of("text"), (true, None));
}

#[test]
fn mixins_and_apply() {
    let model = resolved(&format!(
        r#"{GET},
        "t#In": {{ "type": "structure", "mixins": [{{ "target": "t#Second" }}], "members": {{
            "own": {{ "target": "smithy.api#String" }},
            "first": {{ "target": "smithy.api#String", "traits": {{ "smithy.api#documentation": "Overridden." }} }} }} }},
        "t#First": {{ "type": "structure", "members": {{
            "first": {{ "target": "smithy.api#String", "traits": {{ "smithy.api#required": {{}}, "smithy.api#documentation": "First." }} }} }},
            "traits": {{ "smithy.api#mixin": {{ "localTraits": ["smithy.api#documentation"] }}, "smithy.api#documentation": "Local.", "smithy.api#sensitive": {{}} }} }},
        "t#Second": {{ "type": "structure", "mixins": [{{ "target": "t#First" }}], "members": {{
            "second": {{ "target": "smithy.api#Timestamp" }} }}, "traits": {{ "smithy.api#mixin": {{}} }} }},
        "t#Second$second": {{ "type": "apply", "traits": {{ "smithy.api#timestampFormat": "date-time" }} }},
        "t#In$second": {{ "type": "apply", "traits": {{ "smithy.api#documentation": "Applied." }} }}"#
    ));
    let names: Vec<_> = structure(&model, "t#In").members.iter().map(|member| &*member.name).collect();
    assert_eq!(names, ["first", "second", "own"]);
    let first = member(&model, "t#In", "first");
    assert_eq!((first.required, first.docs.as_deref()), (true, Some("Overridden.")));
    let second = member(&model, "t#In", "second");
    assert_eq!((second.timestamp_format, second.docs.as_deref()), (Some(TimestampFormat::DateTime), Some("Applied.")));
    let shape = shape(&model, "t#In");
    assert_eq!((shape.docs.as_deref(), shape.sensitive), (None, true));
    assert!(model.shapes.keys().all(|id| id.name() != "Second"));
}

#[test]
fn apply_may_repeat_what_the_member_says_in_another_order() {
    let model = resolved(&format!(
        r#"{GET},
        "t#In": {{ "type": "structure", "members": {{ "a": {{ "target": "smithy.api#String",
            "traits": {{ "smithy.api#deprecated": {{ "message": "Old.", "since": "1" }} }} }} }} }},
        "t#In$a": {{ "type": "apply", "traits": {{ "smithy.api#deprecated": {{"since":"1","message":"Ol\u0064."}} }} }}"#
    ));
    let deprecated = member(&model, "t#In", "a").deprecated.as_ref().expect("the trait");
    assert_eq!((deprecated.message.as_deref(), deprecated.since.as_deref()), (Some("Old."), Some("1")));
}

/// Trap 35: recursion through lists and maps needs no box.
#[test]
fn recursion() {
    let model = resolved(&format!(
        r#"{GET},
        "t#In": {{ "type": "structure", "members": {{ "a": {{ "target": "t#A" }}, "self": {{ "target": "t#In" }} }} }},
        "t#A": {{ "type": "structure", "members": {{ "u": {{ "target": "t#U" }}, "list": {{ "target": "t#List" }} }} }},
        "t#U": {{ "type": "union", "members": {{ "a": {{ "target": "t#A" }}, "text": {{ "target": "smithy.api#String" }} }} }},
        "t#List": {{ "type": "list", "member": {{ "target": "t#A" }} }}"#
    ));
    let recursive = |id, name| member(&model, id, name).recursive;
    assert!(recursive("t#In", "self") && recursive("t#A", "u") && recursive("t#U", "a"));
    assert!(!recursive("t#In", "a") && !recursive("t#A", "list") && !recursive("t#U", "text"));
}

#[test]
fn enums() {
    let model = resolved(&format!(
        r#"{GET}, "t#In": {{ "type": "structure", "members": {{ "old": {{ "target": "t#Old" }}, "new": {{ "target": "t#New" }} }} }},
        "t#Old": {{ "type": "string", "traits": {{ "smithy.api#enum": [{{ "name": "A", "value": "a", "deprecated": true }}, {{ "value": "b" }}] }} }},
        "t#New": {{ "type": "enum", "members": {{ "A": {{ "target": "smithy.api#Unit" }},
            "B": {{ "target": "smithy.api#Unit", "traits": {{ "smithy.api#enumValue": "b" }} }} }} }}"#
    ));
    let values = |id| match &shape(&model, id).kind {
        Kind::Enum(values) => values.iter().map(|value| (value.name.as_deref(), &*value.value)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(values("t#Old"), [(Some("A"), "a"), (None, "b")]);
    assert_eq!(values("t#New"), [(Some("A"), "A"), (Some("B"), "b")]);
    assert!(model.shapes.keys().all(|id| id.name() != "Unit"));
}

#[test]
fn every_id_leads_to_a_shape() {
    let model = resolved(&format!(
        r#"{GET}, "t#In": {{ "type": "structure", "members": {{ "map": {{ "target": "t#Map" }}, "unit": {{ "target": "smithy.api#Unit" }} }} }},
        "t#Map": {{ "type": "map", "key": {{ "target": "smithy.api#String" }}, "value": {{ "target": "smithy.api#Document" }},
            "traits": {{ "smithy.api#sparse": {{}} }} }}"#
    ));
    let Kind::Map { key, value, sparse: true, .. } = &shape(&model, "t#Map").kind else { panic!("not a sparse map") };
    assert!(model.shapes.contains_key(key) && model.shapes.contains_key(&value.target));
    assert!(matches!(shape(&model, "smithy.api#Unit").kind, Kind::Structure(_)));
}

/// A service with one operation whose input is `t#In`.
const GET: &str = r#"
    "t#S": { "type": "service", "version": "1", "operations": [{ "target": "t#Get" }] },
    "t#Get": { "type": "operation", "input": { "target": "t#In" } }"#;

fn resolved(shapes: &str) -> Model {
    resolve_text(&format!(r#"{{ "smithy": "2.0", "shapes": {{ {shapes} }} }}"#))
}

fn resolve_text(text: &str) -> Model {
    let source = Source { path: "model.json".to_owned(), text: text.to_owned() };
    let selection = Selection { service: None, operations: Operations::All };
    let model = ast::parse(&source).and_then(|ast| resolve(&ast, &selection));
    model.unwrap_or_else(|faults| panic!("{}", faults.render(&source, false)))
}

fn shape<'m>(model: &'m Model, id: &str) -> &'m Shape {
    model.shapes.get(id).unwrap_or_else(|| panic!("no {id}"))
}

fn structure<'m>(model: &'m Model, id: &str) -> &'m Structure {
    match &shape(model, id).kind {
        Kind::Structure(structure) => structure,
        other => panic!("{other:?}"),
    }
}

fn member<'m>(model: &'m Model, id: &str, name: &str) -> &'m Member {
    let members = match &shape(model, id).kind {
        Kind::Structure(structure) => &structure.members,
        Kind::Union(members) => members,
        other => panic!("{other:?}"),
    };
    members.iter().find(|member| member.name == name).unwrap()
}
