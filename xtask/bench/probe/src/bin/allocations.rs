//! Prints for each case its name, the allocations of one repetition and the bytes of them, then the sizes of the futures.

use anyhow::Result;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// So many repetitions come before the one that counts: caches are filled by then.
const WARM_UP: u32 = 20;

fn main() -> Result<()> {
    for case in probe::cases() {
        let mut work = (case.set_up)()?;
        (0..WARM_UP).for_each(|_| work());
        let region = Region::new(ALLOCATOR);
        work();
        let change = region.change();
        println!("{}\t{}\t{}", case.name, change.allocations + change.reallocations, change.bytes_allocated);
    }
    let [ours, official] = probe::futures()?;
    println!("futures\t{ours}\t{official}");
    Ok(())
}
