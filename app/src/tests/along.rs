use dioxus::history::history;
use voorveld_core::Workspace;

use super::screen::Screen;
use super::{answers, data};

const CODE: &str = "Kies een code";

fn path() -> String {
    format!("/dossiers/{}/meelezen", data::PIGEONS)
}

/// The workspace of the sample data, as if it had just been opened by its code.
fn opened() -> Workspace {
    Workspace::answering(answers::answering(vec![]))
}

#[tokio::test]
async fn who_reads_along_sees_what_is_theirs() {
    let mut screen = Screen::open(&path());
    let text = screen.shows("Wat we afspraken").await.text();
    for words in [
        "meneer De Wit",
        "Dat er iedere morgen voer voor de duiven is.",
        "Navragen of het op de kade mag wij · vrijdag",
        "Emmer voer brengen Noor · gedaan",
        "Woningstichting",
        "Vandaag · Straat · Noor",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[tokio::test]
async fn there_is_no_bar_no_plus_and_nothing_that_leads_elsewhere() {
    let mut screen = Screen::open(&path());
    screen.shows("Wat we afspraken").await;
    screen.settle().await;
    let page = screen.page();
    for gone in ["capture-open", "tab-today", "case-edit"] {
        assert!(page.attribute(gone, "id").is_none(), "{gone}");
    }
    assert!(page.all("href").is_empty(), "{:?}", page.all("href"));
    for words in ["Vandaag Dossiers", "Duivenman", "Wordt boos", "Groenteman"] {
        assert!(!page.text().contains(words), "{words}: {}", page.text());
    }
}

#[tokio::test]
async fn the_way_back_and_other_addresses_do_not_lead_out() {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Gegevens").await;
    screen.press("case-facts");
    screen.shows("Laat meelezen").await;
    screen.press("facts-along");
    screen.shows("Wat we afspraken").await;
    screen.settle().await;
    screen.within(|| history().go_back());
    screen.settle().await;
    screen.shows("Wat we afspraken").await;
    for elsewhere in ["/", "/dossiers", "/team", "/team/koppel/a-b-c-d-e"] {
        screen.within(|| history().push(elsewhere.to_owned()));
        screen.settle().await;
        let text = screen.page().text();
        assert!(text.contains("Wat we afspraken"), "{elsewhere}: {text}");
        assert!(!text.contains("Netwerk"), "{elsewhere}: {text}");
    }
}

#[tokio::test]
async fn leaving_asks_the_code_and_leads_back_to_the_case() {
    let mut screen = Screen::open(&path());
    screen.shows("Wat we afspraken").await;
    screen.settle().await;
    screen.press("back");
    let text = screen.shows(CODE).await.text();
    assert!(!text.contains("meneer De Wit"), "{text}");
    screen.lock(|lock| lock.open(opened()));
    let text = screen.shows("In de buurt").await.text();
    assert!(text.contains("Duivenman"), "{text}");
}

#[tokio::test]
async fn a_killed_app_goes_on_in_the_case_behind_the_code() {
    let mut screen = Screen::open(&path());
    let kept = screen
        .sends(|command| match command {
            voorveld_core::call::Command::KeepPlace(keep) => Some(keep.path.clone()),
            _ => None,
        })
        .await;
    assert_eq!(kept, format!("/dossiers/{}", data::PIGEONS));
}
