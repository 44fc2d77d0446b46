//! Structures that are members of others. Everything about them is `shape`'s.

/// Declares the builder and the methods of a structure; `Result<…>` if it has required members.
macro_rules! structure {
    ($Builder:ident => Result<$Name:ident>; $($rows:tt)*) => {
        crate::support::shape::shape! { [fallible $Builder $Name] $($rows)* }
    };
    ($Builder:ident => $Name:ident; $($rows:tt)*) => {
        crate::support::shape::shape! { [infallible $Builder $Name] $($rows)* }
    };
}

pub(crate) use structure;
