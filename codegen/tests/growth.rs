//! What generating and comparing cost grows with the selection, evenly, and not with what is not selected. Allocations are counted:
//! they are the same on every machine.

use codegen::diagnostic::Source;
use codegen::diff::{Scope, compare};
use codegen::resolve::{Operations, Selection};
use codegen::{Request, Tree, api, ast, generate};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::fmt::Write;
use std::sync::Mutex;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// One test at a time: all are counted by the same allocator.
static ALONE: Mutex<()> = Mutex::new(());

/// A model with so many operations, each with shapes of its own; the traits of a member of the last one.
fn source(operations: usize, traits: &str) -> Source {
    let (mut bound, mut shapes) = (String::new(), String::new());
    for at in 0..operations {
        let comma = if at == 0 { "" } else { "," };
        let traits = if at + 1 == operations { traits } else { "" };
        write!(bound, r#"{comma}{{"target": "t#Do{at}"}}"#).unwrap();
        write!(
            shapes,
            r#", "t#Do{at}": {{"type": "operation", "input": {{"target": "t#In{at}"}}, "output": {{"target": "t#Out{at}"}},
                "traits": {{"smithy.api#documentation": "<p>Does what has to be done.</p>"}}}},
            "t#In{at}": {{"type": "structure", "members": {{
                "Name": {{"target": "smithy.api#String", "traits": {{"smithy.api#required": {{}}{traits}}}}},
                "Kind": {{"target": "t#Kind{at}"}}, "Parts": {{"target": "t#Parts{at}"}}}}}},
            "t#Out{at}": {{"type": "structure", "members": {{"Part": {{"target": "t#Part{at}"}}}}}},
            "t#Kind{at}": {{"type": "enum", "members": {{"A": {{"target": "smithy.api#Unit"}}, "B": {{"target": "smithy.api#Unit"}}}}}},
            "t#Parts{at}": {{"type": "list", "member": {{"target": "t#Part{at}"}}}},
            "t#Part{at}": {{"type": "structure", "members": {{"When": {{"target": "smithy.api#Timestamp"}},
                "Size": {{"target": "smithy.api#Long"}}, "Note": {{"target": "smithy.api#String"}}}}}}"#
        )
        .unwrap();
    }
    let text = format!(
        r#"{{"smithy": "2.0", "shapes": {{"t#Service": {{"type": "service", "version": "1", "operations": [{bound}],
            "traits": {{"aws.protocols#awsJson1_0": {{}}}}}}{shapes}}}}}"#
    );
    Source { path: "model.json".to_owned(), text }
}

/// Allocations, and bytes of them.
#[derive(Clone, Copy, Debug)]
struct Cost {
    count: f64,
    bytes: f64,
}

impl Cost {
    fn of<T>(work: impl FnOnce() -> T) -> Self {
        let region = Region::new(ALLOCATOR);
        work();
        let change = region.change();
        let count = (change.allocations + change.reallocations) as f64;
        Cost { count, bytes: change.bytes_allocated as f64 }
    }

    /// What is more than in another, for each of so many.
    fn beyond(self, other: Self, times: f64) -> Self {
        Cost { count: (self.count - other.count) / times, bytes: (self.bytes - other.bytes) / times }
    }

    fn is_at_most(self, other: Self, times: f64) -> bool {
        self.count <= other.count * times && self.bytes <= other.bytes * times
    }
}

/// Sources for the first operations of a model.
fn generated(source: &Source, operations: usize) -> Tree {
    let names = (0..operations).map(|at| format!("Do{at}")).collect();
    let selection = Selection { service: None, operations: Operations::Named(names) };
    let request = Request { source, model: "model.json", selection: &selection, package: "example", page: None };
    generate(&request).unwrap_or_else(|faults| panic!("{}", faults.render(source, false)))
}

#[test]
fn each_operation_costs_the_same() {
    let _alone = ALONE.lock();
    let source = source(40, "");
    assert_even((1..=10).map(|step| Cost::of(|| generated(&source, step * 4))));
    // How the room of an arena grows depends on who does what first.
    let listing = |operations| {
        let sources = generated(&source, operations);
        Cost { bytes: 0.0, ..Cost::of(|| api::listing("model.json", &sources)) }
    };
    assert_even((1..=10).map(|step| listing(step * 4)));
}

/// Steps of four operations cost the same each, and what one costs is not nothing.
#[track_caller]
fn assert_even(costs: impl Iterator<Item = Cost>) {
    let costs: Vec<Cost> = costs.collect();
    let steps: Vec<Cost> = costs.windows(2).map(|pair| pair[1].beyond(pair[0], 4.0)).collect();
    let (first, last) = (steps[0], steps[steps.len() - 1]);
    assert!(last.is_at_most(first, 1.5), "an operation costs {first:?} at first, {last:?} at last");
    assert!(first.count > 1000.0, "{first:?}");
}

/// All of a model is read, since faults of its form are found wherever they are.
#[test]
fn what_is_not_selected_is_read_and_no_more() {
    let _alone = ALONE.lock();
    let beyond_reading = |source: &Source| {
        let read = Cost::of(|| ast::parse(source));
        Cost::of(|| generated(source, 1)).beyond(read, 1.0)
    };
    let (few, many) = (source(5, ""), source(40, ""));
    let unselected = beyond_reading(&many).beyond(beyond_reading(&few), 35.0);
    let selected = Cost::of(|| generated(&few, 5)).beyond(Cost::of(|| generated(&few, 1)), 4.0);
    assert!(
        unselected.is_at_most(selected, 0.02),
        "{unselected:?} for one that is not selected, {selected:?} for another"
    );
}

#[test]
fn traits_of_what_is_not_selected_are_not_looked_at() {
    let _alone = ALONE.lock();
    let source = source(2, r#", "smithy.api#length": "long", "smithy.api#jsonName": 5, "other.space#unknown": {}"#);
    assert!(generated(&source, 1).len() > 10);
    let selection = Selection { service: None, operations: Operations::All };
    let request =
        Request { source: &source, model: "model.json", selection: &selection, package: "example", page: None };
    assert!(generate(&request).is_err());
}

/// A service with so many resources, each of which leads to all of them.
fn resources(count: usize) -> Source {
    let resource = |at: usize| {
        let next = (at + 1) % count;
        format!(r#", "t#R{at}": {{"type": "resource", "resources": [{{"target": "t#R{next}"}}]}}"#)
    };
    let resources: String = (0..count).map(resource).collect();
    let first = if count == 0 { "" } else { r#"{"target": "t#R0"}"# };
    let text = format!(
        r#"{{"smithy": "2.0", "shapes": {{"t#Do": {{"type": "operation"}}, "t#Service": {{"type": "service", "version": "1",
            "operations": [{{"target": "t#Do"}}], "resources": [{first}]}}{resources}}}}}"#
    );
    Source { path: "model.json".to_owned(), text }
}

#[test]
fn each_resource_costs_the_same() {
    let _alone = ALONE.lock();
    let old = resources(0);
    let cost = |count| {
        let new = resources(count);
        Cost::of(|| assert_eq!(compare(&old, &new, &Scope::All).unwrap().events.len(), count + 1))
    };
    let [few, more, most] = [100, 200, 400].map(cost);
    let (first, last) = (more.beyond(few, 100.0), most.beyond(more, 200.0));
    assert!(last.is_at_most(first, 1.2), "a resource costs {first:?} at first, {last:?} at last");
}
