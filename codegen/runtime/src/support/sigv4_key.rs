//! The signing key of SigV4, kept for as long as it is good. What is signed with it is `super::sigv4`'s.

use hmac::digest::FixedOutput;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt::{Debug, Formatter, Result};
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

/// The key that was used last. Deriving a key takes 18 SHA-256 blocks, about as much as all the rest of a signature.
#[derive(Default)]
pub(super) struct KeyCache(Mutex<Option<Key>>);

struct Key {
    secret: Zeroizing<String>,
    scope: String,
    mac: Hmac<Sha256>,
}

impl KeyCache {
    /// An HMAC with the signing key for a scope, which is `day/region/service/aws4_request`.
    pub(super) fn mac(&self, secret: &str, scope: &str) -> Hmac<Sha256> {
        let mut cache = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*cache {
            Some(key) if key.scope == scope && *key.secret == secret => key.mac.clone(),
            _ => {
                let mac = derive(secret, scope);
                let (secret, scope) = (Zeroizing::new(secret.to_owned()), scope.to_owned());
                *cache = Some(Key { secret, scope, mac: mac.clone() });
                mac
            }
        }
    }
}

impl Debug for KeyCache {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str("KeyCache")
    }
}

/// Each part of the scope is signed with a key, and the signature is the key for the next one.
fn derive(secret: &str, scope: &str) -> Hmac<Sha256> {
    let secret = Zeroizing::new(["AWS4", secret].concat());
    scope.split('/').fold(keyed(secret.as_bytes()), |mac, part| {
        let key = Zeroizing::<[u8; 32]>::new(mac.chain_update(part).finalize_fixed().into());
        keyed(&*key)
    })
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}
