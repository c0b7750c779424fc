//! The app: screens over the casework of `voorveld-core`. Independent of SQL, Automerge and HTTP.

mod app;
pub mod components;
pub mod export;
pub mod format;
pub mod hooks;
pub mod pages;
pub mod platform;
pub mod route;
mod shell;
pub mod style;
pub mod text;

pub use app::{App, Opened};

#[cfg(test)]
mod tests;
