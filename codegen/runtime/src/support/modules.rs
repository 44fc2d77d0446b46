//! The lists of types: each stands in a module of its own.

/// Declares the modules of types, and `builders` for those that have one; a row is `module: Type` or
/// `module: Type, Builder`.
macro_rules! modules {
    ($($module:ident: $Name:ident $(, $Builder:ident)?;)*) => {
        $(
            mod $module;
            pub use $module::$Name;
        )*

        /// Builders of the structures.
        pub mod builders {
            $($(pub use super::$module::$Builder;)?)*
        }
    };
}

pub(crate) use modules;
