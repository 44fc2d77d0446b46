//! Types, generics and signatures of rustdoc's JSON as text.

use super::{list, name};
use serde_json::Value;
use std::collections::BTreeMap;

/// Spells with the public paths of the crate's own items.
pub struct Spelling<'j> {
    pub json: &'j Value,
    pub paths: &'j BTreeMap<u64, String>,
}

impl Spelling<'_> {
    pub fn text(&self, of: &Value) -> String {
        let Some((kind, inner)) = of.as_object().and_then(|of| of.iter().next()) else {
            return "()".to_owned();
        };
        match kind.as_str() {
            "resolved_path" => self.path(inner),
            "generic" | "primitive" => inner.as_str().unwrap_or_default().to_owned(),
            "borrowed_ref" => {
                let lifetime = inner["lifetime"].as_str().map(|name| format!("{name} ")).unwrap_or_default();
                let mutable = if inner["is_mutable"] == true { "mut " } else { "" };
                let referent = self.text(&inner["type"]);
                let sum = inner["type"].get("dyn_trait").is_some() && referent.contains(" + ");
                let referent = if sum { format!("({referent})") } else { referent };
                format!("&{lifetime}{mutable}{referent}")
            }
            "slice" => format!("[{}]", self.text(inner)),
            "array" => format!("[{}; {}]", self.text(&inner["type"]), inner["len"].as_str().unwrap_or_default()),
            "tuple" => format!("({})", self.joined(inner)),
            "impl_trait" => format!("impl {}", self.bounds(inner)),
            "dyn_trait" => {
                let traits = list(&inner["traits"]).iter().map(|part| self.path(&part["trait"]));
                let lifetime = inner["lifetime"].as_str().map(str::to_owned);
                format!("dyn {}", traits.chain(lifetime).collect::<Vec<_>>().join(" + "))
            }
            "qualified_path" => format!("{}::{}", self.text(&inner["self_type"]), name(inner)),
            "function_pointer" => {
                let inputs = list(&inner["sig"]["inputs"]).iter().map(|input| self.text(&input[1]));
                let inputs = inputs.collect::<Vec<_>>().join(", ");
                format!("fn({inputs}){}", self.output(&inner["sig"]["output"]))
            }
            other => format!("<{other}>"),
        }
    }

    /// The path of a type or trait, with its arguments.
    pub fn path(&self, path: &Value) -> String {
        let own = path["id"].as_u64().and_then(|id| self.paths.get(&id));
        let spelled = path["path"].as_str().unwrap_or_default();
        own.cloned().unwrap_or_else(|| last(spelled).to_owned()) + &self.arguments(&path["args"])
    }

    fn arguments(&self, arguments: &Value) -> String {
        if let Some(call) = arguments.get("parenthesized") {
            return format!("({}){}", self.joined(&call["inputs"]), self.output(&call["output"]));
        }
        let list_of = &arguments["angle_bracketed"];
        let plain = list(&list_of["args"]).iter().map(|argument| match argument["lifetime"].as_str() {
            Some(lifetime) => lifetime.to_owned(),
            None => self.text(&argument["type"]),
        });
        let bindings = list(&list_of["constraints"]).iter().map(|constraint| {
            format!("{} = {}", name(constraint), self.text(&constraint["binding"]["equality"]["type"]))
        });
        let all: Vec<String> = plain.chain(bindings).collect();
        if all.is_empty() { String::new() } else { format!("<{}>", all.join(", ")) }
    }

    fn joined(&self, types: &Value) -> String {
        list(types).iter().map(|of| self.text(of)).collect::<Vec<_>>().join(", ")
    }

    fn output(&self, output: &Value) -> String {
        if output.is_null() { String::new() } else { format!(" -> {}", self.text(output)) }
    }

    pub fn bounds(&self, bounds: &Value) -> String {
        let bounds = list(bounds).iter().map(|bound| match bound["outlives"].as_str() {
            Some(lifetime) => lifetime.to_owned(),
            None => {
                let maybe = if bound["trait_bound"]["modifier"] == "maybe" { "?" } else { "" };
                format!("{maybe}{}", self.path(&bound["trait_bound"]["trait"]))
            }
        });
        bounds.collect::<Vec<_>>().join(" + ")
    }

    /// Parameters, without those that stand for `impl Trait` arguments, and the `where` clause.
    pub fn generics(&self, generics: &Value) -> String {
        let (parameters, conditions) = self.split_generics(generics);
        parameters + &conditions
    }

    /// The parts of [`Spelling::generics`].
    pub fn split_generics(&self, generics: &Value) -> (String, String) {
        let conditions = list(&generics["where_predicates"]).iter().map(|predicate| {
            let bound = &predicate["bound_predicate"];
            format!("{}: {}", self.text(&bound["type"]), self.bounds(&bound["bounds"]))
        });
        let conditions = conditions.collect::<Vec<_>>().join(", ");
        let conditions = if conditions.is_empty() { conditions } else { format!(" where {conditions}") };
        (self.parameters(generics), conditions)
    }

    fn parameters(&self, generics: &Value) -> String {
        let real = list(&generics["params"]).iter().filter(|part| part["kind"]["type"]["is_synthetic"] != true);
        let parameters = real.map(|part| {
            let bounds = self.bounds(&part["kind"]["type"]["bounds"]);
            let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
            let default = &part["kind"]["type"]["default"];
            let default = if default.is_null() { String::new() } else { format!(" = {}", self.text(default)) };
            format!("{}{bounds}{default}", name(part))
        });
        let parameters = parameters.collect::<Vec<_>>().join(", ");
        if parameters.is_empty() { parameters } else { format!("<{parameters}>") }
    }

    /// The line of a function.
    pub fn function(&self, path: &str, function: &Value) -> String {
        let inputs = list(&function["sig"]["inputs"]).iter().map(|input| {
            let of = self.text(&input[1]);
            match (input[0].as_str().unwrap_or_default(), of.as_str()) {
                ("self", "Self") => "self".to_owned(),
                ("self", "&Self") => "&self".to_owned(),
                ("self", "&mut Self") => "&mut self".to_owned(),
                ("self", of) if of.starts_with("&'") && of.ends_with(" Self") => of.replace(" Self", " self"),
                (name, _) => format!("{name}: {of}"),
            }
        });
        let inputs = inputs.collect::<Vec<_>>().join(", ");
        let header = &function["header"];
        let words = [("is_const", "const "), ("is_async", "async "), ("is_unsafe", "unsafe ")];
        let words: String = words.iter().filter(|(key, _)| header[*key] == true).map(|(_, word)| *word).collect();
        let (parameters, conditions) = self.split_generics(&function["generics"]);
        format!("pub {words}fn {path}{parameters}({inputs}){}{conditions}", self.output(&function["sig"]["output"]))
    }

    /// Whether something in it is an item of the crate that others cannot reach.
    pub fn is_private(&self, of: &Value) -> bool {
        match of {
            Value::Object(entries) => {
                let id = entries.get("id").filter(|_| entries.contains_key("path")).and_then(Value::as_u64);
                let hidden = id.is_some_and(|id| {
                    let own = self.json["paths"][id.to_string()]["crate_id"] == 0
                        || self.json["index"][id.to_string()]["crate_id"] == 0;
                    own && !self.paths.contains_key(&id)
                });
                hidden || entries.values().any(|value| self.is_private(value))
            }
            Value::Array(values) => values.iter().any(|value| self.is_private(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        }
    }
}

/// The last segment of a path.
pub fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}
