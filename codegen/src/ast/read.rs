//! Reads the entries of `shapes`. A fault in one of them does not keep the others from being read.

use super::shape::{
    Apply, Binding, Family, Member, Operation, Reference, Rename, Resource, Service, Shape, ShapeType, Trait,
};
use super::{Entry, Node, ShapeId, is_identifier};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, did_you_mean};

/// What an entry of `shapes` is.
pub enum Item<'a> {
    Shape(Box<Shape<'a>>),
    Apply(Apply<'a>),
}

/// Reads an entry of `shapes`.
pub fn item<'a>(entry: &Entry<'a>, log: &mut Diagnostics) -> Option<Item<'a>> {
    let id = shape_id(&entry.key, entry.key_span, log);
    log.inside(&entry.key, |log| {
        let fields = Fields::read(&entry.value, "a shape", entry.key_span, log)?;
        let type_node = fields.required("type", log)?;
        let name = type_node.string("`type`", log)?;
        let traits = fields.traits(log);
        if name == "apply" {
            return Some(Item::Apply(Apply { id: id?, span: entry.key_span, traits }));
        }
        let shape_type = shape_type(&name, type_node.span(), log)?;
        let (members, mixins) = (members(shape_type, &fields, log), fields.references("mixins", log));
        let binding = binding(shape_type, &fields, log);
        let id = without_member(id?, entry.key_span, log)?;
        let (span, is_set) = (entry.key_span, name == "set");
        Some(Item::Shape(Box::new(Shape { id, span, shape_type, is_set, traits, mixins, members, binding })))
    })
}

fn shape_id(text: &str, span: Span, log: &mut Diagnostics) -> Option<ShapeId> {
    let fault = match ShapeId::parse(text) {
        Ok(id) => return Some(id),
        Err(fault) => fault,
    };
    log.push(
        Diagnostic::new(Code::ShapeId, span, format!("`{text}` is not a shape id: {fault}"))
            .label("not a shape id")
            .help("write the full id, such as `com.example#Name`"),
    );
    None
}

fn without_member(id: ShapeId, span: Span, log: &mut Diagnostics) -> Option<ShapeId> {
    if id.member().is_none() {
        return Some(id);
    }
    log.push(
        Diagnostic::new(Code::ShapeId, span, format!("`{id}` is the id of a member, not of a shape"))
            .label("names a member")
            .help("define members inside their shape; only `apply` may name a member here"),
    );
    None
}

fn shape_type(name: &str, span: Span, log: &mut Diagnostics) -> Option<ShapeType> {
    let found = ShapeType::parse(name);
    if found.is_none() {
        log.push(
            Diagnostic::new(Code::ShapeType, span, format!("there is no shape type `{name}`"))
                .label("unknown type")
                .help(format!("the types are {}", ShapeType::NAMES.join(", ")))
                .maybe_help(did_you_mean(name, ShapeType::NAMES.iter().map(|name| (*name, *name)))),
        );
    }
    found
}

fn members<'a>(shape_type: ShapeType, fields: &Fields<'a>, log: &mut Diagnostics) -> Vec<Member<'a>> {
    let under = |keys: &[&str]| keys.iter().filter_map(|key| fields.entry(key).cloned()).collect();
    let own: Vec<Entry<'a>> = match shape_type.family() {
        Family::Named => fields.object("members", log),
        Family::List => under(&["member"]),
        Family::Map => under(&["key", "value"]),
        Family::Simple | Family::Operation | Family::Service | Family::Resource => vec![],
    };
    own.iter().filter_map(|entry| member(entry, log)).collect()
}

fn member<'a>(entry: &Entry<'a>, log: &mut Diagnostics) -> Option<Member<'a>> {
    log.inside_member(&entry.key, |log| read_member(entry, log))
}

fn read_member<'a>(entry: &Entry<'a>, log: &mut Diagnostics) -> Option<Member<'a>> {
    let fields = Fields::read(&entry.value, &format!("the member `{}`", entry.key), entry.key_span, log)?;
    let (traits, target) = (fields.traits(log), fields.target(log));
    let name = identifier(&entry.key, entry.key_span, log)?;
    Some(Member { name, span: entry.key_span, target: target?, traits })
}

fn identifier(text: &str, span: Span, log: &mut Diagnostics) -> Option<String> {
    if is_identifier(text) {
        return Some(text.to_owned());
    }
    log.push(
        Diagnostic::new(Code::Identifier, span, format!("`{text}` is not an identifier"))
            .label("not an identifier")
            .help("use ASCII letters, digits and `_`; begin with a letter, or with `_` and then a letter or digit"),
    );
    None
}

fn binding(shape_type: ShapeType, fields: &Fields<'_>, log: &mut Diagnostics) -> Binding {
    match shape_type.family() {
        Family::Operation => Binding::Operation(Operation {
            input: fields.reference("input", log),
            output: fields.reference("output", log),
            errors: fields.references("errors", log),
        }),
        Family::Service => Binding::Service(Service {
            version: fields.entry("version").and_then(|entry| entry.value.string("`version`", log)).map(Into::into),
            operations: fields.references("operations", log),
            resources: fields.references("resources", log),
            errors: fields.references("errors", log),
            renames: renames(fields, log),
        }),
        Family::Resource => {
            let instance_operations = fields.references("operations", log);
            Binding::Resource(Resource {
                operations: resource_operations(fields, &instance_operations, log),
                instance_operations,
                resources: fields.references("resources", log),
                identifiers: identifiers(fields, log),
            })
        }
        Family::Simple | Family::Named | Family::List | Family::Map => Binding::Nothing,
    }
}

fn resource_operations(fields: &Fields<'_>, own: &[Reference], log: &mut Diagnostics) -> Vec<Reference> {
    let lifecycle = ["create", "put", "read", "update", "delete", "list"];
    let mut operations: Vec<_> = lifecycle.iter().filter_map(|key| fields.reference(key, log)).collect();
    operations.extend_from_slice(own);
    operations.extend(fields.references("collectionOperations", log));
    operations
}

fn identifiers(fields: &Fields<'_>, log: &mut Diagnostics) -> Vec<(String, Reference)> {
    let read = |entry: &Entry<'_>, log: &mut Diagnostics| {
        let what = format!("the identifier `{}`", entry.key);
        let target = Fields::read(&entry.value, &what, entry.key_span, log)?.target(log)?;
        Some((identifier(&entry.key, entry.key_span, log)?, target))
    };
    fields.object("identifiers", log).iter().filter_map(|entry| read(entry, log)).collect()
}

fn renames(fields: &Fields<'_>, log: &mut Diagnostics) -> Vec<Rename> {
    let read = |entry: &Entry<'_>, log: &mut Diagnostics| {
        let shape = Reference { id: shape_id(&entry.key, entry.key_span, log)?, span: entry.key_span };
        let name_span = entry.value.span();
        let name = identifier(&entry.value.string("a new name", log)?, name_span, log)?;
        Some(Rename { shape, name, name_span })
    };
    fields.object("rename", log).iter().filter_map(|entry| read(entry, log)).collect()
}

/// The entries of an object that has fixed keys.
struct Fields<'a> {
    entries: Vec<Entry<'a>>,
    /// Where to show that a key is missing.
    place: Span,
    what: String,
}

impl<'a> Fields<'a> {
    fn read(node: &Node<'a>, what: &str, place: Span, log: &mut Diagnostics) -> Option<Self> {
        Some(Self { entries: node.object(what, log)?, place, what: what.to_owned() })
    }

    fn entry(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    fn required(&self, key: &str, log: &mut Diagnostics) -> Option<Node<'a>> {
        let found = self.entry(key).map(|entry| entry.value);
        if found.is_none() {
            log.push(
                Diagnostic::new(Code::MissingKey, self.place, format!("{} has no `{key}`", self.what))
                    .label(format!("`{key}` is missing")),
            );
        }
        found
    }

    fn object(&self, key: &str, log: &mut Diagnostics) -> Vec<Entry<'a>> {
        let entry = self.entry(key);
        entry.and_then(|entry| entry.value.object(&format!("`{key}`"), log)).unwrap_or_default()
    }

    fn traits(&self, log: &mut Diagnostics) -> Vec<Trait<'a>> {
        let entries = self.object("traits", log);
        let read = |entry: Entry<'a>| {
            let id = shape_id(&entry.key, entry.key_span, log)?;
            Some(Trait { id, span: entry.key_span, value: entry.value })
        };
        entries.into_iter().filter_map(read).collect()
    }

    fn target(&self, log: &mut Diagnostics) -> Option<Reference> {
        let node = self.required("target", log)?;
        let id = shape_id(&node.string("`target`", log)?, node.span(), log)?;
        Some(Reference { id: without_member(id, node.span(), log)?, span: node.span() })
    }

    fn reference(&self, key: &str, log: &mut Diagnostics) -> Option<Reference> {
        let entry = self.entry(key)?;
        Fields::read(&entry.value, &format!("`{key}`"), entry.key_span, log)?.target(log)
    }

    fn references(&self, key: &str, log: &mut Diagnostics) -> Vec<Reference> {
        let Some(entry) = self.entry(key) else {
            return Vec::new();
        };
        let nodes = entry.value.array(&format!("`{key}`"), log).unwrap_or_default();
        let what = format!("an element of `{key}`");
        let read = |node: &Node<'a>| Fields::read(node, &what, node.span(), log)?.target(log);
        nodes.iter().filter_map(read).collect()
    }
}
