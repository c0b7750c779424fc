//! What colleagues changed since the day was last closed, on *Vandaag* and when closing the day.

mod list;
mod row;
mod words;

use dioxus::prelude::*;
use voorveld_core::api::{NoteNewsShown, TodayList};
use voorveld_core::view::{News, NewsPlace};

use crate::components::Section;
use crate::hooks::{use_action, use_opened_today};
use crate::route::Route;
use crate::{format, t, text};
use list::NewsList;
use row::NewsRow;

/// A section for each colleague; those with a single line share one.
#[component]
pub fn NewsSections(
    news: Vec<News>,
    /// What to report once all of it is on the screen.
    #[props(!optional)]
    unseen: Option<i64>,
) -> Element {
    use_shown(&news, unseen);
    let groups = groups(news);
    rsx! {
        for (index , group) in groups.into_iter().enumerate() {
            match group {
                Group::One(news) => rsx! {
                    Section {
                        key: "{news.person}",
                        title: title(&[&news.person]),
                        aside: news.count.to_string(),
                        NewsList {
                            person: news.person,
                            first: news.lines,
                            total: news.count,
                        }
                    }
                },
                Group::Several(people) => rsx! {
                    Section {
                        key: "{index}",
                        id: "news-several-{index}",
                        title: title(&people.iter().map(|news| news.person.as_str()).collect::<Vec<_>>()),
                        aside: people.len().to_string(),
                        for news in people {
                            for line in news.lines {
                                NewsRow {
                                    key: "{news.person}",
                                    line,
                                    person: news.person.clone(),
                                    shared: true,
                                }
                            }
                        }
                    }
                },
            }
        }
    }
}

enum Group {
    One(News),
    /// Colleagues with a line each.
    Several(Vec<News>),
}

/// Puts colleagues with a single line together, in the place of the first of them: the news begins with
/// dangers.
fn groups(news: Vec<News>) -> Vec<Group> {
    let few = news.iter().filter(|news| news.count == 1).count();
    let mut groups: Vec<Group> = Vec::new();
    for news in news {
        if few < 2 || news.count > 1 {
            groups.push(Group::One(news));
            continue;
        }
        let shared = groups.iter_mut().find_map(|group| match group {
            Group::Several(people) => Some(people),
            Group::One(_) => None,
        });
        match shared {
            Some(people) => people.push(news),
            None => groups.push(Group::Several(vec![news])),
        }
    }
    groups
}

/// Formats "Nieuw van Bas en Carla"; a colleague whose name has not arrived has none.
fn title(names: &[&str]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| {
            if name.is_empty() {
                t!("news-colleague")
            } else {
                (*name).to_owned()
            }
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    t!("today-news", name: format::together(text::language(), &names))
}

/// Reports the news as shown once no list of it is truncated.
fn use_shown(news: &[News], unseen: Option<i64>) {
    let action = use_action();
    let opened = use_opened_today();
    let whole = news.iter().all(|news| {
        let list = TodayList::News(news.person.clone());
        let limit = opened.read().get(&list).copied().unwrap_or_default();
        news.count as usize <= news.lines.len().max(limit as usize)
    });
    let through = unseen.filter(|_| whole);
    use_effect(use_reactive!(|through| {
        if let Some(through) = through {
            action.send(NoteNewsShown { through });
        }
    }));
}

/// Returns the route of what a news line or search result is about.
pub fn place(place: NewsPlace) -> Route {
    match place {
        NewsPlace::Case(case) => Route::CasePage { case },
        NewsPlace::Contact(contact) => Route::ContactPage { contact },
        NewsPlace::Signal(signal) => Route::SignalPage { signal },
        NewsPlace::Study(study) => Route::StudyPage { study },
    }
}
