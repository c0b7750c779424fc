use voorveld_core::api::{Draft, Request, Response, SaveInterview};
use voorveld_core::model::{InterviewRole, Who};
use voorveld_core::view::SearchResult;
use voorveld_core::{Error, InterviewId};

use super::screen::Screen;
use super::study_answers::{self as data, CLUB, SHOP, STAIRS, STUDY};

fn saved(request: &Request) -> Option<SaveInterview> {
    match request {
        Request::SaveInterview(save) => Some(save.clone()),
        _ => None,
    }
}

fn study() -> String {
    format!("/team/onderzoek/{STUDY}")
}

#[tokio::test]
async fn without_a_study_the_sheet_is_as_it_was() {
    let mut screen = Screen::open("/");
    screen.shows("Team").await;
    screen.press("capture-open");
    screen.shows("zoek wie").await;
    screen.settle().await;
    let page = screen.page();
    assert_eq!(page.attribute("capture-study", "id"), None);
    assert_eq!(page.attribute("capture-help", "id"), None);
}

#[tokio::test]
async fn a_study_is_one_chip_and_the_rest_comes_after_it() {
    let mut screen = Screen::varied("/", &["study"]);
    screen.shows("Team").await;
    screen.press("capture-open");
    screen
        .until(|page| page.attribute("capture-study", "id").is_some())
        .await;
    assert_eq!(screen.page().attribute("capture-resident", "id"), None);
    screen.type_in("capture-text", "De bakker was de huiskamer.");
    screen.press("capture-study");
    screen
        .until(|page| {
            page.attribute("capture-resident", "aria-pressed")
                .as_deref()
                == Some("true")
        })
        .await;
    screen.press("capture-save");
    let save = screen.sends(saved).await;
    assert_eq!((save.study, save.role), (STUDY, InterviewRole::Resident));
    assert_eq!(save.themes, [""; 0]);
    assert_eq!(save.help, None);
}

#[tokio::test]
async fn role_themes_and_help_go_along_and_a_killed_app_still_has_them() {
    let mut screen = Screen::varied("/", &["study"]);
    screen.shows("Team").await;
    screen.press("capture-open");
    screen
        .until(|page| page.attribute("capture-study", "id").is_some())
        .await;
    screen.type_in("capture-text", "Geen eten in huis.");
    screen.press("capture-study");
    screen.shows("Sleutelpersoon").await;
    for press in [
        "capture-key-person",
        "capture-theme-1",
        "capture-theme-2",
        "capture-theme-2",
        "capture-help",
    ] {
        screen.press(press);
        screen.settle().await;
    }
    let kept: Draft = screen
        .sends(|request| match request {
            Request::SaveDraft(keep) => {
                Some(keep.draft.clone()).filter(|draft| draft.interview.help.is_some())
            }
            _ => None,
        })
        .await;
    assert_eq!(kept.who, Who::Study(STUDY));
    screen.press("capture-save");
    let save = screen.sends(saved).await;
    assert_eq!(save.role, InterviewRole::KeyPerson);
    assert_eq!(save.themes, ["Geldzorgen"]);
    assert_eq!(save.help.as_deref(), Some("Wijkonderzoek De Akkers"));
    assert_eq!(save.id, InterviewId(kept.id.0));
}

#[tokio::test]
async fn on_a_study_the_sheet_starts_with_it() {
    let mut screen = Screen::varied(&study(), &["study"]);
    screen.shows("Gesprekken").await;
    screen.press("capture-open");
    screen.shows("Sleutelpersoon").await;
    screen.type_in("capture-text", "De bus rijdt niet meer.");
    screen.press("capture-save");
    assert_eq!(screen.sends(saved).await.study, STUDY);
}

#[tokio::test]
async fn a_study_begins_with_only_a_name() {
    let mut screen = Screen::varied("/team/onderzoek", &["study"]);
    let text = screen.shows("Havenkwartier").await.text();
    assert!(
        text.contains("De Akkers week 5 van 16 · 3 gesprekken"),
        "{text}"
    );
    assert!(
        text.contains("03-02-2025 tot 23-05-2025 · 1 gesprek"),
        "{text}"
    );
    screen.press("study-new");
    screen.press("study-new-save");
    screen.shows("Schrijf eerst").await;
    screen.type_in("study-new-name", " Noord ");
    screen.press("study-new-save");
    let name = screen
        .sends_nth(1, |request| match request {
            Request::CreateStudy(create) => Some(create.name.clone()),
            _ => None,
        })
        .await;
    assert_eq!(name, "Noord");
    screen.shows("Gesprekken").await;
}

#[tokio::test]
async fn a_study_says_how_far_it_is_and_what_comes_up_most() {
    let mut screen = Screen::open(&study());
    let page = screen.shows("Gesprekken").await;
    assert_eq!(
        page.text_of("study-weeks").as_deref(),
        Some("week 5 van 16")
    );
    let themes = page.text_of("study-themes").unwrap_or_default();
    assert!(
        themes.contains("Eenzaamheid 2 Geldzorgen 1 Winkels 1"),
        "{themes}"
    );
    let club = page
        .text_of(&format!("interview-{CLUB}"))
        .unwrap_or_default();
    assert!(
        club.contains("Met Secretaris duivenclub. Komt niet in het verslag."),
        "{club}"
    );
    assert!(club.contains("Signaal gemaakt"), "{club}");
}

#[tokio::test]
async fn a_press_on_a_theme_marks_it_and_another_takes_it_away() {
    let mut screen = Screen::open(&study());
    screen.shows("Gesprekken").await;
    screen.press(&format!("mark-{CLUB}-2"));
    screen.press(&format!("mark-{SHOP}-2"));
    let marks = |nth| {
        move |request: &Request| match request {
            Request::SetMark(mark) => Some((nth, mark.interview, mark.theme.clone(), mark.applies)),
            _ => None,
        }
    };
    let winkels = "Winkels".to_owned();
    assert_eq!(
        screen.sends_nth(0, marks(0)).await,
        (0, CLUB, winkels.clone(), true)
    );
    assert_eq!(
        screen.sends_nth(1, marks(1)).await,
        (1, SHOP, winkels, false)
    );
}

#[tokio::test]
async fn direct_help_is_one_tap_and_then_leads_to_the_signal() {
    let mut screen = Screen::open(&study());
    let page = screen.shows("Gesprekken").await;
    assert_eq!(page.attribute(&format!("help-{CLUB}"), "id"), None);
    screen.press(&format!("help-{STAIRS}"));
    let source = screen
        .sends(|request| match request {
            Request::MakeHelpSignal(make) => Some((make.interview, make.source.clone())),
            _ => None,
        })
        .await;
    assert_eq!(source, (STAIRS, "Wijkonderzoek De Akkers".to_owned()));
}

#[tokio::test]
async fn a_quote_begins_with_what_was_said_and_is_cut_down_from_there() {
    let mut screen = Screen::open(&study());
    screen.shows("Gesprekken").await;
    screen.press(&format!("quote-{STAIRS}"));
    let field = format!("quote-text-{STAIRS}");
    let page = screen.shows("Wat komt in het verslag").await;
    assert_eq!(
        page.attribute(&field, "initial_value").as_deref(),
        Some("Eet drie dagen van een brood, durft niet naar de balie.")
    );
    screen.type_in(&field, "Durft niet naar de balie. 111222333");
    screen.shows("burgerservicenummer").await;
    screen.press(&format!("{field}-save"));
    let quote = screen
        .sends(|request| match request {
            Request::SetQuote(set) => Some((set.interview, set.quote.clone())),
            _ => None,
        })
        .await;
    assert_eq!(
        quote,
        (STAIRS, "Durft niet naar de balie. 111222333".to_owned())
    );
}

#[tokio::test]
async fn where_both_chose_a_quote_one_tap_chooses() {
    let mut screen = Screen::varied(&study(), &["clash"]);
    screen.shows("Jullie kozen allebei").await;
    screen.press(&format!("quote-only-{SHOP}-1"));
    let quote = screen
        .sends(|request| match request {
            Request::SetQuote(set) => Some(set.quote.clone()),
            _ => None,
        })
        .await;
    assert_eq!(quote, "De bakker was de huiskamer.");
}

#[tokio::test]
async fn themes_are_added_one_after_the_other_and_taken_away() {
    let mut screen = Screen::open(&study());
    screen.shows("Gesprekken").await;
    screen.press("theme-new");
    screen
        .until(|page| page.attribute("theme-new-name", "id").is_some())
        .await;
    let set = |request: &Request| match request {
        Request::SetTheme(set) => Some((set.theme.clone(), set.in_use)),
        _ => None,
    };
    screen.type_in("theme-new-name", " Verkeer ");
    screen.press("theme-new-save");
    assert_eq!(screen.sends(set).await, ("Verkeer".to_owned(), true));
    screen.settle().await;
    screen.press("theme-0-away");
    assert_eq!(
        screen.sends_nth(1, set).await,
        ("Eenzaamheid".to_owned(), false)
    );
}

#[tokio::test]
async fn a_study_is_ended_with_a_tap_today() {
    let mut screen = Screen::open(&study());
    screen.shows("Gesprekken").await;
    screen.press("study-edit");
    screen.shows("Sluit het onderzoek af").await;
    screen.press("study-end");
    let value = screen
        .sends(|request| match request {
            Request::SetStudyField(set) => Some(set.value.clone()),
            _ => None,
        })
        .await;
    assert_eq!(value, "2025-11-18");
}

#[tokio::test]
async fn the_report_points_at_what_may_tell_who_somebody_is() {
    let mut screen = Screen::open(&format!("{}/rapport", study()));
    let page = screen.shows("Herken je hier iemand?").await;
    let text = page.text();
    assert!(
        text.contains("Herken je hier iemand? Annie, Dahliastraat 12"),
        "{text}"
    );
    assert!(
        text.contains("Op 1 plek staat misschien wie het is."),
        "{text}"
    );
    assert_eq!(
        page.text_of("report-counts").as_deref(),
        Some("3 gesprekken: 1 bewoner, 1 ondernemer, 1 sleutelpersoon")
    );
    assert_eq!(text.matches("Herken je hier iemand?").count(), 1, "{text}");
}

#[tokio::test]
async fn the_report_goes_nowhere_before_what_was_found_in_it_was_seen() {
    let mut screen = Screen::open(&format!("{}/rapport", study()));
    let page = screen.shows("Dit staat nog in de tekst").await;
    for kind in ["html", "csv", "json"] {
        assert_eq!(page.text_of(&format!("report-{kind}")), None, "{kind}");
    }
    screen.press("names-seen");
    let page = screen.shows("Gezien. Nu kan het mee.").await;
    for kind in ["html", "csv", "json"] {
        assert!(page.text_of(&format!("report-{kind}")).is_some(), "{kind}");
    }
}

#[tokio::test]
async fn the_reports_words_are_kept_and_a_full_phone_loses_nothing_of_them() {
    let mut screen = Screen::with(&format!("{}/rapport", study()), |request| match request {
        Request::SetStudyField(_) => Some(Err(Error::DiskFull)),
        _ => None,
    });
    screen.shows("In onze woorden").await;
    screen.press("report-text-open");
    screen.type_in("report-text", "Zet twee banken op het plein.");
    screen.press("report-text-save");
    screen.shows("De telefoon is vol").await;
    assert!(screen.page().attribute("report-text", "id").is_some());
}

#[tokio::test]
async fn a_study_that_was_found_leads_to_it() {
    let mut screen = Screen::with("/dossiers", |request| match request {
        Request::Search(_) => Some(Ok(Response::Search(SearchResult {
            studies: vec![data::line()],
            ..SearchResult::default()
        }))),
        _ => None,
    });
    screen.shows("Gezin V.").await;
    screen.type_in("search", "akk");
    let text = screen.shows("week 5 van 16").await.text();
    assert!(!text.contains("Niets gevonden"), "{text}");
}
