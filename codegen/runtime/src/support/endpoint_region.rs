//! Regions: what cannot be one, and what to say when there is none.

use super::endpoint_error::ResolveEndpointError;
use super::endpoint_host::is_valid_host_label;

/// What is wrong with a region, which becomes a part of the host name.
pub fn problem(region: &str) -> Option<String> {
    let problem = || format!("{region:?} is no region; one has letters, digits and hyphens, such as \"us-east-1\"");
    (!is_valid_host_label(region, false)).then(problem)
}

/// Says what to do if the rules need a region and there is none.
pub fn explain(error: ResolveEndpointError, region: Option<&str>) -> ResolveEndpointError {
    match region {
        Some(_) => error,
        None => ResolveEndpointError::message(format!("{error} (no region is set: set `region`)")),
    }
}
