//! How a call finds its endpoint: `config::endpoint`. The rules and their parameters are generated.

/// `Params`, with the parameter that is the id of an account if there is one, then a row for each parameter that is a
/// setting of the client, with another one behind `|` for where that is not set. With `@`: the value of a setting.
macro_rules! endpoint_resolver {
    (@ $settings:ident region) => {
        $settings.load::<aws_types::region::Region>().map(|it| it.to_string())
    };
    (@ $settings:ident dual_stack) => {
        $settings.load::<aws_types::endpoint_config::UseDualStack>().map(|it| it.0)
    };
    (@ $settings:ident fips) => {
        $settings.load::<aws_types::endpoint_config::UseFips>().map(|it| it.0)
    };
    (@ $settings:ident context $Type:ident) => {
        $settings.load::<crate::config::$Type>().map(|it| it.0.clone())
    };
    (@ $settings:ident account_id_mode) => {
        Some(
            $settings
                .load::<aws_types::endpoint_config::AccountIdEndpointMode>()
                .cloned()
                .unwrap_or_default()
                .to_string(),
        )
    };
    (@ $settings:ident url) => {
        $settings.load::<aws_types::endpoint_config::EndpointUrl>().map(|it| it.0.clone())
    };
    ($Params:ident $(account $account:ident)?; $($set:ident = $setting:ident $($Type:ident)? $(| $other:ident)?;)*) => {
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

            $(fn finalize_params<'a>(
                &'a self,
                params: &'a mut aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            ) -> Result<(), crate::error::BoxError> {
                let identity = params.get_property::<aws_smithy_runtime_api::client::identity::Identity>();
                let id = identity.and_then(|it| it.property::<aws_credential_types::attributes::AccountId>().cloned());
                if let (Some(params), Some(id)) = (params.get_mut::<$Params>(), id) {
                    params.$account = Some(id.as_str().to_owned());
                }
                Ok(())
            })?
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

        #[allow(unused_variables, reason = "rules may have no parameter that is a setting")]
        pub(crate) fn params(
            settings: &aws_smithy_types::config_bag::ConfigBag,
            bind: crate::support::client::Bind<'_>,
        ) -> Result<aws_smithy_runtime_api::client::endpoint::EndpointResolverParams, crate::error::BoxError> {
            let mut params = $Params::builder()
                $(.$set(crate::support::client_endpoint::endpoint_resolver!(@ settings $setting $($Type)?)
                    $(.or_else(|| crate::support::client_endpoint::endpoint_resolver!(@ settings $other)))?))*;
            bind(&mut params);
            Ok(aws_smithy_runtime_api::client::endpoint::EndpointResolverParams::new(params.build()?))
        }

        pub(crate) fn default_resolver() -> SharedEndpointResolver {
            DefaultResolver::new().into_shared_resolver()
        }
    };
}

pub(crate) use endpoint_resolver;
