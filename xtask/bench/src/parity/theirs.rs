//! The official client.

use aws_sdk_voiceid as sdk;

#[path = "result.rs"]
mod result;
#[path = "side.rs"]
mod side;

pub use side::{call, sizes};
