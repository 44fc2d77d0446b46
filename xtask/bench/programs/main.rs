//! Programs as people write them for `aws-sdk-voiceid`, each compiled against the official crate and against ours, which
//! then has that name. Every file is a program of its own; what it prints must be the same with both.

#[path = "app.rs"]
mod app;
#[path = "clocks.rs"]
mod clocks;
#[path = "config.rs"]
mod config;
#[path = "endpoints.rs"]
mod endpoints;
#[path = "errors.rs"]
mod errors;
#[path = "fluent.rs"]
mod fluent;
#[path = "identities.rs"]
mod identities;
#[path = "interceptors.rs"]
mod interceptors;
#[path = "loading.rs"]
mod loading;
#[path = "missing.rs"]
mod missing;
#[path = "mocks.rs"]
mod mocks;
#[path = "overrides.rs"]
mod overrides;
#[path = "replay.rs"]
mod replay;
#[path = "retries.rs"]
mod retries;
#[path = "server.rs"]
mod server;
#[path = "spans.rs"]
mod spans;
#[path = "timeouts.rs"]
mod timeouts;
#[path = "types.rs"]
mod types;

macro_rules! programs {
    ($($name:ident)*) => {
        $(
            println!("== {}", stringify!($name));
            if let Err(error) = $name::main() {
                println!("failed: {error}");
            }
        )*
    };
}

fn main() {
    programs! {
        app clocks config endpoints errors fluent identities interceptors loading missing mocks overrides replay retries spans timeouts types
    }
}
