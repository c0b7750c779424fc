//! Support for playing the app in real windows, with real clicks and keys, against the real server.
//! Shared by the tests and the demo.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod binaries;
pub mod day_end;
pub mod display;
pub mod door;
pub mod handset;
pub mod inspector;
pub mod launch;
pub mod page;
pub mod pair;
pub mod proxy;
pub mod scenario;
pub mod server;
pub mod street;
pub mod team;
pub mod teller;
pub mod wait;
pub mod window;
pub mod wire;
