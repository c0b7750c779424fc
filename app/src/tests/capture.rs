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

fn drafts(screen: &Screen) -> Vec<Draft> {
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
    let kept = |draft: &Draft| draft.text == "Deur open, niemand thuis";
    assert!(drafts(&screen).iter().any(kept));
}

#[tokio::test]
async fn the_draft_goes_to_disk_while_it_is_written() {
    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Zat op de stoep");
    let draft = screen
        .sends(|request| match request {
            Request::SaveDraft(keep) => Some(keep.draft.clone()),
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
    assert!(!drafts(&screen).iter().any(Draft::is_written));
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

fn saves_draft(request: &Request) -> Option<Draft> {
    match request {
        Request::SaveDraft(keep) => Some(keep.draft.clone()),
        _ => None,
    }
}

#[tokio::test]
async fn what_was_begun_for_one_person_waits_there_and_the_plus_elsewhere_starts_empty() {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Laatste drie").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Deur op een kier");
    screen.press("capture-close");
    screen.shows("Concept: Deur op een kier").await;
    screen.press("tab-today");
    screen
        .shows("Concept bij Duivenman: Deur op een kier")
        .await;
    screen.press("capture-open");
    let page = screen.shows("Contactmoment · nu").await;
    assert_eq!(
        page.attribute("capture-text", "initial_value").as_deref(),
        Some("")
    );
    // *Nog onbekend* has a draft of its own.
    screen.type_in("capture-text", "Man met kar");
    screen.press("capture-close");
    screen.shows("Concept: Man met kar").await;
    screen.press("draft-continue-1");
    let page = screen.shows("Contactmoment · nu").await;
    assert_eq!(
        page.attribute("capture-text", "initial_value").as_deref(),
        Some("Deur op een kier")
    );
    screen.press("capture-save");
    let save = screen.sends(saved).await;
    assert_eq!(save.who, Who::Case(data::PIGEONS));
    let text = screen.shows("Concept: Man met kar").await.text();
    assert!(!text.contains("Concept bij"), "{text}");
}

#[tokio::test]
async fn a_draft_is_thrown_away_in_two_taps() {
    let mut screen = opened("/").await;
    assert!(screen.page().attribute("capture-throw", "id").is_none());
    screen.type_in("capture-text", "Toch niets");
    screen
        .until(|page| page.attribute("capture-throw", "id").is_some())
        .await;
    screen.press("capture-throw");
    screen.press("capture-keep");
    screen.press("capture-throw");
    screen.press("capture-throw-away");
    let dropped = screen
        .sends(|request| saves_draft(request).filter(|draft| !draft.is_written()))
        .await;
    assert_eq!(dropped.who, Who::Unknown);
    let text = screen
        .until(|page| page.attribute("capture-text", "id").is_none())
        .await
        .text();
    assert!(!text.contains("Toch niets"), "{text}");
}

#[tokio::test]
async fn beside_a_client_no_other_name_stands_on_the_sheet() {
    let chips = |page: &Dom| page.text_of("capture-who").unwrap_or_default();
    // The page of another person, with the name of the sample's first.
    let mut screen = Screen::open(&format!("/dossiers/{}", data::T));
    screen.shows("Laatste drie").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Duivenman was er ook");
    screen.settle().await;
    let shown = chips(screen.page());
    assert_eq!(shown.matches("Duivenman").count(), 1, "{shown}");
    assert!(!shown.contains("G."), "{shown}");
    // A contact is no client.
    screen.type_in("capture-text", "Groenteman was er ook");
    screen
        .until(|page| chips(page).contains("Groenteman"))
        .await;
    // On *Vandaag* somebody who is named is offered, by the whole name only.
    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Groenteman was er ook");
    screen
        .until(|page| chips(page).contains("Groenteman"))
        .await;
    screen.type_in("capture-text", "Groente van de markt");
    screen
        .until(|page| !chips(page).contains("Groenteman"))
        .await;
}

#[tokio::test]
async fn without_a_hit_a_new_person_is_one_tap() {
    let mut screen = opened("/").await;
    screen.type_in("capture-text", "Zat in het portiek");
    screen.press("capture-find");
    screen.type_in("capture-find-text", "Roodjas");
    screen.shows("Nieuwe persoon: Roodjas").await;
    screen.press("capture-instead-new");
    let name = screen
        .sends(|request| match request {
            Request::CreateCase(new) => Some(new.name.clone()),
            _ => None,
        })
        .await;
    assert_eq!(name, "Roodjas");
    screen
        .until(|page| page.attribute("capture-find", "id").is_some())
        .await;
    screen.press("capture-save");
    assert!(matches!(screen.sends(saved).await.who, Who::Case(_)));
}

#[tokio::test]
async fn the_sentence_goes_along_to_an_expense_and_is_dropped_once_that_is_saved() {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Laatste drie").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Taxi naar de dokter");
    screen.press("capture-expense");
    screen
        .until(|page| {
            page.attribute("expense-note", "initial_value").as_deref()
                == Some("Taxi naar de dokter")
        })
        .await;
    screen.press("key-9");
    screen.press("expense-save");
    let note = screen
        .sends(|request| match request {
            Request::SaveExpense(save) => Some(save.note.clone()),
            _ => None,
        })
        .await;
    assert_eq!(note, "Taxi naar de dokter");
    screen
        .sends(|request| saves_draft(request).filter(|draft| !draft.is_written()))
        .await;
}
