//! Leaves out what no line shows: reading it and filling it in takes long.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The tokens without documentation and permissions, without the functions that implement traits, and with empty ones elsewhere.
pub fn tokens(tokens: TokenStream) -> Vec<TokenTree> {
    items(tokens, false)
}

/// What the braces belong to that come next.
#[derive(Clone, Copy, PartialEq)]
enum Head {
    Other,
    Function,
    Impl,
    ImplFor,
}

/// Of a trait's implementation, items without functions.
fn items(tokens: TokenStream, of_trait: bool) -> Vec<TokenTree> {
    let (mut output, mut head, mut start) = (Vec::new(), Head::Other, 0);
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        if is_silent(&tree, trees.peek()) {
            trees.next();
            continue;
        }
        let ends = match &tree {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        head = next(head, &tree, trees.peek());
        match tree {
            TokenTree::Group(_) if ends && head == Head::Function => {
                output.push(Group::new(Delimiter::Brace, TokenStream::new()).into());
            }
            TokenTree::Group(group) => {
                let inside = items(group.stream(), ends && head == Head::ImplFor);
                output.push(Group::new(group.delimiter(), inside.into_iter().collect()).into());
            }
            tree => output.push(tree),
        }
        if ends {
            if of_trait && head == Head::Function {
                output.truncate(start);
            }
            (head, start) = (Head::Other, output.len());
        }
    }
    output
}

/// What the head is with one more token.
fn next(head: Head, tree: &TokenTree, following: Option<&TokenTree>) -> Head {
    let TokenTree::Ident(word) = tree else { return head };
    let angle = matches!(following, Some(TokenTree::Punct(punct)) if punct.as_char() == '<');
    match head {
        // The type of a function has no name.
        Head::Other if *word == "fn" && !matches!(following, Some(TokenTree::Group(_))) => Head::Function,
        Head::Other if *word == "impl" => Head::Impl,
        // `for<'a>` is part of a bound.
        Head::Impl if *word == "for" && !angle => Head::ImplFor,
        head => head,
    }
}

/// Whether two tokens are an attribute that no line shows: `#[doc = ...]`, `#[allow(...)]`.
fn is_silent(tree: &TokenTree, next: Option<&TokenTree>) -> bool {
    let hash = matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '#');
    let Some(TokenTree::Group(group)) = next.filter(|_| hash) else { return false };
    let mut inside = group.stream().into_iter();
    match inside.next() {
        Some(TokenTree::Ident(word)) if word == "allow" => true,
        Some(TokenTree::Ident(word)) if word == "doc" => {
            matches!(inside.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=')
        }
        _ => false,
    }
}
