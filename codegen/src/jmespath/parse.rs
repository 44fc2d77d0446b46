//! Reads a JMESPath expression: by binding strength, as its specification lays out. Names are looked up by `check`.

use super::token::{Fault, Token, tokens};
use super::{Expression, Kind, Over};
use crate::ast::Node;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use std::ops::Range;

/// Tokens of an expression. The longest in a model of AWS has about 40.
const MOST_TOKENS: usize = 250;
/// Parentheses and brackets within each other: each takes stack space here, and again while Rust is laid out.
const DEEPEST: usize = 20;

/// The expression that a string of the model holds; what is wrong with it goes to the log.
pub fn parse(node: &Node<'_>, log: &mut Diagnostics) -> Option<Expression> {
    let text = node.string("a JMESPath expression", log)?;
    let place = Place { span: node.span(), is_exact: node.raw().len() == text.len() + 2 };
    let parsed = tokens(&text).and_then(|tokens| {
        let mut parser = Parser { tokens, at: 0, depth: 0, place };
        if parser.tokens.len() > MOST_TOKENS {
            return Err((0..text.len(), format!("the expression has more than {MOST_TOKENS} tokens")));
        }
        let expression = parser.expression(0)?;
        if parser.peek() == &Token::End { Ok(expression) } else { Err(parser.unexpected("the end")) }
    });
    match parsed {
        Ok(expression) => Some(expression),
        Err((bytes, why)) => {
            let fault =
                Diagnostic::new(Code::TraitValue, place.of(&bytes), format!("the JMESPath expression is wrong: {why}"));
            log.push(fault.label("cannot be read from here"));
            None
        }
    }
}

/// Where the expression stands in the model.
#[derive(Clone, Copy)]
struct Place {
    span: Span,
    /// Whether the model writes it without escapes, so that places within can be told.
    is_exact: bool,
}

impl Place {
    fn of(&self, bytes: &Range<usize>) -> Span {
        if !self.is_exact {
            return self.span;
        }
        let start = self.span.start + 1;
        Span { start: start + bytes.start, end: start + bytes.end.max(bytes.start + 1) }
    }
}

struct Parser {
    tokens: Vec<(Token, Range<usize>)>,
    at: usize,
    depth: usize,
    place: Place,
}

/// How strongly a token binds to what stands on its left. What binds weaker than [`STOP`] ends a projection.
fn strength(token: &Token) -> u8 {
    match token {
        Token::Sign("|") => 1,
        Token::Sign("||") => 2,
        Token::Sign("&&") => 3,
        Token::Compare(_) => 5,
        Token::Sign("[]") => 9,
        Token::Sign("[?") => 21,
        Token::Sign(".") => 40,
        Token::Sign("[") => 55,
        _ => 0,
    }
}

const STOP: u8 = 10;
const STAR: u8 = 20;
const FILTER: u8 = 21;
const DOT: u8 = 40;
const NOT: u8 = 45;

type Parsed = Result<Expression, Fault>;

impl Parser {
    fn expression(&mut self, right: u8) -> Parsed {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err((self.bytes(), "it is nested too deeply".to_owned()));
        }
        let start = self.bytes().start;
        let mut left = self.prefix()?;
        while right < strength(self.peek()) {
            left = self.infix(left, start)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    fn prefix(&mut self) -> Parsed {
        let bytes = self.bytes();
        let start = bytes.start;
        let kind = match self.next() {
            Token::Name(name) if self.peek() == &Token::Sign("(") => {
                self.next();
                Kind::Call(name, self.list(")")?)
            }
            Token::Name(name) | Token::Quoted(name) => Kind::Field(name),
            Token::Literal(literal) => Kind::Literal(literal),
            Token::Composite => Kind::Unsupported("literal lists and objects"),
            Token::Sign("@") => Kind::Current,
            Token::Sign("!") => Kind::Not(self.expression(NOT)?.into()),
            Token::Sign("&") => {
                self.expression(0)?;
                Kind::Unsupported("references to expressions")
            }
            Token::Sign("(") => {
                let inner = self.expression(0)?;
                self.expect(")")?;
                return Ok(inner);
            }
            Token::Sign("*") => self.each(Over::Values, self.current(start), STAR)?,
            Token::Sign("[]") => self.each(Over::Elements, self.wrap(start, |at| Kind::Flatten(at.into())), 9)?,
            Token::Sign("[?") => self.filter(self.current(start))?,
            Token::Sign("[") => self.bracket(self.current(start), start, true)?,
            Token::Sign("{") => self.hash()?,
            Token::Number(_) | Token::Compare(_) | Token::Sign(_) | Token::End => {
                return Err((bytes, "expected an expression".to_owned()));
            }
        };
        Ok(self.finish(start, kind))
    }

    fn infix(&mut self, left: Expression, start: usize) -> Parsed {
        let token = self.next();
        let right = strength(&token);
        let kind = match token {
            Token::Sign(".") => {
                if self.peek() == &Token::Sign("*") {
                    self.next();
                    self.each(Over::Values, left, STAR)?
                } else {
                    Kind::Then(left.into(), self.after_dot(DOT)?.into())
                }
            }
            Token::Sign("|") => Kind::Then(left.into(), self.expression(right)?.into()),
            Token::Sign("||") => Kind::Or(left.into(), self.expression(right)?.into()),
            Token::Sign("&&") => Kind::And(left.into(), self.expression(right)?.into()),
            Token::Compare(comparator) => Kind::Compare(comparator, left.into(), self.expression(right)?.into()),
            Token::Sign("[]") => {
                let flat = self.finish(start, Kind::Flatten(left.into()));
                self.each(Over::Elements, flat, right)?
            }
            Token::Sign("[?") => self.filter(left)?,
            _ => self.bracket(left, start, false)?,
        };
        Ok(self.finish(start, kind))
    }

    /// What stands behind `[`: an index, `*`, or at the beginning of an expression a list.
    fn bracket(&mut self, left: Expression, start: usize, is_first: bool) -> Result<Kind, Fault> {
        match self.peek().clone() {
            Token::Number(index) => {
                self.next();
                if self.peek() != &Token::Sign("]") {
                    return self.slice();
                }
                self.next();
                Ok(Kind::Index(left.into(), index))
            }
            Token::Sign(":") => self.slice(),
            Token::Sign("*") if self.tokens[self.at + 1].0 == Token::Sign("]") => {
                self.next();
                self.next();
                self.each(Over::Elements, left, STAR)
            }
            _ if is_first => Ok(Kind::List(self.list("]")?)),
            _ => Err((start..self.bytes().end, "expected an index, `*` or `?` in the brackets".to_owned())),
        }
    }

    fn slice(&mut self) -> Result<Kind, Fault> {
        while let Token::Number(_) | Token::Sign(":") = self.peek() {
            self.next();
        }
        self.expect("]")?;
        self.after_projection(STAR)?;
        Ok(Kind::Unsupported("slices"))
    }

    fn filter(&mut self, left: Expression) -> Result<Kind, Fault> {
        let condition = self.expression(0)?;
        self.expect("]")?;
        self.each(Over::Where(condition.into()), left, FILTER)
    }

    fn each(&mut self, over: Over, left: Expression, right: u8) -> Result<Kind, Fault> {
        Ok(Kind::Each(over, left.into(), self.after_projection(right)?.into()))
    }

    /// What is asked of each part of a projection.
    fn after_projection(&mut self, right: u8) -> Parsed {
        match self.peek() {
            token if strength(token) < STOP => Ok(self.current(self.bytes().start)),
            Token::Sign("[" | "[?") => self.expression(right),
            Token::Sign(".") => {
                self.next();
                self.after_dot(right)
            }
            _ => Err(self.unexpected("`.` or `[`")),
        }
    }

    fn after_dot(&mut self, right: u8) -> Parsed {
        match self.peek() {
            Token::Name(_) | Token::Quoted(_) | Token::Sign("*" | "{") => self.expression(right),
            Token::Sign("[") => {
                let start = self.bytes().start;
                self.next();
                let kind = Kind::List(self.list("]")?);
                Ok(self.finish(start, kind))
            }
            _ => Err(self.unexpected("a name")),
        }
    }

    /// Expressions with commas in between, and the sign that ends them.
    fn list(&mut self, end: &'static str) -> Result<Vec<Expression>, Fault> {
        let mut items = Vec::new();
        if end == ")" && self.peek() == &Token::Sign(end) {
            self.next();
            return Ok(items);
        }
        loop {
            items.push(self.expression(0)?);
            if self.peek() == &Token::Sign(end) {
                self.next();
                return Ok(items);
            }
            self.expect(",")?;
        }
    }

    fn hash(&mut self) -> Result<Kind, Fault> {
        loop {
            if !matches!(self.peek(), Token::Name(_) | Token::Quoted(_)) {
                return Err(self.unexpected("a key"));
            }
            self.next();
            self.expect(":")?;
            self.expression(0)?;
            if self.peek() == &Token::Sign("}") {
                self.next();
                return Ok(Kind::Unsupported("objects with keys of their own"));
            }
            self.expect(",")?;
        }
    }

    fn current(&self, at: usize) -> Expression {
        Expression { span: self.place.of(&(at..at)), kind: Kind::Current }
    }

    fn wrap(&self, at: usize, kind: impl FnOnce(Expression) -> Kind) -> Expression {
        self.finish(at, kind(self.current(at)))
    }

    /// An expression from `start` to where the parser stands.
    fn finish(&self, start: usize, kind: Kind) -> Expression {
        let end = self.tokens[self.at.max(1) - 1].1.end;
        Expression { span: self.place.of(&(start..end)), kind }
    }

    fn peek(&self) -> &Token {
        &self.tokens[self.at].0
    }

    fn bytes(&self) -> Range<usize> {
        self.tokens[self.at].1.clone()
    }

    /// The token at hand; the parser never steps over the end.
    fn next(&mut self) -> Token {
        let token = self.peek().clone();
        self.at += usize::from(self.at + 1 < self.tokens.len());
        token
    }

    fn expect(&mut self, sign: &'static str) -> Result<(), Fault> {
        if self.peek() != &Token::Sign(sign) {
            return Err(self.unexpected(&format!("`{sign}`")));
        }
        self.next();
        Ok(())
    }

    fn unexpected(&self, expected: &str) -> Fault {
        (self.bytes(), format!("expected {expected}"))
    }
}
