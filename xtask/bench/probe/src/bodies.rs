//! What is read and written.

/// A full domain, as the service sends it: 690 bytes.
pub const RESPONSE: &str = concat!(
    r#"{"Domain":{"Arn":"arn:aws:voiceid:us-east-1:111122223333:domain/AbCdEfGhIjKlMnOpQrStUv","#,
    r#""CreatedAt":1.785732980986E9,"Description":"Callers of the front desk, in all of its languages","#,
    r#""DomainId":"AbCdEfGhIjKlMnOpQrStUv","DomainStatus":"ACTIVE","Name":"front-desk-eu","#,
    r#""ServerSideEncryptionConfiguration":{"KmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"},"#,
    r#""ServerSideEncryptionUpdateDetails":{"Message":"Re-encryption is on its way","#,
    r#""OldKmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321","UpdateStatus":"IN_PROGRESS"},"#,
    r#""UpdatedAt":1.785732990123E9,"WatchlistDetails":{"DefaultWatchlistId":"ZyXwVuTsRqPoNmLkJiHgFe"}}}"#
);

pub const DOMAIN_ID: &str = "AbCdEfGhIjKlMnOpQrStUv";
pub const NAME: &str = "front-desk-eu";
pub const DESCRIPTION: &str =
    "Callers of the front desk, in all of its languages, whoever they may be by day and by night, all year";
pub const KEY: &str = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/// The input above as the body of a request: 305 bytes.
pub const REQUEST: &str = concat!(
    r#"{"DomainId":"AbCdEfGhIjKlMnOpQrStUv","Name":"front-desk-eu","#,
    r#""Description":"Callers of the front desk, in all of its languages, whoever they may be by day and by night, all year","#,
    r#""ServerSideEncryptionConfiguration":{"KmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}}"#
);

/// A domain whose description is 64 KiB of escapes.
pub fn escapes() -> String {
    format!(r#"{{"Domain":{{"DomainId":"d","Description":"{}"}}}}"#, r#"\n\"A\\\/é"#.repeat(65_536 / 15))
}

/// A domain with 1 MiB of such members.
pub fn members(member: impl Fn(usize) -> String) -> String {
    let mut body = r#"{"Domain":{"DomainId":"d""#.to_owned();
    (0..).map(member).take_while(|_| true).try_for_each(|member| {
        body.push(',');
        body.push_str(&member);
        (body.len() < 1 << 20).then_some(())
    });
    body + "}}"
}

/// A member that the model does not know, as services may send it tomorrow.
pub fn unknown(index: usize) -> String {
    format!(
        r#""NewMember{index}":{{"Text":"a value of a member that is new","Number":{index},"List":[1,2,3],"Flag":true}}"#
    )
}

/// An unknown member of brackets, as deep as they may be.
pub fn nested(_: usize) -> String {
    format!(r#""N":{}{}"#, "[".repeat(120), "]".repeat(120))
}

/// A known member whose name and value are escapes.
pub fn escaped(_: usize) -> String {
    r#""\u004e\u0061\u006d\u0065":"\u0061\u0062\u0063\u0064\u0065\u0066\u0067\u0068""#.to_owned()
}

/// A known member, again and again.
pub fn duplicate(_: usize) -> String {
    r#""Name":"front-desk-eu""#.to_owned()
}
