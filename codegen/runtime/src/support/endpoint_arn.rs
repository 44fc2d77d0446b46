//! `aws.parseArn`: the parts of an Amazon Resource Name.

/// `arn:partition:service:region:account:resource`.
#[derive(Clone, Debug, PartialEq)]
#[allow(dead_code, reason = "rules read what they need")]
pub struct Arn<'a> {
    pub(crate) partition: &'a str,
    pub(crate) service: &'a str,
    pub(crate) region: &'a str,
    pub(crate) account_id: &'a str,
    pub(crate) resource_id: Vec<&'a str>,
}

/// The parts of a name, of which only region and account may be empty.
pub fn parse_arn(text: &str) -> Option<Arn<'_>> {
    let mut parts = text.splitn(6, ':');
    let mut part = || parts.next();
    let ("arn", partition, service, region, account_id, resource) =
        (part()?, part()?, part()?, part()?, part()?, part()?)
    else {
        return None;
    };
    let complete = !partition.is_empty() && !service.is_empty() && !resource.is_empty();
    let resource_id = resource.split([':', '/']).collect();
    complete.then_some(Arn { partition, service, region, account_id, resource_id })
}
