//! `instructions CASE N`: does the work of a case N times, for a program that counts instructions. Without arguments:
//! the names of all cases.

use anyhow::{Context, Result};
use std::env::args;

fn main() -> Result<()> {
    let Some(name) = args().nth(1) else {
        probe::cases().for_each(|case| println!("{}", case.name));
        return Ok(());
    };
    let times: u32 = args().nth(2).context("how often?")?.parse()?;
    let case = probe::cases().find(|case| case.name == name).context("no such case")?;
    let mut work = (case.set_up)()?;
    (0..times).for_each(|_| work());
    Ok(())
}
