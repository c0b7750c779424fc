use std::sync::atomic::{AtomicBool, Ordering};

use voorveld_core::Error;
use voorveld_core::api::{JoinTeam, Request, Response, StartTeam};

use super::screen::Screen;
use super::team_data;

fn starts(request: &Request) -> Option<StartTeam> {
    match request {
        Request::StartTeam(start) => Some(start.clone()),
        _ => None,
    }
}

fn joins(request: &Request) -> Option<JoinTeam> {
    match request {
        Request::JoinTeam(join) => Some(join.clone()),
        _ => None,
    }
}

/// Opens the join page on a phone that is in no team until it joins.
fn joining(
    path: &str,
    special: impl Fn(&Request) -> Option<Result<Response, Error>> + Send + 'static,
) -> Screen {
    let joined = AtomicBool::new(false);
    Screen::with(path, move |request| match request {
        Request::ReadTeam(_) if !joined.load(Ordering::Relaxed) => {
            Some(Ok(Response::ReadTeam(team_data::no_team())))
        }
        Request::JoinTeam(_) => {
            let answer = special(request).unwrap_or(Ok(Response::JoinTeam(())));
            joined.store(answer.is_ok(), Ordering::Relaxed);
            Some(answer)
        }
        other => special(other),
    })
}

#[tokio::test]
async fn the_words_are_shown_numbered() {
    let mut screen = Screen::open("/team/uitnodiging");
    let page = screen.shows("kraan").await;
    assert_eq!(
        page.text_of("invite-words").as_deref(),
        Some("1 fiets 2 anker 3 molen 4 zilver 5 kraan")
    );
    assert_eq!(
        page.text_of("invite-until").as_deref(),
        Some("Werkt één keer, tot morgen 16:05.")
    );
    assert_eq!(
        page.text_of("invite-server").as_deref(),
        Some("voorveld.oosterhage.nl")
    );
    assert!(page.all("d").iter().any(|path| path.len() > 1000));
}

#[tokio::test]
async fn an_invitation_that_fails_can_be_asked_again() {
    let tries = std::sync::atomic::AtomicU32::new(0);
    let mut screen = Screen::with("/team/uitnodiging", move |request| match request {
        Request::Invite(_) => {
            let first = tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0;
            first.then(|| Err(voorveld_core::SyncProblem::NoConnection.into()))
        }
        _ => None,
    });
    screen.shows("Geen verbinding met de server").await;
    screen.press("invite-again");
    screen.shows("kraan").await;
}

#[tokio::test]
async fn a_team_starts_with_three_fields_and_no_token() {
    let mut screen = Screen::open("/team/begin");
    let page = screen.shows("Naam van het team").await;
    assert!(page.text_of("start-token").is_none());
    screen.type_in("start-server", "voorveld.gemeente.nl");
    screen.type_in("start-team-name", "Oosterhage");
    screen.type_in("start-me", "Noor");
    screen.press("start-go");
    let start = screen.sends(starts).await;
    assert_eq!(
        start,
        StartTeam {
            server: "voorveld.gemeente.nl".into(),
            token: String::new(),
            team: "Oosterhage".into(),
            me: "Noor".into(),
        }
    );
    screen.shows("Dag sluiten").await;
}

#[tokio::test]
async fn an_empty_field_is_named_and_nothing_is_sent() {
    let mut screen = Screen::open("/team/begin");
    screen.shows("Naam van het team").await;
    screen.type_in("start-server", "voorveld.gemeente.nl");
    screen.press("start-go");
    screen.shows("Geef het team een naam").await;
    assert!(
        screen
            .sent()
            .iter()
            .all(|request| starts(request).is_none())
    );
}

#[tokio::test]
async fn a_closed_server_asks_for_its_token_and_keeps_what_was_typed() {
    let mut screen = Screen::with("/team/begin", |request| match request {
        Request::StartTeam(start) if start.token.is_empty() => Some(Err(Error::RegistrationClosed)),
        _ => None,
    });
    screen.shows("Naam van het team").await;
    screen.type_in("start-server", "voorveld.gemeente.nl");
    screen.type_in("start-team-name", "Oosterhage");
    screen.type_in("start-me", "Noor");
    screen.press("start-go");
    screen.shows("Toegangscode van de server").await;
    screen.type_in("start-token", "geheim");
    screen.press("start-go");
    let start = screen.sends_nth(1, starts).await;
    assert_eq!(
        (start.token.as_str(), start.me.as_str()),
        ("geheim", "Noor")
    );
}

#[tokio::test]
async fn a_wrong_word_is_said_at_the_words() {
    let mut screen = joining("/team/koppel", |request| match request {
        Request::JoinTeam(_) => Some(Err(Error::Words(3))),
        _ => None,
    });
    screen.shows("De vijf woorden").await;
    screen.type_in("join-words", "fiets anker molem zilver kraan");
    screen.type_in("join-server", "voorveld.gemeente.nl");
    screen.type_in("join-me", "Bas");
    screen.press("join-go");
    let text = screen.shows("Woord 3 klopt niet").await.text();
    let (error, server) = (text.find("Woord 3"), text.find("Adres van de server"));
    assert!(error < server, "it stands below the words: {text}");
}

#[tokio::test]
async fn a_whole_code_brings_its_own_address() {
    let mut screen = joining("/team/koppel", |_| None);
    screen.shows("Adres van de server").await;
    let code = "https://voorveld.oosterhage.nl/#/team/koppel/fiets-anker-molen-zilver-kraan";
    screen.type_in("join-words", code);
    let text = screen
        .shows("Het adres van de server staat in de code")
        .await
        .text();
    assert!(!text.contains("Adres van de server"), "{text}");
    screen.type_in("join-me", "Bas");
    screen.press("join-go");
    let join = screen.sends(joins).await;
    assert_eq!((join.words.as_str(), join.server.as_str()), (code, ""));
    screen.shows("Dag sluiten").await;
}

#[tokio::test]
async fn a_link_from_the_camera_fills_in_the_words_and_is_not_kept_as_a_place() {
    let mut screen = joining("/team/koppel/fiets-anker-molen-zilver-kraan", |_| None);
    screen.shows("De vijf woorden").await;
    screen.type_in("join-server", "voorveld.gemeente.nl");
    screen.type_in("join-me", "Bas");
    screen.press("join-go");
    let join = screen.sends(joins).await;
    assert_eq!(join.words, "fiets anker molen zilver kraan");
    let link = crate::route::Route::JoinByLinkPage { words: join.words };
    assert_eq!(link.place().to_string(), "/team");
}

#[tokio::test]
async fn joining_takes_a_while_and_says_so() {
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let mut screen = joining("/team/koppel", move |request| match request {
        Request::JoinTeam(_) => {
            wait.lock().expect("one").recv().expect("a go");
            Some(Ok(Response::JoinTeam(())))
        }
        _ => None,
    });
    screen.shows("De vijf woorden").await;
    screen.type_in("join-words", "a b c d e");
    screen.type_in("join-server", "s.nl");
    screen.type_in("join-me", "Bas");
    screen.press("join-go");
    screen.shows("Bezig met aansluiten…").await;
    go.send(()).expect("it waits");
    screen.shows("Dag sluiten").await;
}
