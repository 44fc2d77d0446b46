//! Names of the standard library that need no path.

/// Names that need no path, by the module of `std` that they come from.
const PRELUDE: &[(&str, &[&str])] = &[
    ("borrow", &["ToOwned"]),
    ("boxed", &["Box"]),
    ("clone", &["Clone"]),
    ("cmp", &["Eq", "Ord", "PartialEq", "PartialOrd"]),
    ("convert", &["AsMut", "AsRef", "From", "Into", "TryFrom", "TryInto"]),
    ("default", &["Default"]),
    ("iter", &["Extend", "IntoIterator", "Iterator"]),
    ("marker", &["Copy", "Send", "Sized", "Sync", "Unpin"]),
    ("ops", &["Drop", "Fn", "FnMut", "FnOnce"]),
    ("option", &["Option"]),
    ("result", &["Result"]),
    ("string", &["String", "ToString"]),
    ("vec", &["Vec"]),
];

/// The same for `::std::option::Option` and `Option`: how the code spells it is no matter of its users.
pub fn short(path: Vec<String>) -> Vec<String> {
    let known = match &path[..] {
        [root, module, name] if ["alloc", "core", "std"].contains(&root.as_str()) => {
            PRELUDE.iter().any(|(of, names)| of == module && names.contains(&name.as_str()))
        }
        _ => false,
    };
    if known { path[2..].to_vec() } else { path }
}
