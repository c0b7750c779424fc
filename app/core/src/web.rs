//! In a browser: the store, and all the casework, in a worker; the page reaches it by messages.
//!
//! One program is both. The page [connects](connect) to the worker that its script started; in the
//! worker the program [serves](serve). What goes between them is JSON text, in the words of
//! [`call`](crate::call).

mod message;
mod page;
mod worker;

pub(crate) use page::Worker;
pub use page::{Start, connect};
pub use worker::serve;
