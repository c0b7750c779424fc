use voorveld_core::EncounterId;
use voorveld_core::api::{Draft, Request, Response, SaveLocation};
use voorveld_core::model::{Channel, Who};
use voorveld_core::view::{InterviewChoice, Location};

use super::data;
use super::screen::Screen;

/// Starts the app at `path` with a saved place and draft from `at`; every screen's clock says 08:12.
fn started(path: &str, kept: String, sheet: bool, at: &str) -> Screen {
    let at = format!("2025-11-18T{at}+01:00").parse().expect("a moment");
    let place = Location {
        path: kept,
        sheet,
        at,
    };
    let draft = Draft {
        id: EncounterId(uuid::Uuid::nil()),
        text: "Stond bij de halte".into(),
        channel: Channel::Street,
        who: Who::Unknown,
        who_name: String::new(),
        at,
        interview: InterviewChoice::default(),
    };
    Screen::with(path, move |request| match request {
        Request::ReadLocation(_) => Some(Ok(Response::ReadLocation(Some(place.clone())))),
        Request::ReadDrafts(_) => Some(Ok(Response::ReadDrafts(vec![draft.clone()]))),
        _ => None,
    })
}

fn pigeons() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

fn keeps(request: &Request) -> Option<SaveLocation> {
    match request {
        Request::SaveLocation(keep) => Some(keep.clone()),
        _ => None,
    }
}

#[tokio::test]
async fn after_the_system_killed_it_the_app_goes_on_where_it_was() {
    let mut screen = started("/", pigeons(), false, "07:50:00");
    screen.shows("Laatste drie").await;
    assert!(screen.page().attribute("capture-text", "id").is_none());
}

#[tokio::test]
async fn the_next_morning_begins_with_today() {
    let mut screen = started("/", pigeons(), false, "00:11:00");
    let text = screen.shows("Afspraken").await.text();
    assert!(!text.contains("Laatste drie"), "{text}");
}

#[tokio::test]
async fn an_address_that_was_opened_goes_before_the_place_that_was_kept() {
    let mut screen = started("/netwerk", pigeons(), false, "07:50:00");
    let text = screen.shows("Lang niet gesproken").await.text();
    assert!(!text.contains("Laatste drie"), "{text}");
}

#[tokio::test]
async fn a_sheet_that_was_open_with_a_draft_is_open_again() {
    let mut screen = started("/", pigeons(), true, "07:50:00");
    let page = screen
        .until(|page| page.attribute("capture-text", "id").is_some())
        .await;
    assert_eq!(
        page.attribute("capture-text", "initial_value").as_deref(),
        Some("Stond bij de halte")
    );
    screen.shows("Laatste drie").await;
}

#[tokio::test]
async fn a_place_that_is_nowhere_leads_to_today() {
    let mut screen = started("/", "/iets/van/later".into(), false, "07:50:00");
    screen.shows("Afspraken").await;
}

#[tokio::test]
async fn where_the_app_is_is_kept_and_never_what_was_searched_for() {
    let mut screen = Screen::open("/dossiers");
    screen.shows("Marktplein").await;
    screen.type_in("search", "duiven");
    let kept = screen.sends(keeps).await;
    assert_eq!((kept.path.as_str(), kept.sheet), ("/dossiers", false));
    screen.press("capture-open");
    let kept = screen.sends_nth(1, keeps).await;
    assert_eq!((kept.path.as_str(), kept.sheet), ("/dossiers", true));
}

#[tokio::test]
async fn an_invitation_is_not_a_place_to_go_back_to() {
    let mut screen = Screen::open("/team/uitnodiging");
    assert_eq!(screen.sends(keeps).await.path, "/team");
}
