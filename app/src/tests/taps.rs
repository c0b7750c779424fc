//! The most frequent tasks, performed and counted in taps, as listed in `docs/taps.md`. Typing text and
//! entering an amount's digits do not count; focusing a field does, unless it has the focus already.

use voorveld_core::api::Request;
use voorveld_core::model::Who;

use super::screen::Screen;
use super::{data, study_answers};

/// A user action.
enum Does {
    /// Presses the control with this id.
    Tap(&'static str),
    /// Presses the control with this text.
    Words(&'static str),
    /// Focuses the field with this id.
    Enters(&'static str),
    /// Types a text into the field with this id; not a tap.
    Writes(&'static str, &'static str),
    /// Enters an amount digit by digit; not taps.
    Amount(&'static str),
}

use Does::{Amount, Enters, Tap, Words, Writes};

/// Performs the actions on a page that shows `first`. They must take exactly this many taps, and only
/// the last may send the request that `ends` the task.
async fn check(
    path: &str,
    first: &str,
    taps: usize,
    all: &[Does],
    ends: impl Fn(&Request) -> bool,
) {
    let mut screen = Screen::varied(path, &["study", "only-here"]);
    screen.shows(first).await;
    screen.settle().await;
    let done = |screen: &Screen| screen.sent().iter().filter(|sent| ends(sent)).count();
    let before = done(&screen);
    let mut counted = 0;
    for does in all {
        assert_eq!(done(&screen), before, "done after {counted} taps");
        match does {
            Tap(id) => {
                screen
                    .until(|page| page.listener(id, "click").is_some())
                    .await;
                screen.press(id);
                counted += 1;
            }
            Words(words) => {
                screen.until(|page| page.pressed(words, 0).is_some()).await;
                screen.press_words(words, 0);
                counted += 1;
            }
            Enters(id) => {
                screen
                    .until(|page| page.listener(id, "input").is_some())
                    .await;
                counted += 1;
            }
            Writes(id, text) => {
                screen
                    .until(|page| page.listener(id, "input").is_some())
                    .await;
                screen.type_in(id, text);
            }
            Amount(digits) => {
                for digit in digits.chars() {
                    let key = format!("key-{digit}");
                    screen
                        .until(|page| page.listener(&key, "click").is_some())
                        .await;
                    screen.press(&key);
                }
            }
        }
        screen.settle().await;
    }
    screen
        .sends_nth(before, |sent| ends(sent).then_some(()))
        .await;
    assert_eq!(counted, taps, "taps on {path}");
}

fn an_encounter(sent: &Request) -> bool {
    matches!(sent, Request::SaveEncounter(_))
}

fn case() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

#[tokio::test]
async fn an_encounter_on_the_street_or_with_whom_the_page_is_about_takes_two_taps() {
    let street = [
        Tap("capture-open"),
        Writes("capture-text", "zat op de stoep"),
        Tap("capture-save"),
    ];
    check("/", "Afspraken", 2, &street, an_encounter).await;
    let ends = |sent: &Request| matches!(sent, Request::SaveEncounter(save) if save.who == Who::Case(data::PIGEONS));
    check(&case(), "Laatste drie", 2, &street, ends).await;
}

#[tokio::test]
async fn an_encounter_with_somebody_known_takes_three_taps_wherever_one_is() {
    let latest = [
        Tap("capture-open"),
        Writes("capture-text", "zat op de stoep"),
        Words("G."),
        Tap("capture-save"),
    ];
    let ends = |sent: &Request| matches!(sent, Request::SaveEncounter(save) if save.who == Who::Case(data::G));
    check("/", "Afspraken", 3, &latest, ends).await;
    // Another person: who is named in the sentence is offered as a chip.
    let named = [
        Tap("capture-open"),
        Writes("capture-text", "Gaf sla mee aan de Groenteman."),
        Words("Groenteman"),
        Tap("capture-save"),
    ];
    let ends = |sent: &Request| matches!(sent, Request::SaveEncounter(save) if matches!(save.who, Who::Contact(_)));
    check("/", "Afspraken", 3, &named, ends).await;
    check(&case(), "Laatste drie", 3, &named, ends).await;
}

#[tokio::test]
async fn somebody_who_is_looked_up_takes_three_taps_when_the_letters_leave_nobody_else() {
    let looked_up = [
        Tap("capture-open"),
        Writes("capture-text", "gaf een krop sla mee"),
        Tap("capture-find"),
        Writes("capture-find-text", "groente"),
        Tap("capture-save"),
    ];
    let ends = |sent: &Request| matches!(sent, Request::SaveEncounter(save) if matches!(save.who, Who::Contact(_)));
    check("/", "Afspraken", 3, &looked_up, ends).await;
}

#[tokio::test]
async fn an_interview_takes_no_more_taps_than_an_encounter() {
    let ends = |sent: &Request| matches!(sent, Request::SaveInterview(_));
    let anywhere = [
        Tap("capture-open"),
        Writes("capture-text", "De bus rijdt niet meer"),
        Tap("capture-study"),
        Tap("capture-save"),
    ];
    check("/", "Afspraken", 3, &anywhere, ends).await;
    let study = format!("/team/onderzoek/{}", study_answers::STUDY);
    let there = [
        Tap("capture-open"),
        Writes("capture-text", "De bus rijdt niet meer"),
        Tap("capture-save"),
    ];
    check(&study, "Gesprekken", 2, &there, ends).await;
}

#[tokio::test]
async fn a_case_opens_with_two_taps_by_name_with_three_and_from_today_with_one() {
    let ends = |sent: &Request| matches!(sent, Request::ReadCase(_));
    let row = Words("Duivenman deur · vandaag · Marktplein");
    check("/", "Afspraken", 2, &[Tap("tab-cases"), row], ends).await;
    let by_name = [
        Tap("tab-cases"),
        Enters("search"),
        Writes("search", "dui"),
        Words("Duivenman deur · vandaag · Marktplein"),
    ];
    check("/", "Afspraken", 3, &by_name, ends).await;
    let promised = [Words("Woningstichting bellen Meneer P. · moest gisteren")];
    check("/", "Afspraken", 1, &promised, ends).await;
}

#[tokio::test]
async fn a_promise_takes_three_taps_and_its_day_a_fourth() {
    let ends = |sent: &Request| matches!(sent, Request::AddCommitment(_));
    let without = [
        Tap("case-commitments"),
        Tap("commitment-new"),
        Writes("commitment-text", "Zus bellen"),
        Tap("commitment-save"),
    ];
    check(&case(), "Laatste drie", 3, &without, ends).await;
    let with = [
        Tap("case-commitments"),
        Tap("commitment-new"),
        Writes("commitment-text", "Zus bellen"),
        Words("morgen"),
        Tap("commitment-save"),
    ];
    check(&case(), "Laatste drie", 4, &with, ends).await;
}

#[tokio::test]
async fn ticking_off_is_one_tap() {
    let ends = |sent: &Request| matches!(sent, Request::TickCommitment(_));
    let taps = [Words("Woningstichting bellen")];
    check("/", "Woningstichting", 1, &taps, ends).await;
}

#[tokio::test]
async fn an_expense_takes_four_taps_and_the_amount_from_the_plus_and_from_its_tab() {
    let ends = |sent: &Request| matches!(sent, Request::SaveExpense(save) if save.amount == "3820" && save.purpose == "Taxi");
    let plus = [
        Tap("capture-open"),
        Tap("capture-expense"),
        Amount("3820"),
        Tap("purpose-taxi"),
        Tap("expense-save"),
    ];
    check(&case(), "Laatste drie", 4, &plus, ends).await;
    let tab = [
        Tap("case-expenses"),
        Tap("expense-new"),
        Amount("3820"),
        Tap("purpose-taxi"),
        Tap("expense-save"),
    ];
    check(&case(), "Laatste drie", 4, &tab, ends).await;
}

#[tokio::test]
async fn a_decision_takes_three_taps_and_its_words_from_its_tab_and_from_the_plus() {
    const GOAL: Does = Writes("decision-goal", "Hij praat zelf.");
    let ends = |sent: &Request| matches!(sent, Request::AddDecision(_));
    let tab = [
        Tap("case-decisions"),
        Tap("decision-new-bewust-niet"),
        GOAL,
        Tap("decision-save"),
    ];
    check(&case(), "Laatste drie", 3, &tab, ends).await;
    // The kind "act" is preselected; another kind costs one more tap.
    let plus = [
        Tap("capture-open"),
        Tap("capture-decision"),
        GOAL,
        Tap("decision-save"),
    ];
    check(&case(), "Laatste drie", 3, &plus, ends).await;
}

#[tokio::test]
async fn a_signal_is_picked_up_with_three_taps_and_a_name() {
    let ends = |sent: &Request| matches!(sent, Request::PickUpSignal(_));
    let taps = [
        Words("Winkelwagen vol dekens achter de bibliotheek. Bel · zaterdag 19:05 · Noor"),
        Tap("signal-pick-up"),
        Writes("signal-name", "Man bij de glasbak"),
        Tap("signal-pick-up-save"),
    ];
    check("/", "Signalen", 3, &taps, ends).await;
}

#[tokio::test]
async fn the_day_is_closed_with_two_taps() {
    let ends = |sent: &Request| matches!(sent, Request::Sync(sync) if sync.close_day);
    let taps = [Tap("tab-team"), Tap("team-close-day")];
    check("/", "Afspraken", 2, &taps, ends).await;
}
