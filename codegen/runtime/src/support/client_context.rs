//! Settings of a client that are parameters of its endpoint rules.

/// `Builder`, then a row for each setting: `NAME, SETTER, TYPE THAT KEEPS IT: TYPE`.
macro_rules! client_context {
    ($Builder:ident; $($(#[doc = $doc:literal])* $name:ident, $set:ident, $Kept:ident: $Type:ty;)*) => {$(
        #[derive(Clone, Debug)]
        pub(crate) struct $Kept(pub(crate) $Type);

        impl aws_smithy_types::config_bag::Storable for $Kept {
            type Storer = aws_smithy_types::config_bag::StoreReplace<Self>;
        }

        impl $Builder {
            $(#[doc = $doc])*
            pub fn $name(mut self, $name: impl Into<$Type>) -> Self {
                self.$set(Some($name.into()));
                self
            }

            $(#[doc = $doc])*
            pub fn $set(&mut self, $name: Option<$Type>) -> &mut Self {
                self.settings.store_or_unset($name.map($Kept));
                self
            }
        }
    )*};
}

pub(crate) use client_context;
