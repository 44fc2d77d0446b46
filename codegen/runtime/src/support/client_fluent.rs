//! The members of a fluent builder, from the rows of an input. The rows are `member`'s.

/// `fluent! { FluentBuilder InputBuilder Input rows }`
macro_rules! fluent {
    ($Fluent:ident $Builder:ident $Name:ident $(
        $field:ident, $set:ident, $get:ident:
        $($word:ident)+ $(($default:expr) $($kind:ident)+)? $(::$path:ident)* $(<$($arg:ty),+>)?
        $(=> $($value:ident)+ $(::$value_path:ident)* $(<$($value_arg:ty),+>)?)?;
    )*) => {
        /// A call whose members are being set.
        #[derive(Clone, Debug)]
        pub struct $Fluent {
            handle: std::sync::Arc<crate::support::client::Handle>,
            inner: $Builder,
        }

        $(crate::support::client_fluent::fluent! {
            @member $Fluent $Name $field $set $get: $($word)+ $(($default) $($kind)+)? $(::$path)* $(<$($arg),+>)?
            $(=> $($value)+ $(::$value_path)* $(<$($value_arg),+>)?)?
        })*
    };
    (@member $Fluent:ident $Name:ident $field:ident $set:ident $get:ident: $($kind:tt)+) => {
        impl $Fluent {
            crate::support::client_fluent::fluent! { @setter [$Name $field] $($kind)+ }

            #[doc = concat!("Sets or clears `", stringify!($field), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
            pub fn $set(mut self, input: ::std::option::Option<crate::support::member::member!(type $($kind)+)>) -> Self {
                self.inner = self.inner.$set(input);
                self
            }

            #[doc = concat!("What `", stringify!($field), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ") is set to.")]
            pub fn $get(&self) -> &::std::option::Option<crate::support::member::member!(type $($kind)+)> {
                self.inner.$get()
            }
        }
    };
    (@setter $at:tt sensitive $($kind:tt)+) => { crate::support::client_fluent::fluent! { @setter $at $($kind)+ } };
    (@setter $at:tt required $($kind:tt)+) => { crate::support::client_fluent::fluent! { @setter $at $($kind)+ } };
    (@setter $at:tt default($default:expr) $($kind:tt)+) => { crate::support::client_fluent::fluent! { @setter $at $($kind)+ } };
    (@setter $at:tt map str => $($item:tt)+) => { crate::support::client_fluent::fluent! { @entry $at (impl ::std::convert::Into<::std::string::String>) $($item)+ } };
    (@setter $at:tt map ref $Key:ty => $($item:tt)+) => { crate::support::client_fluent::fluent! { @entry $at ($Key) $($item)+ } };
    (@setter $at:tt list $($item:tt)+) => { crate::support::client_fluent::fluent! { @one $at "Appends to" $($item)+ } };
    (@setter $at:tt $($kind:tt)+) => { crate::support::client_fluent::fluent! { @one $at "Sets" $($kind)+ } };
    (@entry [$Name:ident $field:ident] ($($Key:tt)+) $($item:tt)+) => {
        #[doc = concat!("Adds an entry to `", stringify!($field), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
        pub fn $field(mut self, key: $($Key)+, value: crate::support::member::member!(argument $($item)+)) -> Self {
            self.inner = self.inner.$field(key, value);
            self
        }
    };
    (@one [$Name:ident $field:ident] $what:literal $($kind:tt)+) => {
        #[doc = concat!($what, " `", stringify!($field), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
        pub fn $field(mut self, input: crate::support::member::member!(argument $($kind)+)) -> Self {
            self.inner = self.inner.$field(input);
            self
        }
    };
}

pub(crate) use fluent;
