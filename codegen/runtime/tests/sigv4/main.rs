//! The signer: AWS's published vectors, the official signer on random requests, and what it refuses.

mod official;
mod signer;
mod vectors;
