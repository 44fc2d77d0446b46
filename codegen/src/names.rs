//! Turns names of a model into Rust names: the only producer of identifiers.
//!
//! The spelling follows the official `aws-sdk-*` crates, so that a program moves between them and ours
//! without edits. Every function is total: any text gives a valid ASCII identifier, the same one every
//! time. Two different texts may give one identifier; each function says so, and the caller diagnoses it.

mod ident;
mod keyword;
mod package;
mod prelude;
mod words;

pub use ident::Ident;
pub use package::{CrateNameError, crate_name};
pub use prelude::{link, shadows_prelude};

/// Member names that would hide a method of the generated types; they get the suffix `_value`.
const METHODS: [&str; 8] = ["build", "builder", "customize", "default", "make_operation", "meta", "presigned", "send"];

/// The field, the accessor and the builder method of a structure's member: `DomainId` is `domain_id`.
///
/// Collides for members that differ by case or punctuation only (`fooBar`, `foo_bar`), and with a
/// [`setter`] or [`getter`] of another member (`Foo` and `SetFoo`).
pub fn field(member: &str) -> Ident {
    let name = words::snake(member);
    if METHODS.contains(&name.as_str()) { ident(&format!("{name}_value")) } else { raw(&name) }
}

/// The builder method that takes an `Option`, from the member's name: `Type` is `set_type`.
///
/// Collides exactly when [`field`] does, and with the field of a member called `SetType`.
pub fn setter(member: &str) -> Ident {
    prefixed("set", member)
}

/// The builder method that shows what was set, from the member's name: `Type` is `get_type`.
///
/// Collides exactly when [`field`] does, and with the field of a member called `GetType`.
pub fn getter(member: &str) -> Ident {
    prefixed("get", member)
}

/// Settings that a client's configuration has anyway. One of the model with such a name gets the suffix `_value`.
const SETTINGS: [&str; 41] = [
    "account_id_endpoint_mode",
    "allow_no_auth",
    "api_key",
    "api_key_resolver",
    "app_name",
    "apply_test_defaults",
    "apply_test_defaults_v2",
    "auth_scheme_preference",
    "auth_scheme_resolver",
    "basic_auth_login",
    "basic_auth_login_resolver",
    "bearer_token",
    "bearer_token_resolver",
    "behavior_version",
    "behavior_version_latest",
    "capture_input_attributes",
    "credentials_provider",
    "disable_clock_skew_correction",
    "emit_input_attributes",
    "endpoint_resolver",
    "endpoint_url",
    "framework_metadata",
    "http_client",
    "idempotency_token_provider",
    "identity_cache",
    "interceptor",
    "invocation_id_generator",
    "new",
    "region",
    "retry_classifier",
    "retry_config",
    "retry_partition",
    "sleep_impl",
    "stalled_stream_protection",
    "time_source",
    "timeout_config",
    "token_provider",
    "use_dual_stack",
    "use_fips",
    "with_test_defaults",
    "with_test_defaults_v2",
];

/// A setting of a client that the model has, as [`field`], [`setter`] and [`kept`] take it: `useFips` is `useFipsValue`.
pub fn setting(parameter: &str) -> String {
    let is_taken = SETTINGS.contains(&words::snake(parameter).as_str());
    if is_taken { format!("{parameter}Value") } else { parameter.to_owned() }
}

/// The type that settings are kept by: `UseFipsValueSetting`.
pub fn kept(setting: &str) -> Ident {
    ident(&words::pascal(&format!("{setting}Setting")))
}

/// The method of an input that checks it, which makes way for the accessor of a member of this name.
pub fn validate<'a>(members: impl Iterator<Item = &'a str> + Clone) -> Ident {
    let mut name = "validate".to_owned();
    while members.clone().any(|member| field(member) == name) {
        name += "_input";
    }
    ident(&name)
}

/// A structure, union, enum or error: `APIKey` is `ApiKey`.
///
/// Collides for shapes that differ by case or punctuation only, and for shapes of different namespaces.
/// A name of the prelude is kept; ask [`shadows_prelude`] before using plain paths beside it.
pub fn type_name(shape: &str) -> Ident {
    ident(keyword::type_like(&words::pascal(shape)))
}

/// The builder of a type: `DomainBuilder`. Takes the result of [`type_name`] or [`operation`] and friends.
///
/// Never clashes with a shape: builders live in a module of their own.
pub fn builder(type_name: &Ident) -> Ident {
    ident(&format!("{type_name}Builder"))
}

/// The fluent builder of an operation: `UpdateDomainFluentBuilder`. See [`input`].
pub fn fluent_builder(operation: &str) -> Ident {
    ident(&words::pascal(&format!("{operation}FluentBuilder")))
}

/// An enum's variant from the value's name, or from the value itself where it has no name, and a union's
/// variant from the member's name: `US_EAST_1` is `UsEast1`.
///
/// `Unknown` is taken by the variant that keeps what the model does not know: it gives `UnknownValue`.
/// Collides for names that differ by case or punctuation only (`__count__`, `count`).
pub fn variant(name: &str) -> Ident {
    match words::pascal(name).as_str() {
        "Unknown" => ident("UnknownValue"),
        "UnknownValue" => ident("UnknownValue_"),
        other => ident(keyword::type_like(other)),
    }
}

/// The question `is_x` for a variant or an error: `AccessDeniedException` is `is_access_denied_exception`.
///
/// Takes the Rust name ([`variant`], [`type_name`]). Collides for names that differ by punctuation only.
pub fn is_method(variant: &Ident) -> Ident {
    of_variant("is", &variant.to_string())
}

/// The method `as_x` that looks into a variant of a union: `IntValue` is `as_int_value`. See [`is_method`].
pub fn as_method(variant: &Ident) -> Ident {
    of_variant("as", &variant.to_string())
}

/// An underscore that sets a variant apart from another one sets its method apart, too.
fn of_variant(prefix: &str, variant: &str) -> Ident {
    let apart = if variant.ends_with('_') { "_" } else { "" };
    ident(&format!("{}{apart}", prefixed(prefix, variant)))
}

/// The module of an operation, and its method on the client: `UpdateDomain` is `update_domain`.
///
/// A keyword gets a trailing underscore (`Match` is `match_`), because files carry the name too; so does a method that
/// every client has. Collides for operations that differ by case or punctuation only.
pub fn module(operation: &str) -> Ident {
    let name = words::snake(operation);
    if CLIENT.contains(&name.as_str()) { ident(&format!("{name}_")) } else { ident(&keyword::module(name)) }
}

/// Methods of the client.
const CLIENT: [&str; 4] = ["clone", "config", "from_conf", "new"];

/// The file and the private module of a type: `DomainStatus` is `_domain_status`, without `.rs`.
///
/// The underscore in front keeps clear of keywords and of names that Windows reserves (`aux`, `con`).
/// Always lower case, so two names collide on one file system if they do on all. Collides for shapes that
/// differ by case or punctuation only.
pub fn file(shape: &str) -> Ident {
    prefixed("", shape)
}

/// The marker type of an operation: its name with the first letter in upper case, acronyms kept
/// (`ListMFADevices`), unlike [`input`] and [`output`].
///
/// Lives in the operation's module: it cannot clash with a shape. Collides as [`module`] at most.
pub fn operation(name: &str) -> Ident {
    ident(keyword::type_like(&words::capitalized(name)))
}

/// The input structure of an operation: `ListMfaDevicesInput`, whatever the model calls it.
///
/// Lives in the operation's module, so a shape called `UpdateDomainInput` does not clash.
pub fn input(operation: &str) -> Ident {
    ident(&words::pascal(&format!("{operation}Input")))
}

/// The output structure of an operation: `ListMfaDevicesOutput`. See [`input`].
pub fn output(operation: &str) -> Ident {
    ident(&words::pascal(&format!("{operation}Output")))
}

/// The error enum of an operation: `ListMFADevicesError`, acronyms kept.
///
/// Lives in the operation's module, so a shape called `GetError` beside an operation `Get` does not clash.
/// Its variants are the [`type_name`]s of the errors and `Unhandled`; an error called `Unhandled` collides.
pub fn operation_error(name: &str) -> Ident {
    ident(&format!("{}Error", words::capitalized(name)))
}

/// The paginator of an operation: `ListMfaDevicesPaginator`. See [`input`].
pub fn paginator(operation: &str) -> Ident {
    ident(&words::pascal(&format!("{operation}Paginator")))
}

/// The paginator of what the pages consist of: `ListMfaDevicesPaginatorItems`. See [`input`].
pub fn paginator_items(operation: &str) -> Ident {
    ident(&words::pascal(&format!("{operation}PaginatorItems")))
}

/// The method of a waiter on the client: `TableExists` is `wait_until_table_exists`.
///
/// Collides exactly when [`module`] of the waiters does.
pub fn wait_until(waiter: &str) -> Ident {
    prefixed("wait_until", waiter)
}

/// What a waiter gives: `TableExistsFinalPoll`. Lives in the waiter's module.
pub fn final_poll(waiter: &str) -> Ident {
    ident(&words::pascal(&format!("{waiter}FinalPoll")))
}

/// The error of a waiter: `WaitUntilTableExistsError`. Lives in the waiter's module.
pub fn waiter_error(waiter: &str) -> Ident {
    ident(&words::pascal(&format!("WaitUntil{waiter}Error")))
}

/// A module that is there whatever the model says, such as `support`: spelled by us, and no keyword.
pub fn fixed(module: &'static str) -> Ident {
    ident(module)
}

/// Spells a name as an identifier, raw if it is a keyword.
fn raw(name: &str) -> Ident {
    match keyword::of(name) {
        keyword::Kind::None => ident(name),
        keyword::Kind::Raw => ident(&format!("r#{name}")),
        keyword::Kind::Never => ident(&format!("{name}_")),
    }
}

/// Puts a prefix before a name, with one underscore between them: two would be a lint's complaint.
fn prefixed(prefix: &str, name: &str) -> Ident {
    ident(&format!("{prefix}_{}", words::snake(name).trim_start_matches('_')))
}

fn ident(name: &str) -> Ident {
    Ident::new(name)
}

#[cfg(test)]
mod tests;
