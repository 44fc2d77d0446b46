//! Where a call of a client went: a file that is copied beside the generated tests.

use super::call::Server;
use std::error::Error;

/// Checks where the request went, or why there was none.
pub fn check<T>(server: &Server, result: Result<T, impl Error>, expected: Result<&str, &str>) {
    let uri = server.last().map(|request| request.uri().to_owned());
    match expected {
        Ok(expected) => {
            let error = result.err().map(|error| chain(&error)).unwrap_or_default();
            let uri = uri.unwrap_or_else(|| panic!("nothing is sent: {error}"));
            assert_eq!(uri.trim_end_matches('/'), expected.trim_end_matches('/'));
        }
        Err(expected) => {
            assert_eq!(uri, None, "a request is sent");
            let error = result.err().map(|error| chain(&error)).unwrap_or_default();
            assert!(error.contains(expected), "{error:?} does not say {expected:?}");
        }
    }
}

fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text = format!("{text}: {source}");
        next = source.source();
    }
    text
}
