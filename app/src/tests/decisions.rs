use chrono::NaiveDate;
use voorveld_core::api::{AddDecision, DecisionDraft, DecisionText, Request, Response};
use voorveld_core::model::DecisionKind;
use voorveld_core::view::Language;
use voorveld_core::{BadValue, DecisionId, Error};

use super::screen::Screen;
use super::{data, decision_answers};

fn path() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

fn added(request: &Request) -> Option<AddDecision> {
    match request {
        Request::AddDecision(add) => Some(add.clone()),
        _ => None,
    }
}

#[tokio::test]
async fn from_an_open_case_a_decision_is_three_taps_and_its_words() {
    let mut screen = Screen::open(&path());
    screen.shows("Laatste drie").await;
    screen.press("case-decisions");
    screen.shows("Nieuwe afweging").await;
    screen.press("decision-new-bewust-niet");
    screen.shows("Leg vast").await;
    screen.type_in("decision-goal", "Hij praat zelf.");
    screen.press("decision-save");
    let add = screen.sends(added).await;
    assert_eq!(add.text.kind, DecisionKind::Refrain);
    assert_eq!(add.text.goal, "Hij praat zelf.");
    screen.shows("Laatste drie").await;
    let open = |screen: &Screen, tab: &str| screen.page().attribute(tab, "aria-selected");
    assert_eq!(open(&screen, "case-decisions").as_deref(), Some("true"));
    // Leaving the case resets it to its timeline.
    screen.press("tab-cases");
    screen.shows("Gezin V.").await;
    screen.press_words("Duivenman deur · vandaag · Marktplein", 0);
    screen.shows("Laatste drie").await;
    assert_eq!(open(&screen, "case-timeline").as_deref(), Some("true"));
}

#[tokio::test]
async fn what_was_missing_is_not_said_any_more_once_it_is_typed() {
    let mut screen = Screen::open(&format!("{}/afweging", path()));
    screen.shows("Leg vast").await;
    screen.press("decision-save");
    screen.shows("Schrijf eerst").await;
    screen.type_in("decision-goal", "Hij praat zelf.");
    screen
        .until(|page| !page.text().contains("Schrijf eerst"))
        .await;
}

#[tokio::test]
async fn all_that_was_written_is_recorded() {
    let mut screen = Screen::open(&format!("{}/afweging", path()));
    screen.shows("Leg vast").await;
    screen.press("decision-delen");
    for field in ["goal", "ethical", "law", "why", "backs", "with", "ground"] {
        screen.type_in(&format!("decision-{field}"), field);
    }
    screen.press("decision-look-2");
    screen.press("decision-save");
    let text = screen.sends(added).await.text;
    let expected = DecisionText {
        kind: DecisionKind::Share,
        adds_to: None,
        goal: "goal".into(),
        ethical: "ethical".into(),
        law: "law".into(),
        why: "why".into(),
        backs: "backs".into(),
        shared_with: "with".into(),
        ground: "ground".into(),
        look_again: NaiveDate::from_ymd_opt(2025, 12, 2),
    };
    assert_eq!(text, expected);
}

#[tokio::test]
async fn a_draft_is_kept_at_once_and_goes_on_after_a_kill() {
    let mut screen = Screen::open(&format!("{}/afweging", path()));
    screen.shows("Leg vast").await;
    screen.type_in("decision-why", "Omdat");
    let kept = screen
        .sends(|request| match request {
            Request::SaveDecisionDraft(save) => save.draft.clone(),
            _ => None,
        })
        .await;
    assert_eq!(kept.text.why, "Omdat");
    let mut again = Screen::with(
        &format!("{}/afweging", path()),
        move |request| match request {
            Request::ReadDecisionDraft(_) => {
                Some(Ok(Response::ReadDecisionDraft(Some(kept.clone()))))
            }
            _ => None,
        },
    );
    let page = again.shows("Leg vast").await;
    let begins = page.attribute("decision-why", "initial_value");
    let begins = begins.or_else(|| page.attribute("decision-why", "value"));
    assert_eq!(begins.as_deref(), Some("Omdat"));
}

#[tokio::test]
async fn a_draft_that_is_recorded_is_not_kept_once_more() {
    // The first letters are still being saved when the rest is typed and recorded.
    let (go_on, wait) = std::sync::mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let mut screen = Screen::with(&format!("{}/afweging", path()), move |request| {
        if matches!(request, Request::SaveDecisionDraft(_)) {
            // Fails at once when the sender is dropped, which releases all later saves.
            wait.lock().expect("one at a time").recv().ok();
        }
        None
    });
    let kept = |request: &Request| matches!(request, Request::SaveDecisionDraft(_)).then_some(());
    screen.shows("Leg vast").await;
    screen.type_in("decision-goal", "Een.");
    screen.sends(kept).await;
    screen.type_in("decision-goal", "Een twee.");
    screen.press("decision-save");
    // Later saves must not block: nobody would release them.
    go_on.send(()).expect("somebody waits");
    drop(go_on);
    assert_eq!(screen.sends(added).await.text.goal, "Een twee.");
    screen.settle().await;
    assert_eq!(screen.sent().iter().filter_map(kept).count(), 1);
}

#[tokio::test]
async fn an_addition_keeps_the_day_to_look_again_that_is_still_to_come() {
    let first = decision_answers::NOT_PAYING;
    for (day, kept) in [("2025-12-01", true), ("2025-11-18", false)] {
        let day: Option<NaiveDate> = Some(day.parse().expect("a day"));
        let address = format!("{}/aanvulling/{first}", path());
        let mut screen = Screen::with(&address, move |request| match request {
            Request::ReadDecisions(_) => {
                let mut lines = decision_answers::decisions();
                for line in &mut lines {
                    line.look_again = day;
                }
                Some(Ok(Response::ReadDecisions(lines)))
            }
            _ => None,
        });
        screen.shows("Leg vast").await;
        screen.type_in("decision-why", "Hij belde.");
        screen.press("decision-save");
        let text = screen.sends(added).await.text;
        assert_eq!(text.look_again, day.filter(|_| kept));
    }
}

#[tokio::test]
async fn a_refusal_stands_in_place_and_what_was_written_stays() {
    let mut screen = Screen::with(&format!("{}/afweging", path()), |request| match request {
        Request::AddDecision(_) => Some(Err(Error::Value(BadValue::Day))),
        _ => None,
    });
    screen.shows("Leg vast").await;
    screen.type_in("decision-goal", "Blijft staan.");
    screen.press("decision-save");
    screen
        .until(|page| !page.all("role").iter().all(|role| role != "alert"))
        .await;
    let kept = screen
        .sends_nth(1, |request| match request {
            Request::SaveDecisionDraft(save) => save.draft.clone(),
            _ => None,
        })
        .await;
    assert_eq!(kept.text.goal, "Blijft staan.");
}

#[tokio::test]
async fn a_bsn_is_warned_about_in_every_field_and_can_still_be_kept() {
    let mut screen = Screen::open(&format!("{}/afweging/delen", path()));
    screen.shows("Leg vast").await;
    let warnings = |screen: &Screen| screen.page().text().matches("burgerservicenummer").count();
    let fields = ["goal", "ethical", "law", "why", "backs", "with", "ground"];
    for (n, field) in (1..).zip(fields) {
        screen.type_in(&format!("decision-{field}"), "111222333");
        screen.settle().await;
        assert_eq!(warnings(&screen), n, "{field}");
    }
    screen.press("decision-save");
    assert_eq!(screen.sends(added).await.text.why, "111222333");
}

#[tokio::test]
async fn the_tab_says_that_all_stands_as_it_was_written() {
    let mut screen = Screen::open(&path());
    screen.shows("Laatste drie").await;
    screen.press("case-decisions");
    let text = screen.shows("Klopt: 3 afwegingen").await.text();
    for words in [
        "Klopt: 3 afwegingen, niets veranderd.",
        "Is de laatste afweging weggehaald?",
        "Aanvulling: Bewust niet doen",
        "Waarom: Twee keer betaald.",
        "Met: huisarts",
        "Noor · gisteren 10:15 alleen op deze telefoon",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(
        text.find("Aanvulling") < text.find("Met: huisarts"),
        "newest first"
    );
}

#[tokio::test]
async fn the_tab_says_which_decision_does_not_stand_as_it_was_written() {
    let mut screen = Screen::varied(&path(), &["tampered"]);
    screen.shows("Laatste drie").await;
    screen.press("case-decisions");
    let page = screen.shows("Klopt niet: 1 afweging.").await;
    let one = page.text_of("decision-00000000-0000-0000-0000-0000000000d3");
    let one = one.expect("the decision");
    assert!(one.contains("na het vastleggen veranderd"), "{one}");
    assert!(one.contains("de handtekening hoort niet"), "{one}");
    let text = page.text();
    assert!(
        text.contains("1 afweging die deze telefoon had, is weg"),
        "{text}"
    );
    assert!(!text.contains("niets veranderd"), "{text}");
}

#[tokio::test]
async fn what_is_due_is_looked_at_with_one_tap_on_vandaag_or_at_the_case() {
    let mut screen = Screen::open("/");
    screen.shows("Kijk opnieuw").await;
    let looked = |request: &Request| match request {
        Request::LookAgain(look) => Some((look.decision, look.next)),
        _ => None,
    };
    screen.press_words("Hij gaat zelf met de corporatie praten.", 0);
    let told = screen.sends(looked).await;
    assert_eq!(told, (decision_answers::NOT_PAYING, None));
    // It stays in its place, to say what was seen or to take the tick back.
    let seen = format!("saw-{}", decision_answers::NOT_PAYING);
    screen.shows("Wat zag je?").await;
    screen.press(&format!("{seen}-open"));
    screen.type_in(&seen, "De huur is betaald.");
    screen.press(&format!("{seen}-save"));
    let saw = screen.sends(|request| match request {
        Request::LookAgain(look) if !look.saw.is_empty() => Some(look.saw.clone()),
        _ => None,
    });
    assert_eq!(saw.await, "De huur is betaald.");
    screen.press_words("Hij gaat zelf met de corporatie praten.", 0);
    let today = NaiveDate::from_ymd_opt(2025, 11, 18);
    let again = screen.sends(|request| match request {
        Request::LookAgain(look) if look.next == today => Some(()),
        _ => None,
    });
    again.await;

    let mut screen = Screen::open(&path());
    screen.shows("Laatste drie").await;
    screen.press("case-decisions");
    screen.shows("Bekeken.").await;
    screen.press(&format!("look-{}-4", decision_answers::NOT_PAYING));
    let told = screen.sends(looked).await;
    let day = NaiveDate::from_ymd_opt(2025, 12, 16);
    assert_eq!(told, (decision_answers::NOT_PAYING, day));
}

#[tokio::test]
async fn what_is_due_leads_to_the_decisions_of_its_case() {
    let mut screen = Screen::open("/");
    screen.shows("Kijk opnieuw").await;
    let due = "Hij gaat zelf met de corporatie praten. Meneer P. · Bewust niet doen · gisteren";
    screen.press_words(due, 0);
    screen.shows("Klopt: 3 afwegingen").await;
}

#[tokio::test]
async fn an_addition_names_what_it_adds_to_and_begins_with_its_kind() {
    let first = decision_answers::NOT_PAYING;
    let mut screen = Screen::open(&format!("{}/aanvulling/{first}", path()));
    screen.shows("Leg vast").await;
    screen.type_in("decision-why", "Hij belde.");
    screen.press("decision-save");
    let text = screen.sends(added).await.text;
    assert_eq!(
        (text.adds_to, text.kind),
        (Some(first), DecisionKind::Refrain)
    );
}

#[test]
fn the_printed_proof_holds_all_one_needs_and_how_to_check_it() {
    let proof = decision_answers::proof(data::PIGEONS, false);
    let clock =
        crate::hooks::Clock::Stopped("2025-11-18T08:12:00+01:00".parse().expect("a moment"));
    for language in [Language::Dutch, Language::English] {
        let make = |kind| crate::pages::case::export(language, clock, &proof, kind);
        let page = make(crate::export::FileKind::Page).expect("a page");
        let page = String::from_utf8(page.bytes).expect("text");
        for each in &proof.decisions {
            for part in [&each.hash, &each.key, &each.signature, &each.bytes] {
                assert!(page.contains(part.as_str()), "{part}");
            }
        }
        for words in ["voorveld decision v1", "sha256sum", "openssl", "hashlib"] {
            assert!(page.contains(words), "{words}");
        }
        // Paper is read on later days, so relative days must not appear on it.
        assert!(page.contains(">18-11-2025<"), "when it is looked at again");
        for words in [">vandaag<", ">today<"] {
            assert!(!page.contains(words), "{words}");
        }
        let data = make(crate::export::FileKind::Data).expect("data");
        let read: voorveld_core::view::DecisionProof =
            serde_json::from_slice(&data.bytes).expect("its own data");
        assert_eq!(read, proof);
        assert!(data.name.ends_with(".json"));
    }
}

#[test]
fn every_kind_has_an_address_of_its_own() {
    for (path, kind) in crate::format::CHOSEN_KINDS {
        assert_eq!(crate::format::kind_of_path(path), kind);
        assert_eq!(crate::format::kind_path(kind), path);
    }
    assert_eq!(crate::format::kind_of_path("x"), DecisionKind::Act);
}

#[tokio::test]
async fn a_draft_of_another_kind_takes_the_kind_that_was_tapped() {
    let left = DecisionDraft {
        id: DecisionId(uuid::Uuid::from_u128(7)),
        text: DecisionText {
            goal: "Half.".into(),
            ..DecisionText::default()
        },
    };
    let mut screen =
        Screen::with(
            &format!("{}/afweging/delen", path()),
            move |request| match request {
                Request::ReadDecisionDraft(_) => {
                    Some(Ok(Response::ReadDecisionDraft(Some(left.clone()))))
                }
                _ => None,
            },
        );
    screen.shows("Leg vast").await;
    screen.press("decision-save");
    let add = screen.sends(added).await;
    assert_eq!(
        (add.text.goal.as_str(), add.text.kind),
        ("Half.", DecisionKind::Share)
    );
    assert_eq!(add.id, DecisionId(uuid::Uuid::from_u128(7)));
}
