use voorveld_core::EncounterId;
use voorveld_core::api::{AddCommitment, Draft, EditCommitment, Request, Response};
use voorveld_core::model::{Channel, Who};

use super::data;
use super::screen::Screen;

async fn form() -> Screen {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Afspraken 1").await;
    screen.press("case-commitments");
    screen.shows("Nieuwe afspraak").await;
    screen.press("commitment-new");
    screen.type_in("commitment-text", "Bellen");
    screen.press("commitment-other-day");
    screen.shows("Welke dag?").await;
    screen
}

fn added(request: &Request) -> Option<AddCommitment> {
    match request {
        Request::AddCommitment(add) => Some(add.clone()),
        _ => None,
    }
}

#[tokio::test]
async fn a_day_in_words_is_shown_as_understood_and_kept() {
    let mut screen = form().await;
    screen.type_in("commitment-day", "volgende week donderdag");
    screen.shows("Donderdag 27 november").await;
    screen.type_in("commitment-time", "14:30");
    screen.press("commitment-save");
    let add = screen.sends(added).await;
    assert_eq!(add.due, "2025-11-27".parse().ok());
    assert_eq!(add.time, "14:30:00".parse().ok());
}

#[tokio::test]
async fn a_day_that_is_not_understood_is_said_in_place_and_stays_as_typed() {
    let mut screen = form().await;
    screen.type_in("commitment-day", "na de zomer");
    assert!(!screen.page().text().contains("snapt de app niet"));
    screen.press("commitment-save");
    screen.shows("Deze dag snapt de app niet.").await;
    screen.settle().await;
    assert!(screen.sent().iter().all(|request| added(request).is_none()));
    assert!(screen.page().attribute("commitment-day", "id").is_some());
    screen.type_in("commitment-day", "1-9-2026");
    screen
        .until(|page| !page.text().contains("snapt de app niet"))
        .await;
    screen.press("commitment-save");
    assert_eq!(screen.sends(added).await.due, "2026-09-01".parse().ok());
}

#[tokio::test]
async fn a_promise_needs_no_day() {
    let mut screen = form().await;
    screen.press("commitment-save");
    let add = screen.sends(added).await;
    assert_eq!((add.due, add.time), (None, None));
}

/// Opens the form of the sample case's only promise.
async fn rewriting() -> Screen {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Afspraken 1").await;
    screen.press("case-commitments");
    let open = format!("promise-{}", data::pigeons().commitments[0].id);
    screen
        .until(|page| page.listener(&open, "click").is_some())
        .await;
    screen.press(&open);
    screen.shows("Welke dag?").await;
    screen
}

async fn rewritten(screen: &mut Screen) -> EditCommitment {
    screen.press("promise-save");
    let edited = |request: &Request| match request {
        Request::EditCommitment(edit) => Some(edit.clone()),
        _ => None,
    };
    screen.sends(edited).await
}

#[tokio::test]
async fn a_promise_is_rewritten_where_it_stands_and_the_rest_stays() {
    let line = data::pigeons().commitments.remove(0);
    let mut screen = rewriting().await;
    screen.type_in("promise-text", "Navragen bij de havenmeester");
    let edit = rewritten(&mut screen).await;
    assert_eq!((edit.case, edit.id), (data::PIGEONS, line.id));
    assert_eq!(edit.text, "Navragen bij de havenmeester");
    assert_eq!(
        (edit.who, edit.due, edit.time),
        (line.who, line.due, line.time)
    );
    screen
        .until(|page| page.attribute("promise-text", "id").is_none())
        .await;
}

#[tokio::test]
async fn another_day_and_another_who_are_typed_in_the_same_form() {
    let mut screen = rewriting().await;
    screen.type_in("promise-day", "27-11");
    screen.type_in("promise-who", "Bas");
    let edit = rewritten(&mut screen).await;
    assert_eq!(edit.due, "2025-11-27".parse().ok());
    assert_eq!(
        (edit.who.as_str(), edit.text.as_str()),
        ("Bas", "Navragen of hij op de kade mag voeren")
    );
    // Clearing the day.
    let mut screen = rewriting().await;
    screen.press("promise-other-day");
    assert_eq!(rewritten(&mut screen).await.due, None);
}

#[tokio::test]
async fn a_reminder_is_not_offered_where_the_platform_has_none() {
    let mut screen = Screen::open("/");
    let text = screen.shows("Afspraken").await.text();
    assert!(!text.contains("Herinner mij"), "{text}");
}

#[tokio::test]
async fn what_is_written_down_later_gets_an_earlier_moment_and_the_rest_is_now() {
    for (press, at) in [
        ("", "2025-11-18T07:12:00Z"),
        ("when-yesterday", "2025-11-17T11:00:00Z"),
    ] {
        let mut screen = Screen::open("/");
        screen.shows("Afspraken").await;
        screen.press("capture-open");
        screen.shows("Contactmoment · nu").await;
        screen.type_in("capture-text", "Koffie");
        if !press.is_empty() {
            screen.press("capture-close-second");
            screen.shows("eergisteren").await;
            // It is 08:12, so nine o'clock this morning is still in the future.
            assert!(!screen.page().text().contains("vanochtend"));
            screen.press(press);
            screen.shows("Contactmoment · gisteren 12:00").await;
        }
        screen.press("capture-save");
        let sent = screen
            .sends(|request| match request {
                Request::SaveEncounter(save) => Some(save.at),
                _ => None,
            })
            .await;
        assert_eq!(sent, Some(at.parse().expect("a moment")));
    }
}

#[tokio::test]
async fn a_sheet_opened_while_the_clock_was_ahead_is_saved_as_now() {
    let mut screen = Screen::with("/", |request| match request {
        Request::ReadDrafts(_) => Some(Ok(Response::ReadDrafts(vec![Draft {
            id: EncounterId(data::id(99)),
            text: "Koffie".into(),
            channel: Channel::Home,
            who: Who::Unknown,
            who_name: String::new(),
            at: "2025-11-19T07:12:00Z".parse().expect("a moment"),
            interview: voorveld_core::view::InterviewChoice::default(),
        }]))),
        _ => None,
    });
    screen.shows("Koffie").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.press("capture-save");
    let at = screen
        .sends(|request| match request {
            Request::SaveEncounter(save) => Some(save.at),
            _ => None,
        })
        .await;
    assert_eq!(at, None);
}
