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
mod edges;
mod import;
mod lock;
mod look;
mod network;
#[path = "../preview/network_data.rs"]
mod network_data;
mod pairing;
mod place;
mod screen;
#[path = "../preview/search_data.rs"]
mod search_data;
mod settings;
mod signal;
mod team;
#[path = "../preview/team_answers.rs"]
mod team_answers;
#[path = "../preview/team_data.rs"]
mod team_data;
mod teams;
mod today;
mod unlock;
mod words;
