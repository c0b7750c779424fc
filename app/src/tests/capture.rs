use dioxus::prelude::{Key, Modifiers};
use voorveld_core::Error;
use voorveld_core::api::{Draft, Request, SaveDraft, SaveEncounter};
use voorveld_core::model::{Channel, Who};

use super::data;
use super::dom::Dom;
use super::screen::Screen;

fn saved(request: &Request) -> Option<SaveEncounter> {
    match request {
        Request::SaveEncounter(save) => Some(save.clone()),
        _ => None,
    }
}

fn drafts(screen: &Screen) -> Vec<Option<Draft>> {
    screen
        .sent()
        .into_iter()
        .filter_map(|request| match request {
            Request::SaveDraft(keep) => Some(keep.draft),
            _ => None,
        })
        .collect()
}

async fn opened(path: &str) -> Screen {
    let mut screen = Screen::open(path);
    screen.shows("Team").await;
    screen.press("capture-open");
    screen.shows("Contactmoment · nu").await;
    screen
}

#[tokio::test]
async fn the_only_mandatory_field_is_the_sentence() {
    let mut screen = opened("/").await;
    let page = screen.page();
    assert_eq!(
        page.attribute("capture-street", "aria-pressed").as_deref(),
        Some("true")
    );
    assert_eq!(
        page.attribute("capture-unknown", "aria-pressed").as_deref(),
        Some("true")
    );
    screen.type_in("capture-text", "Man slaapt bij de glasbak");
    screen.press("capture-save");
    let save = screen.sends(saved).await;
    assert_eq!(save.text, "Man slaapt bij de glasbak");
    assert_eq!((save.channel, save.who), (Channel::Street, Who::Unknown));
    screen
        .until(|page| page.attribute("capture-text", "id").is_none())
        .await;
}

#[tokio::test]
async fn without_a_sentence_the_sheet_stays_and_says_what_is_missing() {
    let mut screen = opened("/").await;
    screen.press("capture-save");
    screen.shows("Schrijf eerst één zin").await;
    assert!(screen.page().attribute("capture-text", "id").is_some());
}

#[tokio::test]
async fn a_failed_save_keeps_sheet_and_draft_and_trying_again_makes_one_encounter() {
    let mut screen = Screen::with("/", |request| match request {
        Request::SaveEncounter(_) => Some(Err(Error::DiskFull)),
        _ => None,
    });
    screen.shows("Team").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Deur open, niemand thuis");
    screen.press("capture-save");
    screen.shows("De telefoon is vol").await;
    screen.press("capture-save");
    let first = screen.sends(saved).await;
    let second = screen.sends_nth(1, saved).await;
    assert_eq!(first, second);
    assert!(drafts(&screen).iter().any(|draft| {
        draft
            .as_ref()
            .is_some_and(|draft| draft.text == "Deur open, niemand thuis")
    }));
}

#[tokio::test]
async fn the_draft_goes_to_disk_while_it_is_written() {
    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Zat op de stoep");
    let draft = screen
        .sends(|request| match request {
            Request::SaveDraft(keep) => keep.draft.clone(),
            _ => None,
        })
        .await;
    assert_eq!(draft.text, "Zat op de stoep");
}

#[tokio::test]
async fn closing_keeps_the_draft_and_the_plus_brings_it_back() {
    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Zat op de stoep");
    screen.press("capture-phone");
    screen.press("capture-close");
    screen.shows("Concept: Zat op de stoep").await;
    screen.press("capture-open");
    let page = screen.shows("Contactmoment").await;
    assert_eq!(
        page.attribute("capture-text", "initial_value").as_deref(),
        Some("Zat op de stoep")
    );
    assert_eq!(
        page.attribute("capture-phone", "aria-pressed").as_deref(),
        Some("true")
    );
}

#[tokio::test]
async fn an_empty_sheet_leaves_no_draft() {
    let mut screen = opened("/").await;
    screen.press("capture-close");
    screen
        .until(|page| page.attribute("capture-text", "id").is_none())
        .await;
    assert!(drafts(&screen).iter().all(Option::is_none));
}

#[tokio::test]
async fn on_a_case_the_sheet_starts_with_that_person() {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Laatste drie").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Groette");
    screen.press("capture-save");
    assert_eq!(screen.sends(saved).await.who, Who::Case(data::PIGEONS));
}

#[tokio::test]
async fn somebody_is_found_by_typing_and_chosen_by_a_press() {
    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Gaf een krop sla mee");
    screen.press("capture-find");
    screen.shows("kent iedereen op straat").await;
    screen.type_in("capture-find-text", "gr");
    screen
        .until(|page| {
            !page
                .text_of("capture-find-text-found")
                .unwrap_or_default()
                .contains("Marktplein")
        })
        .await;
    screen.press_words("Groenteman kent iedereen op straat", 0);
    screen
        .until(|page| page.attribute("capture-find", "id").is_some())
        .await;
    screen.press("capture-save");
    assert!(matches!(screen.sends(saved).await.who, Who::Contact(_)));
}

#[tokio::test]
async fn who_is_the_only_one_left_is_meant_until_the_letters_say_otherwise() {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Laatste drie").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Gaf een krop sla mee");
    screen.press("capture-find");
    screen.type_in("capture-find-text", "groente");
    screen.until(ticked).await;
    screen.settle().await;
    // Other letters select the subject of the page again.
    screen.type_in("capture-find-text", "groentex");
    screen.until(|page| !ticked(page)).await;
    screen.settle().await;
    screen.press("capture-save");
    assert_eq!(screen.sends(saved).await.who, Who::Case(data::PIGEONS));

    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Gaf een krop sla mee");
    screen.press("capture-find");
    screen.type_in("capture-find-text", "groente");
    screen.until(ticked).await;
    screen.settle().await;
    screen.press("capture-save");
    assert!(matches!(screen.sends(saved).await.who, Who::Contact(_)));
}

/// Returns whether the only result is marked as selected.
fn ticked(page: &Dom) -> bool {
    page.attribute("capture-find-text-found-alone", "id")
        .is_some()
}

#[tokio::test]
async fn a_bsn_is_pointed_out_but_never_stops_the_work() {
    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Nummer 111222333 op de brief");
    screen.shows("Dit lijkt een burgerservicenummer.").await;
    screen.press("capture-save");
    screen.sends(saved).await;
}

#[tokio::test]
async fn enter_makes_a_new_line_and_ctrl_enter_saves() {
    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Eén zin");
    screen.key("capture-text", Key::Enter, Modifiers::empty());
    screen.leave("capture-text");
    screen.sends_a::<SaveDraft>().await;
    assert!(screen.sent().iter().all(|request| saved(request).is_none()));
    screen.key("capture-text", Key::Enter, Modifiers::CONTROL);
    screen.sends(saved).await;
}
