//! Faults of a model: what is wrong, where it stands and what helps; collected, sorted and printed with the source line.
//!
//! Which faults there are is known to the rooms that find them; how a fault looks on a terminal is `render`.

mod code;
mod lines;
mod nearest;
mod render;

pub use code::Code;
pub use lines::Lines;
pub use nearest::did_you_mean;

use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::Arc;

/// The text of a model and the path to show for it.
#[derive(Clone, Debug)]
pub struct Source {
    /// As the user wrote it; nothing opens it.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The text of a file.
    ///
    /// # Errors
    /// What is not UTF-8, and the text in which to show it.
    pub fn of_file(path: String, bytes: Vec<u8>) -> Result<Self, (Self, Diagnostics)> {
        String::from_utf8(bytes).map(|text| Self { path: path.clone(), text }).map_err(|error| {
            let start = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let span = Span { start, end: start + char::REPLACEMENT_CHARACTER.len_utf8() };
            let fault = Diagnostic::new(Code::NotUtf8, span, format!("the model is not UTF-8 at byte {start}"))
                .label("not UTF-8 from here on")
                .help("save the file as UTF-8");
            (Self { path, text }, fault.into())
        })
    }
}

/// A range of bytes of [`Source::text`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// One fault.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which fault it is.
    pub code: Code,
    /// Where it stands.
    pub span: Span,
    /// The id of the shape or member that has it.
    pub shape: Option<String>,
    /// What is wrong, in one line.
    pub message: String,
    /// What to see at the span.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A fault without label, help and shape.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, span, shape: None, message: message.into(), label: String::new(), help: None }
    }

    /// Says what is to be seen at the span.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what to do, if anything is known.
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// Names the shape or member that has the fault.
    pub fn shape(mut self, shape: impl ToString) -> Self {
        self.shape = Some(shape.to_string());
        self
    }
}

/// All faults found so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    inside: Option<String>,
    /// The shapes and members from which faults may have taken something away.
    incomplete: Arc<BTreeSet<String>>,
}

impl Diagnostics {
    /// No fault yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault. One that names no shape gets the one of the enclosing [`Diagnostics::inside`].
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if diagnostic.shape.is_none() {
            diagnostic.shape.clone_from(&self.inside);
        }
        self.list.push(diagnostic);
    }

    /// Adds the fault that something is missed in a shape or member, unless other faults may have taken it away.
    pub fn miss(&mut self, id: impl ToString, fault: Diagnostic) {
        if !self.is_incomplete(&id.to_string()) {
            self.push(fault);
        }
    }

    /// Adds all faults of another collection.
    pub fn merge(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// No fault yet, but what is incomplete is known.
    pub fn beside(&self) -> Self {
        Self { incomplete: Arc::clone(&self.incomplete), ..Self::new() }
    }

    /// Runs `body`; faults that it finds belong to `shape`.
    pub fn inside<T>(&mut self, shape: impl ToString, body: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.inside.replace(shape.to_string());
        let value = body(self);
        self.inside = outer;
        value
    }

    /// The same with a member of the shape at hand.
    pub fn inside_member<T>(&mut self, name: &str, body: impl FnOnce(&mut Self) -> T) -> T {
        match &self.inside {
            Some(shape) => self.inside(format!("{shape}${name}"), body),
            None => body(self),
        }
    }

    /// Runs `body`, which goes on with what may be incomplete because of the faults so far. What it finds to be wrong is
    /// wrong all the same. What it [misses](Self::miss) where there are faults, or in the whole model, is left out.
    pub fn go_on<T>(&mut self, body: impl FnOnce(&mut Self) -> T) -> T {
        let faulty = self.list.iter().filter_map(|fault| fault.shape.clone());
        Arc::make_mut(&mut self.incomplete).extend(faulty);
        let mut log = self.beside();
        let value = body(&mut log);
        let is_first = self.is_empty();
        self.list.extend(log.list.into_iter().filter(|fault| is_first || !fault.code.is_about_whole_model()));
        self.incomplete = log.incomplete;
        value
    }

    /// Notes that the shape or member at hand is incomplete because of faults elsewhere.
    pub fn note_incomplete(&mut self) {
        Arc::make_mut(&mut self.incomplete).extend(self.inside.clone());
    }

    /// Whether that is so, or faults of its own may have taken something away.
    pub fn is_incomplete_inside(&self) -> bool {
        self.inside.as_deref().is_some_and(|id| self.is_incomplete(id))
    }

    /// Whether faults may have taken something away from the shape or member, be it from a member of the shape.
    pub fn is_incomplete(&self, id: &str) -> bool {
        let from = (Bound::Included(id), Bound::Unbounded);
        let next = self.incomplete.range::<str, _>(from).next();
        self.incomplete.contains(root(id)) || next.is_some_and(|next| next == id || root(next) == id)
    }

    /// The ids of the shapes that have faults, be it in members.
    pub fn shapes(&self) -> BTreeSet<String> {
        self.list.iter().filter_map(|fault| fault.shape.as_deref()).map(|id| root(id).to_owned()).collect()
    }

    /// Says of what is not supported how operations come to it.
    pub fn lead_to_unsupported(&mut self, way: impl Fn(&str) -> Option<String>) {
        for fault in self.list.iter_mut().filter(|fault| fault.code.is_unsupported()) {
            if let Some(way) = fault.shape.as_deref().map(root).and_then(&way) {
                let help = fault.help.take().unwrap_or_default();
                fault.help = Some(format!("`{way}` leads here: {help}"));
            }
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many faults there are, repeated ones included.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The faults by place, then code, then message; each once.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        fn key(diagnostic: &Diagnostic) -> (Span, Code, &str) {
            (diagnostic.span, diagnostic.code, &diagnostic.message)
        }
        let mut sorted: Vec<_> = self.list.iter().collect();
        sorted.sort_by(|a, b| key(a).cmp(&key(b)));
        sorted.dedup_by(|a, b| key(a) == key(b));
        sorted
    }

    /// `value`, or the faults if there are any.
    pub fn into_result<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }

    /// The faults as text in the look of rustc, with a blank line after each one.
    pub fn render(&self, source: &Source, color: bool) -> String {
        render::render(&self.sorted(), source, color)
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { list: vec![diagnostic], ..Self::new() }
    }
}

/// The shape of a member's id.
fn root(id: &str) -> &str {
    id.split('$').next().unwrap_or(id)
}
