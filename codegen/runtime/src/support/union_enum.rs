//! Unions: enumerations whose variants carry values, and which know that there may be newer ones.

/// Declares what a union can do; the modules behind the colon read it, write it, or both. A row is
/// `[sensitive] Variant, is_variant, as_variant = "name": KIND`, without the kind if there is no value. Kinds are those of
/// `member`, and so is the format of timestamps; `Debug` does not show sensitive values.
macro_rules! union_enum {
    ($Name:ident $(: $($module:ident),+)?; $($rows:tt)*) => {
        crate::support::union_enum::union_enum! { @items $Name [$($($module)+)?] $($rows)* }
    };
    (@wire $Name:ident [$($module:ident)*] $rows:tt) => {
        $(crate::support::$module::members! { $Name $rows })*
    };
    (@items $Name:ident $modules:tt $($($word:ident)+, $is:ident, $as:ident = $wire:literal $(as $format:ident)? $(: $kind:ident $($Type:ty)?)?;)*) => {
        impl $Name {
            $(
                crate::support::union_enum::union_enum! { @as $($word)+, $as $(: $kind $($Type)?)? }

                /// Whether it is this variant.
                pub fn $is(&self) -> bool {
                    self.$as().is_ok()
                }
            )*

            /// Whether it is a member newer than this crate.
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown)
            }
        }

        crate::support::union_enum::union_enum! { @wire $Name $modules [$([($wire $($format)?) $($word)+ $(: $kind)?])*] }
        #[cfg(feature = "serde")]
        crate::support::serde_union::members! { $Name $([($wire $($format)?) $($word)+ $(: $kind)?])* }

        impl ::std::fmt::Debug for $Name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $(crate::support::union_enum::union_enum! { @show self f $($word)+ $(: $kind)? })*
                f.write_str("Unknown")
            }
        }
    };

    (@as sensitive $($row:tt)+) => { crate::support::union_enum::union_enum! { @as $($row)+ } };
    (@as $Variant:ident, $as:ident) => {
        /// Nothing, or the union itself if it is another variant.
        ///
        /// # Errors
        /// If it is another variant.
        pub fn $as(&self) -> ::std::result::Result<(), &Self> {
            if matches!(self, Self::$Variant) { ::std::result::Result::Ok(()) } else { ::std::result::Result::Err(self) }
        }
    };
    (@as $Variant:ident, $as:ident: str) => {
        crate::support::union_enum::union_enum! { @as $Variant, $as: ref ::std::string::String }
    };
    (@as $Variant:ident, $as:ident: $kind:ident $Type:ty) => {
        /// The value, or the union itself if it is another variant.
        ///
        /// # Errors
        /// If it is another variant.
        pub fn $as(&self) -> ::std::result::Result<&$Type, &Self> {
            if let Self::$Variant(value) = self { ::std::result::Result::Ok(value) } else { ::std::result::Result::Err(self) }
        }
    };

    (@show $self:ident $f:ident sensitive $Variant:ident: $kind:ident) => {
        if let Self::$Variant(_) = $self {
            return $f.write_str(concat!(stringify!($Variant), "(*** Sensitive Data Redacted ***)"));
        }
    };
    (@show $self:ident $f:ident $Variant:ident: $kind:ident) => {
        if let Self::$Variant(value) = $self {
            return $f.debug_tuple(stringify!($Variant)).field(value).finish();
        }
    };
    (@show $self:ident $f:ident $($word:ident)+) => {
        crate::support::union_enum::union_enum! { @unit $self $f $($word)+ }
    };
    (@unit $self:ident $f:ident sensitive $Variant:ident) => {
        crate::support::union_enum::union_enum! { @unit $self $f $Variant }
    };
    (@unit $self:ident $f:ident $Variant:ident) => {
        if let Self::$Variant = $self {
            return $f.write_str(stringify!($Variant));
        }
    };
}

pub(crate) use union_enum;
