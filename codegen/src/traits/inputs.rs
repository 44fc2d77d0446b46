//! Reads how the endpoint cases of a service come about by calls: `operationInputs` of `smithy.rules#endpointTests`.

use super::facts::{Facts, field, string};
use super::tables;
use crate::ast::{Entry, Node};
use crate::diagnostic::Diagnostics;

/// A call whose endpoint is that of its case.
pub struct OperationInput<'a> {
    /// The name of the operation.
    pub operation: String,
    /// The members of the input.
    pub params: Option<Node<'a>>,
    /// Values of settings that all clients have, such as `AWS::Region`.
    pub built_in: Vec<Entry<'a>>,
    /// Values of settings of this client.
    pub client: Vec<Entry<'a>>,
}

impl<'a> Facts<'_, 'a> {
    /// Those of each case, in the order of the text.
    pub fn operation_inputs(&self, log: &mut Diagnostics) -> Vec<Vec<OperationInput<'a>>> {
        let Some(own) = self.find(tables::ENDPOINT_TESTS) else { return Vec::new() };
        let entries = own.value.object("endpoint cases", log).unwrap_or_default();
        let cases = field(&entries, "testCases").and_then(|entry| entry.value.array("`testCases`", log));
        let mut inputs = Vec::new();
        for case in cases.unwrap_or_default() {
            let entries = case.object("an endpoint case", log).unwrap_or_default();
            let all = field(&entries, "operationInputs").and_then(|entry| entry.value.array("`operationInputs`", log));
            inputs.push(all.unwrap_or_default().iter().filter_map(|node| input(node, log)).collect());
        }
        inputs
    }
}

fn input<'a>(node: &Node<'a>, log: &mut Diagnostics) -> Option<OperationInput<'a>> {
    let entries = node.object("the input of an operation", log)?;
    let operation = field(&entries, "operationName").and_then(|entry| string(entry, log))?;
    let mut object = |key| field(&entries, key).and_then(|entry| entry.value.object(key, log)).unwrap_or_default();
    let (built_in, client) = (object("builtInParams"), object("clientParams"));
    Some(OperationInput {
        operation,
        params: field(&entries, "operationParams").map(|entry| entry.value),
        built_in,
        client,
    })
}
