//! The screens as people meet them, on made-up data.

#[path = "../preview/answers.rs"]
mod answers;
mod bsn;
mod capture;
mod case;
#[path = "../preview/case_answers.rs"]
mod case_answers;
mod cases;
mod casework;
mod checkup;
mod client_view;
mod commitment;
mod core_team;
#[path = "../preview/data.rs"]
#[allow(dead_code, reason = "shared with the preview")]
mod data;
#[path = "../preview/decision_answers.rs"]
mod decision_answers;
mod decisions;
mod dom;
mod edges;
mod effect;
#[path = "../preview/expense_data.rs"]
mod expense_data;
mod expenses;
mod export;
mod filters;
#[path = "../preview/gone_data.rs"]
mod gone_data;
mod handover;
mod import;
mod location;
mod lock;
mod look;
mod network;
#[path = "../preview/network_data.rs"]
mod network_data;
mod news;
#[path = "../preview/news_data.rs"]
mod news_data;
mod pairing;
#[path = "../preview/paper_answers.rs"]
mod paper_answers;
mod safety;
mod screen;
#[path = "../preview/search_data.rs"]
mod search_data;
mod settings;
mod settle;
mod signal;
mod signal_rest;
mod study;
#[path = "../preview/study_answers.rs"]
mod study_answers;
mod taking_back;
mod taps;
mod team;
#[path = "../preview/team_answers.rs"]
mod team_answers;
#[path = "../preview/team_data.rs"]
mod team_data;
mod teams;
mod today;
mod together;
mod unlock;
mod words;
