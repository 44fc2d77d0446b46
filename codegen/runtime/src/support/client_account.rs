//! The setting for endpoints of accounts, for services whose endpoint rules ask for it.

/// The methods of `Builder`.
macro_rules! client_account {
    ($Builder:ident;) => {
        impl $Builder {
            /// Sets whether calls go to endpoints of the account that the credentials belong to.
            pub fn account_id_endpoint_mode(mut self, it: aws_types::endpoint_config::AccountIdEndpointMode) -> Self {
                self.set_account_id_endpoint_mode(Some(it));
                self
            }

            /// Sets or clears whether calls go to endpoints of the account that the credentials belong to.
            pub fn set_account_id_endpoint_mode(
                &mut self,
                it: Option<aws_types::endpoint_config::AccountIdEndpointMode>,
            ) -> &mut Self {
                self.settings.store_or_unset(it);
                self
            }
        }
    };
}

pub(crate) use client_account;
