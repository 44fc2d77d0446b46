//! How requests of an operation are sent: the host, and what is done to the finished request.

use super::Lowering;
use crate::ir::{Host, HostPart};
use crate::model::{self, AuthKind, Fault, Kind, Member, Operation, Retryable};
use crate::names;

/// Operations that go to the host of a URL in their input: a rule of the service that no trait tells.
const HOST_IN_INPUT: &[(&str, &str)] = &[("com.amazonaws.machinelearning#Predict", "PredictEndpoint")];

impl Lowering<'_> {
    pub(super) fn host(&self, operation: &Operation) -> Option<Host> {
        let custom = HOST_IN_INPUT.iter().find(|(id, _)| operation.id.as_str() == *id).map(|(_, member)| *member);
        if let Some(member) = self.input(operation).iter().find(|member| Some(member.name.as_str()) == custom) {
            return Some(Host::Url(names::field(&member.name)));
        }
        let part = |part: &model::HostPart| match part {
            model::HostPart::Text(text) => HostPart::Text(text.clone()),
            model::HostPart::Label(member) => HostPart::Field(names::field(member)),
        };
        operation.host_prefix.as_ref().map(|parts| Host::Prefix(parts.iter().map(part).collect()))
    }

    fn input(&self, operation: &Operation) -> &[Member] {
        let shape = operation.input.as_ref().map(|id| &self.model.shapes[id].kind);
        if let Some(Kind::Structure(structure)) = shape { &structure.members } else { &[] }
    }
}

/// Functions from request to request, below `crate::support`.
pub fn finish(operation: &Operation) -> Vec<&'static str> {
    let steps = [
        (operation.compression, "compression::gzip"),
        (operation.checksum_required, "content_md5::add"),
        (is_unsigned_payload(operation), "unsigned_payload::mark"),
    ];
    steps.into_iter().filter(|(needed, _)| *needed).map(|(_, step)| step).collect()
}

/// Whether there are signatures, which leave out the payload.
pub fn is_unsigned_payload(operation: &Operation) -> bool {
    operation.unsigned_payload && operation.auth.contains(&AuthKind::SigV4)
}

/// How an error may be retried, by `smithy.api#retryable`.
pub fn retry(kind: &Kind) -> Option<&'static str> {
    let Kind::Structure(model::Structure { error: Some(error), .. }) = kind else {
        return None;
    };
    Some(match (error.retryable?, error.fault) {
        (Retryable { throttling: true }, _) => "ThrottlingError",
        (Retryable { throttling: false }, Fault::Client) => "ClientError",
        (Retryable { throttling: false }, Fault::Server) => "ServerError",
    })
}
