//! Keys, sealing and pairing.

mod team_key;

pub(crate) use team_key::TeamKey;
