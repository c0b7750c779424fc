use voorveld_core::api::{AddSafetyFact, Request, Response};
use voorveld_core::view::{CaseView, EndedFact, SafetyFact};

use super::data;
use super::screen::Screen;

fn door() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

fn details() -> String {
    format!("{}/wijzig", door())
}

/// Returns a case whose first fact ended this many days ago, and whose second ended a day earlier and
/// once before. With `holds`, the first fact is in force as well.
fn ended(days: u64, holds: bool) -> CaseView {
    let mut facts = data::pigeons().safety;
    let end = |fact: &SafetyFact, days| EndedFact {
        fact: fact.clone(),
        ended: data::at(days, "09:00"),
        ended_by: "Noor".into(),
    };
    let safety_ended = vec![
        end(&facts[0], days),
        end(&facts[1], days + 1),
        end(&facts[1], days + 9),
    ];
    facts.truncate(usize::from(holds));
    CaseView {
        safety: facts,
        safety_ended,
        ..data::pigeons()
    }
}

fn on(path: &str, view: &CaseView) -> Screen {
    let view = view.clone();
    Screen::with(path, move |request| match request {
        Request::ReadCase(_) => Some(Ok(Response::ReadCase(view.clone()))),
        _ => None,
    })
}

#[tokio::test]
async fn a_danger_that_was_ended_stays_on_the_screen_and_holds_again_with_one_tap() {
    for path in [door(), details()] {
        let mut screen = on(&path, &ended(5, false));
        let page = screen.shows("Geldt toch").await;
        let text = page.text();
        let trace = "Wordt boos als je over geld begint. Bas 29-10-2025 · geldt niet meer sinds 13-11-2025 Noor";
        assert!(text.contains(trace), "{text}");
        assert_eq!(text.matches("Gang staat vol").count(), 1, "{text}");
        assert_eq!(page.faults(), [""; 0]);
        screen.press(&format!("safety-again-{}", data::id(51)));
        let add: AddSafetyFact = screen.sends_a().await;
        assert_eq!(add.case, data::PIGEONS);
        assert_eq!(add.text, "Wordt boos als je over geld begint.");
    }
}

#[tokio::test]
async fn a_danger_that_holds_again_is_not_struck_through_as_well() {
    let mut screen = on(&details(), &ended(5, true));
    let page = screen.shows("Geldt toch").await;
    let again = |n| page.attribute(&format!("safety-again-{}", data::id(n)), "id");
    assert_eq!((again(51).is_some(), again(52).is_some()), (false, true));
}

#[tokio::test]
async fn after_two_weeks_an_ended_danger_leaves_the_door_but_not_the_details() {
    for (days, at_door) in [(13, true), (15, false)] {
        let view = ended(days, false);
        let mut screen = on(&door(), &view);
        let text = screen.shows("In de buurt").await.text();
        assert_eq!(text.contains("Geldt toch"), at_door, "{text}");
        on(&details(), &view).shows("Geldt toch").await;
    }
}

#[tokio::test]
async fn where_no_danger_is_known_it_is_not_said_that_there_is_none() {
    let mut screen = on(&details(), &ended(5, false));
    let text = screen.shows("niets bekend").await.text();
    assert!(!text.contains("Niets om voor op te passen"), "{text}");
}

#[tokio::test]
async fn a_danger_stands_beside_the_name_wherever_the_name_stands() {
    let cases = ["/", "/dossiers", "/team/kernteam", "/team", &door()];
    for path in cases {
        let mut screen = Screen::open(path);
        let shown = |page: &super::dom::Dom| {
            page.all("aria-label")
                .iter()
                .any(|label| label == "Let op: gevaar")
        };
        let page = screen.until(shown).await;
        assert_eq!(page.faults(), [""; 0], "{path}");
    }
}
