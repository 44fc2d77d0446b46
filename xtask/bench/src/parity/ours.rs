//! Our client.

use voice_id as sdk;

#[path = "result.rs"]
mod result;
#[path = "side.rs"]
mod side;

pub use side::{call, sizes};
