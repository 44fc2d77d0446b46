//! Turns patterns of the model, which are of ECMA 262 and Unicode, into the syntax of the crate `regex`.
//!
//! See <https://smithy.io/2.0/spec/constraint-traits.html#pattern-trait>. What has no counterpart, such as look-around,
//! is said, and not checked.

use regex::Regex;
use std::iter::Peekable;
use std::str::Chars;

/// The same pattern for `regex`.
///
/// # Errors
/// Why there is none, in the middle of a sentence.
pub fn translate(source: &str) -> Result<String, String> {
    let mut pattern = Translation { rest: source.chars().peekable(), text: String::new() };
    pattern.whole()?;
    match Regex::new(&pattern.text) {
        Ok(_) => Ok(pattern.text),
        Err(regex::Error::CompiledTooBig(_)) => Err("it repeats too much to be compiled".to_owned()),
        Err(fault) => {
            let fault = fault.to_string();
            Err(fault.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned())
        }
    }
}

/// What `.` matches, and what `\s` does: `regex` has other line ends and blanks.
const ANY: &str = r"[^\n\r\u{2028}\u{2029}]";
const BLANK: &str = r"[[\s\u{FEFF}]--\u{85}]";
const NOT_BLANK: &str = r"[^[\s\u{FEFF}]--\u{85}]";

struct Translation<'a> {
    rest: Peekable<Chars<'a>>,
    text: String,
}

impl Translation<'_> {
    fn whole(&mut self) -> Result<(), String> {
        while let Some(c) = self.rest.next() {
            match c {
                '\\' => self.escape(false).map(drop)?,
                '[' => self.class()?,
                '.' => self.text.push_str(ANY),
                '(' => self.group()?,
                '{' if !self.is_quantifier() => self.text.push_str(r"\{"),
                _ => self.text.push(c),
            }
        }
        Ok(())
    }

    fn group(&mut self) -> Result<(), String> {
        let start: String = self.rest.clone().take(3).collect();
        if ["?=", "?!", "?<=", "?<!"].iter().any(|look| start.starts_with(look)) {
            return Err("it has look-around".to_owned());
        }
        self.text.push('(');
        Ok(())
    }

    /// Whether `{` begins one, as in `{2}`, `{2,}` or `{2,5}`; else it is a plain character.
    fn is_quantifier(&self) -> bool {
        let inner: String = self.rest.clone().take_while(|c| *c != '}').collect();
        let (min, max) = inner.split_once(',').unwrap_or((&inner, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        !min.is_empty() && is_number(min) && is_number(max) && self.rest.clone().any(|c| c == '}')
    }

    fn class(&mut self) -> Result<(), String> {
        let negated = self.rest.next_if_eq(&'^').is_some();
        if self.rest.next_if_eq(&']').is_some() {
            self.text.push_str(if negated { "(?s:.)" } else { r"[^\s\S]" });
            return Ok(());
        }
        self.text.push_str(if negated { "[^" } else { "[" });
        let mut after_set = true;
        loop {
            let Some(c) = self.rest.next() else { return Err("a class does not end".to_owned()) };
            after_set = match c {
                ']' => break,
                '\\' => self.escape(true)?,
                '-' if after_set || self.is_set_next() => self.literal('-'),
                // A range up to `-`; two of them mean something else.
                '-' if self.rest.next_if_eq(&'-').is_some() => {
                    self.text.push('-');
                    self.literal('-')
                }
                '[' | '&' | '~' => self.literal(c),
                _ => {
                    self.text.push(c);
                    false
                }
            };
        }
        self.text.push(']');
        Ok(())
    }

    /// Whether what follows in a class is a set, so that a `-` in front is not that of a range.
    fn is_set_next(&self) -> bool {
        let mut rest = self.rest.clone();
        rest.next() == Some('\\') && rest.next().is_some_and(|c| "dDwWsSpP".contains(c))
    }

    /// What stands behind `\`; says whether it is a set rather than a character.
    fn escape(&mut self, in_class: bool) -> Result<bool, String> {
        let Some(c) = self.rest.next() else { return Err("it ends in `\\`".to_owned()) };
        let set = match c {
            'd' if in_class => "0-9",
            'd' => "[0-9]",
            'D' => "[^0-9]",
            'w' if in_class => "0-9A-Za-z_",
            'w' => "[0-9A-Za-z_]",
            'W' => "[^0-9A-Za-z_]",
            's' => BLANK,
            'S' => NOT_BLANK,
            'p' | 'P' => {
                self.braced(c);
                return Ok(true);
            }
            _ => return self.character(c, in_class).map(|()| false),
        };
        self.text.push_str(set);
        Ok(true)
    }

    fn character(&mut self, c: char, in_class: bool) -> Result<(), String> {
        match c {
            'b' if in_class => self.text.push_str(r"\x08"),
            'b' => self.text.push_str(r"(?-u:\b)"),
            'B' if !in_class => self.text.push_str(r"(?-u:\B)"),
            'u' => self.unicode()?,
            't' | 'n' | 'r' | 'f' | 'v' | 'x' => self.text.extend(['\\', c]),
            '0' => self.text.push_str(r"\x00"),
            '1'..='9' | 'k' => return Err("it has back-references".to_owned()),
            _ if c.is_ascii_alphanumeric() => return Err(format!("`\\{c}` is not of ECMA 262")),
            _ => drop(self.literal(c)),
        }
        Ok(())
    }

    /// `\uXXXX`, of which two can be one character, or `\u{X}`.
    fn unicode(&mut self) -> Result<(), String> {
        if self.rest.peek() == Some(&'{') {
            self.braced('u');
            return Ok(());
        }
        let mut units = vec![self.unit()?];
        let mut ahead = self.rest.clone();
        if (0xD800..0xDC00).contains(&units[0]) && ahead.next() == Some('\\') && ahead.next() == Some('u') {
            self.rest = ahead;
            units.push(self.unit()?);
        }
        let Some(Ok(c)) = char::decode_utf16(units).next() else {
            return Err("it has half a character".to_owned());
        };
        self.text.push_str(&format!("\\u{{{:X}}}", u32::from(c)));
        Ok(())
    }

    /// An escape with its braces, if it has any, as it is.
    fn braced(&mut self, c: char) {
        self.text.extend(['\\', c]);
        let mut next = self.rest.next_if_eq(&'{');
        while let Some(c) = next {
            self.text.push(c);
            next = if c == '}' { None } else { self.rest.next() };
        }
    }

    fn unit(&mut self) -> Result<u16, String> {
        let digits: String = self.rest.by_ref().take(4).collect();
        let is_whole = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let unit = u16::from_str_radix(&digits, 16).ok().filter(|_| is_whole);
        unit.ok_or_else(|| "`\\u` lacks its four digits".to_owned())
    }

    /// A character that stands for itself, and not for a set.
    fn literal(&mut self, c: char) -> bool {
        self.text.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
        false
    }
}

#[cfg(test)]
mod tests {
    use super::translate;

    fn matches(pattern: &str, value: &str) -> bool {
        regex::Regex::new(&translate(pattern).unwrap()).unwrap().is_match(value)
    }

    #[test]
    fn plain_patterns_stay_as_they_are() {
        for plain in ["^[a-zA-Z0-9]{22}$", r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$", "^(a|b)?(?:c|(?<n>d)){1,}x*?$"] {
            assert_eq!(translate(plain).unwrap(), plain);
        }
    }

    #[test]
    fn classes_are_those_of_ecma_262() {
        for (pattern, yes, no) in [
            (r"^\d\w\s$", "1_\u{feff}", "\u{663}_ "),
            (r"^[\d\w\s]+$", "1_\u{a0}", "\u{85}"),
            (r"^\S$", "\u{85}", "\u{feff}"),
            ("^.$", "\u{85}", "\u{2028}"),
            ("^[^]$", "\n", ""),
            ("a|^[]$", "a", ""),
            (r"^[\w-.]+$", "a-.", "/"),
            (r"^[.-\w]+$", "a-.", "/"),
            ("^[0-9-_]+$", "1-_", ";"),
            ("^[+--]+$", "+,-", "."),
            ("^[[&&a~~]+$", "[&a~", "b"),
            (r"^[\b]$", "\u{8}", "b"),
            (r"^\bé", "", "é"),
            (r"^[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF]$", "\u{1f600}", "\n"),
            (r"^\u{e9}\x41\0$", "éA\0", "e"),
            (r"^\/\-\_\<\]{}{,2}$", "/-_<]{}{,2}", "/"),
        ] {
            assert!(yes.is_empty() || matches(pattern, yes), "{pattern} on {yes:?}: {:?}", translate(pattern));
            assert!(!matches(pattern, no), "{pattern} on {no:?}: {:?}", translate(pattern));
        }
    }

    #[test]
    fn what_has_no_counterpart_is_said() {
        for (pattern, why) in [
            ("^(?!aws).*$", "it has look-around"),
            ("a(?<=b)", "it has look-around"),
            (r"^(a)\1$", "it has back-references"),
            (r"\Aa\z", r"`\A` is not of ECMA 262"),
            (r"[\uD800]", "it has half a character"),
            (r"\p{Alnum}", "Unicode property not found"),
            (r"^\p{L}{1,131072}$", "it repeats too much to be compiled"),
            ("[a", "a class does not end"),
            ("(", "unclosed group"),
            ("a\\", "it ends in `\\`"),
            (r"\u12", r"`\u` lacks its four digits"),
        ] {
            assert_eq!(translate(pattern).unwrap_err(), why, "{pattern}");
        }
    }
}
