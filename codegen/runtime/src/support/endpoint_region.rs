//! Regions: what cannot be one, and what to say when there is none.

use super::endpoint_error::ResolveEndpointError;
use super::endpoint_host::is_valid_host_label;

/// What is wrong with a region, which becomes a part of the host name.
pub fn problem(region: &str) -> Option<String> {
    let problem = || format!("{region:?} is no region; one has letters, digits and hyphens, such as \"us-east-1\"");
    (!is_valid_host_label(region, false)).then(problem)
}

/// Says what to do if there is neither a region nor an endpoint in its place.
pub fn explain(error: ResolveEndpointError, origin: Option<&str>) -> ResolveEndpointError {
    match origin {
        Some(_) => error,
        None => ResolveEndpointError::message(format!("{error} (no region is set: set `region`)")),
    }
}
