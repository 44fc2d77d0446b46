//! Runs the examples: what people copy must work.

#[path = "../examples/core.rs"]
mod core_example;

#[test]
fn core() {
    core_example::main().expect("the example runs");
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
