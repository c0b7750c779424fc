//! The screens as people meet them, on made-up data.

#[path = "../preview/answers.rs"]
mod answers;
mod capture;
mod case;
mod cases;
#[path = "../preview/data.rs"]
#[allow(dead_code, reason = "shared with the preview")]
mod data;
mod dom;
mod screen;
mod signal;
mod today;
mod words;
