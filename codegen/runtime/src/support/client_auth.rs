//! How a call is authenticated: `config::auth`. What a scheme needs has a file of its own; signing itself is the
//! runtime's.

use super::client::Service;
use super::client_config::Builder;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeId, AuthSchemeOption, AuthSchemeOptionResolverParams, AuthSchemeOptionsFuture,
    ResolveAuthSchemeOptions, SharedAuthScheme, SharedAuthSchemeOptionResolver,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_types::sdk_config::SdkConfig;
use std::borrow::Cow;
use std::error::Error;
use std::fmt::{Debug, Display, Formatter};

/// Chooses the authentication schemes of a call.
pub trait ResolveAuthScheme: Send + Sync + Debug {
    /// The schemes, best first.
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a>;

    /// The form in which the runtime takes it.
    fn into_shared_resolver(self) -> SharedAuthSchemeOptionResolver
    where
        Self: Sized + 'static,
    {
        SharedAuthSchemeOptionResolver::new(Erased(self))
    }
}

#[derive(Debug)]
struct Erased<T>(T);

impl<T: ResolveAuthScheme> ResolveAuthSchemeOptions for Erased<T> {
    fn resolve_auth_scheme_options_v2<'a>(
        &'a self,
        params: &'a AuthSchemeOptionResolverParams,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        match params.get() {
            Some(params) => self.0.resolve_auth_scheme(params, cfg, runtime_components),
            None => AuthSchemeOptionsFuture::ready(Err("params of expected type was not present".into())),
        }
    }
}

/// The schemes that the service's model names for the operation.
#[derive(Debug, Default)]
pub struct DefaultAuthSchemeResolver(());

impl ResolveAuthScheme for DefaultAuthSchemeResolver {
    fn resolve_auth_scheme<'a>(
        &'a self,
        _params: &'a Params,
        cfg: &'a ConfigBag,
        _runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        let offered = cfg.load::<Offered>().map_or(&[][..], |offered| offered.ids);
        AuthSchemeOptionsFuture::ready(Ok(offered.iter().cloned().map(AuthSchemeOption::from).collect()))
    }
}

/// A scheme of a service.
#[derive(Debug)]
pub struct Scheme {
    /// What the runtime calls it.
    pub id: AuthSchemeId,
    /// Makes it.
    pub make: fn() -> SharedAuthScheme,
    /// Takes what the settings that AWS clients share have for it.
    pub share: fn(&mut Builder, &SdkConfig),
    /// Sets what it needs, for tests.
    #[cfg(feature = "test-util")]
    pub test: fn(&mut Builder),
    /// What to set.
    pub remedy: &'static str,
}

/// The schemes of an operation, best first.
#[derive(Debug)]
pub struct Offered {
    /// The service of the operation.
    pub service: &'static Service,
    /// What the runtime calls the schemes.
    pub ids: &'static [AuthSchemeId],
}

impl Storable for Offered {
    type Storer = StoreReplace<Self>;
}

impl Offered {
    /// An error that says what to set if nothing is set for any of the schemes.
    fn check(&self, components: &RuntimeComponents) -> Result<(), String> {
        let has_identity = |id| components.auth_scheme(id).is_some_and(|it| it.identity_resolver(components).is_some());
        if self.ids.iter().any(has_identity) {
            return Ok(());
        }
        let schemes = self.service.schemes.iter().filter(|scheme| self.ids.contains(&scheme.id));
        let remedies: Vec<_> = schemes.map(|scheme| scheme.remedy).collect();
        Err(format!("there is nothing to authenticate with: set {}", remedies.join(", or ")))
    }
}

/// Marks that calls may go without authentication.
#[derive(Clone, Debug)]
pub struct Unauthenticated;

impl Storable for Unauthenticated {
    type Storer = StoreReplace<Self>;
}

/// The default for clients that set none, with an error of its own if nothing is set for any scheme.
#[derive(Debug)]
struct Explained(DefaultAuthSchemeResolver);

impl ResolveAuthScheme for Explained {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        let offered = cfg.load::<Offered>().filter(|_| cfg.load::<Unauthenticated>().is_none());
        match offered.map_or(Ok(()), |offered| offered.check(runtime_components)) {
            Ok(()) => self.0.resolve_auth_scheme(params, cfg, runtime_components),
            Err(error) => AuthSchemeOptionsFuture::ready(Err(error.into())),
        }
    }
}

pub(crate) fn default_resolver() -> SharedAuthSchemeOptionResolver {
    Explained(DefaultAuthSchemeResolver::default()).into_shared_resolver()
}

/// What the schemes are chosen by.
#[derive(Clone, Debug, PartialEq)]
pub struct Params {
    operation_name: Cow<'static, str>,
}

impl Params {
    /// A builder with nothing set.
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// The name of the operation.
    pub fn operation_name(&self) -> &str {
        &self.operation_name
    }
}

/// Builder of [`Params`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParamsBuilder {
    operation_name: Option<Cow<'static, str>>,
}

impl ParamsBuilder {
    /// Sets the name of the operation.
    pub fn operation_name(self, operation_name: impl Into<Cow<'static, str>>) -> Self {
        self.set_operation_name(Some(operation_name.into()))
    }

    /// Sets or clears the name of the operation.
    pub fn set_operation_name(mut self, operation_name: Option<Cow<'static, str>>) -> Self {
        self.operation_name = operation_name;
        self
    }

    /// The [`Params`] as they were set.
    ///
    /// # Errors
    /// If there is no name of an operation.
    pub fn build(self) -> Result<Params, BuildError> {
        Ok(Params { operation_name: self.operation_name.ok_or(BuildError { field: "operation_name" })? })
    }
}

/// A required parameter is missing.
#[derive(Debug)]
pub struct BuildError {
    field: &'static str,
}

impl Display for BuildError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "a required field was missing: `{}`", self.field)
    }
}

impl Error for BuildError {}
