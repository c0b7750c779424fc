//! The machinery that plays the app in real windows, by real clicks and keys, against the real
//! server. Shared by the tests and the demo; each uses its part.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod binaries;
pub mod display;
pub mod handset;
pub mod inspector;
pub mod moments;
pub mod page;
pub mod pair;
pub mod proxy;
pub mod server;
pub mod story;
pub mod team;
pub mod teller;
pub mod wait;
pub mod window;
pub mod wire;
