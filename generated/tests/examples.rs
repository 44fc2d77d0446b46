//! Runs the examples: what people copy must work.
#![allow(clippy::duplicate_mod, reason = "each example is a program with a fake server of its own")]

#[path = "../examples/core.rs"]
mod core_example;
#[cfg(feature = "test-util")]
#[path = "../examples/mock.rs"]
mod mock_example;
#[cfg(feature = "sigv4")]
#[expect(dead_code, reason = "`main` reads the arguments of a program")]
#[path = "../examples/reqwest.rs"]
mod reqwest_example;
#[cfg(all(feature = "default-https-client", feature = "rt-tokio"))]
#[expect(dead_code, reason = "`main` reads the arguments of a program")]
#[path = "../examples/update_domain.rs"]
mod update_domain_example;
#[cfg(feature = "sigv4")]
#[expect(dead_code, reason = "`main` reads the arguments of a program")]
#[path = "../examples/ureq.rs"]
mod ureq_example;

#[test]
fn core() {
    core_example::main().expect("the example runs");
}

#[cfg(feature = "test-util")]
#[test]
fn mock() {
    mock_example::main().expect("the example runs");
}

#[cfg(feature = "sigv4")]
#[tokio::test]
async fn reqwest() {
    let url = reqwest_example::fake::start().expect("a server");
    let domain = reqwest_example::update(&url).await.expect("an output").domain.expect("a domain");
    assert_eq!((domain.name(), domain.description()), (Some("front-desk"), None));
}

#[cfg(feature = "sigv4")]
#[test]
fn ureq() {
    let url = ureq_example::fake::start().expect("a server");
    let domain = ureq_example::update(&url).expect("an output").domain.expect("a domain");
    assert_eq!((domain.name(), domain.description()), (Some("front-desk"), None));
}

#[cfg(all(feature = "default-https-client", feature = "rt-tokio"))]
mod update_domain {
    use super::update_domain_example::{client, fake, update};
    use voice_id::config::Credentials;
    use voice_id::error::{DisplayErrorContext, ProvideErrorMetadata};
    use voice_id::types::ServerSideEncryptionConfiguration;

    #[tokio::test]
    async fn a_description_that_is_left_out_is_gone() {
        let client = client(&fake::start().expect("a server"));
        let before = update(&client, Some("about")).await.expect("a domain");
        assert_eq!(before.description(), Some("about"));
        let after = update(&client, None).await.expect("a domain");
        assert_eq!((after.description(), after.name()), (None, Some("front-desk")));
        assert_eq!(after.created_at().and_then(|time| time.to_millis().ok()), Some(1_700_000_000_123));
    }

    #[tokio::test]
    async fn the_fake_has_every_error() {
        let client = client(&fake::start().expect("a server"));
        for (code, status) in fake::ERRORS {
            let key = ServerSideEncryptionConfiguration::builder().kms_key_id("k").build().expect("complete");
            let call = client.update_domain().domain_id(code).name("n").server_side_encryption_configuration(key);
            let error = call.send().await.expect_err("an error");
            assert_eq!((error.code(), error.message()), (Some(code), Some("as you wish")));
            assert_eq!(error.raw_response().expect("a response").status().as_u16(), status);
            assert!(voice_id::Error::from(error).to_string().starts_with(code));
        }
    }

    #[tokio::test]
    async fn the_fake_checks_signatures() {
        let client = client(&fake::start().expect("a server"));
        let other = Credentials::new(fake::ACCESS_KEY_ID, "another secret", None, None, "example");
        let config = client.config().to_builder().credentials_provider(other).build();
        let error = update(&voice_id::Client::from_conf(config), None).await.expect_err("an error");
        let text = DisplayErrorContext(&*error).to_string();
        assert!(text.contains("InvalidSignatureException") && text.contains("the signature is another"), "{text}");
    }
}

/// The README's code for the core stands in the example, line by line.
#[test]
fn readme_shows_the_example() {
    let (readme, example) = (include_str!("../README.md"), include_str!("../examples/core.rs"));
    let code = readme.split("```").find(|block| block.contains("UpdateDomain::request")).expect("a block of code");
    let mut shown = code.lines().skip(1).map(str::trim).filter(|line| !line.is_empty()).peekable();
    for line in example.lines() {
        shown.next_if_eq(&line.trim());
    }
    assert_eq!(shown.next(), None, "not in examples/core.rs, or not in this order");
}
