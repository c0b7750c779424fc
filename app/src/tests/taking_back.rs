//! The line after a save, and changing, moving and withdrawing what was recorded.

use voorveld_core::EncounterId;
use voorveld_core::api::{
    EditEncounter, MoveEntry, Request, Response, RestoreEntry, UnlinkSignal, WithdrawEntry,
};
use voorveld_core::model::{Channel, EntryRef, SignalState, Who};
use voorveld_core::view::{LinkedCase, Saved, SignalView};

use super::data;
use super::screen::Screen;

fn case() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

async fn saved_on_the_case(mut screen: Screen) -> Screen {
    screen.shows("Laatste drie").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Groette");
    screen.press("capture-save");
    screen
        .until(|page| page.attribute("capture-text", "id").is_none())
        .await;
    screen
}

#[tokio::test]
async fn after_a_save_one_quiet_line_says_with_whom_until_the_next_page() {
    let mut screen = Screen::open(&case());
    let page = screen.shows("Laatste drie").await;
    // The region is there beforehand: only then is what comes into it announced.
    assert_eq!(page.attribute("saved", "role").as_deref(), Some("status"));
    assert_eq!(page.text_of("saved").as_deref(), Some(""));
    let mut screen = saved_on_the_case(screen).await;
    screen.shows("Bewaard bij").await;
    let said = screen.page().text_of("saved").unwrap_or_default();
    assert!(
        said.contains("Duivenman") && said.ends_with("· nu"),
        "{said}"
    );
    screen.press("tab-network");
    screen
        .until(|page| page.text_of("saved").as_deref() == Some(""))
        .await;
}

#[tokio::test]
async fn change_opens_what_was_saved_with_its_time_way_and_person() {
    let mut screen = saved_on_the_case(Screen::open(&case())).await;
    screen.shows("Bewaard bij").await;
    screen.press("saved-change");
    screen
        .until(|page| page.attribute("saved-text", "initial_value").is_some())
        .await;
    screen.type_in("saved-text", "Groette terug");
    screen.press("saved-text-phone");
    screen.press("saved-text-when-yesterday");
    screen.press("saved-text-who");
    screen
        .until(|page| page.attribute("saved-text-find", "id").is_some())
        .await;
    screen.type_in("saved-text-find", "g");
    screen
        .until(|page| page.pressed("G. De Akkers", 0).is_some())
        .await;
    screen.press_words("G. De Akkers", 0);
    screen
        .until(|page| page.attribute("saved-text-who-other", "id").is_some())
        .await;
    screen.press("saved-text-save");
    let edit: EditEncounter = screen.sends_a().await;
    assert_eq!(edit.text, "Groette terug");
    assert_eq!(edit.channel, Some(Channel::Phone));
    assert!(edit.at.is_some());
    let moved: MoveEntry = screen.sends_a().await;
    assert_eq!(moved.to, Who::Case(data::G));
    screen.shows("Verplaatst naar G.").await;
    screen
        .until(|page| page.attribute("saved-text", "id").is_none())
        .await;
}

#[tokio::test]
async fn a_save_that_reopens_a_case_says_so_and_can_leave_it_closed() {
    let screen = Screen::with(&case(), |request| match request {
        Request::SaveEncounter(_) => Some(Ok(Response::SaveEncounter(Saved { reopened: true }))),
        _ => None,
    });
    let mut screen = saved_on_the_case(screen).await;
    screen.shows("het dossier is weer open").await;
    screen.press("saved-keep-closed");
    let closed = screen
        .sends(|request| match request {
            Request::KeepClosed(keep) => Some(keep.case),
            _ => None,
        })
        .await;
    assert_eq!(closed, data::PIGEONS);
    screen.shows("het dossier blijft gesloten").await;
}

#[tokio::test]
async fn an_entry_is_withdrawn_from_its_place_and_what_was_left_alone_is_not_written() {
    let mut screen = Screen::open(&case());
    screen.shows("Conciërge").await;
    let text = format!("entry-{}", data::id(42));
    screen.press(&format!("{text}-open"));
    screen
        .until(|page| page.attribute(&text, "initial_value").is_some())
        .await;
    screen.press(&format!("{text}-withdraw"));
    screen.type_in(&format!("{text}-why"), "Was iemand anders.");
    screen.press(&format!("{text}-withdraw-now"));
    let withdrawn: WithdrawEntry = screen.sends_a().await;
    let who = Who::Case(data::PIGEONS);
    let id = EncounterId(data::id(42));
    assert_eq!(withdrawn.entry, EntryRef::Encounter { who, id });
    assert_eq!(withdrawn.why, "Was iemand anders.");
    screen
        .until(|page| page.attribute(&text, "id").is_none())
        .await;
    let written = |sent: &Request| matches!(sent, Request::EditEncounter(_));
    assert!(!screen.sent().iter().any(written));
}

#[tokio::test]
async fn what_is_gone_is_one_line_that_opens_and_can_be_brought_back() {
    let mut screen = Screen::varied(&case(), &["gone"]);
    let page = screen.shows("1 ingetrokken · 1 verplaatst").await;
    assert!(!page.text().contains("Zakmes"));
    screen.press("gone-open");
    screen.shows("Zakmes in de la.").await;
    screen.shows("Was een sleutel.").await;
    screen.shows("Verplaatst naar").await;
    screen.press_words("Zet terug", 0);
    screen.sends_a::<RestoreEntry>().await;
}

#[tokio::test]
async fn what_was_changed_tells_who_when_and_what_it_was() {
    let mut screen = Screen::open(&case());
    screen.shows("Conciërge").await;
    screen.press(&format!("entry-{}-open", data::id(42)));
    screen.shows("1 keer gewijzigd").await;
    screen.press("entry-history");
    screen.shows("Emmer gebracht.").await;
    screen.shows("Bas").await;
}

#[tokio::test]
async fn a_new_promise_is_said_to_be_saved_and_an_old_one_is_withdrawn_from_its_form() {
    let mut screen = Screen::open(&case());
    screen.shows("Afspraken 1").await;
    screen.press("case-commitments");
    screen.shows("Nieuwe afspraak").await;
    screen.press("commitment-new");
    screen.type_in("commitment-text", "Zus bellen");
    screen.press("commitment-save");
    screen.shows("Bewaard bij Duivenman").await;
    let promise = screen
        .page()
        .all("id")
        .into_iter()
        .find(|id| id.starts_with("promise-"))
        .expect("a promise");
    screen.press(&promise);
    screen
        .until(|page| page.attribute("promise-withdraw", "id").is_some())
        .await;
    screen.press("promise-withdraw");
    screen.press("promise-withdraw-now");
    let entry = screen
        .sends(|request| match request {
            Request::WithdrawEntry(withdraw) => Some(withdraw.entry),
            _ => None,
        })
        .await;
    assert!(matches!(entry, EntryRef::Commitment { case, .. } if case == data::PIGEONS));
}

#[tokio::test]
async fn a_signal_is_taken_off_a_case_by_one_press() {
    let path = format!("/signaal/{}", data::id(32));
    let mut screen = Screen::with(&path, |request| match request {
        Request::ReadSignal(_) => Some(Ok(Response::ReadSignal(SignalView {
            state: SignalState::Linked,
            cases: vec![LinkedCase {
                id: data::G,
                name: "G.".into(),
                danger: false,
            }],
            ..data::a_signal()
        }))),
        _ => None,
    });
    screen.shows("Gordijnen").await;
    let unlink = format!("unlink-{}", data::G);
    screen.press(&unlink);
    screen.sends_a::<UnlinkSignal>().await;
}
