//! The work that is measured: each case by its name, ready to be repeated.

pub mod bodies;
mod call;
mod plain;
mod read;
mod write;

use anyhow::Result;

/// Something to be done as often as wanted. It was set up before, which costs nothing of what is measured.
pub type Work = Box<dyn FnMut()>;

/// A case, called `area/what/who`.
pub struct Case {
    pub name: &'static str,
    pub set_up: fn() -> Result<Work>,
}

/// All cases.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    write::CASES.iter().chain(read::CASES).chain(call::CASES)
}

/// The size of the future of a call, in bytes: ours and the official one.
pub fn futures() -> Result<[usize; 2]> {
    call::futures()
}
