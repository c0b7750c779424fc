use voorveld_core::api::{Request, Response};
use voorveld_core::view::{News, NewsLine, NewsPart, Today};

use super::screen::Screen;
use super::{data, news_data};

fn on(path: &str, news: Vec<News>) -> Screen {
    Screen::with(path, move |request| match request {
        Request::ReadToday(_) => Some(Ok(Response::ReadToday(Today {
            news: news.clone(),
            ..data::first_screen()
        }))),
        _ => None,
    })
}

/// Returns news of one line from a colleague.
fn few(person: &str, text: &str) -> News {
    News {
        person: person.into(),
        count: 1,
        lines: vec![NewsLine {
            parts: vec![NewsPart::Kept(text.into())],
            ..news_data::colleague_news()[0].lines[1].clone()
        }],
    }
}

fn shown(request: &Request) -> Option<i64> {
    match request {
        Request::NoteNewsShown(shown) => Some(shown.through),
        _ => None,
    }
}

#[tokio::test]
async fn all_about_one_person_is_one_sentence_that_opens_to_its_parts() {
    let mut screen = Screen::open("/");
    let page = screen.shows("Nieuw van Bas").await;
    let sentence = "Zakmes in de la. · belooft een helm, donderdag · Groette vandaag";
    assert!(page.text().contains(sentence), "{}", page.text());
    assert_eq!(page.faults(), [""; 0]);
    screen.press_words("Alles over Duivenman", 0);
    let text = screen.shows("Straat · gisteren 07:20").await.text();
    assert!(!text.contains(sentence), "{text}");
    assert_eq!(text.matches("Zakmes").count(), 1, "{text}");
}

#[tokio::test]
async fn colleagues_who_did_little_share_a_section_and_the_busy_one_has_her_own() {
    let busy = news_data::colleague_news();
    let news = [busy, vec![few("Carla", "helm"), few("Dirk", "sokken")]].concat();
    let text = on("/", news).shows("Signalen").await.text();
    for title in ["Nieuw van Bas 2", "Nieuw van Carla en Dirk 2"] {
        assert!(text.contains(title), "{text}");
    }
    let alone = on("/", vec![few("Carla", "helm")])
        .shows("Signalen")
        .await
        .text();
    assert!(alone.contains("Nieuw van Carla 1"), "{alone}");
}

#[tokio::test]
async fn news_counts_as_seen_once_all_of_it_is_on_the_screen() {
    let mut screen = Screen::open("/");
    assert_eq!(screen.sends(shown).await, 7);

    let mut cut = news_data::colleague_news();
    cut[0].count = 50;
    let mut screen = on("/", cut);
    screen.shows("toon meer").await;
    screen.settle().await;
    assert!(screen.sent().iter().all(|sent| shown(sent).is_none()));
    screen.press("today-news-more-Bas");
    assert_eq!(screen.sends(shown).await, 7);
}

#[tokio::test]
async fn a_line_of_news_opens_its_person_with_one_tap() {
    let mut screen = Screen::open("/");
    let line = "T. Zoekt een plek om zijn brommer te stallen. Oma belt. Huis · gisteren 15:10";
    screen.shows(line).await;
    screen.press_words(line, 0);
    let case = screen
        .sends(|request| match request {
            Request::ReadCase(read) => Some(read.case),
            _ => None,
        })
        .await;
    assert_eq!(case, data::T);
}
