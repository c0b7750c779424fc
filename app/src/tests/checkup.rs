use voorveld_core::Error;
use voorveld_core::api::{Request, Response};
use voorveld_core::view::{Checkup, Finding, Rescue};

use super::data::at;
use super::screen::Screen;

/// Opens the page after a check that found this.
fn page(findings: Vec<Finding>) -> Screen {
    let checkup = Checkup {
        at: at(0, "08:12"),
        documents: 850,
        asks_team: !findings.is_empty(),
        findings,
    };
    Screen::with("/team/controle", move |request| match request {
        Request::ReadCheckup(_) => Some(Ok(Response::ReadCheckup(Some(checkup.clone())))),
        Request::CheckPhone(_) => Some(Ok(Response::CheckPhone(checkup.clone()))),
        _ => None,
    })
}

#[tokio::test]
async fn a_phone_on_which_all_is_well_is_told_so() {
    let mut screen = page(vec![]);
    let text = screen.shows("Alles is heel en klopt").await.text();
    assert!(text.contains("850 dossiers"), "{text}");
    screen.press("checkup-go");
    let check = |request: &Request| matches!(request, Request::CheckPhone(_)).then_some(());
    screen.sends(check).await;
}

#[tokio::test]
async fn what_was_done_about_a_damaged_file_is_told_in_place() {
    let mut screen = page(vec![
        Finding::File(Rescue {
            set_aside: "team-1.damaged-1.db".into(),
            whole: 848,
            partly: 2,
            only_here: 3,
            in_team: false,
        }),
        Finding::Search,
    ]);
    let text = screen.shows("is vervangen").await.text();
    for words in [
        "Er is niets gewist",
        "team-1.damaged-1.db",
        "is bewaard: 3 dingen",
        "2 stukken waren niet helemaal te lezen",
        "Laat je collega je opnieuw uitnodigen",
        "Zoeken vond niet alles",
        "haalt de telefoon nu op bij het team",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[tokio::test]
async fn a_team_page_that_cannot_be_read_leads_to_the_check() {
    let mut screen = Screen::with("/team", |request| match request {
        Request::ReadTeam(_) => Some(Err(Error::FileDamaged)),
        _ => None,
    });
    screen
        .shows("Het bestand op deze telefoon is beschadigd")
        .await;
    screen.press("team-checkup");
    screen.shows("Controleer nu").await;
}
