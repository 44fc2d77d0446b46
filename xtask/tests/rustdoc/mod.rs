//! The lines of `api.txt` as rustdoc's JSON has them: paths of other crates with their last segment only.

mod spelling;

use serde_json::Value;
use spelling::Spelling;
use std::collections::{BTreeMap, BTreeSet};

/// All lines of a crate.
pub fn lines(json: &Value) -> BTreeSet<String> {
    let (paths, lines) = paths(json);
    let mut items = Items { json, spelling: Spelling { json, paths: &paths }, lines };
    for (id, path) in &paths {
        items.item(*id, path);
    }
    items.implementations();
    items.lines
}

/// The public path of each item, and the lines of modules and of what has further paths.
pub fn paths(json: &Value) -> (BTreeMap<u64, String>, BTreeSet<String>) {
    let mut walk = Walk { json, paths: BTreeMap::new(), uses: Vec::new(), lines: BTreeSet::new() };
    walk.module(&json["root"], &[]);
    let Walk { mut paths, uses, mut lines, .. } = walk;
    for (path, source, target) in uses {
        let item = &json["index"][target.to_string()];
        if item["crate_id"] != 0 {
            lines.insert(format!("pub use {} = {}", path.join("::"), spelling::last(&source)));
        } else {
            paths.entry(target).or_default().push(path);
        }
    }
    let mut best = BTreeMap::new();
    for (id, mut all) in paths {
        // What is declared in a public module stands first; it has been found there.
        let first =
            if json["paths"][id.to_string()]["path"].as_array().is_some_and(|path| is(path, &all[0])) { 1 } else { 0 };
        all[first..].sort_by_key(|path| (path.len(), path.clone()));
        for other in all.iter().skip(1).filter(|other| **other != all[0]) {
            lines.insert(format!("pub use {} = {}", other.join("::"), all[0].join("::")));
        }
        best.insert(id, all[0].join("::"));
    }
    (best, lines)
}

/// Whether the path that rustdoc knows, which begins with the crate, is this one.
fn is(known: &[Value], path: &[String]) -> bool {
    known.len() == path.len() + 1 && known[1..].iter().zip(path).all(|(a, b)| a.as_str() == Some(b))
}

struct Walk<'j> {
    json: &'j Value,
    paths: BTreeMap<u64, Vec<Vec<String>>>,
    /// Path, source as written, and id of what is imported.
    uses: Vec<(Vec<String>, String, u64)>,
    lines: BTreeSet<String>,
}

impl Walk<'_> {
    fn module(&mut self, id: &Value, path: &[String]) {
        for id in list(&self.json["index"][id.to_string()]["inner"]["module"]["items"]) {
            let item = &self.json["index"][id.to_string()];
            if item["visibility"] != "public" {
                continue;
            }
            let (kind, inner) = inner(item);
            let name = item["name"].as_str().or(inner["name"].as_str()).unwrap_or_default();
            let below = [path, &[name.to_owned()]].concat();
            match kind {
                "module" if inner["is_stripped"] == false => {
                    self.lines.insert(format!("pub mod {}", below.join("::")));
                    self.module(id, &below);
                }
                "module" => {}
                "use" if inner["is_glob"] == true => self.module(&inner["id"], path),
                "use" => {
                    let source = inner["source"].as_str().unwrap_or_default().to_owned();
                    self.uses.push((below, source, inner["id"].as_u64().unwrap_or_default()));
                }
                _ => self.paths.entry(id.as_u64().unwrap_or_default()).or_default().push(below),
            }
        }
    }
}

struct Items<'j> {
    json: &'j Value,
    spelling: Spelling<'j>,
    lines: BTreeSet<String>,
}

impl Items<'_> {
    fn item(&mut self, id: u64, path: &str) {
        let item = &self.json["index"][id.to_string()];
        let (kind, inner) = inner(item);
        match kind {
            "struct" => {
                self.add(item, format!("pub struct {path}{}", self.spelling.generics(&inner["generics"])));
                for field in list(&inner["kind"]["plain"]["fields"]) {
                    let field = &self.json["index"][field.to_string()];
                    let of = self.spelling.text(&field["inner"]["struct_field"]);
                    self.add(field, format!("pub field {path}::{}: {of}", name(field)));
                }
            }
            "enum" => {
                self.add(item, format!("pub enum {path}{}", self.spelling.generics(&inner["generics"])));
                list(&inner["variants"]).iter().for_each(|variant| self.variant(variant, path));
            }
            "trait" => {
                let bounds = self.spelling.bounds(&inner["bounds"]);
                let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
                let (parameters, conditions) = self.spelling.split_generics(&inner["generics"]);
                self.add(item, format!("pub trait {path}{parameters}{bounds}{conditions}"));
                list(&inner["items"]).iter().for_each(|part| self.associated(part, path));
            }
            "type_alias" => {
                let of = self.spelling.text(&inner["type"]);
                self.add(item, format!("pub type {path}{} = {of}", self.spelling.generics(&inner["generics"])));
            }
            "static" | "constant" => {
                let kind = if kind == "static" { kind } else { "const" };
                self.add(item, format!("pub {kind} {path}: {}", self.spelling.text(&inner["type"])));
            }
            "function" => self.add(item, self.spelling.function(path, inner)),
            other => self.add(item, format!("{other} {path}")),
        }
    }

    fn variant(&mut self, id: &Value, path: &str) {
        let variant = &self.json["index"][id.to_string()];
        let kind = &variant["inner"]["variant"]["kind"];
        let field = |id: &Value| {
            let field = &self.json["index"][id.to_string()];
            (name(field), self.spelling.text(&field["inner"]["struct_field"]))
        };
        let tuple = list(&kind["tuple"]).iter().map(|id| field(id).1).collect::<Vec<_>>().join(", ");
        let named = list(&kind["struct"]["fields"]).iter().map(field);
        let named = named.map(|(name, of)| format!("{name}: {of}")).collect::<Vec<_>>().join(", ");
        let fields = match () {
            () if kind.get("tuple").is_some() => format!("({tuple})"),
            () if kind.get("struct").is_some() => format!(" {{ {named} }}"),
            () => String::new(),
        };
        self.add(variant, format!("pub variant {path}::{}{fields}", name(variant)));
    }

    /// A part of a trait or of an inherent `impl`.
    fn associated(&mut self, id: &Value, path: &str) {
        let item = &self.json["index"][id.to_string()];
        let path = format!("{path}::{}", name(item));
        let (kind, inner) = inner(item);
        match kind {
            "assoc_const" => self.add(item, format!("pub const {path}: {}", self.spelling.text(&inner["type"]))),
            "assoc_type" => self.add(item, format!("pub type {path}")),
            _ => self.add(item, self.spelling.function(&path, inner)),
        }
    }

    fn implementations(&mut self) {
        for item in self.json["index"].as_object().into_iter().flat_map(serde_json::Map::values) {
            let (kind, inner) = inner(item);
            let of = &inner["trait"];
            let generated = inner["is_synthetic"] == true || !inner["blanket_impl"].is_null();
            let hidden = self.spelling.is_private(&inner["for"]) || self.spelling.is_private(of);
            if kind != "impl" || item["crate_id"] != 0 || generated || hidden || of["path"] == "StructuralPartialEq" {
                continue;
            }
            let for_type = self.spelling.text(&inner["for"]);
            if of.is_null() {
                list(&inner["items"]).iter().for_each(|part| self.associated(part, &for_type));
                continue;
            }
            let generics = self.spelling.generics(&inner["generics"]);
            let of = self.spelling.path(of);
            self.lines.insert(format!("impl{generics} {of} for {for_type}"));
            for part in list(&inner["items"]) {
                let part = &self.json["index"][part.to_string()];
                if let Some(associated) = part["inner"].get("assoc_type") {
                    let target = self.spelling.text(&associated["type"]);
                    self.lines.insert(format!("impl{generics} type <{for_type} as {of}>::{} = {target}", name(part)));
                }
            }
        }
    }

    fn add(&mut self, item: &Value, mut line: String) {
        if !item["deprecation"].is_null() {
            line.push_str(" #[deprecated]");
        }
        if list(&item["attrs"]).iter().any(|attribute| attribute == "non_exhaustive") {
            line.push_str(" #[non_exhaustive]");
        }
        self.lines.insert(line);
    }
}

fn name(item: &Value) -> &str {
    item["name"].as_str().unwrap_or_default()
}

/// The kind of an item, and what is said about it.
fn inner(item: &Value) -> (&str, &Value) {
    let entry = item["inner"].as_object().and_then(|inner| inner.iter().next());
    entry.map_or(("", &Value::Null), |(kind, inner)| (kind.as_str(), inner))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
