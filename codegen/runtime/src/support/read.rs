//! Reads JSON (RFC 8259, nothing looser) in one pass, without tokens. What a value means is left to the `read_*` files.

use super::number::Number;
use super::scan::plain;
use aws_smithy_types::date_time::Format;
use std::borrow::Cow;

/// Objects and lists deeper than this are refused, so that no body can exhaust the stack.
const DEPTH_LIMIT: u32 = 128;

/// A value that can be read from JSON.
pub trait ReadJson: Sized {
    /// Reads one value, which is not `null`, into an empty place. Its timestamps are spelled in this format.
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, timestamps: Format) -> Result<(), ReadError>;

    /// What `null` means among the elements of a list or map, unless it is an error.
    #[allow(dead_code, reason = "structures may have neither")]
    fn null() -> Option<Self> {
        None
    }
}

/// What the members of an object are read into.
pub trait Members {
    /// Reads the value of a member.
    fn member(&mut self, key: &str, json: &mut Reader<'_>) -> Result<(), ReadError>;
}

impl<F: FnMut(&str, &mut Reader<'_>) -> Result<(), ReadError>> Members for F {
    fn member(&mut self, key: &str, json: &mut Reader<'_>) -> Result<(), ReadError> {
        self(key, json)
    }
}

/// A value cannot be read. Why, the [`Reader`] knows: an error without a size costs nothing where all is well.
#[derive(Debug)]
pub struct ReadError(());

/// Why a body cannot be read, and where; `path::explain` makes the text of it.
#[derive(Debug)]
pub struct Problem {
    /// Offset into the body, in bytes.
    pub at: usize,
    /// What is wrong there; one that begins with "expected" is completed by what was found.
    pub what: &'static str,
    /// The way from there out to the body, which the objects and lists report as they are left.
    pub path: Vec<Step>,
}

impl Problem {
    fn new(at: usize, what: &'static str) -> Self {
        Self { at, what, path: Vec::new() }
    }
}

/// A member of an object by its key, or an element of a list by its index.
#[derive(Debug)]
pub enum Step {
    /// The key.
    Key(String),
    /// The index.
    Index(usize),
}

/// A place in a JSON text.
pub struct Reader<'a> {
    text: &'a str,
    /// The offset of the present place.
    pub(super) at: usize,
    depth: u32,
    problem: Problem,
}

/// Reads a whole body, of which `read` must leave nothing but white space.
pub fn body<'a>(body: &'a [u8], read: &mut dyn FnMut(&mut Reader<'a>) -> Result<(), ReadError>) -> Result<(), Problem> {
    let mut json = Reader::new(body)?;
    match read(&mut json) {
        Ok(()) if json.peek().is_none() => return Ok(()),
        Ok(()) => json.problem = Problem::new(json.at, "expected the end of the body"),
        Err(ReadError(())) => {}
    }
    Err(json.problem)
}

impl<'a> Reader<'a> {
    /// Starts at the first byte; a body that is not UTF-8 is an error.
    pub fn new(body: &'a [u8]) -> Result<Self, Problem> {
        let text = str::from_utf8(body).map_err(|error| Problem::new(error.valid_up_to(), "not UTF-8"))?;
        Ok(Self { text, at: 0, depth: 0, problem: Problem::new(0, "") })
    }

    /// An error at the present place.
    #[cold]
    pub fn error(&mut self, what: &'static str) -> ReadError {
        self.error_at(self.at, what)
    }

    /// An error at an earlier place.
    #[cold]
    pub fn error_at(&mut self, at: usize, what: &'static str) -> ReadError {
        self.problem = Problem::new(at, what);
        ReadError(())
    }

    /// An error below this place.
    #[cold]
    fn below(&mut self, step: Step, error: ReadError) -> ReadError {
        self.problem.path.push(step);
        error
    }

    /// Skips white space and returns the byte after it.
    #[inline(always)]
    pub fn peek(&mut self) -> Option<u8> {
        let byte = self.text.as_bytes().get(self.at).copied();
        if byte.is_some_and(|byte| byte <= b' ') { self.peek_behind_space() } else { byte }
    }

    #[inline(never)]
    fn peek_behind_space(&mut self) -> Option<u8> {
        let is_space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        self.at += self.rest().iter().take_while(is_space).count();
        self.rest().first().copied()
    }

    /// Reads an object.
    pub fn object(&mut self, members: &mut dyn Members) -> Result<(), ReadError> {
        let mut more = self.open(b'{', b'}', "expected an object")?;
        while more {
            match self.plain("\":") {
                Some(key) => members.member(key, self).map_err(|error| self.below(Step::Key(key.to_owned()), error))?,
                None => self.other_member(members)?,
            }
            more = self.more(b'}')?;
        }
        Ok(())
    }

    /// A member whose key is not spelled in the most frequent way.
    #[inline(never)]
    fn other_member(&mut self, members: &mut dyn Members) -> Result<(), ReadError> {
        let key = self.text("expected a key")?;
        if self.peek() != Some(b':') {
            return Err(self.error("expected `:`"));
        }
        self.at += 1;
        members.member(&key, self).map_err(|error| self.below(Step::Key(key.into_owned()), error))
    }

    /// Reads a list, by calling `element` for each.
    pub fn list(&mut self, element: &mut dyn FnMut(&mut Self) -> Result<(), ReadError>) -> Result<(), ReadError> {
        let mut more = self.open(b'[', b']', "expected a list or null")?;
        let mut index = 0;
        while more {
            element(self).map_err(|error| self.below(Step::Index(index), error))?;
            more = self.more(b']')?;
            index += 1;
        }
        Ok(())
    }

    /// Passes over `null`, if it is that.
    #[inline]
    pub fn null(&mut self) -> Result<bool, ReadError> {
        if self.peek() == Some(b'n') { self.literal("null").map(|()| true) } else { Ok(false) }
    }

    /// Passes over a value of any kind, as strictly as if it were read.
    pub fn skip(&mut self) -> Result<(), ReadError> {
        match self.peek() {
            Some(b'"') => self.string().map(drop),
            Some(b'-' | b'0'..=b'9') => self.number().map(drop),
            Some(b'{') => self.object(&mut |_: &str, json: &mut Reader<'_>| json.skip()),
            Some(b'[') => self.list(&mut Self::skip),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            _ => self.literal("null"),
        }
    }

    /// Passes over `true`, `false` or `null`.
    #[inline(never)]
    pub fn literal(&mut self, word: &str) -> Result<(), ReadError> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(self.error("expected a value"));
        }
        self.at += word.len();
        Ok(())
    }

    /// A number.
    pub fn number(&mut self) -> Result<Number<'a>, ReadError> {
        self.peek();
        let text = self.text.get(self.at..).unwrap_or_default();
        let number = Number::new(text).map_err(|(offset, what)| self.error_at(self.at + offset, what))?;
        self.at += number.text.len();
        Ok(number)
    }

    /// A string without its escapes. Half of a surrogate pair is an error, in skipped values too.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'a, str>, ReadError> {
        match self.plain("\"") {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.text("expected a string or null"),
        }
    }

    /// A string in front of which there is no white space, and in which no escapes are. `end` comes behind it.
    #[inline(always)]
    fn plain(&mut self, end: &str) -> Option<&'a str> {
        let bytes = self.text.as_bytes();
        if *bytes.get(self.at)? != b'"' {
            return None;
        }
        let start = self.at + 1;
        let stop = start + plain(bytes.get(start..)?);
        let text = self.text.get(start..stop)?;
        if !bytes.get(stop..)?.starts_with(end.as_bytes()) {
            return None;
        }
        self.at = stop + end.len();
        Some(text)
    }

    #[inline(never)]
    fn text(&mut self, expected: &'static str) -> Result<Cow<'a, str>, ReadError> {
        if self.peek() != Some(b'"') {
            return Err(self.error(expected));
        }
        self.at += 1;
        let start = self.at;
        self.at += plain(self.rest());
        let text = self.since(start);
        if self.take(b'"') { Ok(Cow::Borrowed(text)) } else { self.unescape(text).map(Cow::Owned) }
    }

    #[cold]
    fn unescape(&mut self, plain_start: &str) -> Result<String, ReadError> {
        let mut text = plain_start.to_owned();
        loop {
            if self.take(b'"') {
                return Ok(text);
            }
            if self.take(b'\\') {
                text.push(self.escape()?);
                continue;
            }
            let start = self.at;
            self.at += plain(self.rest());
            if self.at == start {
                return Err(self.error("control character or end of the body in a string"));
            }
            text.push_str(self.since(start));
        }
    }

    fn escape(&mut self) -> Result<char, ReadError> {
        let Some(&byte) = self.rest().first() else {
            return Err(self.error("unfinished escape"));
        };
        let char = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return Err(self.error("unknown escape")),
        };
        self.at += 1;
        Ok(char)
    }

    fn unicode(&mut self) -> Result<char, ReadError> {
        let mut code = self.hex()?;
        if (0xd800..0xdc00).contains(&code) && self.take(b'\\') {
            let low = self.hex()?.wrapping_sub(0xdc00);
            code = if low < 0x400 { 0x1_0000 + ((code - 0xd800) << 10) + low } else { code };
        }
        char::from_u32(code).ok_or_else(|| self.error("half of a surrogate pair"))
    }

    fn hex(&mut self) -> Result<u32, ReadError> {
        let digits = self.rest().strip_prefix(b"u").and_then(|rest| rest.first_chunk::<4>());
        let value = digits.and_then(|d| d.iter().try_fold(0, |sum, d| Some(sum << 4 | char::from(*d).to_digit(16)?)));
        let value = value.ok_or_else(|| self.error("expected `u` and four hexadecimal digits"))?;
        self.at += 5;
        Ok(value)
    }

    /// Enters an object or list, and tells whether there is anything in it.
    #[inline(always)]
    fn open(&mut self, open: u8, close: u8, expected: &'static str) -> Result<bool, ReadError> {
        if self.peek() != Some(open) {
            return Err(self.error(expected));
        }
        if self.depth == DEPTH_LIMIT {
            return Err(self.error("nested deeper than 128 levels"));
        }
        self.depth += 1;
        self.at += 1;
        let more = self.peek() != Some(close);
        if !more {
            self.close();
        }
        Ok(more)
    }

    /// Goes to the next member of an object or list, or leaves it; tells whether there is one.
    #[inline(always)]
    fn more(&mut self, close: u8) -> Result<bool, ReadError> {
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.close();
                Ok(false)
            }
            _ => Err(self.error("expected `,` or the end of the object or list")),
        }
    }

    #[inline(always)]
    fn close(&mut self) {
        self.depth -= 1;
        self.at += 1;
    }

    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        let found = self.text.as_bytes().get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    #[inline]
    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    #[inline]
    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }
}

impl ReadJson for String {
    #[inline(always)]
    fn read(slot: &mut Option<Self>, json: &mut Reader<'_>, _: Format) -> Result<(), ReadError> {
        *slot = Some(json.string()?.into_owned());
        Ok(())
    }
}
