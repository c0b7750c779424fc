use voorveld_core::api::{Draft, Request, Response};
use voorveld_core::model::{Channel, Who};
use voorveld_core::view::{InterviewChoice, SyncState, Today};
use voorveld_core::{EncounterId, Error};

use super::data;
use super::screen::Screen;

#[tokio::test]
async fn the_day_begins_with_promises_then_what_the_colleague_saw_then_signals() {
    let mut screen = Screen::open("/");
    let text = screen.shows("Lang niet gezien").await.text();
    let order = [
        "Dinsdag 18 november",
        "Gelijk met Bas, 07:55",
        "Afspraken 3 te doen",
        "Woningstichting bellen Meneer P. · moest gisteren",
        "Warme sokken langsbrengen G. · 10:00 · Bas",
        "Nieuw van Bas 2",
        "Duivenman Zakmes in de la. · belooft een helm, donderdag · Groette vandaag uit zichzelf",
        "Zoekt een plek om zijn brommer te stallen. Oma belt. Huis · gisteren 15:10",
        "Signalen 2",
        "Lang niet gezien",
    ];
    let places: Vec<_> = order.iter().map(|words| text.find(words)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?} in {text}");
    assert!(places.is_sorted(), "{places:?} in {text}");
}

#[tokio::test]
async fn what_is_only_on_this_phone_says_so_and_what_is_with_the_team_is_quiet() {
    let mut screen = Screen::open("/");
    let text = screen.shows("Signalen").await.text();
    assert_eq!(text.matches("alleen op deze telefoon").count(), 1, "{text}");
    assert!(!text.contains("bij het team"), "{text}");
}

#[tokio::test]
async fn a_promise_ticked_by_a_slip_of_the_thumb_can_be_ticked_on_again() {
    let mut screen = Screen::open("/");
    screen.shows("Woningstichting bellen").await;
    let tick = |request: &Request| match request {
        Request::TickCommitment(tick) => Some(tick.done),
        _ => None,
    };
    screen.press_words("Woningstichting bellen", 0);
    assert!(screen.sends(tick).await);
    screen
        .until(|page| {
            page.all("aria-checked")
                .first()
                .is_some_and(|first| first == "true")
        })
        .await;
    screen.press_words("Woningstichting bellen", 0);
    assert!(!screen.sends_nth(1, tick).await);
    screen
        .until(|page| {
            page.all("aria-checked")
                .first()
                .is_some_and(|first| first == "false")
        })
        .await;
}

#[tokio::test]
async fn a_tick_that_could_not_be_kept_does_not_stand_as_kept() {
    let mut screen = Screen::with("/", |request| match request {
        Request::TickCommitment(_) => Some(Err(Error::DiskFull)),
        _ => None,
    });
    screen.shows("Woningstichting bellen").await;
    screen.press_words("Woningstichting bellen", 0);
    let page = screen.shows("De telefoon is vol").await;
    assert!(page.all("aria-checked").iter().all(|each| each == "false"));
}

#[tokio::test]
async fn the_first_day_asks_for_one_thing_and_points_at_the_plus() {
    let mut screen = Screen::with("/", |request| match request {
        Request::ReadToday(_) => Some(Ok(Response::ReadToday(data::empty_screen()))),
        _ => None,
    });
    let text = screen.shows("Nog niets vastgelegd.").await.text();
    assert!(!text.contains("Afspraken"), "{text}");
}

#[tokio::test]
async fn a_draft_that_was_left_is_offered_and_opens_as_it_was() {
    let mut screen = Screen::with("/", |request| match request {
        Request::ReadDrafts(_) => Some(Ok(Response::ReadDrafts(vec![Draft {
            id: EncounterId(data::id(99)),
            text: "Stond bij de halte en".into(),
            channel: Channel::Home,
            who: Who::Case(data::G),
            who_name: "G.".into(),
            at: data::at(0, "07:00"),
            interview: InterviewChoice::default(),
        }]))),
        _ => None,
    });
    screen.shows("Concept bij G.: Stond bij de halte en").await;
    screen.press("draft-continue");
    let page = screen.shows("Contactmoment").await;
    assert_eq!(
        page.attribute("capture-text", "initial_value").as_deref(),
        Some("Stond bij de halte en")
    );
    assert_eq!(
        page.attribute("capture-home", "aria-pressed").as_deref(),
        Some("true")
    );
    assert_eq!(
        page.attribute("capture-unknown", "aria-pressed").as_deref(),
        Some("false")
    );
}

#[tokio::test]
async fn the_line_under_the_date_says_only_what_is_proven() {
    for (sync, shown, not) in [
        (
            SyncState {
                only_here: 3,
                ..data::equal()
            },
            "Alleen op deze telefoon: 3",
            "Gelijk met",
        ),
        (
            SyncState {
                partners: vec![voorveld_core::view::PartnerView {
                    equal: false,
                    equal_at: Some(data::at(1, "17:42")),
                    ..data::equal().partners.remove(0)
                }],
                ..data::equal()
            },
            "Laatst gelijk met Bas: gisteren 17:42",
            "Gelijk met",
        ),
        (
            SyncState {
                only_here: 3,
                ..SyncState::default()
            },
            "Signalen",
            "Alleen op deze telefoon",
        ),
        (SyncState::default(), "Signalen", "elijk met"),
    ] {
        let mut screen = Screen::with("/", move |request| match request {
            Request::ReadToday(_) => Some(Ok(Response::ReadToday(Today {
                sync: sync.clone(),
                ..data::first_screen()
            }))),
            _ => None,
        });
        let text = screen.shows(shown).await.text();
        let line = screen.page().text_of("sync-line").unwrap_or_default();
        assert!(!line.contains(not), "{text}");
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_said_in_place() {
    let mut screen = Screen::with("/", |request| match request {
        Request::ReadToday(_) => Some(Err(Error::Storage("broken".into()))),
        _ => None,
    });
    screen.shows("Wat er al stond is veilig").await;
}
