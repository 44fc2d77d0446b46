//! Constants that a model gives to members without a value.

/// A default value, typed by the target of its member.
#[derive(Clone, Debug, PartialEq)]
pub enum Default {
    Boolean(bool),
    /// The JSON spelling of the number.
    Number(String),
    String(String),
    EmptyList,
    EmptyMap,
    Document(Document),
}

/// A constant document.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    Null,
    Boolean(bool),
    Integer(i128),
    Float(f64),
    String(String),
    List(Vec<Document>),
    /// Sorted by key.
    Map(Vec<(String, Document)>),
}
