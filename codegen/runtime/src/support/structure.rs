//! Structures that are members of others. Everything about them is `shape`'s.

/// Declares the builder and the methods of a structure; `Result<…>` if it has required members. The modules behind the
/// colon read it, write it, or both.
macro_rules! structure {
    ($Builder:ident => Result<$Name:ident> $(: $($module:ident),+)?; $($rows:tt)*) => {
        crate::support::shape::shape! { [fallible $Builder $Name] [$($($module)+)?] $($rows)* }
    };
    ($Builder:ident => $Name:ident $(: $($module:ident),+)?; $($rows:tt)*) => {
        crate::support::shape::shape! { [infallible $Builder $Name] [$($($module)+)?] $($rows)* }
    };
}

pub(crate) use structure;
