//! One colleague's news: its beginning, and more on request.

use dioxus::prelude::*;
use voorveld_core::api::{ReadTodayList, TodayList};
use voorveld_core::view::{NewsLine, Total};

use super::NewsRow;
use crate::components::{ErrorLine, More};
use crate::hooks::{use_live, use_opened_today};

/// Lines per page.
const STEP: u32 = 50;

/// The lines, and a button for the rest.
#[component]
pub fn NewsList(person: String, first: Vec<NewsLine>, total: u32) -> Element {
    let mut opened = use_opened_today();
    let list = TodayList::News(person.clone());
    let limit = opened.read().get(&list).copied();
    let shown = limit.map_or(first.len(), |limit| limit.min(total) as usize);
    let more = list.clone();
    rsx! {
        if let Some(limit) = limit {
            Opened { list, person: person.clone(), first, limit }
        } else {
            Lines { person: person.clone(), lines: first }
        }
        More {
            id: "today-news-more-{person}",
            shown,
            total: Total::from(total),
            onpress: move |()| {
                opened.write().insert(more.clone(), shown as u32 + STEP);
            },
        }
    }
}

/// Shows the initial lines until the longer list has loaded.
#[component]
fn Opened(list: TodayList, person: String, first: Vec<NewsLine>, limit: u32) -> Element {
    let live = use_live(ReadTodayList { list, limit });
    rsx! {
        if let Some(error) = live.problem() {
            ErrorLine { error }
        }
        Lines { person, lines: live.value().map_or(first, |lines| lines.news) }
    }
}

#[component]
fn Lines(person: String, lines: Vec<NewsLine>) -> Element {
    rsx! {
        for (index , line) in lines.into_iter().enumerate() {
            NewsRow { key: "{index}", line, person: person.clone() }
        }
    }
}
