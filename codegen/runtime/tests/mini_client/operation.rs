//! Operations.
pub use crate::support::operation::Operation;
pub use crate::support::request_id::RequestId;
pub mod everything;
pub mod nothing;
pub mod update_domain;
