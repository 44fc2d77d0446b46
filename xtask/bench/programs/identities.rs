//! How often credentials are asked for.

use super::server::{DOMAIN, Server, update};
use aws_credential_types::provider::future::ProvideCredentials as Provided;
use aws_sdk_voiceid::Client;
use aws_sdk_voiceid::config::{Builder, Credentials, IdentityCache, ProvideCredentials};
use aws_sdk_voiceid::error::BoxError;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

/// Credentials that are good for so long.
#[derive(Clone, Debug)]
struct Counted(Arc<AtomicUsize>, Option<Duration>);

impl ProvideCredentials for Counted {
    fn provide_credentials<'a>(&'a self) -> Provided<'a>
    where
        Self: 'a,
    {
        self.0.fetch_add(1, Ordering::SeqCst);
        let expiry = self.1.map(|life| SystemTime::now() + life);
        Provided::ready(Ok(Credentials::new("AKID", "secret", None, expiry, "counted")))
    }
}

async fn count(what: &str, life: Option<Duration>, change: fn(Builder) -> Builder) -> Result<(), BoxError> {
    let counted = Counted(Arc::default(), life);
    let server = Server::new(&[(200, DOMAIN)]);
    let client = Client::from_conf(change(server.config().credentials_provider(counted.clone())).build());
    for _ in 0..3 {
        update(&client)?.send().await?;
    }
    let other = Client::from_conf(client.config().to_builder().build());
    update(&other)?.send().await?;
    let own = Counted(Arc::default(), life);
    let call = update(&client)?.customize();
    call.config_override(Builder::new().credentials_provider(own.clone())).send().await?;
    let times = |it: &Counted| it.0.load(Ordering::SeqCst);
    println!("{what}: {}, and {} for one call of its own", times(&counted), times(&own));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let (hour, second) = (Duration::from_secs(3600), Duration::from_secs(1));
    count("as it is", None, |builder| builder).await?;
    count("good for an hour", Some(hour), |builder| builder).await?;
    count("good for less than the cache wants", Some(second), |builder| builder).await?;
    count("no cache", Some(hour), |builder| builder.identity_cache(IdentityCache::no_cache())).await?;
    let lazy = |builder: Builder| {
        let cache = IdentityCache::lazy().buffer_time(Duration::ZERO);
        builder.identity_cache(cache.build())
    };
    count("a cache of one's own", Some(hour), lazy).await
}
