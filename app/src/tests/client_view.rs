use dioxus::history::history;
use voorveld_core::Workspace;
use voorveld_core::api::{Request, Response};

use super::screen::Screen;
use super::{answers, data};

const CODE: &str = "Kies een code";
const ALL: [&str; 2] = ["along-choose-0", "along-choose-1"];

fn path() -> String {
    format!("/dossiers/{}/meelezen", data::PIGEONS)
}

/// Returns the sample workspace, as if just unlocked.
fn opened() -> Workspace {
    Workspace::answering(answers::answering(vec![]))
}

/// Opens the page as the client sees it, with these promises selected.
async fn reading(path: &str, chosen: &[&str]) -> Screen {
    let mut screen = Screen::open(path);
    give(&mut screen, chosen).await;
    screen
}

async fn give(screen: &mut Screen, chosen: &[&str]) {
    screen.shows("Geef de telefoon").await;
    for id in chosen {
        screen.press(id);
    }
    screen.press("along-show");
    screen.shows("Wie er helpt").await;
    screen.settle().await;
}

#[tokio::test]
async fn before_the_phone_is_handed_over_one_chooses_what_may_be_read() {
    let mut screen = Screen::open(&path());
    let page = screen.shows("Welke afspraken mag de ander lezen?").await;
    let text = page.text();
    assert!(
        text.contains("Navragen of het op de kade mag · wij · vrijdag"),
        "{text}"
    );
    assert!(!text.contains("Wie er helpt"), "{text}");
    for id in ["along-choose-0", "along-choose-1"] {
        let on = page.attribute(id, "aria-checked");
        assert_eq!(on.as_deref(), Some("false"), "{id}");
    }
    screen.press("along-choose-0");
    screen.press("along-choose-1");
    screen.press("along-choose-0");
    screen.press("along-show");
    let text = screen.shows("Wie er helpt").await.text();
    assert!(text.contains("Emmer voer brengen"), "{text}");
    for gone in ["Navragen", "Geef de telefoon"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
}

#[tokio::test]
async fn when_no_promise_is_chosen_nothing_is_said_of_promises() {
    let screen = reading(&path(), &[]).await;
    let text = screen.page().text();
    assert!(text.contains("meneer De Wit"), "{text}");
    for gone in ["Wat we afspraken", "Navragen", "Emmer"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
}

#[tokio::test]
async fn without_promises_there_is_nothing_to_choose() {
    let sample = answers::answering(vec![]);
    let mut screen = Screen::with(&path(), move |request| match request {
        Request::ReadClientView(_) => match sample(request.clone()) {
            Ok(Response::ReadClientView(mut along)) => {
                along.promises.clear();
                Some(Ok(Response::ReadClientView(along)))
            }
            other => Some(other),
        },
        _ => None,
    });
    let page = screen.shows("Wat we afspraken Nog niets.").await;
    assert!(page.attribute("along-show", "id").is_none());
}

#[tokio::test]
async fn while_one_chooses_the_way_back_asks_no_code() {
    let mut screen = Screen::open(&path());
    screen.shows("Geef de telefoon").await;
    screen.settle().await;
    screen.press("back");
    let text = screen.shows("In de buurt").await.text();
    assert!(text.contains("Duivenman"), "{text}");
}

#[tokio::test]
async fn after_the_code_nothing_is_chosen_any_more() {
    let mut screen = reading(&path(), &["along-choose-0"]).await;
    screen.press("back");
    screen.shows(CODE).await;
    screen.lock(|lock| lock.open(opened()));
    screen.shows("In de buurt").await;
    screen.settle().await;
    screen.press("case-facts");
    screen.shows("Laat meelezen").await;
    screen.press("facts-along");
    let page = screen.shows("Geef de telefoon").await;
    let on = page.attribute("along-choose-0", "aria-checked");
    assert_eq!(on.as_deref(), Some("false"));
    assert!(!page.text().contains("Wie er helpt"), "{}", page.text());
}

#[tokio::test]
async fn who_reads_along_sees_what_is_theirs() {
    let screen = reading(&path(), &ALL).await;
    let text = screen.page().text();
    for words in [
        "meneer De Wit",
        "Dat er iedere morgen voer voor de duiven is.",
        "Wat we afspraken",
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
    screen.shows("Geef de telefoon").await;
    screen.settle().await;
    leads_nowhere(&screen);
    give(&mut screen, &ALL).await;
    leads_nowhere(&screen);
}

#[track_caller]
fn leads_nowhere(screen: &Screen) {
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
    give(&mut screen, &ALL).await;
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
    let mut screen = reading(&path(), &ALL).await;
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
        .sends(|request| match request {
            Request::SaveLocation(keep) => Some(keep.path.clone()),
            _ => None,
        })
        .await;
    assert_eq!(kept, format!("/dossiers/{}", data::PIGEONS));
}

#[tokio::test]
async fn the_client_sees_no_danger_sign_beside_their_name() {
    let screen = reading(&path(), &ALL).await;
    let labels = screen.page().all("aria-label");
    assert!(
        !labels.iter().any(|label| label.contains("gevaar")),
        "{labels:?}"
    );
}
