use voorveld_core::api::{Request, Response};
use voorveld_core::model::QuarantineReason;
use voorveld_core::view::{Doubt, PartnerView, QuarantinedView, ServerDoubt, SyncReport, TeamView};
use voorveld_core::{CaseId, Error, SyncProblem};

use super::data::at;
use super::screen::Screen;
use super::team_data as data;

/// Opens the team tab with this view.
fn tab(team: TeamView) -> Screen {
    Screen::with("/team", move |request| match request {
        Request::ReadTeam(_) => Some(Ok(Response::ReadTeam(team.clone()))),
        Request::Sync(_) => Some(Ok(Response::Sync(SyncReport::default()))),
        _ => None,
    })
}

#[tokio::test]
async fn equal_is_only_claimed_when_the_digests_match() {
    let mut equal = tab(data::closed());
    let page = equal.shows("Gelijk met Bas, 07:55").await;
    assert_eq!(
        page.text_of("team-words").as_deref(),
        Some("appel kade merel zolder")
    );
    let line = page.text_of("team-words-line").unwrap_or_default();
    assert_eq!(
        line,
        "Bas ziet dezelfde vier woorden. Alles van jou (vandaag 6) staat nu ook bij Bas."
    );

    let mut waiting = tab(data::waiting());
    let text = waiting
        .shows("De telefoon van Bas heeft het nog niet opgehaald.")
        .await
        .text();
    assert!(text.contains("Jouw werk staat bij het team."), "{text}");
    assert!(!text.contains("Gelijk met"), "{text}");
    assert!(!text.contains("ziet dezelfde vier woorden."), "{text}");

    for team in [data::only_here(), data::alone(), data::no_team()] {
        let mut screen = tab(team);
        let text = screen.shows("Lijst inlezen").await.text();
        assert!(!text.contains("Gelijk met"), "{text}");
    }
}

#[tokio::test]
async fn equal_needs_work_that_was_sent_even_when_a_partner_says_equal() {
    let mut team = data::only_here();
    team.sync.partners[0].equal = true;
    let mut screen = tab(team);
    let text = screen.shows("Alleen op deze telefoon").await.text();
    assert!(!text.contains("Gelijk met"), "{text}");
    assert!(
        text.contains("Laatst gelijk met Bas: vandaag 07:55"),
        "{text}"
    );
}

#[tokio::test]
async fn with_several_phones_each_says_for_itself() {
    let mut screen = tab(data::several());
    let page = screen.shows("Gelijk met Bas, 07:55").await;
    let line = |n: u32| {
        page.text_of(&format!("team-partner-{n}"))
            .unwrap_or_default()
    };
    assert_eq!(line(0), "Gelijk met Bas, 07:55");
    assert!(line(1).starts_with("De telefoon van Fatma heeft het nog niet"));
    assert!(line(2).starts_with("De telefoon van Wim heeft het nog niet"));
    assert_eq!(
        page.text_of("team-result").as_deref(),
        Some("Jouw werk staat bij het team.")
    );

    let mut team = data::several();
    for partner in &mut team.sync.partners {
        *partner = PartnerView {
            equal: true,
            equal_at: Some(super::data::at(0, "07:58")),
            name: partner.name.clone(),
        };
    }
    let mut screen = tab(team);
    let page = screen.shows("Gelijk met Bas, Fatma en Wim, 07:58").await;
    assert!(page.text().contains("Iedereen ziet dezelfde vier woorden."));
}

#[tokio::test]
async fn what_is_only_here_stands_by_person() {
    let mut screen = tab(data::only_here());
    let page = screen.shows("Alleen op deze telefoon").await;
    let section = page.text_of("team-only-here").unwrap_or_default();
    assert_eq!(
        section,
        "Alleen op deze telefoon 6 G. 2 contactmomenten Duivenman 1 contactmoment \
         Meneer P. 1 afspraak Y. 1 wijziging Nog onbekend 1 signaal"
    );
}

#[tokio::test]
async fn closing_the_day_is_said_in_the_button_and_sends_one_command() {
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let mut screen = Screen::with("/team", move |request| match request {
        Request::ReadTeam(_) => Some(Ok(Response::ReadTeam(data::only_here()))),
        Request::Sync(_) => {
            wait.lock().expect("one").recv().expect("a go");
            Some(Ok(Response::Sync(SyncReport::default())))
        }
        _ => None,
    });
    screen.shows("Dag sluiten").await;
    screen.press("team-close-day");
    let page = screen.shows("Bezig met sluiten…").await;
    assert_eq!(
        page.attribute("team-close-day", "aria-busy").as_deref(),
        Some("true")
    );
    screen.press("team-close-day");
    go.send(()).expect("it waits");
    screen.shows("Dag sluiten").await;
    let syncs = |screen: &Screen| {
        screen
            .sent()
            .iter()
            .filter(|request| matches!(request, Request::Sync(sync) if sync.close_day))
            .count()
    };
    assert_eq!(syncs(&screen), 1);
}

#[tokio::test]
async fn a_failed_close_says_what_is_safe() {
    let mut screen = tab(data::failed(SyncProblem::NoAnswer));
    let page = screen.shows("De server antwoordt niet").await;
    let text = page.text_of("team-failed").unwrap_or_default();
    for words in [
        "Laatst gelukt: zaterdag 17:42.",
        "Er is niets kwijt Jouw werk (6) staat veilig op deze telefoon.",
        "Bas ziet het nog niet",
        "Je kunt gewoon doorwerken",
        "Laatste keer: vandaag 08:05.",
        "code V-503",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Gelijk met"), "{text}");
    assert_eq!(
        page.text_of("team-close-day").as_deref(),
        Some("Probeer nu")
    );
}

#[tokio::test]
async fn a_failure_shows_at_once_also_when_the_view_does_not_tell_it_yet() {
    let mut screen = Screen::with("/team", |request| match request {
        Request::ReadTeam(_) => Some(Ok(Response::ReadTeam(data::only_here()))),
        Request::Sync(_) => Some(Err(SyncProblem::NoConnection.into())),
        _ => None,
    });
    screen.shows("Dag sluiten").await;
    screen.press("team-close-day");
    screen.shows("Geen verbinding met de server").await;
}

#[tokio::test]
async fn every_sync_problem_has_its_own_words_and_code() {
    let mut seen = std::collections::BTreeSet::new();
    for problem in [
        SyncProblem::NoConnection,
        SyncProblem::NoAnswer,
        SyncProblem::Certificate,
        SyncProblem::Nonsense,
        SyncProblem::ServerTrouble,
        SyncProblem::NotKnown,
        SyncProblem::Version,
        SyncProblem::Fork,
        SyncProblem::OwnStore,
        SyncProblem::Withheld,
        SyncProblem::NoProgress,
        SyncProblem::LoginPage,
    ] {
        let mut screen = tab(data::failed(problem));
        let text = screen.shows(problem.code()).await.text();
        assert!(text.contains("Er is niets kwijt"), "{text}");
        seen.insert(text);
    }
    assert_eq!(seen.len(), 12);
}

#[tokio::test]
async fn a_clock_that_is_off_is_said_in_place() {
    let mut screen = tab(data::clock_off());
    let page = screen.shows("loopt 25 minuten achter").await;
    assert!(page.text_of("team-clock-off").is_some());
}

#[tokio::test]
async fn what_the_server_did_wrong_is_said_in_place_with_what_it_means() {
    let mut team = data::only_here();
    let at = at(0, "08:05");
    team.sync.doubts = [
        Doubt::Restarted,
        Doubt::OldNote { name: "Bas".into() },
        Doubt::Withheld { name: "Bas".into() },
        Doubt::OwnMissing,
    ]
    .map(|what| ServerDoubt { what, at })
    .into();
    let mut screen = tab(team);
    let page = screen.shows("De server was teruggezet of leeg").await;
    for (place, words) in [
        "Er is niets kwijt. Gemerkt: vandaag 08:05.",
        "een oude stand van de telefoon van Bas",
        "De telefoon van Bas zag meer",
        "wordt opnieuw gestuurd",
    ]
    .into_iter()
    .enumerate()
    {
        let text = page.text_of(&format!("team-doubt-{place}"));
        let text = text.unwrap_or_default();
        assert!(text.contains(words), "{text}");
    }
}

#[tokio::test]
async fn alone_in_the_team_no_other_phone_is_mentioned() {
    let mut screen = tab(data::alone());
    let page = screen.shows("Je bent nog de enige telefoon").await;
    assert!(page.text_of("team-words").is_none());
}

#[tokio::test]
async fn without_a_team_there_are_two_ways_to_one() {
    let mut screen = tab(data::no_team());
    let text = screen.shows("Begin een team").await.text();
    assert!(text.contains("Sluit aan bij een team"), "{text}");
    assert!(text.contains("Alleen op deze telefoon: 3"), "{text}");
    assert!(!text.contains("Dag sluiten"), "{text}");
    screen.press("team-join");
    screen.shows("De vijf woorden").await;
}

#[tokio::test]
async fn another_error_keeps_the_page_usable() {
    let mut screen = Screen::with("/team", |request| match request {
        Request::ReadTeam(_) => Some(Ok(Response::ReadTeam(data::only_here()))),
        Request::Sync(_) => Some(Err(Error::DiskFull)),
        _ => None,
    });
    screen.shows("Dag sluiten").await;
    screen.press("team-close-day");
    let text = screen.shows("De telefoon is vol").await.text();
    assert!(text.contains("Dag sluiten"), "{text}");
}

#[tokio::test]
async fn what_this_phone_cannot_read_is_not_called_the_colleagues_fault() {
    let mut team = data::clock_off();
    team.sync.clock_off = None;
    team.sync.quarantined = 2;
    let mut screen = tab(team);
    let page = screen.shows("kan deze telefoon nog niet lezen").await;
    assert!(page.text_of("team-set-aside").is_some());
    assert!(page.text_of("team-clock-off").is_none());
}

#[tokio::test]
async fn what_was_set_aside_says_whose_it_is_what_it_is_about_and_what_to_do() {
    let mut team = data::clock_off();
    team.sync.quarantined = 3;
    let line = |why, records, by: &str, about| QuarantinedView {
        why,
        by: by.into(),
        about,
        records,
    };
    let case = Some((CaseId(uuid::Uuid::nil()), "G.".into()));
    team.sync.quarantine = vec![
        line(QuarantineReason::Harmful, 1, "Bas", case),
        line(QuarantineReason::Newer, 2, "", None),
    ];
    let mut screen = tab(team);
    let page = screen.shows("opzijgezet").await;
    let text = page.text_of("team-set-aside").expect("there");
    assert!(
        text.contains("Over G.:") && text.contains("van Bas klopt niet"),
        "{text}"
    );
    assert!(text.contains("2 wijzigingen van een collega"), "{text}");
    assert!(!text.contains("kan deze telefoon nog niet lezen"), "{text}");
}

#[tokio::test]
async fn the_work_stands_first_and_what_is_set_up_once_last_unless_one_is_still_alone() {
    let order = |text: &str| {
        let at = |words: &str| {
            text.find(words)
                .unwrap_or_else(|| panic!("{words}: {text}"))
        };
        let mut found: Vec<_> = [
            "Kernteam",
            "Lijst inlezen",
            "Telefoon toevoegen",
            "Instellingen",
        ]
        .map(|words| (at(words), words))
        .to_vec();
        found.sort_unstable();
        found
            .into_iter()
            .map(|(_, words)| words)
            .collect::<Vec<_>>()
    };
    let mut duo = tab(data::only_here());
    // The tab itself shows what is worth knowing.
    let text = duo.shows("do 27-11").await.text();
    assert!(text.contains("Uitgaven deze maand €"), "{text}");
    let wanted = [
        "Kernteam",
        "Lijst inlezen",
        "Telefoon toevoegen",
        "Instellingen",
    ];
    assert_eq!(order(&text), wanted);
    let mut alone = tab(data::alone());
    let text = alone.shows("do 27-11").await.text();
    let wanted = [
        "Telefoon toevoegen",
        "Kernteam",
        "Lijst inlezen",
        "Instellingen",
    ];
    assert_eq!(order(&text), wanted);
}

#[tokio::test]
async fn a_phone_that_just_joined_says_how_far_it_is() {
    let mut screen = tab(data::catching_up());
    let page = screen
        .shows("Van het team is er 12400 van 61974 binnen.")
        .await;
    assert!(page.text().contains("Het nieuwste komt eerst"));
    let mut done = tab(data::closed());
    let page = done.shows("Gelijk met Bas").await;
    assert_eq!(page.text_of("catching-up"), None);
}
