//! The sync machine and its ways to a server.

pub(crate) mod payload;
