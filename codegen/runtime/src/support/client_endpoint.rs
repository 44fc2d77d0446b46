//! How a call finds its endpoint: `config::endpoint`. The rules and their parameters are generated.

/// `Params`, then a row for each of its parameters that is a setting of the client.
macro_rules! endpoint_resolver {
    ($Params:ident; $($set:ident = $setting:ident;)*) => {
        pub use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};

        /// Finds the endpoint of a call.
        pub trait ResolveEndpoint: Send + Sync + std::fmt::Debug {
            /// The endpoint.
            fn resolve_endpoint<'a>(&'a self, params: &'a $Params) -> EndpointFuture<'a>;

            /// The form in which the runtime takes it.
            fn into_shared_resolver(self) -> SharedEndpointResolver
            where
                Self: Sized + 'static,
            {
                SharedEndpointResolver::new(Erased(self))
            }
        }

        #[derive(Debug)]
        struct Erased<T>(T);

        impl<T: ResolveEndpoint> aws_smithy_runtime_api::client::endpoint::ResolveEndpoint for Erased<T> {
            fn resolve_endpoint<'a>(
                &'a self,
                params: &'a aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            ) -> EndpointFuture<'a> {
                match params.get::<$Params>() {
                    Some(params) => self.0.resolve_endpoint(params),
                    None => EndpointFuture::ready(Err("params of expected type was not present".into())),
                }
            }
        }

        /// The rules that the service's model has for endpoints.
        #[derive(Debug, Default)]
        pub struct DefaultResolver(());

        impl DefaultResolver {
            /// The rules.
            pub fn new() -> Self {
                Self::default()
            }
        }

        impl ResolveEndpoint for DefaultResolver {
            fn resolve_endpoint<'a>(&'a self, params: &'a $Params) -> EndpointFuture<'a> {
                EndpointFuture::ready(params.resolve().map_err(Into::into))
            }
        }

        impl crate::config::Builder {
            /// Sets what finds the endpoints.
            pub fn endpoint_resolver(mut self, endpoint_resolver: impl ResolveEndpoint + 'static) -> Self {
                self.set_endpoint_resolver(Some(endpoint_resolver.into_shared_resolver()));
                self
            }
        }

        pub(crate) fn params(
            settings: &aws_smithy_types::config_bag::ConfigBag,
        ) -> Result<aws_smithy_runtime_api::client::endpoint::EndpointResolverParams, crate::error::BoxError> {
            let params = $Params::builder()
                $(.$set(crate::support::client_endpoint::setting!(settings $setting)))*
                .build()?;
            Ok(aws_smithy_runtime_api::client::endpoint::EndpointResolverParams::new(params))
        }

        pub(crate) fn default_resolver() -> SharedEndpointResolver {
            DefaultResolver::new().into_shared_resolver()
        }
    };
}

/// The value of a setting.
macro_rules! setting {
    ($settings:ident region) => {
        $settings.load::<aws_types::region::Region>().map(|it| it.to_string())
    };
    ($settings:ident dual_stack) => {
        $settings.load::<aws_types::endpoint_config::UseDualStack>().map(|it| it.0)
    };
    ($settings:ident fips) => {
        $settings.load::<aws_types::endpoint_config::UseFips>().map(|it| it.0)
    };
    ($settings:ident url) => {
        $settings.load::<aws_types::endpoint_config::EndpointUrl>().map(|it| it.0.clone())
    };
}

pub(crate) use {endpoint_resolver, setting};
