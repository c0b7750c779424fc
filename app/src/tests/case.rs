use voorveld_core::EncounterId;
use voorveld_core::api::{AddCommitment, EditEncounter, Request, Response, SetCaseField, SetTrust};
use voorveld_core::model::{CaseField, CaseStatus, TrustStep, Who};
use voorveld_core::view::Timeline;

use super::data;
use super::screen::Screen;

fn path() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

#[tokio::test]
async fn before_the_bell_is_rung_what_matters_comes_first_and_danger_next() {
    let mut screen = Screen::open(&path());
    let text = screen.shows("In de buurt").await.text();
    let order = [
        "Duivenman Marktplein 8 · Noor loopt voorop",
        "Wat telt Dat er iedere morgen voer voor de duiven is.",
        "Wordt boos als je over geld begint.",
        "begin over de witte doffer",
        "aanspreken onder het voeren",
        "Navragen of hij op de kade mag voeren wij · vrijdag 21 november",
        "Laatste drie ma 17-11 Groette terug, voor het eerst. B",
        "In de buurt Groenteman kent hem van vroeger",
        "buiten deur binnen vertrouwen",
        "Tijdlijn Afspraken 1 Partijen Uitgaven Afwegingen Gegevens",
    ];
    let places: Vec<_> = order.iter().map(|words| text.find(words)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?} in {text}");
    assert!(places.is_sorted(), "{places:?} in {text}");
}

#[tokio::test]
async fn a_safety_fact_says_who_wrote_it_and_when_on_a_press() {
    let mut screen = Screen::open(&path());
    screen.shows("Wordt boos").await;
    assert!(!screen.page().text().contains("Bas · 29-10-2025"));
    screen.press_words("Wordt boos als je over geld begint.", 0);
    screen.shows("Bas · 29-10-2025").await;
}

#[tokio::test]
async fn a_clash_shows_both_values_with_author_and_time_and_one_press_settles_it() {
    let mut screen = Screen::with(&path(), |request| match request {
        Request::ReadCase(_) => Some(Ok(Response::ReadCase(data::clashing()))),
        _ => None,
    });
    screen.shows("Telefoon: twee keer ingevuld").await;
    let boxed = screen.page().text_of("clash-phone").expect("a box");
    assert!(
        boxed.contains("06 12345678 Noor · vandaag 10:08"),
        "{boxed}"
    );
    assert!(
        boxed.contains("06 87654321 Bas · gisteren 16:25"),
        "{boxed}"
    );
    // The other conflict is shown at its own field, above.
    let text = screen.page().text();
    assert!(
        text.find("Wat telt: twee keer ingevuld") < text.find("Wordt boos"),
        "{text}"
    );
    screen.press_words("Deze klopt: +31687654321", 0);
    let set: SetCaseField = screen.sends_a().await;
    assert_eq!(
        (set.field, set.value.as_str()),
        (CaseField::Phone, "+31687654321")
    );
}

#[tokio::test]
async fn the_timeline_goes_by_day_and_marks_what_is_only_here() {
    let mut screen = Screen::open(&path());
    let text = screen.shows("Conciërge").await.text();
    assert!(
        text.contains("vandaag 10:06 Emmer voer gebracht."),
        "{text}"
    );
    assert!(
        text.contains("Straat · Noor alleen op deze telefoon"),
        "{text}"
    );
    assert!(text.contains("maandag 17 november 16:20"), "{text}");
    assert!(text.contains("Straat · Bas bij het team"), "{text}");
    assert_eq!(text.matches("maandag 17 november").count(), 1, "{text}");
}

#[tokio::test]
async fn older_encounters_are_asked_for_when_wanted() {
    let mut screen = Screen::with(&path(), |request| match request {
        Request::ReadTimeline(ask) => Some(Ok(Response::ReadTimeline(Timeline {
            entries: data::timeline(),
            more: ask.limit < 100,
            total: data::timeline().len() as u32 + u32::from(ask.limit < 100),
        }))),
        _ => None,
    });
    screen.shows("toon meer").await;
    screen.press("timeline-older");
    screen
        .until(|page| page.attribute("timeline-older", "id").is_none())
        .await;
}

#[tokio::test]
async fn a_sentence_is_rewritten_where_it_stands() {
    let mut screen = Screen::open(&path());
    screen.shows("Conciërge").await;
    let text = format!("entry-{}", data::id(45));
    screen.press(&format!("{text}-open"));
    screen
        .until(|page| page.attribute(&text, "initial_value").is_some())
        .await;
    screen.type_in(&text, "Conciërge: hij voert om zeven uur.");
    screen.press(&format!("{text}-save"));
    let edit: EditEncounter = screen.sends_a().await;
    // A linked signal remains a signal.
    assert_eq!(
        (edit.who, edit.id),
        (Who::Unknown, EncounterId(data::id(45)))
    );
    assert_eq!(edit.text, "Conciërge: hij voert om zeven uur.");
    screen
        .until(|page| page.attribute(&text, "id").is_none())
        .await;
}

#[tokio::test]
async fn trust_is_set_by_one_press() {
    let mut screen = Screen::open(&path());
    let page = screen.shows("vertrouwen").await;
    assert_eq!(
        page.attribute("trust-door", "aria-pressed").as_deref(),
        Some("true")
    );
    screen.press("trust-inside");
    let set: SetTrust = screen.sends_a().await;
    assert_eq!(set.step, TrustStep::Inside);
}

#[tokio::test]
async fn a_promise_needs_no_more_than_what_was_promised() {
    let mut screen = Screen::open(&path());
    screen.shows("Afspraken 1").await;
    screen.press("case-commitments");
    screen.shows("Nieuwe afspraak").await;
    screen.press("commitment-new");
    screen.type_in("commitment-text", "Zus bellen");
    screen.press_words("vrijdag", 0);
    screen.press("commitment-save");
    let add: AddCommitment = screen.sends_a().await;
    assert_eq!((add.text.as_str(), add.who.as_str()), ("Zus bellen", ""));
    assert_eq!(add.due, "2025-11-21".parse().ok());
}

#[tokio::test]
async fn an_empty_case_invites_without_asking() {
    let mut screen = Screen::with(&path(), |request| match request {
        Request::ReadCase(_) => Some(Ok(Response::ReadCase(data::bare()))),
        Request::ReadTimeline(_) => Some(Ok(Response::ReadTimeline(Timeline::default()))),
        _ => None,
    });
    let text = screen
        .shows("Hier komt te staan wat er gebeurt.")
        .await
        .text();
    for invite in ["Wat telt voor T.?", "Nieuwe afspraak", "Wie kent T.?"] {
        assert!(text.contains(invite), "{text}");
    }
    assert!(screen.page().all("initial_value").is_empty());
    screen.press("case-matters");
    screen.type_in("case-matters", "Haar hond");
    screen.press("case-matters-save");
    let set: SetCaseField = screen.sends_a().await;
    assert_eq!(
        (set.field, set.value.as_str()),
        (CaseField::WhatMatters, "Haar hond")
    );
}

#[tokio::test]
async fn each_detail_is_changed_by_itself() {
    let mut screen = Screen::open(&format!("{}/wijzig", path()));
    screen.shows("Wie loopt voorop").await;
    screen.press("field-address-open");
    screen.type_in("field-address", "Havenkade 3");
    screen.press("field-address-save");
    let set: SetCaseField = screen.sends_a().await;
    assert_eq!(
        (set.field, set.value.as_str()),
        (CaseField::Address, "Havenkade 3")
    );
    // The list of colleagues arrives later, for the lead and for the cover.
    screen
        .until(|page| page.text().matches("niemand").count() >= 2)
        .await;
    screen.press_words("Bas", 0);
    screen
        .sends(|request| match request {
            Request::SetCaseField(set) if set.field == CaseField::Lead => Some(set.value.clone()),
            _ => None,
        })
        .await;
    screen.press_words("Overgedragen", 0);
    let status = screen
        .sends(|request| match request {
            Request::SetCaseField(set) if set.field == CaseField::Status => Some(set.value.clone()),
            _ => None,
        })
        .await;
    // Must be a word the core parses; any other would be refused.
    assert_eq!(CaseStatus::from_word(&status), Some(CaseStatus::HandedOver));
    screen.press_words("dak- en thuisloos", 0);
    screen
        .sends(|request| match request {
            Request::SetProblem(set) if set.applies => Some(()),
            _ => None,
        })
        .await;
}

#[tokio::test]
async fn a_number_in_what_was_written_can_be_called_but_not_while_it_is_rewritten() {
    let mut screen = Screen::with(&path(), |request| match request {
        Request::ReadTimeline(_) => {
            let mut entries = data::timeline();
            entries[0].text = "Zijn zus heeft 020-1234567".into();
            Some(Ok(Response::ReadTimeline(Timeline {
                total: entries.len() as u32,
                entries,
                more: false,
            })))
        }
        _ => None,
    });
    let page = screen.shows("Bel 020 1234567").await;
    let link = "tel:+31201234567".to_owned();
    assert!(page.all("href").contains(&link), "{:?}", page.all("href"));
    screen.press_words("Zijn zus heeft 020-1234567", 0);
    screen.until(|page| !page.all("href").contains(&link)).await;
}

#[tokio::test]
async fn a_phone_number_can_be_called() {
    let mut screen = Screen::open(&path());
    screen.shows("Groenteman").await;
    screen.press("case-facts");
    let page = screen.shows("06 12345678").await;
    assert!(
        page.all("href").contains(&"tel:+31612345678".to_owned()),
        "{:?}",
        page.all("href")
    );
}

#[tokio::test]
async fn the_door_shows_the_background_while_nobody_said_what_matters_or_what_is_dangerous() {
    let bare = |background: &str| {
        let mut view = data::pigeons();
        view.safety.clear();
        view.what_matters.clear();
        view.background = background.into();
        view
    };
    let open = |view: voorveld_core::view::CaseView| {
        Screen::with(&path(), move |request| match request {
            Request::ReadCase(_) => Some(Ok(Response::ReadCase(view.clone()))),
            _ => None,
        })
    };
    let mut screen = open(bare("hond bijt, bel eerst\nsinds mei alleen"));
    let page = screen.shows("In de buurt").await;
    assert_eq!(
        page.text_of("door-background").as_deref(),
        Some("Achtergrond hond bijt, bel eerst sinds mei alleen")
    );
    let mut screen = open(voorveld_core::view::CaseView {
        what_matters: "Zijn duiven".into(),
        ..bare("hond bijt")
    });
    let page = screen.shows("In de buurt").await;
    assert_eq!(page.text_of("door-background"), None);
}

#[tokio::test]
async fn a_background_that_stands_twice_is_made_one_with_one_tap() {
    let mut view = data::pigeons();
    view.safety.clear();
    view.what_matters.clear();
    view.background = "hond bijt, bel eersthond bijt, bel eerst".into();
    let mut screen = Screen::with(&path(), move |request| match request {
        Request::ReadCase(_) => Some(Ok(Response::ReadCase(view.clone()))),
        _ => None,
    });
    screen.shows("Deze tekst staat hier twee keer.").await;
    screen.press("door-background-mend");
    let value = screen
        .sends(|request| match request {
            Request::SetCaseField(set) => Some(set.value.clone()),
            _ => None,
        })
        .await;
    assert_eq!(value, "hond bijt, bel eerst");
}
