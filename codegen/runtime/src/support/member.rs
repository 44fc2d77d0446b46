//! What the rows of `structure!`, `input!`, `output!` and `error!` mean. The items that this is put into are `shape`'s.
//!
//! A row is `NAMES = "NAME ON THE WIRE" [as FORMAT]: [sensitive] [required | default(VALUE)] KIND`; the format is that of
//! the timestamps, if there are any that are not seconds since 1970. A kind is `SCALAR`, `list SCALAR` or
//! `map str => SCALAR` (`map ref KEY => SCALAR`); a scalar is `str`, `ref TYPE`, `copy TYPE` or `boxed TYPE`.

/// `member!(QUESTION ROW)`, one line an answer, for which rustfmt would take three.
#[rustfmt::skip]
macro_rules! member {
    // The type.
    (type sensitive $($kind:tt)+) => { crate::support::member::member!(type $($kind)+) };
    (type required $($kind:tt)+) => { crate::support::member::member!(type $($kind)+) };
    (type default($default:expr) $($kind:tt)+) => { crate::support::member::member!(type $($kind)+) };
    (type list $($item:tt)+) => { ::std::vec::Vec<crate::support::member::member!(type $($item)+)> };
    (type map str => $($item:tt)+) => { std::collections::HashMap<::std::string::String, crate::support::member::member!(type $($item)+)> };
    (type map ref $Key:ty => $($item:tt)+) => { std::collections::HashMap<$Key, crate::support::member::member!(type $($item)+)> };
    (type str) => { ::std::string::String };
    (type boxed $Type:ty) => { ::std::boxed::Box<$Type> };
    (type $scalar:ident $Type:ty) => { $Type };

    // What a setter takes for a scalar.
    (argument str) => { impl ::std::convert::Into<::std::string::String> };
    (argument boxed $Type:ty) => { impl ::std::convert::Into<::std::boxed::Box<$Type>> };
    (argument $scalar:ident $Type:ty) => { $Type };

    // The method that returns it. A member is `present` if its field is not an `Option`; those of inputs never are.
    (accessor $at:tt sensitive $($kind:tt)+) => { crate::support::member::member! { accessor $at $($kind)+ } };
    (accessor [input $($at:tt)+] required $($kind:tt)+) => { crate::support::member::member! { accessor [input $($at)+] $($kind)+ } };
    (accessor [input $($at:tt)+] default($default:expr) $($kind:tt)+) => { crate::support::member::member! { accessor [input $($at)+] $($kind)+ } };
    (accessor [$how:ident $($at:tt)+] required $($kind:tt)+) => { crate::support::member::member! { accessor [present $($at)+] $($kind)+ } };
    (accessor [$how:ident $($at:tt)+] default($default:expr) $($kind:tt)+) => { crate::support::member::member! { accessor [present $($at)+] $($kind)+ } };
    (accessor [present $of:tt $name:ident] str) => { crate::support::member::member! { @$of $name self &str { &self.$name } } };
    (accessor [present $of:tt $name:ident] copy $Type:ty) => { crate::support::member::member! { @$of $name self $Type { self.$name } } };
    (accessor [present $of:tt $name:ident] list $($item:tt)+) => { crate::support::member::member! { @$of $name self &[crate::support::member::member!(type $($item)+)] { &self.$name } } };
    (accessor [present $of:tt $name:ident] map $($kind:tt)+) => { crate::support::member::member! { @$of $name self &crate::support::member::member!(type map $($kind)+) { &self.$name } } };
    (accessor [present $of:tt $name:ident] $scalar:ident $Type:ty) => { crate::support::member::member! { @$of $name self &$Type { &self.$name } } };
    (accessor [$how:ident $of:tt $name:ident] str) => { crate::support::member::member! { @$of $name self ::std::option::Option<&str> { self.$name.as_deref() } } };
    (accessor [$how:ident $of:tt $name:ident] copy $Type:ty) => { crate::support::member::member! { @$of $name self ::std::option::Option<$Type> { self.$name } } };
    (accessor [$how:ident $of:tt $name:ident] ref $Type:ty) => { crate::support::member::member! { @$of $name self ::std::option::Option<&$Type> { self.$name.as_ref() } } };
    (accessor [$how:ident $of:tt $name:ident] boxed $Type:ty) => { crate::support::member::member! { @$of $name self ::std::option::Option<&$Type> { self.$name.as_deref() } } };
    (accessor [$how:ident $of:tt $name:ident] list $($item:tt)+) => { crate::support::member::member! { @$of $name self &[crate::support::member::member!(type $($item)+)] { self.$name.as_deref().unwrap_or_default() } } };
    (accessor [$how:ident $of:tt $name:ident] map $($kind:tt)+) => { crate::support::member::member! { @$of $name self ::std::option::Option<&crate::support::member::member!(type map $($kind)+)> { self.$name.as_ref() } } };
    (@($Name:ident ($(#[$attribute:meta])?)) $name:ident $self:ident $View:ty { $view:expr }) => {
        $(#[$attribute])?
        #[doc = concat!("The field `", stringify!($name), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
        pub fn $name(&$self) -> $View { $view }
    };

    // The method of a builder that sets it, or adds to it.
    (setter $at:tt sensitive $($kind:tt)+) => { crate::support::member::member! { setter $at $($kind)+ } };
    (setter $at:tt required $($kind:tt)+) => { crate::support::member::member! { setter $at $($kind)+ } };
    (setter $at:tt default($default:expr) $($kind:tt)+) => { crate::support::member::member! { setter $at $($kind)+ } };
    (setter $at:tt map str => $($item:tt)+) => { crate::support::member::member! { @$at (impl ::std::convert::Into<::std::string::String>) $($item)+ } };
    (setter $at:tt map ref $Key:ty => $($item:tt)+) => { crate::support::member::member! { @$at ($Key) $($item)+ } };
    (@[($Name:ident ($(#[$attribute:meta])?)) $name:ident [$($inner:ident)?]] ($($Key:tt)+) $($item:tt)+) => {
        $(#[$attribute])?
        #[doc = concat!("Adds an entry to `", stringify!($name), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
        pub fn $name(mut self, key: $($Key)+, value: crate::support::member::member!(argument $($item)+)) -> Self {
            self.$($inner.)?$name.get_or_insert_default().insert(key.into(), value.into());
            self
        }
    };
    (setter [($Name:ident ($(#[$attribute:meta])?)) $name:ident [$($inner:ident)?]] list $($item:tt)+) => {
        $(#[$attribute])?
        #[doc = concat!("Appends to `", stringify!($name), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
        pub fn $name(mut self, input: crate::support::member::member!(argument $($item)+)) -> Self {
            self.$($inner.)?$name.get_or_insert_default().push(input.into());
            self
        }
    };
    (setter [($Name:ident ($(#[$attribute:meta])?)) $name:ident [$($inner:ident)?]] $($kind:tt)+) => {
        $(#[$attribute])?
        #[doc = concat!("Sets `", stringify!($name), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
        pub fn $name(mut self, input: crate::support::member::member!(argument $($kind)+)) -> Self {
            self.$($inner.)?$name = ::std::option::Option::Some(input.into());
            self
        }
    };

    // Those that set or clear it, and tell what it is set to.
    (option [($Name:ident ($(#[$attribute:meta])?)) $name:ident $set:ident $get:ident [$($inner:ident)?]] $($kind:tt)+) => {
        $(#[$attribute])?
        #[doc = concat!("Sets or clears `", stringify!($name), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ").")]
        pub fn $set(mut self, input: ::std::option::Option<crate::support::member::member!(type $($kind)+)>) -> Self {
            self.$($inner.)?$name = input;
            self
        }

        $(#[$attribute])?
        #[doc = concat!("What `", stringify!($name), "` of [`", stringify!($Name), "`](type@", stringify!($Name), ") is set to.")]
        pub fn $get(&self) -> &::std::option::Option<crate::support::member::member!(type $($kind)+)> {
            &self.$($inner.)?$name
        }
    };

    // The names, and whether each is required and missing.
    (check $self:ident $Name:ident $([$name:ident $($kind:tt)+])*) => {
        crate::support::shape::check(concat!("required by ", stringify!($Name)), &[$((crate::support::shape::plain(stringify!($name)), crate::support::member::member!(missing $self.$name, $($kind)+))),*])
    };
    (missing $value:expr, sensitive $($kind:tt)+) => { crate::support::member::member!(missing $value, $($kind)+) };
    (missing $value:expr, required $($kind:tt)+) => { $value.is_none() };
    (missing $value:expr, $($kind:tt)+) => { false };

    // The field of a structure, made of that of its builder.
    (field input $value:expr, $($kind:tt)+) => { $value };
    (field $how:ident $value:expr, sensitive $($kind:tt)+) => { crate::support::member::member!(field $how $value, $($kind)+) };
    (field $how:ident $value:expr, required ref $Type:ty) => { $value.unwrap_or_else(|| crate::support::shape::Correct::correct(::std::default::Default::default())) };
    (field $how:ident $value:expr, required boxed $Type:ty) => { $value.unwrap_or_else(|| ::std::boxed::Box::new(crate::support::shape::Correct::correct(::std::default::Default::default()))) };
    (field $how:ident $value:expr, required $($kind:tt)+) => { $value.unwrap_or_default() };
    (field $how:ident $value:expr, default($default:expr) $($kind:tt)+) => { $value.unwrap_or_else(|| $default) };
    (field $how:ident $value:expr, $($kind:tt)+) => { $value };

    // The format of its timestamps.
    (format) => { aws_smithy_types::date_time::Format::EpochSeconds };
    (format $format:ident) => { aws_smithy_types::date_time::Format::$format };

    // What `Debug` shows.
    (shown input $value:expr, sensitive $($kind:tt)+) => {
        if $value.is_some() { &"*** Sensitive Data Redacted ***" as &dyn std::fmt::Debug } else { &::std::option::Option::None::<()> }
    };
    (shown $how:ident $value:expr, sensitive required $($kind:tt)+) => { &"*** Sensitive Data Redacted ***" };
    (shown $how:ident $value:expr, sensitive default($default:expr) $($kind:tt)+) => { &"*** Sensitive Data Redacted ***" };
    (shown $how:ident $value:expr, sensitive $($kind:tt)+) => { crate::support::member::member!(shown input $value, sensitive $($kind)+) };
    (shown $how:ident $value:expr, $($kind:tt)+) => { &$value };
}

pub(crate) use member;
