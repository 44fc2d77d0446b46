//! Tokens that let the service recognize a call that it has answered before.

use aws_smithy_types::config_bag::{Storable, StoreReplace};
use fastrand::Rng;
use std::sync::{Arc, Mutex};

/// Makes the tokens: random UUIDs, or always the same one.
#[derive(Clone, Debug)]
pub struct IdempotencyTokenProvider(Source);

#[derive(Clone, Debug)]
enum Source {
    Fixed(&'static str),
    Random(Arc<Mutex<Rng>>),
}

impl IdempotencyTokenProvider {
    /// A provider of random tokens.
    pub fn random() -> Self {
        Self(Source::Random(Arc::new(Mutex::new(Rng::new()))))
    }

    /// A provider of the random tokens that follow from a seed.
    pub fn with_seed(seed: u64) -> Self {
        Self(Source::Random(Arc::new(Mutex::new(Rng::with_seed(seed)))))
    }

    /// A provider of one token.
    pub fn fixed(token: &'static str) -> Self {
        Self(Source::Fixed(token))
    }

    /// A token for a call.
    pub fn make_idempotency_token(&self) -> String {
        let random = match &self.0 {
            Source::Fixed(token) => return (*token).to_owned(),
            Source::Random(random) => random.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).u128(..),
        };
        // Version 4, variant 1: <https://www.rfc-editor.org/rfc/rfc9562#section-5.4>.
        let hex = format!("{:032x}", random & !(0xf << 76 | 0x3 << 62) | 0x4 << 76 | 0x2 << 62);
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

impl From<&'static str> for IdempotencyTokenProvider {
    fn from(token: &'static str) -> Self {
        Self::fixed(token)
    }
}

impl Storable for IdempotencyTokenProvider {
    type Storer = StoreReplace<Self>;
}
