use voorveld_core::call::{Command, Reply};
use voorveld_core::view::{SignalState, SignalView};

use super::data;
use super::screen::Screen;

fn path() -> String {
    format!("/signaal/{}", data::id(31))
}

#[tokio::test]
async fn a_signal_becomes_a_case_with_nothing_but_a_name() {
    let mut screen = Screen::open(&path());
    screen.shows("Gordijnen al dagen dicht op 14.").await;
    screen.press("signal-pick-up");
    screen.type_in("signal-name", "Nummer 14");
    screen.press("signal-pick-up-save");
    screen
        .sends(|command| match command {
            Command::PickUpSignal(pick) if pick.name == "Nummer 14" => Some(()),
            _ => None,
        })
        .await;
    screen.shows("Laatste drie").await;
}

#[tokio::test]
async fn a_signal_goes_with_a_case_but_not_with_a_contact() {
    let mut screen = Screen::open(&path());
    screen.shows("Gordijnen").await;
    screen.press("signal-link");
    let text = screen.shows("De Akkers").await.text();
    assert!(!text.contains("Groenteman"), "{text}");
    screen.press_words("G. De Akkers", 0);
    screen
        .sends(|command| match command {
            Command::LinkSignal(link) if link.case == data::G => Some(()),
            _ => None,
        })
        .await;
}

#[tokio::test]
async fn a_resting_signal_can_still_be_picked_up() {
    let mut screen = Screen::with(&path(), |command| match command {
        Command::ReadSignal(_) => Some(Ok(Reply::ReadSignal(SignalView {
            state: SignalState::Resting,
            ..data::a_signal()
        }))),
        _ => None,
    });
    let text = screen.shows("Rust.").await.text();
    assert!(
        text.contains("Pak op") && !text.contains("Laat rusten"),
        "{text}"
    );
}

#[tokio::test]
async fn a_linked_signal_leads_to_its_cases() {
    let mut screen = Screen::with(&path(), |command| match command {
        Command::ReadSignal(_) => Some(Ok(Reply::ReadSignal(SignalView {
            state: SignalState::Linked,
            cases: vec![(data::G, "G.".into()), (data::T, "T.".into())],
            ..data::a_signal()
        }))),
        _ => None,
    });
    let text = screen.shows("Staat in de tijdlijn van G. T.").await.text();
    assert!(!text.contains("Pak op"), "{text}");
}
