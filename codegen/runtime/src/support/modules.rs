//! The lists of types: each stands in a module of its own.

/// Declares the modules of types, and `builders` for those that have one; a row is `module: Type` or
/// `module: Type, Builder`, behind an attribute of module and type if they need one.
macro_rules! modules {
    ($($(#[$attribute:meta])? $module:ident: $Name:ident $(, $Builder:ident)?;)*) => {
        $(
            $(#[$attribute])?
            mod $module;
            $(#[$attribute])?
            pub use $module::$Name;
        )*

        /// Builders of the structures.
        pub mod builders {
            $($(pub use super::$module::$Builder;)?)*
        }
    };
}

pub(crate) use modules;
