//! How a call finds its endpoint: `config::endpoint`. The rules and their parameters are generated.

/// `endpoint_resolver! { rules }`, beside `Params`, where `rules` makes an endpoint or an error of `&Params`.
macro_rules! endpoint_resolver {
    ($rules:path) => {
        pub use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};
        pub use aws_smithy_types::endpoint::Endpoint;

        /// Finds the endpoint of a call.
        pub trait ResolveEndpoint: Send + Sync + std::fmt::Debug {
            /// The endpoint.
            fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a>;

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
                match params.get::<Params>() {
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
            fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
                EndpointFuture::ready($rules(params).map_err(Into::into))
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
            use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
            let params = Params::builder()
                .set_region(settings.load::<aws_types::region::Region>().map(|it| it.to_string()))
                .set_use_dual_stack(settings.load::<UseDualStack>().map(|it| it.0))
                .set_use_fips(settings.load::<UseFips>().map(|it| it.0))
                .set_endpoint(settings.load::<EndpointUrl>().map(|it| it.0.clone()))
                .build()?;
            Ok(aws_smithy_runtime_api::client::endpoint::EndpointResolverParams::new(params))
        }

        pub(crate) fn default_resolver() -> SharedEndpointResolver {
            DefaultResolver::new().into_shared_resolver()
        }
    };
}

pub(crate) use endpoint_resolver;
