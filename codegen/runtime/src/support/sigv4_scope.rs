//! What a signature is for, where endpoint rules have a say in it: the property `authSchemes` of endpoints.
//!
//! See <https://smithy.io/2.0/aws/rules-engine/auth-schemes.html>.

use super::error::BoxError;
use super::sigv4::Signer;
use aws_smithy_types::Document;
use aws_smithy_types::endpoint::Endpoint;

/// A signer for an endpoint; region and service are those of the endpoint if it has any.
pub fn signer(endpoint: &Endpoint, region: Option<&str>, service: &str) -> Result<Signer, BoxError> {
    let scheme =
        match endpoint.properties().get("authSchemes") {
            Some(Document::Array(all)) => {
                let sigv4 = all.iter().find(|scheme| text(scheme, "name") == Some("sigv4"));
                Some(sigv4.ok_or(
                    "the rules of the service do not sign for this endpoint with SigV4: it cannot be called so",
                )?)
            }
            _ => None,
        };
    let own = |name| scheme.and_then(|scheme| text(scheme, name));
    let region = own("signingRegion").or(region).ok_or("no region: set one, such as `us-east-1`")?;
    Ok(Signer::new(endpoint.url(), region, own("signingName").unwrap_or(service))?)
}

fn text<'a>(scheme: &'a Document, name: &str) -> Option<&'a str> {
    scheme.as_object()?.get(name)?.as_string()
}
