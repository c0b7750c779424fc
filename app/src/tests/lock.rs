use std::sync::Arc;

use voorveld_core::api::{Request, Response, SetSettings};
use voorveld_core::view::{LockAfter, Settings};
use voorveld_core::{Error, Workspace};

use super::screen::Screen;
use super::{answers, data};

const CODE: &str = "Kies een code";

/// Opens the settings page on a phone with this auto-lock setting.
fn locking(lock_after: LockAfter) -> Screen {
    Screen::with("/team/instellingen", move |request| match request {
        Request::ReadSettings(_) => Some(Ok(Response::ReadSettings(Settings {
            lock_after,
            ..Settings::default()
        }))),
        _ => None,
    })
}

fn drafts(screen: &Screen) -> Vec<String> {
    let text = |request| match request {
        Request::SaveDraft(keep) => Some(keep.draft.text),
        _ => None,
    };
    screen.sent().into_iter().filter_map(text).collect()
}

#[tokio::test]
async fn one_tap_locks_and_the_code_is_asked() {
    let mut screen = locking(LockAfter::FiveMinutes);
    screen.shows("Op slot").await;
    screen.press("lock-now");
    let text = screen.shows(CODE).await.text();
    assert!(!text.contains("Vandaag"), "{text}");
}

#[tokio::test]
async fn locking_lets_go_of_everything_behind_the_code() {
    let held = Arc::new(());
    let freed = Arc::downgrade(&held);
    let mut screen = Screen::with("/dossiers", move |_| {
        let _held = &held;
        None
    });
    screen.shows("Marktplein").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.lock(|lock| lock.ask());
    screen.shows(CODE).await;
    // The answering thread ends with the last workspace handle and drops what it holds.
    screen.until(|_| freed.upgrade().is_none()).await;
}

#[tokio::test]
async fn what_was_typed_is_on_disk_before_it_locks() {
    let mut screen = locking(LockAfter::AtOnce);
    screen.shows("Op slot").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Stond bij de halte");
    screen.lock(|lock| lock.left());
    screen.shows(CODE).await;
    assert_eq!(drafts(&screen), ["Stond bij de halte"]);
}

/// Returns the sample workspace, as if just unlocked.
fn opened() -> Workspace {
    Workspace::answering(answers::answering(vec![]))
}

#[tokio::test]
async fn a_line_that_was_being_rewritten_is_there_again_after_the_lock() {
    let mut screen = Screen::open(&format!("/dossiers/{}/wijzig", data::PIGEONS));
    screen.shows("Achtergrond").await;
    screen.press("field-background-open");
    screen.type_in("field-background", "Werkte in de haven, en");
    screen.lock(|lock| lock.ask());
    screen.shows(CODE).await;
    screen.lock(|lock| lock.open(opened()));
    screen.shows("Achtergrond").await;
    screen.press("field-background-open");
    let begin = |screen: &Screen| screen.page().attribute("field-background", "initial_value");
    assert_eq!(begin(&screen).as_deref(), Some("Werkte in de haven, en"));
    // A cancelled edit is discarded.
    screen.press("field-background-cancel");
    screen.press("field-background-open");
    assert_ne!(begin(&screen).as_deref(), Some("Werkte in de haven, en"));
}

#[tokio::test]
async fn a_handover_and_a_promise_that_were_begun_are_still_there_after_the_lock() {
    let begin = |screen: &Screen, field: &str| screen.page().attribute(field, "initial_value");
    let mut screen = Screen::open(&format!("/dossiers/{}/overdracht", data::PIGEONS));
    screen.shows("Draag over").await;
    screen.type_in("handover-receiver", "wijkteam");
    screen.type_in("handover-ground", "Hij vond het goed.");
    screen.lock(|lock| lock.ask());
    screen.shows(CODE).await;
    screen.lock(|lock| lock.open(opened()));
    screen.shows("Draag over").await;
    assert_eq!(
        begin(&screen, "handover-receiver").as_deref(),
        Some("wijkteam")
    );
    assert_eq!(
        begin(&screen, "handover-ground").as_deref(),
        Some("Hij vond het goed.")
    );
    screen.press("handover-confirm");
    screen.settle().await;

    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Laatste drie").await;
    screen.press("case-commitments");
    screen.press("commitment-new");
    screen.type_in("commitment-text", "Zus bel");
    screen.lock(|lock| lock.ask());
    screen.shows(CODE).await;
    screen.lock(|lock| lock.open(opened()));
    screen.shows("Laatste drie").await;
    screen.press("case-commitments");
    screen.press("commitment-new");
    assert_eq!(
        begin(&screen, "commitment-text").as_deref(),
        Some("Zus bel")
    );
    // A cancelled edit is discarded.
    screen.press_words("Annuleer", 0);
    screen.press("commitment-new");
    assert_eq!(begin(&screen, "commitment-text").as_deref(), Some(""));
}

#[tokio::test]
async fn the_locked_door_keeps_the_language_and_the_dark() {
    let mut screen = Screen::varied("/team/instellingen", &["english", "dark"]);
    screen.shows("Appearance").await;
    screen.lock(|lock| lock.ask());
    let page = screen.shows("Choose a code").await;
    assert!(page.all("data-appearance").contains(&"dark".to_owned()));
}

#[tokio::test]
async fn what_cannot_be_kept_keeps_it_open() {
    let mut screen = Screen::with("/", |request| match request {
        Request::SaveDraft(_) => Some(Err(Error::DiskFull)),
        _ => None,
    });
    screen.shows("Team").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Stond bij de halte");
    screen.lock(|lock| lock.ask());
    let page = screen.shows("De telefoon is vol").await;
    assert!(!page.text().contains(CODE), "{}", page.text());
}

#[tokio::test]
async fn at_once_means_as_soon_as_it_leaves_the_screen() {
    let mut screen = locking(LockAfter::AtOnce);
    screen.shows("Op slot").await;
    screen.lock(|lock| lock.left());
    screen.shows(CODE).await;
}

#[tokio::test]
async fn a_look_at_another_app_does_not_lock() {
    let mut screen = locking(LockAfter::FiveMinutes);
    screen.shows("Op slot").await;
    screen.lock(|lock| {
        lock.left();
        lock.came();
    });
    screen.press("lock-1");
    screen.sends_a::<SetSettings>().await;
    assert!(!screen.page().text().contains(CODE));
}
