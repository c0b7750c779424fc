//! The most frequent tasks, pressed through and counted: `docs/taps.md` is what came of it. Words that
//! are typed are no taps; opening the keyboard's field is one, unless it is open already.

use voorveld_core::call::Command;

use super::data;
use super::screen::Screen;

/// A tap: the control with this id, or with these words.
enum Tap {
    Id(&'static str),
    Words(&'static str),
}

use Tap::{Id, Words};

/// Presses all of it on a page that shows `first`; `typed` is what is written on the way, before the
/// tap with that number. Answers how many taps it took, once a command was sent that `ends` it.
async fn check(
    path: &str,
    first: &str,
    typed: (usize, &str, &str),
    taps: &[Tap],
    ends: impl Fn(&Command) -> bool,
) {
    let mut screen = Screen::varied(path, &["study", "only-here"]);
    screen.shows(first).await;
    screen.settle().await;
    let before = screen.sent().iter().filter(|sent| ends(sent)).count();
    for (index, tap) in taps.iter().enumerate() {
        if index == typed.0 && !typed.1.is_empty() {
            screen.type_in(typed.1, typed.2);
            screen.settle().await;
        }
        match tap {
            Id(id) => {
                screen
                    .until(|page| page.listener(id, "click").is_some())
                    .await;
                screen.press(id);
            }
            Words(words) => {
                screen.until(|page| page.pressed(words, 0).is_some()).await;
                screen.press_words(words, 0);
            }
        }
        screen.settle().await;
        let sent = screen.sent().iter().filter(|sent| ends(sent)).count();
        let last = index + 1 == taps.len();
        if !last {
            assert_eq!(sent, before, "done before tap {}", index + 2);
        }
    }
    screen
        .sends_nth(before, |sent| ends(sent).then_some(()))
        .await;
}

fn an_encounter(sent: &Command) -> bool {
    matches!(sent, Command::SaveEncounter(_))
}

#[tokio::test]
async fn an_encounter_takes_at_most_three_taps_and_the_sentence() {
    const SENTENCE: (usize, &str, &str) = (1, "capture-text", "Zat op de stoep");
    let street = [Id("capture-open"), Id("capture-save")];
    check("/", "Afspraken", SENTENCE, &street, an_encounter).await;
    let known = [Id("capture-open"), Words("G."), Id("capture-save")];
    check("/", "Afspraken", SENTENCE, &known, an_encounter).await;
    let case = format!("/dossiers/{}", data::PIGEONS);
    check(&case, "Laatste drie", SENTENCE, &street, an_encounter).await;
    assert!(street.len() <= 3 && known.len() <= 3);
}

#[tokio::test]
async fn an_interview_takes_no_more_taps_than_an_encounter() {
    const SENTENCE: (usize, &str, &str) = (1, "capture-text", "De bus rijdt niet meer");
    let ends = |sent: &Command| matches!(sent, Command::SaveInterview(_));
    let anywhere = [Id("capture-open"), Id("capture-study"), Id("capture-save")];
    check("/", "Afspraken", SENTENCE, &anywhere, ends).await;
    let study = format!("/team/onderzoek/{}", super::study_answers::STUDY);
    let there = [Id("capture-open"), Id("capture-save")];
    check(&study, "Gesprekken", SENTENCE, &there, ends).await;
}

#[tokio::test]
async fn a_case_opens_with_two_taps() {
    let ends = |sent: &Command| matches!(sent, Command::ReadCase(_));
    let list = [
        Id("tab-cases"),
        Words("Duivenman deur · vandaag · Marktplein"),
    ];
    check("/", "Afspraken", (9, "", ""), &list, ends).await;
}

#[tokio::test]
async fn a_promise_takes_three_taps_and_its_day_a_fourth() {
    let ends = |sent: &Command| matches!(sent, Command::AddCommitment(_));
    let case = format!("/dossiers/{}", data::PIGEONS);
    let taps = [
        Id("case-commitments"),
        Id("commitment-new"),
        Words("morgen"),
        Id("commitment-save"),
    ];
    let text = (2, "commitment-text", "Zus bellen");
    check(&case, "Laatste drie", text, &taps, ends).await;
}

#[tokio::test]
async fn ticking_off_is_one_tap() {
    let ends = |sent: &Command| matches!(sent, Command::TickCommitment(_));
    let taps = [Words("Woningstichting bellen")];
    check("/", "Woningstichting", (9, "", ""), &taps, ends).await;
}

#[tokio::test]
async fn a_signal_is_picked_up_with_two_taps_and_a_name() {
    let ends = |sent: &Command| matches!(sent, Command::PickUpSignal(_));
    let signal = format!("/signaal/{}", data::PIGEONS);
    let taps = [Id("signal-pick-up"), Id("signal-pick-up-save")];
    let name = (1, "signal-name", "Man bij de glasbak");
    check(&signal, "Signaal", name, &taps, ends).await;
}

#[tokio::test]
async fn the_day_is_closed_with_two_taps() {
    let ends = |sent: &Command| matches!(sent, Command::Sync(sync) if sync.close_day);
    let taps = [Id("tab-team"), Id("team-close-day")];
    check("/", "Afspraken", (9, "", ""), &taps, ends).await;
}
