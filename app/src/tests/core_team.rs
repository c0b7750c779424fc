use voorveld_core::api::{Request, Response};
use voorveld_core::model::AgendaField;
use voorveld_core::view::{ReadOver, Recognised, Tell};

use super::data;
use super::paper_answers;
use super::screen::Screen;
use crate::platform::take_handed;

const PAGE: &str = "/team/kernteam";

#[tokio::test]
async fn names_stay_off_the_agenda_until_somebody_wants_them() {
    let mut screen = Screen::open(PAGE);
    let page = screen.shows("Kernteam Oosterhage").await;
    let paper = page.text_of("core-team-paper").unwrap_or_default();
    assert!(
        paper.contains("Donderdag 27 november 2025, 10:00–12:00"),
        "{paper}"
    );
    assert!(paper.contains("1 Overlast"), "{paper}");
    assert!(paper.contains("3 Dossier"), "{paper}");
    assert!(!paper.contains("Duivenman"), "{paper}");
    screen.press("core-team-nameless");
    screen.shows("1 Duivenman").await;
}

/// Opens the agenda with these texts as the status of its items, in order.
fn agenda(statuses: &'static [&'static str]) -> Screen {
    Screen::with(PAGE, move |request| match request {
        Request::ReadCoreTeam(_) => {
            let mut page = paper_answers::core_team();
            for (item, status) in page.items.iter_mut().zip(statuses) {
                item.status = (*status).into();
                item.question = String::new();
            }
            Some(Ok(Response::ReadCoreTeam(page)))
        }
        _ => None,
    })
}

#[tokio::test]
async fn a_name_that_was_typed_in_a_text_is_pointed_at_there_and_before_the_print_button() {
    let mut screen = Screen::open(PAGE);
    let page = screen.shows("Dit staat nog in de tekst").await;
    assert_eq!(
        page.text_of("core-team-3-named").as_deref(),
        Some("Er staat nog een naam in deze tekst.")
    );
    assert_eq!(page.text_of("core-team-1-named"), None);
    assert_eq!(
        page.text_of("names-first").as_deref(),
        Some("Er staan nog 2 namen, nummers of adressen in. Kijk die eerst na.")
    );
    let list = page.text_of("names-found").unwrap_or_default();
    assert!(list.contains("T. is weg uit de opvang."), "{list}");
    let (sure, perhaps) = list.split_once("gewoon woord").expect("two lists");
    assert!(!sure.contains("stroom") && perhaps.contains("Wie regelt een plek met stroom?"));
    screen.press("core-team-nameless");
    let page = screen.shows("1 Duivenman").await;
    for gone in ["names-first", "names-found", "core-team-3-named"] {
        assert_eq!(page.text_of(gone), None, "{gone}");
    }
}

#[tokio::test]
async fn nothing_is_printed_without_names_before_one_tap_says_what_was_found_was_seen() {
    let mut screen = Screen::open(PAGE);
    let page = screen.shows("Dit staat nog in de tekst").await;
    assert_eq!(page.text_of("core-team-html"), None);
    screen.press("names-seen");
    let page = screen.shows("Gezien. Nu kan het mee.").await;
    assert!(page.text_of("core-team-html").is_some());
    assert_eq!(page.text_of("names-first"), None);
}

#[tokio::test]
async fn what_is_found_after_that_is_to_be_seen_too() {
    let found = |word: &str| Recognised {
        text: 2,
        tell: Tell::Name(word.into()),
        sentence: format!("{word} helpt."),
        sure: true,
    };
    let asked = std::cell::Cell::new(0);
    let mut screen = Screen::with(PAGE, move |request| match request {
        Request::Recognise(ask) if !ask.texts.is_empty() => {
            asked.set(asked.get() + 1);
            let names = &["Annie", "Bas"][..asked.get().min(2)];
            Some(Ok(Response::Recognise(ReadOver {
                texts: ask.texts.clone(),
                found: names.iter().map(|name| found(name)).collect(),
            })))
        }
        _ => None,
    });
    screen.shows("Annie helpt.").await;
    screen.press("names-seen");
    screen.shows("Gezien. Nu kan het mee.").await;
    screen.press("core-team-nameless");
    screen.shows("1 Duivenman").await;
    screen.press("core-team-nameless");
    let page = screen.shows("Bas helpt.").await;
    let first = page.text_of("names-first").unwrap_or_default();
    assert!(first.starts_with("Er staat nog 1 naam"), "{first}");
    assert_eq!(page.text_of("core-team-html"), None);
}

#[tokio::test]
async fn without_a_name_in_any_text_one_is_asked_to_read_it_again() {
    let mut screen = agenda(&["Gaat goed.", "Gaat goed.", "Weg uit de opvang."]);
    let page = screen.shows("Lees na: is iemand toch te herkennen?").await;
    assert_eq!(page.text_of("names-first"), None);
    screen.press("core-team-nameless");
    let page = screen.shows("1 Duivenman").await;
    assert!(!page.text().contains("Lees na"));
}

#[tokio::test]
async fn what_is_on_the_screen_is_what_is_printed_and_user_text_is_text() {
    let nasty = "<script>alert(1)</script>";
    let mut screen = Screen::with(PAGE, move |request| match request {
        Request::ReadCoreTeam(_) => {
            let mut page = paper_answers::core_team();
            page.items[0].question = nasty.into();
            Some(Ok(Response::ReadCoreTeam(page)))
        }
        _ => None,
    });
    screen.shows("Dit staat nog in de tekst").await;
    screen.press("names-seen");
    screen.shows("Gezien. Nu kan het mee.").await;
    screen.press("core-team-html");
    screen.shows("Bewaard: kernteam-2025-11-27.html").await;
    screen.press("core-team-nameless");
    screen.shows("1 Duivenman").await;
    screen
        .until(|page| page.text_of("core-team-html").is_some())
        .await;
    screen.press("core-team-html");
    screen.settle().await;
    let files = take_handed();
    let [nameless, named] = &files[..] else {
        panic!("{} files", files.len());
    };
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let (nameless, named) = (text(&nameless.bytes), text(&named.bytes));
    assert!(!nameless.contains("Duivenman") && named.contains("Duivenman"));
    for page in [&nameless, &named] {
        assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script"));
        assert_eq!(
            page.matches("class=\"blank\"").count(),
            3,
            "room to write on"
        );
        assert!(page.contains("Er staat een caravan klaar."));
    }
}

#[tokio::test]
async fn each_text_is_rewritten_where_it_stands() {
    let mut screen = Screen::open(PAGE);
    screen.shows("Kernteam Oosterhage").await;
    screen.press("core-team-2-question-open");
    screen.type_in("core-team-2-question", "Wie betaalt de stroom?");
    screen.press("core-team-2-question-save");
    let (case, field, text) = screen
        .sends(|request| match request {
            Request::WriteAgenda(write) => Some((write.case, write.field, write.text.clone())),
            _ => None,
        })
        .await;
    assert_eq!((case, field), (data::G, AgendaField::Question));
    assert_eq!(text, "Wie betaalt de stroom?");
}

#[tokio::test]
async fn a_decision_is_one_line_and_an_empty_one_is_none() {
    let mut screen = Screen::open(PAGE);
    screen.shows("Kernteam Oosterhage").await;
    screen.press("core-team-1-decision-open");
    screen.press("core-team-1-decision-save");
    screen.shows("Schrijf eerst één zin").await;
    screen.type_in("core-team-1-decision", "Dat mag.");
    screen.press("core-team-1-decision-save");
    let text = screen
        .sends_nth(1, |request| match request {
            Request::DecideAgenda(decide) => Some(decide.text.clone()),
            _ => None,
        })
        .await;
    assert_eq!(text, "Dat mag.");
}

#[tokio::test]
async fn after_the_meeting_one_tap_takes_the_next_day() {
    let mut screen = Screen::varied(PAGE, &["meeting-over"]);
    screen
        .shows("6 weken later is het maandag 29 december.")
        .await;
    screen.press("core-team-take");
    let day = screen
        .sends(|request| match request {
            Request::SetTeamSetting(set) => Some(set.value.clone()),
            _ => None,
        })
        .await;
    assert_eq!(day, "2025-12-29");
}

#[tokio::test]
async fn day_place_and_rhythm_are_agreed_in_one_form() {
    let mut screen = Screen::varied(PAGE, &["no-agenda"]);
    screen.shows("Wanneer is het volgende kernteam?").await;
    screen.press("core-team-when");
    screen.type_in("core-team-day", "2026-01-08");
    screen.type_in("core-team-place", "10:00, stadhuis");
    screen.press("core-team-meeting-save");
    let mut set = vec![];
    for n in 0..2 {
        set.push(
            screen
                .sends_nth(n, |request| match request {
                    Request::SetTeamSetting(set) => Some(set.value.clone()),
                    _ => None,
                })
                .await,
        );
    }
    assert_eq!(set, ["10:00, stadhuis", "2026-01-08"]);
    screen.shows("Wanneer is het volgende kernteam?").await;
}

#[tokio::test]
async fn a_case_goes_on_the_agenda_from_the_case_and_from_the_page() {
    let on = |request: &Request| match request {
        Request::SetOnAgenda(set) => Some((set.case, set.on)),
        _ => None,
    };
    let path = format!("/dossiers/{}/wijzig", data::PIGEONS);
    let mut screen = Screen::varied(&path, &["no-agenda"]);
    screen.shows("Op de agenda").await;
    screen.press("core-team-on");
    assert_eq!(screen.sends(on).await, (data::PIGEONS, true));

    let mut screen = Screen::open(PAGE);
    screen.shows("Zet een dossier op de agenda").await;
    screen.press("core-team-add");
    screen.type_in("core-team-find", "G");
    screen
        .until(|page| page.pressed("G. De Akkers", 0).is_some())
        .await;
    screen.press_words("G. De Akkers", 0);
    assert!(screen.sends(on).await.1);
}
