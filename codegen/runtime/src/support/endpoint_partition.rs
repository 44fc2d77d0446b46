//! `aws.partition`: which part of AWS a region belongs to.

/// A part of AWS with its own host names and accounts.
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "rules read what they need")]
pub struct Partition {
    pub(crate) name: &'static str,
    pub(crate) dns_suffix: &'static str,
    pub(crate) dual_stack_dns_suffix: &'static str,
    pub(crate) supports_fips: bool,
    pub(crate) supports_dual_stack: bool,
    pub(crate) implicit_global_region: &'static str,
    /// What stands before the last two parts of a region's name: `us-gov` in `us-gov-west-1`.
    pub(crate) areas: &'static [&'static str],
    /// Regions that the areas do not tell.
    pub(crate) regions: &'static [&'static str],
}

/// The partition that lists the region, or whose pattern its name follows, or else `aws`.
/// See <https://smithy.io/2.0/aws/rules-engine/library-functions.html#aws-partition-function>.
pub fn partition<'a>(partitions: &'a [Partition], region: &str) -> Option<&'a Partition> {
    let area = area(region);
    let listed = partitions.iter().find(|partition| partition.regions.contains(&region));
    let matching = || partitions.iter().find(|partition| area.is_some_and(|area| partition.areas.contains(&area)));
    listed.or_else(matching).or_else(|| partitions.iter().find(|partition| partition.name == "aws"))
}

/// The area of a region that is named `area-word-number`.
fn area(region: &str) -> Option<&str> {
    let (rest, number) = region.rsplit_once('-')?;
    let (area, word) = rest.rsplit_once('-')?;
    let is_word = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_word && is_number).then_some(area)
}

/// The table of partitions, one a row.
macro_rules! partitions {
    ($NAME:ident; $({ $($field:tt)* };)*) => {
        pub(crate) const $NAME: &[crate::support::endpoint_partition::Partition] =
            &[$(crate::support::endpoint_partition::Partition { $($field)* }),*];
    };
}

pub(crate) use partitions;
