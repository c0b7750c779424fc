use std::sync::{Arc, Mutex};

use uuid::Uuid;
use voorveld_core::api::{Request, Response, TeamChoice};
use voorveld_core::view::{Appearance, Settings, TeamEntry, TeamView};
use voorveld_core::{Error, TeamId, Workspace};

use super::screen::Screen;
use super::{answers, data, team_data};

const OOSTERHAGE: TeamId = TeamId(Uuid::from_u128(1));
const VELDHOVEN: TeamId = TeamId(Uuid::from_u128(2));

/// What the phone was asked, in order: requests of a team, and switches.
type Log = Arc<Mutex<Vec<String>>>;

/// Returns a phone with three teams. The first has the sample data; the others are empty.
fn phone(log: &Log, refused: Option<Error>) -> Workspace {
    let (log, told) = (Arc::clone(log), Arc::clone(log));
    let sample = answers::answering(vec!["teams".into()]);
    let first = Workspace::answering(move |request| {
        note(&told, format!("1 {request:?}"));
        sample(request)
    });
    first.among(OOSTERHAGE, move |choice| {
        note(&log, format!("switch {choice:?}"));
        match &refused {
            Some(error) => Err(error.clone()),
            None => Ok(second(&log, choice)),
        }
    })
}

fn second(log: &Log, choice: TeamChoice) -> Workspace {
    let told = Arc::clone(log);
    let sample = answers::answering(vec!["first-day".into(), "no-team".into()]);
    let is_new = choice == TeamChoice::New;
    let workspace = Workspace::answering(move |request| {
        note(&told, format!("2 {request:?}"));
        match &request {
            Request::ReadTeams(_) => Ok(Response::ReadTeams(open_second(is_new))),
            Request::ReadSettings(_) => Ok(Response::ReadSettings(Settings {
                appearance: Appearance::Dark,
                ..Settings::default()
            })),
            Request::ReadTeam(_) if is_new => Ok(Response::ReadTeam(TeamView::default())),
            _ => sample(request),
        }
    });
    workspace.among(VELDHOVEN, |_| Err(Error::NotFound))
}

fn open_second(is_new: bool) -> Vec<TeamEntry> {
    let mut teams = team_data::teams(&|variant| variant == "teams");
    for team in &mut teams {
        team.open = team.id == VELDHOVEN;
    }
    if is_new {
        teams[1].name.clear();
    }
    teams
}

fn note(log: &Log, line: String) {
    log.lock().expect("no panic while locked").push(line);
}

fn lines(log: &Log) -> Vec<String> {
    log.lock().expect("no panic while locked").clone()
}

fn place(log: &Log, part: &str) -> usize {
    let lines = lines(log);
    let found = lines.iter().position(|line| line.contains(part));
    found.unwrap_or_else(|| panic!("no {part}: {lines:#?}"))
}

#[tokio::test]
async fn with_one_team_there_is_only_a_quiet_row() {
    let mut screen = Screen::open("/team");
    let page = screen.shows("Andere gemeente").await;
    assert_eq!(
        page.text_of("team-teams").as_deref(),
        Some("Andere gemeente")
    );
    let mut screen = Screen::open("/");
    let page = screen.shows("Afspraken").await;
    assert!(page.text_of("which-team").is_none());
}

#[tokio::test]
async fn with_more_teams_one_sees_in_which_one_works_and_what_waits_in_the_others() {
    let mut screen = Screen::varied("/", &["teams"]);
    screen.shows("Afspraken").await;
    let page = screen
        .until(|page| page.text_of("which-team").is_some())
        .await;
    assert_eq!(page.text_of("which-team").as_deref(), Some("Oosterhage"));

    let mut screen = Screen::varied("/team", &["teams"]);
    screen.shows("Veldhoven: 3 alleen op deze telefoon").await;
    screen.press("team-teams");
    let page = screen.shows("Nu open").await;
    let row = |n: u32| page.text_of(&format!("teams-{n}")).unwrap_or_default();
    assert_eq!(row(0), "Oosterhage Nu open");
    assert_eq!(row(1), "Veldhoven 3 alleen op deze telefoon");
    assert_eq!(row(2), "Eersel Alles stond bij het team");
}

#[tokio::test]
async fn a_tap_goes_to_the_first_page_of_the_other_team_and_nothing_of_the_first_stays() {
    let log = Log::default();
    let mut screen = Screen::over(&format!("/dossiers/{}", data::PIGEONS), phone(&log, None));
    screen.shows("Laatste drie").await;
    screen.press("tab-team");
    screen.shows("Andere gemeente").await;
    screen.press("team-teams");
    screen.shows("Nu open").await;
    screen.press("teams-1");
    let page = screen
        .until(|page| page.text_of("which-team").as_deref() == Some("Veldhoven"))
        .await;
    assert!(
        page.text().contains("Dit is je veldboek") || page.text().contains("plus"),
        "{}",
        page.text()
    );
    assert!(page.all("data-appearance").contains(&"dark".to_owned()));
    // After the switch every request goes to the second team.
    screen.settle().await;
    let moved = place(&log, "switch");
    let asked = lines(&log)[moved..]
        .iter()
        .any(|line| line.starts_with("1 "));
    assert!(!asked, "{:#?}", lines(&log));
    assert!(
        lines(&log)[moved].contains("00000002"),
        "{:#?}",
        lines(&log)
    );
}

#[tokio::test]
async fn the_way_back_leads_to_no_page_of_the_team_that_was_left() {
    let log = Log::default();
    let mut screen = Screen::over(&format!("/dossiers/{}", data::PIGEONS), phone(&log, None));
    screen.shows("Laatste drie").await;
    screen.press("tab-team");
    screen.shows("Andere gemeente").await;
    screen.press("team-teams");
    screen.shows("Nu open").await;
    screen.press("teams-1");
    screen
        .until(|page| page.text_of("which-team").as_deref() == Some("Veldhoven"))
        .await;
    let mut way_back = true;
    screen.lock(|lock| way_back = lock.history().expect("one of its own").can_go_back());
    assert!(!way_back);
}

#[tokio::test]
async fn what_was_being_written_is_kept_in_its_own_team_first() {
    let log = Log::default();
    let mut screen = Screen::over("/team/gemeentes", phone(&log, None));
    screen.shows("Nu open").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Stond bij de halte");
    let veldhoven = TeamChoice::Team(VELDHOVEN);
    screen.lock(|lock| lock.go(veldhoven, crate::route::Route::TodayPage {}));
    screen
        .until(|page| page.text_of("which-team").as_deref() == Some("Veldhoven"))
        .await;
    assert!(place(&log, "1 SaveDraft(SaveDraft { draft: Draft") < place(&log, "switch"));
    let page = screen.page();
    assert!(
        page.attribute("capture-text", "id").is_none(),
        "the sheet is closed"
    );
    assert!(
        !page.text().contains("Stond bij de halte"),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn a_draft_that_cannot_be_kept_keeps_its_team_open() {
    let sample = answers::answering(vec!["teams".into()]);
    let first = Workspace::answering(move |request| match request {
        Request::SaveDraft(_) => Err(Error::DiskFull),
        request => sample(request),
    });
    let never = |_| panic!("nothing was kept");
    let mut screen = Screen::over("/team/gemeentes", first.among(OOSTERHAGE, never));
    screen.shows("Nu open").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.type_in("capture-text", "Stond bij de halte");
    let veldhoven = TeamChoice::Team(VELDHOVEN);
    screen.lock(|lock| lock.go(veldhoven, crate::route::Route::TodayPage {}));
    screen.shows("De telefoon is vol").await;
}

#[tokio::test]
async fn a_team_that_does_not_open_is_said_in_place_and_the_other_goes_on() {
    let log = Log::default();
    let damaged = Error::StoreDamaged {
        set_aside: "team-2.damaged-1.db".into(),
    };
    let mut screen = Screen::over("/team/gemeentes", phone(&log, Some(damaged)));
    screen.shows("Nu open").await;
    screen.press("teams-1");
    screen.shows("apart gezet als team-2.damaged-1.db").await;
    screen.press("tab-today");
    let page = screen
        .until(|page| page.text_of("which-team").is_some())
        .await;
    assert_eq!(page.text_of("which-team").as_deref(), Some("Oosterhage"));
}

#[tokio::test]
async fn a_damaged_team_is_named_on_the_first_page_and_cannot_be_chosen() {
    let mut screen = Screen::varied("/", &["damaged"]);
    screen.shows("Veldhoven ging niet open").await;
    let mut screen = Screen::varied("/team/gemeentes", &["damaged"]);
    let page = screen.shows("Ging niet open").await;
    assert!(page.listener("teams-1", "click").is_none());
    assert!(page.listener("teams-2", "click").is_some());
}

#[tokio::test]
async fn one_more_municipality_begins_with_the_two_ways_to_a_team() {
    let log = Log::default();
    let mut screen = Screen::over("/team/gemeentes", phone(&log, None));
    screen.shows("Nu open").await;
    screen.press("teams-add");
    let text = screen.shows("Begin een team").await.text();
    assert!(text.contains("Sluit aan bij een team"), "{text}");
    assert!(lines(&log)[place(&log, "switch")].contains("New"));
}

#[tokio::test]
async fn a_code_read_while_in_another_team_gets_a_municipality_of_its_own() {
    let log = Log::default();
    let link = "/team/koppel/fiets-anker-molen-zilver-kraan";
    let mut screen = Screen::over(link, phone(&log, None));
    let page = screen.shows("Je werkt nu in Oosterhage").await;
    assert!(page.attribute("join-words", "id").is_none());
    screen.press("join-apart");
    let page = screen
        .until(|page| page.attribute("join-words", "id").is_some())
        .await;
    let words = page.attribute("join-words", "initial_value");
    assert_eq!(words.as_deref(), Some("fiets anker molen zilver kraan"));
    assert!(lines(&log)[place(&log, "switch")].contains("New"));
    screen.type_in("join-server", "voorveld.veldhoven.nl");
    screen.type_in("join-me", "Noor");
    screen.press("join-go");
    screen
        .until(|_| {
            lines(&log)
                .iter()
                .any(|line| line.starts_with("2 JoinTeam"))
        })
        .await;
}

#[tokio::test]
async fn a_lock_that_comes_while_it_switches_still_locks() {
    let log = Log::default();
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let wait = Mutex::new(wait);
    let sample = answers::answering(vec!["teams".into()]);
    // Saving the draft takes a while.
    let first = Workspace::answering(move |request| {
        if matches!(request, Request::SaveDraft(_)) {
            wait.lock().expect("one").recv().expect("a go");
        }
        sample(request)
    });
    let first = first.among(OOSTERHAGE, move |choice| Ok(second(&log, choice)));
    let mut screen = Screen::over("/team/gemeentes", first);
    screen.shows("Nu open").await;
    screen.press("teams-1");
    screen.shows("Even wisselen").await;
    screen.lock(|lock| lock.ask());
    go.send(()).expect("it waits");
    let text = screen.shows("Kies een code").await.text();
    assert!(!text.contains("Vandaag"), "{text}");
}
