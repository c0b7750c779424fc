use std::sync::mpsc;

use voorveld_core::api::{Request, Response, Search};
use voorveld_core::view::{CaseList, SearchResult};

use super::data;
use super::screen::Screen;

#[tokio::test]
async fn each_case_says_how_far_in_when_last_and_where() {
    let mut screen = Screen::open("/dossiers");
    let text = screen.shows("Gezin V.").await.text();
    assert!(
        text.contains("Meneer P. deur · 4 dagen · Dahliastraat · twee keer ingevuld N"),
        "{text}"
    );
    assert!(
        text.contains("De heer W. overgedragen · vertrouwen"),
        "{text}"
    );
}

#[tokio::test]
async fn results_stand_by_kind_with_the_match_underlined() {
    let mut screen = Screen::open("/dossiers");
    screen.shows("Gezin V.").await;
    screen.type_in("search", "dui");
    let text = screen.shows("Contactmomenten 2").await.text();
    assert!(text.contains("Duivenman deur · vandaag"), "{text}");
    assert!(text.contains("Netwerk 1 Secretaris duivenclub"), "{text}");
    assert_eq!(
        screen
            .page()
            .all("class")
            .iter()
            .filter(|class| *class == "match")
            .count(),
        4
    );
    screen.press("search-clear");
    screen.shows("Gezin V.").await;
}

#[tokio::test]
async fn a_pasted_number_can_be_called_and_written_to_at_once() {
    let mut screen = Screen::open("/dossiers");
    screen.shows("Gezin V.").await;
    screen.type_in("search", " 06-12 34 56 78");
    let page = screen.shows("Bel 06 12345678").await;
    let link = |id: &str| page.attribute(id, "href");
    assert_eq!(link("search-call").as_deref(), Some("tel:+31612345678"));
    assert_eq!(link("search-message").as_deref(), Some("sms:+31612345678"));
    let text = screen.shows("Secretaris duivenclub").await.text();
    assert!(
        text.find("Bel 06") < text.find("Dossiers 1"),
        "first the number, then who has it: {text}"
    );
}

#[tokio::test]
async fn what_is_no_number_offers_no_call() {
    let mut screen = Screen::open("/dossiers");
    screen.shows("Gezin V.").await;
    screen.type_in("search", "06 12");
    let page = screen.shows("Contactmomenten 2").await;
    assert_eq!(page.attribute("search-call", "href"), None);
}

#[tokio::test]
async fn an_answer_that_comes_late_never_stands_over_a_newer_one() {
    // The first search is answered only after the second was sent.
    let (asked_again, wait) = mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let mut screen = Screen::with("/dossiers", move |request| match request {
        Request::Search(search) if search.text == "d" => {
            wait.lock()
                .expect("one reader")
                .recv()
                .expect("a second question");
            Some(Ok(Response::Search(super::search_data::found())))
        }
        Request::Search(_) => Some(Ok(Response::Search(SearchResult::default()))),
        _ => None,
    });
    screen.shows("Gezin V.").await;
    screen.type_in("search", "d");
    screen.sends_a::<Search>().await;
    screen.type_in("search", "dx");
    asked_again.send(()).expect("somebody waits");
    let text = screen.shows("Niets gevonden").await.text();
    assert!(!text.contains("Contactmomenten"), "{text}");
}

#[tokio::test]
async fn a_new_case_needs_a_name_and_opens_at_once() {
    let mut screen = Screen::open("/dossiers");
    screen.shows("Gezin V.").await;
    screen.press("case-new");
    screen.type_in("case-new-name", " Mevr. B. ");
    screen.press("case-new-save");
    let name = screen
        .sends(|request| match request {
            Request::CreateCase(create) => Some(create.name.clone()),
            _ => None,
        })
        .await;
    assert_eq!(name, "Mevr. B.");
    screen.shows("Laatste drie").await;
}

#[tokio::test]
async fn a_long_list_comes_in_parts() {
    let mut screen = Screen::with("/dossiers", |request| match request {
        Request::ReadCases(ask) => {
            let shown = if ask.limit > 100 { 9 } else { 5 };
            Some(Ok(Response::ReadCases(CaseList {
                cases: data::cases().into_iter().take(shown).collect(),
                total: 9,
            })))
        }
        _ => None,
    });
    screen.shows("5 van 9 · toon meer").await;
    screen.press("cases-more");
    screen.shows("De heer W.").await;
}
