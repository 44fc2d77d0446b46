//! The table of faults: a stable code, a title and an explanation each.

use std::fmt;

macro_rules! codes {
    ($($number:literal $name:ident $title:literal $explanation:literal)*) => {
        /// Which fault a diagnostic reports. Codes keep their meaning for good; retired ones are not used again.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $title] $name = $number,)*
        }

        impl Code {
            /// Every code, by number.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The fault in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)* }
            }

            /// What causes the fault and what to do about it.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$name => $explanation,)* }
            }
        }
    };
}

impl Code {
    /// Whether it says that something is nowhere in the model.
    pub fn is_about_whole_model(self) -> bool {
        matches!(self, Code::NoService | Code::NothingSelected)
    }

    /// Whether nothing is wrong but that the generator cannot do it yet.
    pub fn is_unsupported(self) -> bool {
        matches!(self, Code::UnsupportedTrait | Code::UnsupportedShape)
    }

    /// Reads a code such as `SM0007`, in any case, also as it is printed: `error[SM0007]`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_start_matches("error[").trim_end_matches([']', ':']);
        Self::ALL.iter().copied().find(|code| code.to_string().eq_ignore_ascii_case(text))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SM{:04}", *self as u16)
    }
}

codes! {
    1 NotJson "the model is not JSON"
    "The text does not follow the JSON grammar at the marked place. Models are read in the JSON form of Smithy \
     (the JSON AST). A `.smithy` file must be converted first, with `smithy ast`. Where the text ends too early, the \
     file was truncated: fetch it again."

    2 EmptyFile "the model is empty"
    "The file holds nothing but white space. It must hold a Smithy model in JSON form."

    3 ByteOrderMark "the model begins with a byte order mark"
    "JSON text must not begin with the byte order mark U+FEFF (RFC 8259, section 8.1). Save the file as UTF-8 without \
     a byte order mark."

    4 TooDeep "the model is nested too deeply"
    "Objects and arrays may be nested 256 levels deep. No real model comes near this; the limit keeps a damaged or \
     hostile file from exhausting the stack."

    5 DuplicateKey "a key is written twice"
    "JSON tools disagree on which of two equal keys counts, so neither is taken. Remove or rename one of them."

    6 WrongKind "a value has the wrong JSON type"
    "The JSON form of Smithy (specification, \"JSON AST\") fixes the JSON type of this value: for example `shapes` is \
     an object and `target` a string."

    7 Version "the Smithy version is missing or not supported"
    "The key `smithy` at the top of the model says which version of Smithy the model is written in. Supported are \
     \"1.0\" and \"2.0\", also written \"1\" and \"2\"."

    8 MissingKey "a required key is missing"
    "The JSON form of Smithy requires this key: `smithy` and `shapes` at the top, `type` in a shape, `target` in a \
     member or reference."

    9 ShapeId "a shape id is malformed"
    "A shape id is a namespace, `#` and a name, such as `com.amazonaws.voiceid#Domain`; a member follows after `$`. \
     Each part is an identifier: ASCII letters, digits and `_`, first a letter, or `_` and then a letter or digit. Ids in \
     JSON models are always written in full."

    10 ShapeType "the type of a shape is unknown"
    "The key `type` of a shape names one of the shape types of the Smithy specification, such as `structure`."

    11 Identifier "a name is not an identifier"
    "Names of members and renamed shapes are identifiers: ASCII letters, digits and `_`, first a letter, or `_` and then \
     a letter or digit."

    12 NotUtf8 "the model is not UTF-8"
    "JSON text is UTF-8 (RFC 8259, section 8.1). Where an editor saved the file in another encoding, such as UTF-16 or \
     Latin-1, save it again as UTF-8."

    20 NoService "the model has no such service"
    "Code is generated for one service of the model. The model has none, or none of the given name. Only shapes of \
     type `service` can be chosen, by full id or by name."

    21 SeveralServices "the model has several services"
    "Code is generated for one service of the model. Say which one is meant: with `--service`, or \
     with `service` in [package.metadata.codegen] of the crate."

    22 NothingSelected "no operation is selected"
    "At least one operation must be generated. Name operations, or choose all; a service without operations has \
     nothing to call."

    23 UnknownOperation "the service has no such operation"
    "Operations are selected by name or by full shape id. They must be bound to the service: listed in its \
     `operations`, or in a resource of the service."

    30 Dangling "a referenced shape does not exist"
    "Every target must be a shape of the model or of the Smithy prelude (`smithy.api#String` and the like). Shapes of \
     other files are not looked up: join the models first, for example with `smithy ast`."

    31 WrongTarget "a reference leads to the wrong type of shape"
    "Where a shape is referred to, only some types make sense: inputs and outputs are structures, keys of maps are \
     strings, members never lead to services, operations or resources."

    32 NotAnError "a shape listed as error is not one"
    "Shapes in `errors` must be structures with the trait `smithy.api#error`, which says whether the client or the \
     service is at fault."

    33 Incomplete "a shape lacks a member"
    "A list needs its `member`, a map its `key` and `value`; unions and enums need at least one member. They may come \
     from mixins."

    34 MixinCycle "mixins form a cycle"
    "A mixin may use other mixins, but not itself, neither directly nor through others."

    35 MixinConflict "a member and its mixin disagree"
    "A member that comes from a mixin may be repeated to change its traits, but its target stays the same."

    36 Rename "a shape cannot be renamed this way"
    "`rename` of the service gives shapes of the closure another name in the generated code. Error structures keep \
     their names in the AWS JSON protocols, because the name is what goes over the wire."

    37 SameName "two shapes have the same name"
    "Structures, unions and enums of one service must differ in name, even without regard to case, though they stand \
     in different namespaces. `rename` of the service gives one of them another name."

    38 EndlessType "a list or map contains itself"
    "A shape may lead back to itself only through a structure or a union; a list of itself has no end."

    40 UnsupportedTrait "a trait is not supported yet"
    "The trait changes what goes over the wire or what callers see, and the generator cannot do it yet. Ignoring it \
     would give a client that compiles and misbehaves. Select operations that do not reach the shape."

    41 UnknownTrait "a trait is unknown and might change the wire"
    "Traits of the namespaces of Smithy and AWS can change what goes over the wire. This one is in no table of the \
     generator. Read its documentation and add it to a table in `codegen/src/traits/tables.rs`: effective, inert or \
     unsupported, with the reason."

    42 TraitValue "the value of a trait is wrong"
    "The value of the trait does not have the form that the definition of the trait gives. Paths through input and output, \
     as JMESPath expressions or as names with dots in between, are compiled: they must name members that are there, and \
     ask of values only what values of their type have."

    43 DefaultValue "a default value does not fit its member"
    "`smithy.api#default` must be a value of the targeted type. Lists and maps can only be empty by default."

    44 EnumValue "the value of an enum is wrong"
    "Values of an `enum` are distinct strings, those of an `intEnum` distinct integers of 32 bits, given for each \
     member of the latter with `smithy.api#enumValue`."

    45 TraitConflict "a trait has two values"
    "An `apply` statement and the shape itself give the same trait different values. Remove one of them."

    46 Pagination "the pages of an operation are described wrongly"
    "`smithy.api#paginated` names members with which a paginator goes from page to page: `inputToken` and `pageSize` \
     are members of the input, `outputToken` and `items` are of the output, or of structures in it, with dots in \
     between. What the trait of an operation leaves out, that of the service says. Tokens are strings, or the maps that \
     some services take, the same in input and output; `items` leads to a list or map, and a page size is a number \
     without fraction."

    47 Waiter "a waiter is described wrongly"
    "Each waiter of `smithy.waiters#waitable` is a name in upper case with `acceptors`: each of them has a `state` \
     (`success`, `failure`, `retry`) and a `matcher` with one key. At least one acceptor is for success. Paths are JMESPath \
     expressions; `stringEquals` and `booleanEquals` are asked of a string or boolean, `allStringEquals` and \
     `anyStringEquals` of lists of strings. Delays are whole seconds, the shortest not above the longest one."

    48 TraitPlace "a trait stands where it has no meaning"
    "The trait applies only to some members: `smithy.api#idempotencyToken` to one string of a structure, \
     `smithy.api#hostLabel` to strings. Remove the trait, or let the member target a string."

    50 NoSupportedProtocol "the service speaks no supported protocol"
    "The traits of the service name the protocols that it speaks. None of them can be generated yet."

    51 UnsupportedShape "a shape cannot be generated yet"
    "The shape is valid, but the generator has no Rust form for it yet. Select operations that do not reach it."

    52 NameCollision "two names are the same in Rust"
    "Names of Smithy that differ only in case or punctuation become one name in Rust, or one file where the file system \
     ignores case. The generator does not choose between them, since the choice would have to stay the same forever."

    60 EndpointRules "the endpoint rules are wrong"
    "The rule set of the service, or one of the cases that go with it, does not follow the specification of the Smithy \
     rules engine: an unknown function, parameter or attribute, wrong types of arguments, a value that may be missing \
     where it is needed, or an unknown key. Rules are compiled, so all of this is found before anything runs."

    70 Manifest "a manifest lacks what the generated code needs"
    "The Cargo.toml of a generated crate declares the edition, the features and the dependencies that generated code needs, \
     by itself or inherited from the workspace. What else it declares is up to its author. The help has the lines to add, or \
     to put in place of those that are there."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ascend_and_parse() {
        assert!(Code::ALL.is_sorted());
        for code in Code::ALL {
            assert_eq!(Code::parse(&code.to_string().to_lowercase()), Some(*code));
            assert_eq!(Code::parse(&format!("error[{code}]")), Some(*code));
            assert!(code.explanation().len() > code.title().len());
        }
        assert_eq!(Code::parse("SM9999"), None);
    }
}
