//! `config::endpoint`: parameters, the rules as a function, the table of partitions, and the cases as tests.

mod bindings;
mod cases;
mod expression;
mod rules;

pub use bindings::{client, method};

use super::{Condition, File, Item, Table};
use crate::endpoint::partitions::{self, Partition};
use crate::endpoint::rules::{Literal, ParameterKind};
use crate::ir::Crate;
use crate::ir::endpoint::{Endpoint, ExprKind, Parameter, Type};
use crate::names;
use proc_macro2::TokenStream;
use quote::quote;

/// What the rules are for.
pub enum Tier<'a> {
    /// A crate with a client, with today's partitions.
    Client,
    /// Tests of the rules alone, one a case, with these partitions.
    Alone(&'a [Partition]),
}

/// `config/endpoint.rs` and what is below it.
pub fn files(krate: &Crate, tier: &Tier<'_>) -> Vec<File> {
    let endpoint = &krate.endpoint;
    let file = |path: &str, about: &str, items| File {
        path: path.to_owned(),
        shape: krate.service_id.clone(),
        docs: vec![about.to_owned()],
        items,
    };
    let mut items = items(endpoint);
    let mut tests = cases::items(endpoint);
    let partitions = match tier {
        Tier::Client => {
            items.push(Item::Table(resolver(endpoint)));
            partitions::today()
        }
        Tier::Alone(partitions) => {
            tests = cases::single(endpoint);
            partitions.to_vec()
        }
    };
    let mut files = vec![file("config/endpoint.rs", "Which URL requests go to.", items)];
    if asks_partitions(endpoint) {
        let import = quote!(
            use crate::support::endpoint_partition::partitions;
        );
        let items = vec![Item::Rust(import), Item::Table(partition_table(&partitions))];
        files.push(file("config/endpoint/partitions.rs", "The partitions of AWS.", items));
    }
    if !endpoint.cases.is_empty() {
        files.push(file("config/endpoint/tests.rs", "The endpoint cases of the model.", tests));
    }
    files
}

/// Whether rules ask for the partition of a region.
fn asks_partitions(endpoint: &Endpoint) -> bool {
    endpoint.has(&|value| matches!(&value.kind, ExprKind::Call(function, _) if function.result == Type::Partition))
}

fn items(endpoint: &Endpoint) -> Vec<Item> {
    let function = rules::function(endpoint, asks_partitions(endpoint));
    let mut items: Vec<_> =
        imports(endpoint, &function).into_iter().map(|import| Item::Rust(quote!(use #import;))).collect();
    let exports = [
        quote!(crate::support::endpoint_error::ResolveEndpointError),
        quote!(crate::support::endpoint_params::InvalidParams),
        quote!(aws_smithy_types::endpoint::Endpoint),
    ];
    items.extend(exports.map(|export| Item::Rust(quote!(pub use #export;))));
    if asks_partitions(endpoint) {
        items.push(Item::Rust(quote!(
            mod partitions;
        )));
    }
    if !endpoint.cases.is_empty() {
        items.push(Item::Rust(quote!(
            #[cfg(test)]
            mod tests;
        )));
    }
    items.push(Item::Table(parameter_table(endpoint)));
    items.push(Item::Rust(public(endpoint)));
    items.push(Item::Rust(function));
    items
}

fn imports(endpoint: &Endpoint, function: &TokenStream) -> Vec<TokenStream> {
    let mut paths = vec![["endpoint_params", "params"]];
    paths.extend(rules::imports(function));
    if !endpoint.origin.is_empty() {
        paths.push(["endpoint_region", "explain"]);
    }
    if asks_partitions(endpoint) {
        paths.push(["endpoint_partition", "Partition"]);
    }
    paths.sort();
    paths.dedup();
    let mut imports: Vec<_> = paths
        .iter()
        .map(|[module, name]| {
            let (module, name) = (names::fixed(module), names::fixed(name));
            quote!(crate::support::#module::#name)
        })
        .collect();
    if asks_partitions(endpoint) {
        imports.push(quote!(partitions::PARTITIONS));
    }
    imports
}

/// What makes the rules a part of the client.
fn resolver(endpoint: &Endpoint) -> Table {
    let row = |parameter: &Parameter| Some(format!("{} = {}", parameter.setter, parameter.setting.as_ref()?));
    let account = endpoint.parameters.iter().find(|parameter| parameter.is_account);
    let account = account.map(|parameter| format!(" account {}", parameter.name)).unwrap_or_default();
    Table {
        name: "crate::support::client_endpoint::endpoint_resolver",
        condition: Condition::Client,
        head: format!("Params{account}"),
        rows: endpoint.parameters.iter().filter_map(row).collect(),
    }
}

fn parameter_table(endpoint: &Endpoint) -> Table {
    Table {
        name: "params",
        condition: Condition::Always,
        head: "ParamsBuilder => Params".to_owned(),
        rows: endpoint.parameters.iter().map(parameter_row).collect(),
    }
}

fn parameter_row(parameter: &Parameter) -> String {
    let Parameter { name, setter, .. } = parameter;
    let docs: String =
        parameter.docs.iter().map(|line| format!("{}\n    ", format!("/// {line}").trim_end())).collect();
    let kind = match parameter.kind {
        ParameterKind::String => "str",
        ParameterKind::Boolean => "bool",
        ParameterKind::StringArray => "list",
    };
    let presence = match &parameter.default {
        Some(default) => format!("{kind} = {}", literal(default)),
        None if parameter.required => format!("required {kind}"),
        None => kind.to_owned(),
    };
    let check = parameter.check.map(|check| format!(", crate::support::{check}::problem")).unwrap_or_default();
    format!("{docs}{name}, {setter}: {presence}{check}")
}

/// The expression of a literal.
fn literal(value: &Literal) -> String {
    match value {
        Literal::String(text) => format!("{text:?}"),
        Literal::Boolean(value) => value.to_string(),
        Literal::Strings(items) => format!("{items:?}"),
    }
}

/// The method that callers resolve endpoints with.
fn public(endpoint: &Endpoint) -> TokenStream {
    let partitions = asks_partitions(endpoint).then(|| quote!(, PARTITIONS));
    let explained = endpoint
        .origin
        .split_first()
        .map(|(first, others)| quote!(.map_err(|error| explain(error, self.#first() #(.or(self.#others()))*))));
    quote! {
        impl Params {
            /// The endpoint for these parameters, by the rules of the service.
            ///
            /// # Errors
            /// If the rules refuse the parameters, with their reason.
            pub fn resolve(&self) -> Result<Endpoint, ResolveEndpointError> {
                resolve(self #partitions) #explained
            }
        }
    }
}

fn partition_table(partitions: &[Partition]) -> Table {
    let row = |own: &Partition| {
        format!(
            "{{ name: {:?}, dns_suffix: {:?}, dual_stack_dns_suffix: {:?},\n      \
             supports_fips: {}, supports_dual_stack: {}, implicit_global_region: {:?},\n      \
             areas: &{:?}, regions: &{:?} }}",
            own.name,
            own.dns_suffix,
            own.dual_stack_dns_suffix,
            own.supports_fips,
            own.supports_dual_stack,
            own.implicit_global_region,
            own.areas,
            own.regions,
        )
    };
    Table {
        name: "partitions",
        condition: Condition::Always,
        head: "PARTITIONS".to_owned(),
        rows: partitions.iter().map(row).collect(),
    }
}
