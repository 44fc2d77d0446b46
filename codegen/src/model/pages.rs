//! How the result of an operation is cut into pages, as the model says it.

use crate::diagnostic::Span;

/// `smithy.api#paginated` of an operation, completed by that of the service, or what that of a service says.
#[derive(Clone, Debug)]
pub struct Paginated {
    /// The value of the trait.
    pub span: Span,
    /// The member of the input that says which page to give.
    pub input_token: Option<MemberPath>,
    /// Where the output has the token of the next page.
    pub output_token: Option<MemberPath>,
    /// Where the output has what a page consists of.
    pub items: Option<MemberPath>,
    /// The member of the input that says how much a page has at most.
    pub page_size: Option<MemberPath>,
    /// Whether something could not be read.
    pub incomplete: bool,
}

/// Names of members with dots in between.
#[derive(Clone, Debug)]
pub struct MemberPath {
    pub text: String,
    /// The string in the model.
    pub span: Span,
}

impl Paginated {
    /// Takes what is missing from the service.
    pub fn or(self, service: Option<&Self>) -> Self {
        let Some(service) = service else { return self };
        Self {
            span: self.span,
            input_token: self.input_token.or_else(|| service.input_token.clone()),
            output_token: self.output_token.or_else(|| service.output_token.clone()),
            items: self.items.or_else(|| service.items.clone()),
            page_size: self.page_size.or_else(|| service.page_size.clone()),
            incomplete: self.incomplete || service.incomplete,
        }
    }
}
