//! `cases!`, for tests alone: the endpoint cases of a model, a row a case.

use super::endpoint_error::ResolveEndpointError;
use super::endpoint_params::InvalidParams;
use aws_smithy_types::endpoint::Endpoint;

/// What is wrong with the result of a case, if anything is. An error is one of the rules: parameters must do.
pub fn check(
    name: &str,
    found: Result<Result<Endpoint, ResolveEndpointError>, InvalidParams>,
    expected: Result<Endpoint, &str>,
) -> Option<String> {
    let passes = match (&found, &expected) {
        (Ok(Ok(found)), Ok(expected)) => found == expected,
        (Ok(Err(found)), Err(expected)) => found.to_string() == *expected,
        _ => false,
    };
    (!passes).then(|| format!("{name}:\n  found    {found:?}\n  expected {expected:?}\n"))
}

/// `RESOLVE; NAME: [CALLS OF THE PARAMETERS' BUILDER] => Ok(URL) | Err(TEXT)[, [CALLS OF THE ENDPOINT'S BUILDER]];`
macro_rules! cases {
    ($resolve:expr; $($name:literal: [$($params:tt)*] => $expected:expr $(, [$($extra:tt)+])?;)*) => {
        #[test]
        fn cases() {
            let faults: Vec<String> = [$({
                let params = Params::builder()$($params)*.build();
                let expected: Result<&str, &str> = $expected;
                let endpoint = |url| aws_smithy_types::endpoint::Endpoint::builder().url(url)$($($extra)+)?.build();
                let resolve: fn(&Params) -> _ = $resolve;
                crate::support::endpoint_cases::check($name, params.map(|params| resolve(&params)), expected.map(endpoint))
            }),*]
            .into_iter()
            .flatten()
            .collect();
            assert!(faults.is_empty(), "{} cases fail\n{}", faults.len(), faults.concat());
        }
    };
}

pub(crate) use cases;
