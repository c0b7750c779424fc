use voorveld_core::Error;
use voorveld_core::api::{Request, Response};
use voorveld_core::model::SignalState;
use voorveld_core::view::{CaseView, LinkedCase, SignalView};

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
        .sends(|request| match request {
            Request::PickUpSignal(pick) if pick.name == "Nummer 14" => Some(()),
            _ => None,
        })
        .await;
    screen.shows("Laatste drie").await;
}

#[tokio::test]
async fn without_a_name_a_name_is_asked_until_one_is_typed() {
    let mut screen = Screen::with(&path(), |request| match request {
        Request::PickUpSignal(_) => Some(Err(Error::Empty)),
        _ => None,
    });
    screen.shows("Gordijnen").await;
    screen.press("signal-pick-up");
    screen.press("signal-pick-up-save");
    let text = screen.shows("Schrijf eerst een roepnaam").await.text();
    assert!(!text.contains("één zin"), "{text}");
    screen.type_in("signal-name", "Nummer 14");
    screen
        .until(|page| !page.text().contains("Schrijf eerst"))
        .await;
}

#[tokio::test]
async fn what_was_heard_about_somebody_is_told_apart_from_meeting_them() {
    let case = format!("/dossiers/{}", data::PIGEONS);
    let mut screen = Screen::with(&case, |request| match request {
        Request::ReadCase(_) => Some(Ok(Response::ReadCase(CaseView {
            last_three: data::timeline().split_off(2),
            ..data::pigeons()
        }))),
        _ => None,
    });
    let heard = format!("entry-{}-open", data::id(45));
    screen
        .until(|page| page.attribute(&heard, "id").is_some())
        .await;
    let page = screen.page();
    let last = page.text_of("case-to-timeline").expect("the last three");
    assert!(last.contains("Signaal · Conciërge: hij voert"), "{last}");
    assert_eq!(last.matches("Signaal").count(), 1, "{last}");
    let heard = page.text_of(&heard).expect("on the timeline");
    assert!(heard.starts_with("Signaal · Conciërge"), "{heard}");
    let met = format!("entry-{}-open", data::id(44));
    let met = page.text_of(&met).expect("on the timeline");
    assert!(met.starts_with("Mocht één krat"), "{met}");
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
        .sends(|request| match request {
            Request::LinkSignal(link) if link.case == data::G => Some(()),
            _ => None,
        })
        .await;
}

#[tokio::test]
async fn a_resting_signal_can_still_be_picked_up() {
    let mut screen = Screen::with(&path(), |request| match request {
        Request::ReadSignal(_) => Some(Ok(Response::ReadSignal(SignalView {
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
    let mut screen = Screen::with(&path(), |request| match request {
        Request::ReadSignal(_) => Some(Ok(Response::ReadSignal(SignalView {
            state: SignalState::Linked,
            cases: [(data::G, "G."), (data::T, "T.")]
                .map(|(id, name)| LinkedCase {
                    id,
                    name: name.into(),
                    danger: id == data::T,
                })
                .to_vec(),
            ..data::a_signal()
        }))),
        _ => None,
    });
    let text = screen.shows("Staat in de tijdlijn van G. T.").await.text();
    assert!(!text.contains("Pak op"), "{text}");
}
