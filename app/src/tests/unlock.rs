use dioxus::prelude::*;
use voorveld_core::{Error, Phone};

use super::screen::Screen;

use crate::pages::{Entry, UnlockScreen};

fn shown(entry: Entry) -> String {
    #[component]
    fn Locked(entry: Entry) -> Element {
        rsx! {
            UnlockScreen {
                entry,
                ondigit: |_| {},
                onback: |()| {},
                onbegin: |()| {},
            }
        }
    }
    let mut dom = VirtualDom::new_with_props(Locked, LockedProps { entry });
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

fn after(error: Error) -> String {
    let mut entry = Entry::new(true);
    for _ in 0..6 {
        entry.press('1');
    }
    entry.failed(error);
    shown(entry)
}

#[test]
fn the_code_is_asked_without_any_name_on_the_screen() {
    let mut entry = Entry::new(true);
    entry.press('4');
    entry.press('2');
    let html = shown(entry);
    assert!(html.contains("Vul je code in"), "{html}");
    assert!(html.contains("2 van 6 cijfers ingevuld"), "{html}");
    assert_eq!(html.matches("unlock__dot--filled").count(), 2);
    for digit in '0'..='9' {
        assert!(html.contains(&format!("id=\"key-{digit}\"")), "{digit}");
    }
    assert!(html.contains("id=\"key-back\""));
}

#[test]
fn the_first_time_a_code_is_chosen_and_nothing_else_asked() {
    let html = shown(Entry::new(false));
    assert!(html.contains("Kies een code van zes cijfers"), "{html}");
    assert!(!html.contains("<input"), "{html}");
}

#[test]
fn a_wrong_code_is_said_in_place_and_the_dots_are_empty() {
    let html = after(Error::WrongPin);
    assert!(html.contains("Die code klopt niet."), "{html}");
    assert!(!html.contains("unlock__dot--filled"), "{html}");
    assert!(html.contains("role=\"alert\""), "{html}");
}

#[test]
fn a_newer_store_says_that_nothing_is_lost() {
    let html = after(Error::StoreNewer { found: 2, known: 1 });
    assert!(html.contains("Er is niets kwijt"), "{html}");
}

#[test]
fn a_damaged_store_says_what_is_safe_and_offers_to_begin() {
    let html = after(Error::StoreDamaged {
        set_aside: "team.damaged-1.db".into(),
    });
    assert!(html.contains("Er is niets gewist"), "{html}");
    assert!(html.contains("team.damaged-1.db"), "{html}");
    assert!(html.contains("id=\"unlock-begin\""), "{html}");
    assert!(!html.contains("id=\"key-1\""), "{html}");
}

#[test]
fn while_it_opens_the_screen_says_so() {
    let mut entry = Entry::new(true);
    for _ in 0..6 {
        entry.press('1');
    }
    let html = shown(entry);
    assert!(html.contains("Even openen"), "{html}");
    assert!(html.contains("aria-busy"), "{html}");
}

/// Creates a phone with the files of a locked store.
fn with_store() -> (tempfile::TempDir, Phone) {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["vault.cbor", "team-1.db"] {
        std::fs::write(folder.path().join(name), "locked").expect("a file");
    }
    let phone = Phone::at(folder.path());
    assert!(phone.has_store());
    (folder, phone)
}

#[tokio::test]
async fn a_forgotten_code_is_answered_honestly_and_a_slip_of_the_thumb_begins_nothing() {
    let (_folder, phone) = with_store();
    let mut screen = Screen::locked(phone.clone());
    screen.shows("Vul je code in").await;
    screen.press("unlock-forgotten");
    let page = screen.shows("ben je kwijt").await;
    assert!(page.text().contains("blijft daar"), "{}", page.text());
    assert_eq!(page.faults(), [""; 0]);
    screen.press("unlock-anew-begin");
    screen.shows("Er is nog niets veranderd").await;
    screen.type_in("unlock-anew-word", "nieuw");
    screen.press("unlock-anew-begin");
    screen.shows("Er is nog niets veranderd").await;
    assert!(phone.has_store());
}

#[tokio::test]
async fn who_typed_the_word_chooses_a_new_code_and_the_old_store_is_still_there() {
    let (folder, phone) = with_store();
    let mut screen = Screen::locked(phone.clone());
    screen.shows("Vul je code in").await;
    screen.press("unlock-forgotten");
    screen.type_in("unlock-anew-word", "Opnieuw ");
    screen.press("unlock-anew-begin");
    screen.shows("Kies een code van zes cijfers").await;
    assert!(!phone.has_store());
    let names: Vec<String> = std::fs::read_dir(folder.path())
        .expect("the folder")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into())
        .collect();
    for part in ["vault.aside-1.cbor", "team-1.db"] {
        assert!(names.iter().any(|name| name.contains(part)), "{names:?}");
    }
}
