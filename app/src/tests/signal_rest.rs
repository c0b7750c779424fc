use voorveld_core::api::{Request, Response, WakeSignal};
use voorveld_core::view::SignalView;

use super::data;
use super::screen::Screen;

fn path() -> String {
    format!("/signaal/{}", data::id(31))
}

#[tokio::test]
async fn a_signal_rests_for_as_long_as_one_press_says() {
    for (press, until) in [
        ("rest-week", "2025-11-25"),
        ("rest-weeks", "2025-12-16"),
        ("rest-months", "2026-02-18"),
        ("rest-search", ""),
    ] {
        let mut screen = Screen::open(&path());
        screen.shows("Laat rusten").await;
        screen.press("signal-rest");
        screen.shows("Laat rusten, en dan?").await;
        screen.press(press);
        let sent = screen
            .sends(|request| match request {
                Request::RestSignal(rest) => Some(rest.until),
                _ => None,
            })
            .await;
        let sent = sent.map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(sent, until, "{press}");
        screen.until(|page| !page.text().contains("en dan?")).await;
    }
}

#[tokio::test]
async fn a_resting_signal_says_until_when_and_can_be_put_back() {
    let mut screen = Screen::varied(&path(), &["resting"]);
    let text = screen.shows("Rust tot dinsdag 25 november").await.text();
    assert!(!text.contains("Laat rusten"), "{text}");
    screen.press("signal-wake");
    screen.sends_a::<WakeSignal>().await;
}

#[tokio::test]
async fn a_signal_that_came_back_says_so() {
    let mut screen = Screen::with(&path(), |request| match request {
        Request::ReadSignal(_) => Some(Ok(Response::ReadSignal(SignalView {
            resting_until: "2025-11-17".parse().ok(),
            ..data::a_signal()
        }))),
        Request::ReadToday(_) => {
            let mut today = data::first_screen();
            today.signals[0].rested_until = Some("2025-11-17".parse().expect("a day"));
            Some(Ok(Response::ReadToday(today)))
        }
        _ => None,
    });
    screen.shows("Rustte tot maandag 17 november.").await;
    screen.press_words("Vandaag", 0);
    screen.shows("rustte tot gisteren").await;
}

#[tokio::test]
async fn the_source_is_one_press_and_the_same_press_takes_it_back() {
    let source = |request: &Request| match request {
        Request::SetSignalSource(set) => Some(set.source.clone()),
        _ => None,
    };
    let mut screen = Screen::varied(&path(), &["resting"]);
    screen.shows("Van wie?").await;
    screen.press("signal-source-open");
    let pressed = |screen: &Screen, id| screen.page().attribute(id, "aria-pressed");
    assert_eq!(pressed(&screen, "source-officer").as_deref(), Some("true"));
    assert_eq!(pressed(&screen, "source-family").as_deref(), Some("false"));
    screen.press("source-crisis");
    assert_eq!(screen.sends(source).await, "Crisisdienst");
    screen
        .until(|page| page.attribute("source-crisis", "id").is_none())
        .await;
    screen.press("signal-source-open");
    screen.press("source-officer");
    assert_eq!(screen.sends_nth(1, source).await, "");
}

#[tokio::test]
async fn a_source_in_own_words_stands_as_a_chip_and_is_rewritten_by_it() {
    let mut screen = Screen::open(&path());
    screen.shows("Van wie?").await;
    screen.press("signal-source-open");
    let own = screen.page().text_of("source-own");
    assert_eq!(own.as_deref(), Some("Buurvrouw, Dahliastraat"));
    screen.press("source-own");
    screen.type_in("signal-source", "Bezorger");
    screen.press("signal-source-save");
    let sent = screen
        .sends(|request| match request {
            Request::SetSignalSource(set) => Some(set.source.clone()),
            _ => None,
        })
        .await;
    assert_eq!(sent, "Bezorger");
}
