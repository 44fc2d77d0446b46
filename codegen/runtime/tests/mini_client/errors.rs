use crate::error::ProvideErrorMetadata;
use crate::operation::nothing::{Nothing, NothingError};
use crate::operation::update_domain::{UpdateDomain, UpdateDomainError};
use crate::respond;
use crate::types::error::{ConflictException, ValidationException};
use aws_smithy_types::error::ErrorMetadata;
use std::error::Error;

const ID: (&str, &str) = ("x-amzn-requestid", "id");

fn error(status: u16, headers: &[(&str, &str)], body: &str) -> UpdateDomainError {
    let headers: Vec<_> = headers.iter().copied().chain([ID]).collect();
    let error = respond::<UpdateDomain>(status, &headers, body).unwrap_err();
    assert_eq!(error.meta().extra("aws_request_id"), Some("id"));
    assert_eq!(error.meta().extra("http_status_code"), Some(&*status.to_string()));
    error
}

fn code(headers: &[(&str, &str)], body: &str) -> String {
    error(400, headers, body).code().unwrap_or_default().to_owned()
}

#[test]
fn trap_1_sanitising_and_4_namespaces() {
    for carried in [
        "FooError",
        "FooError:http://i.a.c/",
        "ns#FooError",
        "ns#FooError:http://x/#y",
        "aws.different.namespace#FooError",
    ] {
        assert_eq!(code(&[("x-amzn-errortype", carried)], ""), "FooError");
        assert_eq!(code(&[], &format!(r#"{{"__type":"{carried}"}}"#)), "FooError");
    }
}

#[test]
fn trap_2_carriers_in_order() {
    let body = r#"{"__type":"x#C","code":"B"}"#;
    assert_eq!(code(&[("X-Amzn-ErrorType", "A")], body), "A");
    assert_eq!(code(&[], body), "B");
    assert_eq!(code(&[("x-amzn-errortype", ":")], body), "B");
}

#[test]
fn trap_3_only_the_top_level_counts() {
    assert_eq!(code(&[], r#"{"ErrorDetails":[{"__type":"x#Inner"}],"__type":"x#Outer"}"#), "Outer");
    assert_eq!(code(&[], r#"{"__type":"x#Outer","ErrorDetails":[{"__type":"x#Inner","code":"Inner"}]}"#), "Outer");
}

#[test]
fn trap_5_code_that_is_not_a_string() {
    assert_eq!(code(&[], r#"{"code":400,"__type":"x#FooError","message":{"a":1}}"#), "FooError");
}

#[test]
fn trap_6_spellings_of_message() {
    for key in ["message", "Message", "errorMessage"] {
        let error = error(400, &[], &format!(r#"{{"__type":"ConflictException","{key}":"m"}}"#));
        let UpdateDomainError::ConflictException(conflict) = &error else { panic!("{error:?}") };
        assert_eq!(conflict.message(), Some("m"));
        assert_eq!(error.message(), Some("m"));
        let error =
            crate::respond::<UpdateDomain>(400, &[], &format!(r#"{{"code":"ValidationException","{key}":"m"}}"#));
        let Err(UpdateDomainError::ValidationException(error)) = error else { panic!("{error:?}") };
        assert_eq!(error.message(), "m");
    }
    for body in [r#""message":"other","Message":"own""#, r#""Message":"own","message":"other""#] {
        let error = error(400, &[], &format!(r#"{{"__type":"ConflictException",{body}}}"#));
        let UpdateDomainError::ConflictException(conflict) = &error else { panic!("{error:?}") };
        assert_eq!(conflict.message(), Some("own"));
        assert_eq!(error.message(), Some("own"));
    }
}

#[test]
fn trap_7_unmodelled_code() {
    let error = error(400, &[], r#"{"__type":"x#BrandNewException","message":"m"}"#);
    assert_eq!((error.code(), error.message()), (Some("BrandNewException"), Some("m")));
    assert_eq!(error.to_string(), "BrandNewException: m (status 400, request id id)");
    assert!(!error.is_conflict_exception());
}

#[test]
fn trap_8_and_61_body_that_is_not_json() {
    let html = "<html>\u{1b}[31m<body class=\"secret\">Service Unavailable</body></html>";
    let error = error(503, &[("x-amzn-errortype", "SlowDown")], html);
    assert_eq!(error.code(), Some("SlowDown"));
    let source = error.source().unwrap().to_string();
    assert!(
        source.contains("Service Unavailable") && !source.contains("secret") && !source.contains('\u{1b}'),
        "{source}"
    );
    assert!(!format!("{error:?}").contains("secret"));
    for body in ["[]", "", "{} {}", "null", "\u{feff}{}", "{\"message\":5"] {
        assert_eq!(code(&[("x-amzn-errortype", "A")], body), "A");
        assert_eq!(code(&[], body), "");
    }
    let error = crate::respond::<UpdateDomain>(502, &[ID], "").unwrap_err();
    let problem = "cannot read the body at the top level (byte 0): expected an object, found the end of the body";
    assert_eq!(error.to_string(), format!("unhandled error (status 502, request id id): {problem}"));
    assert_eq!(error.source().unwrap().to_string(), problem);
    let page = "<!DOCTYPE html>\n<title a=\"b\">Bad\n gateway</title>\t<p>you said \"hush\"";
    let error = crate::respond::<UpdateDomain>(502, &[ID], page).unwrap_err();
    assert!(error.to_string().ends_with("found something else: Bad gateway you said"), "{error}");
}

#[test]
fn trap_8_excerpts_are_bounded_and_hide_what_is_quoted() {
    for body in [
        format!("{} end", "x".repeat(100_000)),
        format!("junk {{\"a\":\"secret\",\"b\":\"\\\"secret\",\"{}", "secret".repeat(9999)),
        "{\\\"a\\\":\\\"secret\\\"}".to_owned(),
        "\"secret".to_owned(),
        "5\" {\"a\":\"secret\"}".to_owned(),
        "secret\":\"secret\",\"b\":1}".to_owned(),
        "<Domain><Description>secret</Description></Domain>".to_owned(),
        "<html>{'a':'secret'}</html>".to_owned(),
    ] {
        let error = error(500, &[], &body);
        let text = format!("{error} {error:?} {}", error.source().unwrap());
        assert!(!text.contains("secret"), "{text}");
        assert!(text.chars().count() < 1_100, "{text}");
    }
}

#[test]
fn a_truncated_body_still_tells_its_code() {
    let error = error(429, &[], r#"{"__type":"x#ThrottlingException","message":"Rate exceeded","a":"#);
    assert!(error.is_throttling_exception());
    assert_eq!(error.message(), Some("Rate exceeded"));
}

#[test]
fn trap_9_and_60_members_of_the_wrong_kind() {
    let error = error(409, &[], r#"{"__type":"ConflictException","ConflictType":{"a":[5]},"Message":"m"}"#);
    let UpdateDomainError::ConflictException(conflict) = &error else { panic!("{error:?}") };
    assert_eq!((conflict.conflict_type(), conflict.message()), (None, Some("m")));
    assert_eq!(error.code(), Some("ConflictException"));
    assert_eq!(error.to_string(), "ConflictException: m (request id id)");
    let error = crate::respond::<UpdateDomain>(
        409,
        &[],
        r#"{"__type":"ConflictException","Message":5,"ConflictType":"DOMAIN_NOT_ACTIVE"}"#,
    );
    let Err(UpdateDomainError::ConflictException(error)) = error else { panic!("{error:?}") };
    assert_eq!((error.conflict_type(), error.message()), (None, None));
    assert_eq!(error.code(), Some("ConflictException"));
}

#[test]
fn trap_10_and_59_escaped_keys() {
    assert_eq!(code(&[], r#"{"\u005f\u005ftype":"x#FooError"}"#), "FooError");
    assert!(error(400, &[], r#"{"\u005f_type":"ThrottlingException"}"#).is_throttling_exception());
}

#[test]
fn trap_12_the_code_decides_not_the_status() {
    assert!(error(500, &[], r#"{"__type":"ValidationException"}"#).is_validation_exception());
    assert!(error(302, &[], r#"{"__type":"ConflictException"}"#).is_conflict_exception());
}

#[test]
fn operations_without_errors() {
    let error = respond::<Nothing>(400, &[ID], r#"{"__type":"ConflictException"}"#).unwrap_err();
    assert_eq!(error.code(), Some("ConflictException"));
    assert_eq!(NothingError::unhandled("why").to_string(), "why");
}

#[test]
fn errors_of_programs() {
    let error = UpdateDomainError::unhandled("why");
    assert_eq!((error.to_string(), error.source().unwrap().to_string()), ("why".into(), "why".into()));
    let meta = ErrorMetadata::builder().code("C").message("m").build();
    assert_eq!(UpdateDomainError::generic(meta.clone()).to_string(), "C: m");
    let conflict = ConflictException::builder().message("m").meta(meta.clone()).build();
    assert_eq!(conflict.to_string(), "ConflictException: m");
    assert_eq!(conflict.meta(), &meta);
    let validation = ValidationException::builder().build().unwrap_err();
    assert!(validation.to_string().starts_with("message was missing"));
    let kind: &dyn aws_smithy_types::retry::ProvideErrorKind = &error;
    assert!(kind.code().is_none() && kind.retryable_error_kind().is_none());
}
