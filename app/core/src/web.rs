//! The browser build: a web worker holds the store and does all the work; the page talks to it by
//! messages.
//!
//! Page and worker run the same program. The page [connects](connect) to the worker that its script
//! started; in the worker, the program [serves](serve). Messages are JSON text, built on the types of
//! [`api`](crate::api).

mod message;
mod page;
mod worker;

pub(crate) use page::Worker;
pub use page::{Start, connect};
pub use worker::serve;
