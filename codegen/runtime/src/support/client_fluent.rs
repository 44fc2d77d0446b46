//! A call whose members are being set, from the rows of an input. What the rows mean is `member`'s.

/// `fluent! { FluentBuilder InputBuilder Input rows }`; an attribute may stand in front.
macro_rules! fluent {
    ($(#[$outer:meta])? $Fluent:ident $Builder:ident $Name:ident $(
        $(#[$attribute:meta])? $field:ident, $set:ident, $get:ident = $wire:literal $(as $format:ident)?:
        $($word:ident)+ $(($default:expr) $($kind:ident)+)? $(::$path:ident)* $(<$($arg:ty),+>)?
        $(=> $($value:ident)+ $(::$value_path:ident)* $(<$($value_arg:ty),+>)?)?;
    )*) => {
        /// A call whose members are being set.
        $(#[$outer])?
        #[derive(Clone, Debug)]
        pub struct $Fluent {
            handle: std::sync::Arc<crate::support::client::Handle>,
            inner: $Builder,
        }

        crate::support::shape::setters! { $Fluent $Name [inner] $(
            [($(#[$attribute])?) $field $set $get $($word)+ $(($default) $($kind)+)? $(::$path)* $(<$($arg),+>)?
            $(=> $($value)+ $(::$value_path)* $(<$($value_arg),+>)?)?]
        )* }
    };
}

pub(crate) use fluent;
