//! Bodies of responses as trees, so that what is odd about them can be found again.

use proptest::prelude::*;

/// A value. It may be spelled in a way that is no JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// As it stands: numbers, literals, and what only looks like them.
    Raw(String),
    Text(Text),
    Array(Vec<Json>),
    Object(Vec<(Text, Json)>),
}

/// A string or a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub chars: String,
    pub escapes: Escapes,
}

/// Which characters are escaped, besides those that must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Escapes {
    None,
    /// `/`, and whatever has a short form.
    Short,
    First,
    All,
}

impl From<&str> for Text {
    fn from(chars: &str) -> Self {
        Self { chars: chars.to_owned(), escapes: Escapes::None }
    }
}

impl Text {
    fn write(&self, out: &mut String) {
        out.push('"');
        for (at, char) in self.chars.char_indices() {
            match (char, self.escapes) {
                (_, Escapes::All) | (_, Escapes::First) if at == 0 || self.escapes == Escapes::All => {
                    char.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
                }
                ('"' | '\\', _) | ('/', Escapes::Short) => out.extend(['\\', char]),
                ('\n', Escapes::Short) => out.push_str("\\n"),
                ('\t', Escapes::Short) => out.push_str("\\t"),
                ('\u{8}', Escapes::Short) => out.push_str("\\b"),
                ('\0'..='\u{1f}', _) => out.push_str(&format!("\\u{:04X}", u32::from(char))),
                _ => out.push(char),
            }
        }
        out.push('"');
    }
}

impl Json {
    /// The text that is sent; `space` stands around everything.
    pub fn write(&self, space: &str, out: &mut String) {
        out.push_str(space);
        match self {
            Self::Raw(raw) => out.push_str(raw),
            Self::Text(text) => text.write(out),
            Self::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    item.write(space, out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (at, (key, value)) in members.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    out.push_str(space);
                    key.write(out);
                    out.push_str(space);
                    out.push(':');
                    value.write(space, out);
                }
                out.push_str(space);
                out.push('}');
            }
        }
        out.push_str(space);
    }
}

/// A string with any spelling.
pub fn spelled(chars: impl Strategy<Value = String>) -> impl Strategy<Value = Json> {
    (chars, escapes()).prop_map(|(chars, escapes)| Json::Text(Text { chars, escapes }))
}

/// A key with any spelling, most of them plain.
pub fn key(chars: impl Strategy<Value = String>) -> impl Strategy<Value = Text> {
    let escapes = prop_oneof![12 => Just(Escapes::None), 1 => Just(Escapes::First), 1 => Just(Escapes::All)];
    (chars, escapes).prop_map(|(chars, escapes)| Text { chars, escapes })
}

fn escapes() -> impl Strategy<Value = Escapes> {
    prop_oneof![
        4 => Just(Escapes::None),
        1 => Just(Escapes::Short),
        1 => Just(Escapes::First),
        1 => Just(Escapes::All),
    ]
}

/// Numbers in all spellings, and what is none.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "0.0",
    "1",
    "-1",
    "1.5",
    "-1.5",
    "1515531081.123",
    "1.785732980986E9",
    "1e3",
    "1E+3",
    "12e-1",
    "1e-400",
    "1e19",
    "1e308",
    "1e400",
    "-1e400",
    "9223372036854775807",
    "9223372036854775808",
    "253402300799",
    "253402300800",
    "-62135596801",
    "0.9999999999",
    "59.9999999999",
    "1.000000001",
    "123456789012345678901234",
    "01",
    "-01",
    "1.",
    ".5",
    "-",
    "+1",
    "1e",
    "1e+",
    "0x1",
    "NaN",
    "Infinity",
    "1_0",
    "1.2.3",
    "--1",
    "00",
];

/// Numbers in all spellings, some of them none.
pub fn number() -> impl Strategy<Value = Json> {
    prop_oneof![
        2 => prop::sample::select(NUMBERS).prop_map(|raw| Json::Raw(raw.to_owned())),
        6 => (0..2_000_000_000_u32, 0..1000_u32).prop_map(|(secs, millis)| Json::Raw(format!("{secs}.{millis:03}"))),
        1 => any::<i64>().prop_map(|number| Json::Raw(number.to_string())),
        1 => any::<f64>().prop_filter("a number", |it| it.is_finite()).prop_map(|it| Json::Raw(format!("{it:e}"))),
    ]
}

/// Literals, and strings that only JSON forbids.
fn literal() -> impl Strategy<Value = Json> {
    const LITERALS: &[&str] = &[
        "null",
        "true",
        "false",
        "nul",
        "True",
        "undefined",
        "",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\t\"",
        "\"",
        "'a'",
        "}",
        "]",
        ",",
        "/**/1",
    ];
    prop_oneof![
        6 => prop::sample::select(&LITERALS[..3]).prop_map(|raw| Json::Raw(raw.to_owned())),
        1 => prop::sample::select(LITERALS).prop_map(|raw| Json::Raw(raw.to_owned())),
    ]
}

/// Any value.
pub fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![3 => spelled(super::text::text()), 2 => number(), 2 => literal()];
    let tree = leaf.prop_recursive(3, 12, 4, |inner| {
        let member = (key("[a-zA-Z]{1,6}"), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Json::Array),
            prop::collection::vec(member, 0..4).prop_map(Json::Object),
        ]
    });
    prop_oneof![12 => tree, 1 => nested()]
}

/// Arrays or objects in each other, around the depth at which readers give up.
fn nested() -> impl Strategy<Value = Json> {
    let depth = prop_oneof![0..20_usize, 110..140_usize, 1_000..1_001_usize];
    (depth, any::<bool>()).prop_map(|(depth, objects)| {
        (0..depth).fold(Json::Raw("1".to_owned()), |inner, _| match objects {
            true => Json::Object(vec![(Text::from("a"), inner)]),
            false => Json::Array(vec![inner]),
        })
    })
}
