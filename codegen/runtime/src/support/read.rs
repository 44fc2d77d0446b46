//! Reads JSON (RFC 8259, nothing looser) in one pass, without tokens. What a value means is left to the `read_*` files.

use super::scan::plain;
use std::borrow::Cow;

/// Objects and lists deeper than this are refused, so that no body can exhaust the stack.
const DEPTH_LIMIT: usize = 128;

/// A shape that can be read from JSON.
pub trait ReadJson: Sized {
    /// Reads one value, which is not `null`.
    fn read(json: &mut Reader<'_>) -> Result<Self, ReadError>;
}

/// Why a body could not be read, and where; `path::explain` makes the text of it.
#[derive(Clone, Copy, Debug)]
pub struct ReadError {
    /// Offset into the body, in bytes.
    pub at: usize,
    /// What is wrong there; one that begins with "expected" is completed by what was found.
    pub problem: &'static str,
}

/// A place in a JSON text.
pub struct Reader<'a> {
    text: &'a str,
    /// The offset of the present place.
    pub(super) at: usize,
    depth: usize,
    /// Whether an object or list was just opened: the next member needs no comma.
    fresh: bool,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte; a body that is not UTF-8 is an error.
    pub fn new(body: &'a [u8]) -> Result<Self, ReadError> {
        match str::from_utf8(body) {
            Ok(text) => Ok(Self { text, at: 0, depth: 0, fresh: false }),
            Err(error) => Err(ReadError { at: error.valid_up_to(), problem: "not UTF-8" }),
        }
    }

    /// Checks that nothing but white space is left.
    pub fn finish(mut self) -> Result<(), ReadError> {
        self.peek().map_or(Ok(()), |_| Err(self.error("expected the end of the body")))
    }

    /// An error at the present place.
    #[cold]
    pub fn error(&self, problem: &'static str) -> ReadError {
        ReadError { at: self.at, problem }
    }

    /// Skips white space and returns the byte after it.
    #[inline(always)]
    pub fn peek(&mut self) -> Option<u8> {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            if !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    /// Enters an object, whose members [`Reader::key`] then walks.
    pub fn begin_object(&mut self) -> Result<(), ReadError> {
        self.begin(b'{', "expected an object")
    }

    /// The key of the next member, or `None` behind the last one.
    pub fn key(&mut self) -> Result<Option<Cow<'a, str>>, ReadError> {
        if !self.advance(b'}')? {
            return Ok(None);
        }
        if self.peek() != Some(b'"') {
            return Err(self.error("expected a key"));
        }
        let key = self.text()?;
        if self.peek() != Some(b':') {
            return Err(self.error("expected `:`"));
        }
        self.at += 1;
        Ok(Some(key))
    }

    /// Enters a list, whose elements [`Reader::element`] then announces.
    pub fn begin_list(&mut self) -> Result<(), ReadError> {
        self.begin(b'[', "expected a list or null")
    }

    /// Whether there is a further element; `false` behind the last one.
    pub fn element(&mut self) -> Result<bool, ReadError> {
        self.advance(b']')
    }

    /// `None` for `null`, otherwise what `read` makes of the value: the frame of every `read_*` method.
    #[inline]
    pub fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, ReadError>,
    ) -> Result<Option<T>, ReadError> {
        if self.peek() == Some(b'n') {
            return self.literal("null").map(|()| None);
        }
        read(self).map(Some)
    }

    /// A string member.
    pub fn string(&mut self) -> Result<Option<String>, ReadError> {
        self.optional(|json| json.text().map(String::from))
    }

    /// Passes over a value of any kind, as strictly as if it were read.
    pub fn skip(&mut self) -> Result<(), ReadError> {
        match self.peek() {
            Some(b'"') => self.text().map(drop),
            Some(b'-' | b'0'..=b'9') => self.number().map(drop),
            Some(b'{') => {
                self.begin_object()?;
                while self.key()?.is_some() {
                    self.skip()?;
                }
                Ok(())
            }
            Some(b'[') => {
                self.begin_list()?;
                while self.element()? {
                    self.skip()?;
                }
                Ok(())
            }
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            _ => self.literal("null"),
        }
    }

    /// Passes over `true`, `false` or `null`.
    pub fn literal(&mut self, word: &str) -> Result<(), ReadError> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(self.error("expected a value"));
        }
        self.at += word.len();
        Ok(())
    }

    /// A number as it is spelled.
    pub fn number(&mut self) -> Result<&'a str, ReadError> {
        self.peek();
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits("expected a number or null")?;
        }
        if self.take(b'.') {
            self.digits("expected a digit")?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits("expected a digit")?;
        }
        Ok(self.since(start))
    }

    /// A string without its escapes. Half of a surrogate pair is an error, in skipped values too.
    #[inline(always)]
    pub fn text(&mut self) -> Result<Cow<'a, str>, ReadError> {
        if self.peek() != Some(b'"') {
            return Err(self.error("expected a string or null"));
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
        while !self.take(b'"') {
            if !self.take(b'\\') {
                return Err(self.error("control character or end of the body in a string"));
            }
            text.push(self.escape()?);
            let start = self.at;
            self.at += plain(self.rest());
            text.push_str(self.since(start));
        }
        Ok(text)
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

    fn begin(&mut self, open: u8, expected: &'static str) -> Result<(), ReadError> {
        if self.peek() != Some(open) {
            return Err(self.error(expected));
        }
        if self.depth == DEPTH_LIMIT {
            return Err(self.error("nested deeper than 128 levels"));
        }
        self.depth += 1;
        self.at += 1;
        self.fresh = true;
        Ok(())
    }

    /// Goes to the next member of an object or list, or behind its `close`.
    #[inline(always)]
    fn advance(&mut self, close: u8) -> Result<bool, ReadError> {
        let fresh = std::mem::replace(&mut self.fresh, false);
        match self.peek() {
            Some(byte) if byte == close => self.depth -= 1,
            Some(b',') if !fresh => {
                self.at += 1;
                return Ok(true);
            }
            Some(_) if fresh => return Ok(true),
            _ => return Err(self.error("expected `,` or the end of the object or list")),
        }
        self.at += 1;
        Ok(false)
    }

    fn digits(&mut self, expected: &'static str) -> Result<(), ReadError> {
        let count = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        if count == 0 { Err(self.error(expected)) } else { Ok(()) }
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
