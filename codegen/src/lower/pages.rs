//! Lowers paginators: the paths of the model become ways through fields, and lead to what pages are made of.

use super::Lowering;
use super::deprecated::is_deprecated;
use crate::ast::ShapeId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, did_you_mean};
use crate::ir::Value;
use crate::ir::pages::{Item, Items, Paginator, Step};
use crate::model::{Kind, Member, MemberPath, Operation, Paginated};
use crate::names;
use crate::names::Ident;

/// Parts of a path. A structure that contains itself would allow for any number.
const LONGEST: usize = 20;

impl Lowering<'_> {
    /// The paginator of an operation that has one.
    pub(super) fn paginator(&mut self, operation: &Operation) -> Option<Paginator> {
        let paginated = operation.paginated.as_ref()?;
        let mut pages = Pages { lowering: self, operation, names_deprecated: false, log: self.diagnostics.beside() };
        let paginator = pages.paginator(paginated);
        let (log, names_deprecated) = (pages.log, pages.names_deprecated);
        self.diagnostics.merge(log);
        self.path_names_deprecated |= names_deprecated;
        paginator
    }
}

/// The pages of an operation.
struct Pages<'p> {
    lowering: &'p Lowering<'p>,
    operation: &'p Operation,
    names_deprecated: bool,
    log: Diagnostics,
}

impl<'p> Pages<'p> {
    fn paginator(&mut self, paginated: &Paginated) -> Option<Paginator> {
        let wire = self.operation.id.name();
        // All of them, so that each has its say about what is wrong.
        let token = self.required("inputToken", paginated.input_token.as_ref(), paginated, Self::token);
        let next = self.required("outputToken", paginated.output_token.as_ref(), paginated, Self::next);
        let page_size = paginated.page_size.as_ref().map(|path| self.page_size(path));
        let items = paginated.items.as_ref().map(|path| self.items(path));
        let ((token, token_type), (next, next_type)) = (token?, next?);
        if token_type != next_type {
            let message = "the tokens of input and output have different types".to_owned();
            return self.fault(paginated.span, message, "`inputToken` is of another type than `outputToken`");
        }
        Some(Paginator {
            name: names::paginator(wire),
            token,
            token_type,
            next,
            page_size: optional(page_size)?,
            items: optional(items)?,
        })
    }

    fn required<T>(
        &mut self,
        key: &str,
        path: Option<&MemberPath>,
        paginated: &Paginated,
        read: impl FnOnce(&mut Self, &MemberPath) -> Option<T>,
    ) -> Option<T> {
        match path {
            Some(path) => read(self, path),
            None if paginated.incomplete => None,
            None => {
                let message = format!("`{key}` is missing, in the operation and in the service");
                self.fault(paginated.span, message, "without tokens there are no pages")
            }
        }
    }

    fn token(&mut self, path: &MemberPath) -> Option<(Ident, Value)> {
        let member = self.member(self.operation.input.as_ref(), &path.text, path, "input")?;
        Some((names::field(&member.name), self.token_type(member, path)?))
    }

    fn next(&mut self, path: &MemberPath) -> Option<(Vec<Step>, Value)> {
        let (way, last) = self.way(path)?;
        Some((way, self.token_type(last, path)?))
    }

    fn token_type(&mut self, member: &Member, path: &MemberPath) -> Option<Value> {
        match self.kind(&member.target) {
            Kind::String | Kind::Map { .. } => Some(self.lowering.value(&member.target, None)),
            _ => self.wrong_type(path, member, "a string or a map"),
        }
    }

    fn page_size(&mut self, path: &MemberPath) -> Option<(Ident, Value)> {
        let member = self.member(self.operation.input.as_ref(), &path.text, path, "input")?;
        match self.kind(&member.target) {
            Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => {
                Some((names::field(&member.name), self.lowering.value(&member.target, None)))
            }
            _ => self.wrong_type(path, member, "an integer"),
        }
    }

    fn items(&mut self, path: &MemberPath) -> Option<Items> {
        let (way, last) = self.way(path)?;
        let item = match self.lowering.value(&last.target, None) {
            Value::List { member, sparse } => Item::Element(*member, sparse),
            Value::Map { key, value, sparse } => Item::Entry(*key, *value, sparse),
            _ => return self.wrong_type(path, last, "a list or a map"),
        };
        Some(Items { name: names::paginator_items(self.operation.id.name()), path: path.text.clone(), way, item })
    }

    /// The way through the output to the end of the path, and the last member on it.
    fn way(&mut self, path: &MemberPath) -> Option<(Vec<Step>, &'p Member)> {
        if path.text.split('.').count() > LONGEST {
            return self.fault(path.span, format!("the path has more than {LONGEST} parts"), "too long");
        }
        let (mut way, mut at, mut last) = (Vec::new(), self.operation.output.as_ref(), None);
        for name in path.text.split('.') {
            if let Some(last) = last.filter(|last: &&Member| !matches!(self.kind(&last.target), Kind::Structure(_))) {
                return self.wrong_type(path, last, "a structure");
            }
            let member = self.member(at, name, path, "output")?;
            way.push(Step { field: names::field(name), optional: member.nullable });
            (at, last) = (Some(&member.target), Some(member));
        }
        Some((way, last?))
    }

    fn kind(&self, id: &ShapeId) -> &'p Kind {
        &self.lowering.model.shapes[id].kind
    }

    fn member(&mut self, id: Option<&ShapeId>, name: &str, path: &MemberPath, end: &str) -> Option<&'p Member> {
        let members = match id.map(|id| self.kind(id)) {
            Some(Kind::Structure(structure)) => &structure.members[..],
            _ => &[],
        };
        let found = members.iter().find(|member| member.name == name);
        self.names_deprecated |= found.is_some_and(|member| is_deprecated(self.lowering.model, member));
        if found.is_none() {
            let near = did_you_mean(name, members.iter().map(|member| (&*member.name, &*member.name)));
            let of = id.map_or(format!("the {end}"), |id| format!("`{}`", id.name()));
            let message = format!("{of} has no member `{name}`");
            let fault = Diagnostic::new(Code::Pagination, path.span, message).label("no such member").maybe_help(near);
            self.log.miss(id.unwrap_or(&self.operation.id).with_member(name), fault.shape(&self.operation.id));
        }
        found
    }

    fn wrong_type<T>(&mut self, path: &MemberPath, member: &Member, expected: &str) -> Option<T> {
        self.fault(path.span, format!("`{}` must be {expected}", member.name), &format!("not {expected}"))
    }

    fn fault<T>(&mut self, span: Span, message: String, label: &str) -> Option<T> {
        self.push(Diagnostic::new(Code::Pagination, span, message).label(label));
        None
    }

    fn push(&mut self, fault: Diagnostic) {
        self.log.push(fault.shape(&self.operation.id));
    }
}

/// What the trait leaves out is no fault; what it has and is wrong has been reported.
fn optional<T>(part: Option<Option<T>>) -> Option<Option<T>> {
    part.map_or(Some(None), |part| part.map(Some))
}
