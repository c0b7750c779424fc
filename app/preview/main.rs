//! Shows the screens with sample data in a real window, without a store.
//!
//! `cargo run --example preview -- [path] [variant…]`, where a variant is `first-day`, `clash`, `bare`,
//! `dark`, `english`, `large` (text at 200 %), `study` or `fail`; the `*_answers` modules document
//! further ones. The path `unlock` shows the lock screen.

#[path = "answers.rs"]
mod answers;
#[path = "case_answers.rs"]
mod case_answers;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "data.rs"]
mod data;

#[path = "decision_answers.rs"]
mod decision_answers;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "expense_data.rs"]
mod expense_data;
#[path = "gone_data.rs"]
mod gone_data;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "network_data.rs"]
mod network_data;
#[path = "news_data.rs"]
mod news_data;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "paper_answers.rs"]
mod paper_answers;
#[path = "search_data.rs"]
mod search_data;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "study_answers.rs"]
mod study_answers;
#[path = "team_answers.rs"]
mod team_answers;
#[allow(dead_code, reason = "shared with the tests")]
#[path = "team_data.rs"]
mod team_data;
#[path = "unlock.rs"]
mod unlock;

use std::rc::Rc;

use dioxus::prelude::*;
use dioxus::router::components::HistoryProvider;
use voorveld::Opened;
use voorveld::hooks::Clock;
use voorveld_core::Workspace;

fn main() {
    tracing_subscriber::fmt()
        .with_env_filter("voorveld=debug")
        .init();
    let locked = std::env::args().nth(1).is_some_and(|path| path == "unlock");
    voorveld::platform::launch_screen(if locked { unlock::Locked } else { Preview });
}

#[component]
fn Preview() -> Element {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| "/".to_owned());
    let variants: Vec<String> = arguments.collect();
    let large = variants.iter().any(|each| each == "large");
    let workspace = use_hook(|| Workspace::answering(answers::answering(variants)));
    use_context_provider(|| {
        let now = "2025-11-18T08:12:00+01:00".parse().expect("a moment");
        Clock::Stopped(now)
    });
    rsx! {
        if large {
            style { ":root {{ font-size: 32px }}" }
        }
        HistoryProvider {
            history: move |_| Rc::new(dioxus::history::MemoryHistory::with_initial_path(&path)) as Rc<dyn dioxus::history::History>,
            Opened { workspace }
        }
    }
}
