//! Cases of one person that are joined, and removing one that was made by mistake.

use voorveld_core::api::{JoinCases, Request};

use super::data;
use super::screen::Screen;

fn edit() -> String {
    format!("/dossiers/{}/wijzig", data::PIGEONS)
}

#[tokio::test]
async fn a_case_is_joined_with_another_that_is_found_by_name() {
    let mut screen = Screen::open(&edit());
    screen.shows("Samenvoegen met").await;
    assert_eq!(screen.page().attribute("case-remove", "id"), None);
    screen.press("together-join");
    screen
        .until(|page| page.attribute("together-find", "id").is_some())
        .await;
    screen.type_in("together-find", "g");
    screen
        .until(|page| page.pressed("G. De Akkers", 0).is_some())
        .await;
    screen.press_words("G. De Akkers", 0);
    let joined = screen
        .sends(|command| match command {
            Request::JoinCases(join) => Some(join.clone()),
            _ => None,
        })
        .await;
    let wanted = JoinCases {
        case: data::PIGEONS,
        into: data::G,
    };
    assert_eq!(joined, wanted);
}

#[tokio::test]
async fn a_joined_case_says_with_whom_by_whom_and_is_taken_apart_with_one_press() {
    let mut screen = Screen::varied(&format!("/dossiers/{}", data::PIGEONS), &["joined"]);
    screen.shows("Hier staat ook De Wit").await;
    let page = screen.shows("samengevoegd door Bas, gisteren").await;
    assert_eq!(page.faults(), [""; 0]);
    screen.press(&format!("split-{}", data::T));
    let split = screen
        .sends(|command| match command {
            Request::SplitCase(split) => Some(split.case),
            _ => None,
        })
        .await;
    assert_eq!(split, data::T);
}

#[tokio::test]
async fn an_empty_case_is_removed_and_brought_back_from_below_the_list() {
    let mut screen = Screen::varied(&edit(), &["bare"]);
    screen.shows("In dit dossier staat nog niets").await;
    screen.press("case-remove");
    screen
        .sends(|command| matches!(command, Request::RemoveCase(_)).then_some(()))
        .await;
    let mut screen = Screen::varied("/dossiers", &["removed"]);
    screen.shows("1 verwijderd").await;
    screen.press("removed-open");
    screen.shows("Verwijderd door Bas, gisteren").await;
    screen.press_words("Zet terug", 0);
    let back = screen
        .sends(|command| match command {
            Request::BringCaseBack(back) => Some(back.case),
            _ => None,
        })
        .await;
    assert_eq!(back, data::T);
}
