//! Checks names against a table of cases, and that every text gives a valid identifier.

use proptest::prelude::*;

use super::*;

/// Compares a function with a list of `(given, expected)`.
fn table(name: fn(&str) -> Ident, cases: &[(&str, &str)]) {
    for (given, expected) in cases {
        assert_eq!(name(given).to_string(), *expected, "for {given:?}");
    }
}

#[test]
fn settings_make_way_for_those_of_every_client() {
    let names = ["useFips", "UseFIPS", "region", "zone", "send"];
    let setters = names.map(|name| field(&setting(name)).to_string());
    assert_eq!(setters, ["use_fips_value", "use_fips_value", "region_value", "zone", "send_value"]);
    assert_eq!(kept(&setting("useFips")).to_string(), "UseFipsValueSetting");
    let public = include_str!("../../../generated/api.txt");
    let methods = public.lines().filter_map(|line| line.strip_prefix("pub fn config::Builder::"));
    let names: Vec<&str> = methods.filter_map(|method| method.split('(').next()).collect();
    let plain =
        names.iter().filter(|name| !name.starts_with("set_") && !name.starts_with("push_") && **name != "build");
    let missing: Vec<_> = plain.filter(|name| !SETTINGS.contains(name)).collect();
    assert!(names.len() > 60 && missing.is_empty(), "{missing:?}");
}

#[test]
fn fields() {
    let cases = [
        ("DomainId", "domain_id"),
        ("kmsKeyId", "kms_key_id"),
        ("KMSKeyId", "kms_key_id"),
        ("TopicARNs", "topic_arns"),
        ("ACLsStatus", "acls_status"),
        ("SizeInMiB", "size_in_mib"),
        ("IPv4Range", "ipv4_range"),
        ("IpV6Range", "ipv6_range"),
        ("MaxTtL", "max_ttl"),
        ("s3key", "s3_key"),
        ("S3Key", "s3_key"),
        ("sha256Sum", "sha256_sum"),
        ("OtaaV1_0_x", "otaa_v1_0_x"),
        ("tableDBv2", "table_dbv2"),
        ("Type", "r#type"),
        ("match", "r#match"),
        ("gen", "r#gen"),
        ("self", "self_"),
        ("Crate", "crate_"),
        ("super", "super_"),
        ("build", "build_value"),
        ("Builder", "builder_value"),
        ("Default", "default_value"),
        ("send", "send_value"),
        ("meta", "meta_value"),
        ("customize", "customize_value"),
        ("clone", "clone"),
        ("setFoo", "set_foo"),
        ("_1", "_1"),
        ("_", "u5f"),
    ];
    table(field, &cases);
}

#[test]
fn setters_and_getters_use_the_unescaped_name() {
    table(setter, &[("Type", "set_type"), ("self", "set_self"), ("Build", "set_build"), ("_1", "set_1")]);
    table(getter, &[("Type", "get_type"), ("DomainId", "get_domain_id")]);
}

#[test]
fn types() {
    let cases = [
        ("APIKey", "ApiKey"),
        ("MFADevice", "MfaDevice"),
        ("testResult", "TestResult"),
        ("Ec2_Instance", "Ec2Instance"),
        ("TopicARNs", "TopicArNs"),
        ("ConflictException", "ConflictException"),
        ("Option", "Option"),
        ("Error", "Error"),
        ("Self", "SelfValue"),
        ("SelfValue", "SelfValue_"),
        ("Unknown", "Unknown"),
        ("_2", "_2"),
        ("__", "U5fU5f"),
    ];
    table(type_name, &cases);
    assert_eq!(builder(&type_name("APIKey")).to_string(), "ApiKeyBuilder");
}

#[test]
fn variants() {
    let cases = [
        ("ACTIVE", "Active"),
        ("US_EAST_1", "UsEast1"),
        ("ml.m5.large", "MlM5Large"),
        ("ml_m5_large", "MlM5Large"),
        ("ml_p3dn_24xlarge", "MlP3dn24xlarge"),
        ("AES_256", "Aes256"),
        ("Unknown", "UnknownValue"),
        ("UNKNOWN_VALUE", "UnknownValue_"),
        ("SELF", "SelfValue"),
        ("1.0", "_1_0"),
        ("1_0", "_10"),
        ("2024-01-01", "_20240101"),
        ("__count__", "Count"),
        ("*", "U2a"),
        ("<=", "U3cU3d"),
        ("", "Empty"),
        ("\u{1f980}", "U1f980"),
        ("é", "Ue9"),
        ("none", "None"),
    ];
    table(variant, &cases);
}

#[test]
fn methods_of_variants() {
    let is = |name: &str| is_method(&variant(name)).to_string();
    assert_eq!(is("AccessDeniedException"), "is_access_denied_exception");
    assert_eq!(is("NULL"), "is_null");
    assert_eq!(is("Unknown"), "is_unknown_value");
    assert_eq!(is("UnknownValue"), "is_unknown_value_");
    assert_eq!(is("type"), "is_type");
}

#[test]
fn modules_and_files() {
    table(module, &[("UpdateDomain", "update_domain"), ("Match", "match_"), ("ListMFADevices", "list_mfa_devices")]);
    table(module, &[("New", "new_"), ("FromConf", "from_conf_"), ("Config", "config_"), ("Clone", "clone_")]);
    table(file, &[("DomainStatus", "_domain_status"), ("Type", "_type"), ("AUX", "_aux"), ("__", "_u5fu5f")]);
}

#[test]
fn operations_keep_acronyms_where_the_official_crates_do() {
    table(operation, &[("listMFADevices", "ListMFADevices"), ("Self", "SelfValue"), ("_", "U5f"), ("get_it", "GetIt")]);
    table(operation_error, &[("ListMFADevices", "ListMFADevicesError"), ("UpdateDomain", "UpdateDomainError")]);
    table(input, &[("ListMFADevices", "ListMfaDevicesInput"), ("UpdateDomain", "UpdateDomainInput")]);
    table(output, &[("ListMFADevices", "ListMfaDevicesOutput")]);
}

#[test]
fn prelude_names_are_known() {
    for name in ["Box", "Option", "Result", "String", "Vec", "Some", "None", "Ok", "Err", "Default", "From", "Send"] {
        assert!(shadows_prelude(name), "{name}");
    }
    assert!(!shadows_prelude("Domain"));
    assert!(!shadows_prelude("Error"));
}

#[test]
fn packages() {
    assert_eq!(crate_name("voice-id"), Ok("voice_id".to_owned()));
    assert_eq!(crate_name(""), Err(CrateNameError::Length));
    assert_eq!(crate_name(&"a".repeat(65)), Err(CrateNameError::Length));
    assert_eq!(crate_name("7z"), Err(CrateNameError::Start));
    assert_eq!(crate_name("a b"), Err(CrateNameError::Character(' ')));
    for taken in ["match", "std", "CON", "test"] {
        assert_eq!(crate_name(taken), Err(CrateNameError::Taken), "{taken}");
    }
}

#[test]
fn every_keyword_gives_an_identifier() {
    for word in keyword::RAW.iter().chain(&["crate", "self", "Self", "super", "_"]) {
        check(word);
        assert!(syn::parse_str::<syn::Ident>(&field(word).to_string()).is_ok(), "{word}");
    }
    assert!(keyword::RAW.iter().all(|word| field(word) == format!("r#{word}")));
}

proptest! {
    // A test run writes nothing, not even what failed.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_gives_an_identifier(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn every_smithy_name_gives_an_identifier(text in "[A-Za-z0-9_. *-]{0,12}") {
        check(&text);
    }
}

/// Calls everything, and reads what comes out.
fn check(text: &str) {
    let names: [fn(&str) -> Ident; 13] = [
        field,
        setter,
        getter,
        type_name,
        variant,
        module,
        file,
        operation,
        input,
        output,
        operation_error,
        fluent_builder,
        |text| is_method(&builder(&variant(text))),
    ];
    for name in names {
        let spelled = name(text).to_string();
        assert!(spelled.is_ascii() && name(text) == spelled);
        assert!(syn::parse_str::<syn::Ident>(&spelled).is_ok(), "{spelled}");
    }
}
