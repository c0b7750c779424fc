//! Keys, sealing and pairing.

pub mod words;
