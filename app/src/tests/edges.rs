//! Every screen, walked through for who cannot see it, sees little, or has one wet thumb.

use super::data;
use super::screen::Screen;

/// Opens a page, waits for the words, presses what is to be pressed, and looks for faults.
async fn check(path: &str, variants: &[&str], words: &str, presses: &[&str]) {
    let mut screen = Screen::varied(path, variants);
    screen.shows(words).await;
    let mut at = path.to_owned();
    for press in [""].iter().chain(presses) {
        if !press.is_empty() {
            screen
                .until(|page| page.attribute(press, "id").is_some())
                .await;
            screen.press(press);
            screen.settle().await;
            at = format!("{at} → {press}");
        }
        let faults = screen.page().faults();
        assert!(
            faults.is_empty(),
            "{at} {variants:?}:\n{}",
            faults.join("\n")
        );
    }
}

fn case() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

fn contact() -> String {
    format!("/netwerk/{}", data::PIGEONS)
}

#[tokio::test]
async fn vandaag_can_be_used_without_seeing_it() {
    check(
        "/",
        &[],
        "Afspraken",
        &["capture-open", "capture-find", "capture-close"],
    )
    .await;
    check("/", &["first-day"], "plus", &[]).await;
    check("/", &["english"], "Today", &[]).await;
    let signal = format!("/signaal/{}", data::PIGEONS);
    check(
        &signal,
        &[],
        "Signaal",
        &["signal-text-open", "signal-text-cancel"],
    )
    .await;
    check(
        &signal,
        &[],
        "Signaal",
        &["signal-pick-up", "sheet-close", "signal-link"],
    )
    .await;
}

#[tokio::test]
async fn dossiers_can_be_used_without_seeing_them() {
    check("/dossiers", &[], "Gezin V.", &["case-new", "sheet-close"]).await;
    let open = [
        "case-commitments",
        "commitment-new",
        "commitment-other-day",
        "case-facts",
    ];
    check(&case(), &[], "Laatste drie", &open).await;
    let bare = ["case-matters", "case-do", "case-safety", "case-around"];
    check(&case(), &["bare"], "Wat", &bare).await;
    check(&case(), &["clash"], "Laatste drie", &[]).await;
    let fields = [
        "field-name-open",
        "field-phone-open",
        "field-background-open",
    ];
    check(
        &format!("{}/wijzig", case()),
        &[],
        "Wie loopt voorop",
        &fields,
    )
    .await;
}

#[tokio::test]
async fn search_can_be_used_without_seeing_it() {
    let mut screen = Screen::open("/dossiers");
    screen.shows("Gezin V.").await;
    screen.type_in("search", "06 12345678");
    screen.shows("Bel 06 12345678").await;
    screen.shows("Secretaris").await;
    assert_eq!(screen.page().faults(), [""; 0]);
}

#[tokio::test]
async fn netwerk_can_be_used_without_seeing_it() {
    check(
        "/netwerk",
        &[],
        "Lang niet gesproken",
        &["contact-new", "sheet-close"],
    )
    .await;
    let fields = [
        "contact-edit",
        "contact-phone-open",
        "contact-email-open",
        "contact-done",
    ];
    check(&contact(), &[], "Groenteman", &fields).await;
    check(&contact(), &["bare"], "Vul", &[]).await;
    check(&contact(), &["clash"], "Groenteman", &[]).await;
}

#[tokio::test]
async fn team_can_be_used_without_seeing_it() {
    for variants in [
        &[][..],
        &["alone"],
        &["no-team"],
        &["only-here"],
        &["waiting"],
        &["several"],
        &["offline"],
        &["clock-off"],
    ] {
        check("/team", variants, "Instellingen", &[]).await;
    }
    check("/team/begin", &[], "Begin", &["start-token-open"]).await;
    check("/team/koppel", &["no-team"], "De vijf woorden", &[]).await;
    check("/team/koppel", &[], "andere gemeente", &[]).await;
    for variants in [&[][..], &["no-team"], &["teams"], &["damaged"]] {
        check("/team/gemeentes", variants, "Op deze telefoon", &[]).await;
    }
    check("/", &["damaged"], "Veldhoven ging niet open", &[]).await;
    check("/team/uitnodiging", &[], "Werkt", &[]).await;
    check("/team/import", &[], "lijst", &["import-paste-open"]).await;
    check("/team/instellingen", &[], "Uiterlijk", &["lock-now"]).await;
}

#[tokio::test]
async fn a_wide_window_has_one_page_and_one_title() {
    for path in ["/dossiers".to_owned(), case()] {
        let mut screen = Screen::open(&path);
        screen.widen(1200.0);
        screen.shows("Gezin V.").await;
        screen.settle().await;
        assert_eq!(screen.page().faults(), [""; 0], "{path}");
    }
}
