//! From an unsuccessful response to the error.

use crate::{parse, parse_with};
use std::error::Error;
use voice_id::error::ProvideErrorMetadata;
use voice_id::operation::RequestId;
use voice_id::operation::update_domain::UpdateDomainError;
use voice_id::types::{ConflictType, ResourceType};

fn error(status: u16, body: impl AsRef<[u8]>) -> UpdateDomainError {
    parse(status, body).expect_err("an error")
}

fn status(error: &UpdateDomainError) -> Option<&str> {
    error.meta().extra("http_status_code")
}

/// Rules 1 and 4
#[test]
fn codes_are_cut_to_the_shape_name() {
    for code in [
        "ConflictException",
        "ConflictException:http://i.a.c/",
        "a.b#ConflictException",
        "ns#ConflictException:http://x/#y",
    ] {
        let error = error(400, format!(r#"{{"__type":"{code}"}}"#));
        assert!(error.is_conflict_exception(), "{code}: {error:?}");
        assert_eq!(error.code(), Some("ConflictException"));
    }
}

#[test]
fn spaces_belong_to_a_code() {
    for code in [" ConflictException", "ConflictException ", "ns# ConflictException", "ConflictException\\t:x"] {
        let error = error(409, format!(r#"{{"__type":"{code}"}}"#));
        assert!(!error.is_conflict_exception(), "{code}: {error:?}");
        assert_eq!(error.code().map(str::trim), Some("ConflictException"));
    }
}

/// Rules 2 and 5
#[test]
fn the_header_goes_before_code_and_code_before_type() {
    let body = r#"{"code":"ThrottlingException","__type":"x#ValidationException"}"#;
    let header = ("x-amzn-errortype", "AccessDeniedException:http://a.b/");
    assert!(parse_with(400, &[header], body).expect_err("an error").is_access_denied_exception());
    assert!(error(400, body).is_throttling_exception());
    assert!(error(400, r#"{"code":400,"__type":"x#ValidationException"}"#).is_validation_exception());
}

/// Rule 3
#[test]
fn only_the_top_level_counts() {
    let body = r#"{"Details":[{"__type":"x#ThrottlingException","code":"a"}],"__type":"x#ValidationException"}"#;
    assert!(error(400, body).is_validation_exception());
}

/// Rule 6
#[test]
fn messages_are_found_in_any_case() {
    for key in ["message", "Message", "errorMessage"] {
        let error = error(400, format!(r#"{{"__type":"ValidationException","{key}":"m"}}"#));
        assert_eq!(error.message(), Some("m"), "{key}");
        let UpdateDomainError::ValidationException(error) = error else { panic!("{key}") };
        assert_eq!(error.message(), Some("m"), "{key}");
    }
    let both = error(400, r#"{"__type":"ValidationException","message":"other","Message":"own"}"#);
    let UpdateDomainError::ValidationException(both) = both else { panic!() };
    assert_eq!(both.message(), Some("own"));
    let empty = error(400, r#"{"__type":"ValidationException","message":"other","Message":""}"#);
    let UpdateDomainError::ValidationException(empty) = empty else { panic!() };
    assert_eq!(empty.message(), Some(""));
}

#[test]
fn modelled_members_are_read() {
    let body = r#"{"__type":"ConflictException","Message":"m","ConflictType":"DOMAIN_NOT_ACTIVE"}"#;
    let UpdateDomainError::ConflictException(conflict) = error(409, body) else { panic!() };
    assert_eq!(conflict.conflict_type(), Some(&ConflictType::DomainNotActive));
    assert_eq!(conflict.request_id(), Some("req-1"));
    let body = r#"{"__type":"ResourceNotFoundException","ResourceType":"DOMAIN"}"#;
    let UpdateDomainError::ResourceNotFoundException(missing) = error(404, body) else { panic!() };
    assert_eq!(missing.resource_type(), Some(&ResourceType::Domain));
}

/// Rule 7
#[test]
fn an_unknown_code_keeps_everything() {
    let error = error(400, r#"{"__type":"x#BrandNewException","message":"m"}"#);
    assert_eq!(
        (error.code(), error.message(), error.request_id()),
        (Some("BrandNewException"), Some("m"), Some("req-1"))
    );
    assert_eq!(status(&error), Some("400"));
    let text = error.to_string();
    for part in ["BrandNewException", "m", "req-1"] {
        assert!(text.contains(part), "{text}");
    }
}

/// Rules 8 and 61
#[test]
fn a_body_that_is_no_json_keeps_the_status() {
    let html = format!("<html><body>\u{1}down {}</body></html>", "x".repeat(5000));
    for body in [html.as_str(), "", "[]", "{} {}", "{\"message\":\"secret", "\u{feff}{}"] {
        let error = error(503, body);
        assert_eq!((status(&error), error.request_id()), (Some("503"), Some("req-1")), "{body:.40}");
        let shown = format!("{error} {} {error:?}", error.source().expect("a source"));
        assert!(error.to_string().contains("503"), "{error}");
        assert!(shown.len() < 1200, "{}", shown.len());
        assert!(!shown.contains("secret") && !shown.contains('\u{1}'), "{shown}");
        let headers = [("x-amzn-errortype", "ThrottlingException"), ("x-amzn-requestid", "req-2")];
        let error = parse_with(503, &headers, body).expect_err("an error");
        assert!(error.is_throttling_exception(), "{body:.40}");
        assert_eq!((status(&error), error.request_id()), (Some("503"), Some("req-2")));
    }
    assert!(error(503, &html).source().expect("a source").to_string().contains("down"));
}

#[test]
fn the_body_is_not_shown() {
    for code in ["ValidationException", "BrandNewException"] {
        for body in [
            r#"{"__type":"CODE","Secret":"hunter2"}"#,
            r#"{"__type":"CODE","Message":{"hunter2":"hunter2"}}"#,
            r#"{"__type":"CODE","Message":"m","Domain":{"Name":"hunter2"}} and more"#,
        ] {
            let error = error(400, body.replace("CODE", code));
            assert_eq!(error.code(), Some(code));
            let whole = voice_id::Error::from(error);
            assert!(!format!("{whole:?} {whole}").contains("hunter2"), "{whole:?}");
        }
    }
}

/// Rules 9 and 60
#[test]
fn a_modelled_error_survives_wrong_members() {
    let error = error(409, r#"{"__type":"x#ConflictException","Message":"m","ConflictType":5}"#);
    assert!(error.is_conflict_exception());
    assert_eq!(
        (error.code(), error.message(), error.request_id()),
        (Some("ConflictException"), Some("m"), Some("req-1"))
    );
    let UpdateDomainError::ConflictException(conflict) = error else { panic!() };
    assert_eq!((conflict.message(), conflict.conflict_type()), (Some("m"), None));
}

/// Rules 10 and 59
#[test]
fn escaped_keys_are_keys() {
    assert!(error(400, r#"{"\u005f\u005ftype":"ThrottlingException"}"#).is_throttling_exception());
    assert!(error(400, r#"{"\u005f_type":"Thrott\u006cingException"}"#).is_throttling_exception());
}

/// Rule 12: the code decides, not the status.
#[test]
fn the_status_does_not_decide() {
    assert!(error(500, r#"{"__type":"ValidationException"}"#).is_validation_exception());
    assert!(error(400, r#"{"__type":"InternalServerException"}"#).is_internal_server_exception());
    assert_eq!(status(&error(302, "")), Some("302"));
}

#[test]
fn errors_print_code_message_and_request_id() {
    let text = error(409, r#"{"__type":"ConflictException","Message":"busy"}"#).to_string();
    for part in ["ConflictException", "busy", "req-1"] {
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn errors_can_be_made_for_tests() {
    let made = UpdateDomainError::ConflictException(
        voice_id::types::error::ConflictException::builder()
            .message("m")
            .conflict_type(ConflictType::DomainNotActive)
            .build(),
    );
    assert!(made.is_conflict_exception());
    assert_eq!(made.to_string(), "ConflictException: m");
    assert!(UpdateDomainError::unhandled("why").source().expect("a source").to_string().contains("why"));
}
