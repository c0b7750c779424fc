//! Accessibility of every page: screen readers, low vision, and use with one wet thumb.

use super::data;
use super::screen::Screen;

/// Opens a page, waits for a text, presses the controls, and checks for faults at each step.
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
        &[
            "capture-open",
            "capture-close-second",
            "capture-find",
            "capture-close",
        ],
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
    let rest = [
        "signal-rest",
        "sheet-close",
        "signal-source-open",
        "source-own",
    ];
    check(&signal, &[], "Van wie?", &rest).await;
    check(&signal, &["resting"], "Rust tot", &[]).await;
}

#[tokio::test]
async fn dossiers_can_be_used_without_seeing_them() {
    check("/dossiers", &[], "Gezin V.", &["case-new", "sheet-close"]).await;
    let filters = ["filter-district", "filter-status"];
    check("/dossiers", &[], "Trekker", &filters).await;
    let open = [
        "case-commitments",
        "commitment-new",
        "commitment-other-day",
        "case-expenses",
        "expense-2",
        "case-facts",
    ];
    check(&case(), &[], "Laatste drie", &open).await;
    let bare = ["case-matters", "case-do", "case-safety", "case-around"];
    check(&case(), &["bare"], "Wat", &bare).await;
    check(&format!("{}/export", case()), &[], "Automerge", &[]).await;
    check(&case(), &["clash"], "Laatste drie", &[]).await;
    let whole = [
        "crisis-open",
        "case-parties",
        "party-new",
        "case-facts",
        "relation-new",
    ];
    check(&case(), &["whole"], "Laatste drie", &whole).await;
    check(&case(), &["closed"], "Heropen", &[]).await;
    check(&case(), &["weeks"], "weken om", &[]).await;
    check(&case(), &["party-clash"], "Partijen", &["case-parties"]).await;
    let giving = ["along-choose-0", "along-show"];
    check(&format!("{}/meelezen", case()), &[], "telefoon", &giving).await;
    check(&case(), &[], "Laatste drie", &["case-decisions"]).await;
    for variant in ["none", "tampered"] {
        check(&case(), &[variant], "Laatste drie", &["case-decisions"]).await;
    }
    let deciding = ["decision-delen", "decision-look-2", "decision-look-other"];
    check(&format!("{}/afweging", case()), &[], "Leg vast", &deciding).await;
    check(&format!("{}/opschalen", case()), &[], "wethouder", &[]).await;
    let handing = ["handover-matters", "handover-from-network"];
    check(
        &format!("{}/overdracht", case()),
        &[],
        "Draag over",
        &handing,
    )
    .await;
    let fields = [
        "field-name-open",
        "field-phone-open",
        "field-background-open",
    ];
    check(&format!("{}/wijzig", case()), &["whole"], "hond", &[]).await;
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
    check(&contact(), &[], "Past bij", &["contact-tag-new"]).await;
    check("/netwerk", &[], "jongeren", &["filter-district"]).await;
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
    check(
        "/team/kernteam",
        &["no-agenda"],
        "nog niets",
        &["core-team-when", "core-team-add"],
    )
    .await;
    let agenda = [
        "core-team-nameless",
        "core-team-1-status-open",
        "core-team-2-decision-open",
    ];
    check("/team/kernteam", &["meeting-over"], "Neem die dag", &agenda).await;
    check("/team/effect", &[], "Nieuwe dossiers", &[]).await;
    check("/team/effect", &["no-agenda"], "nog geen dossier", &[]).await;
    check("/team/export", &[], "Netwerk", &[]).await;
    check("/team/import", &[], "lijst", &["import-paste-open"]).await;
    check("/team/afspraken", &[], "Weken", &["agreed-weeks-open"]).await;
    let calling = ["call-line-new", "call-line-cancel"];
    check("/team/opschalen", &[], "wethouder", &calling).await;
    check("/team/instellingen", &[], "Uiterlijk", &["lock-now"]).await;
}

#[tokio::test]
async fn a_study_can_be_used_without_seeing_it() {
    use super::study_answers::{SHOP, STAIRS, STUDY};
    let study = format!("/team/onderzoek/{STUDY}");
    let sheet = ["capture-open", "capture-study", "capture-help"];
    check("/", &["study"], "Afspraken", &sheet).await;
    let studies = ["study-new", "sheet-close"];
    check("/team/onderzoek", &["study"], "week 5", &studies).await;
    check("/team/onderzoek", &[], "Er loopt geen", &[]).await;
    let (quote, more) = (format!("quote-{STAIRS}"), format!("more-{SHOP}"));
    let with = format!("with-{SHOP}");
    let presses = ["theme-new", "theme-new-done", &quote, &more, &with];
    check(&study, &["study"], "Gesprekken", &presses).await;
    check(&study, &["clash"], "Jullie kozen", &["study-edit"]).await;
    check(&study, &["bare", "english"], "No interviews", &[]).await;
    let report = format!("{study}/rapport");
    check(&report, &[], "Herken je", &["report-text-open"]).await;
}

#[tokio::test]
async fn money_can_be_spent_without_seeing_it() {
    let sheet = format!("{}/uitgave", case());
    let presses = ["key-3", "purpose-other", "expense-day-open"];
    check(&sheet, &[], "Boodschappen", &presses).await;
    check("/team/uitgaven", &[], "November", &["budget-open"]).await;
    check("/team/uitgaven", &["bare"], "November", &["month-earlier"]).await;
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
