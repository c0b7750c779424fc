//! The three moments themselves: on the street, at the door, at day's end.

use std::time::SystemTime;

use super::handset::{Handset, RACING, TYPING, Tab};
use super::page::What;
use super::story::{Day, LETTERS, SECRET, WHO};
use super::wait;

/// A hundred and twenty characters, as fast as anyone types, with letters that Dutch needs.
pub const LONG: &str = "Sprak Zoë bij de groenteman: haar zoon is weer gezien op het plein. Eén van ons gaat morgen langs, vóór tienen, ook naïef.";

/// What matters to the man of the bridge.
const MATTERS: &str = "Zijn hond mag mee, waarheen dan ook.";
const DANGER: &str = "Schrikt van onverwacht aankloppen.";

impl Day {
    /// First moment. On the street: an encounter in one hand, nobody known yet, no connection.
    pub fn on_the_street(&mut self) {
        let mut bas = self.bas.take().expect("Bas has his phone");
        self.teller.chapter("First moment: on the street");
        self.teller.step(&format!(
            "Bas presses +, types {} characters at full speed and presses Bewaar.",
            LONG.chars().count()
        ));
        let before = bas.window.clicks();
        bas.press_plus();
        bas.write(LONG, RACING);
        self.teller.picture(&mut bas.window, "street");
        bas.keep();
        let taps = bas.window.clicks() - before;
        assert_eq!(taps, 2, "the + and Bewaar, nothing else");
        bas.window.wait_for_text(LONG);
        self.teller
            .fact("Every letter arrived. Two taps, no person chosen, no connection.");

        self.teller
            .step("Again at a calmer speed, with the chip Bel.");
        let before = bas.window.clicks();
        let sentence = format!("Belde met de {SECRET} over een plek om mee te werken.");
        bas.log_on_the_street(&sentence, "Bel", TYPING);
        assert_eq!(
            bas.window.clicks() - before,
            3,
            "the +, the chip and Bewaar"
        );
        bas.window.wait_for_text(SECRET);
        bas.window.wait_for_text("alleen op deze telefoon");
        self.teller.picture(&mut bas.window, "today-signals");
        self.bas = Some(bas);
    }

    /// The battery dies in the middle of a sentence.
    pub fn battery_dies(&mut self) {
        let mut bas = self.bas.take().expect("Bas has his phone");
        self.teller
            .chapter("The app is killed in the middle of a sentence");
        self.teller
            .step("Bas is writing when his phone dies (kill -9).");
        const WHOLE: &str = "De conciërge zegt dat de lift al weken stil";
        bas.press_plus();
        let (most, last) = WHOLE.split_at(WHOLE.len() - 1);
        bas.write(most, TYPING);
        let last_letter = SystemTime::now();
        bas.window.type_text(last, TYPING);
        let folder = self.folder_of("Bas");
        wait::until("the draft goes to disk after the last letter", || {
            newest_write(&folder) > last_letter
        });
        let mut bas = bas.dies_and_comes_back();
        self.teller
            .step("He starts it again, presses his code, and goes on where he was.");
        bas.unlock(super::story::CODE);
        bas.window.wait_for("#draft-continue");
        self.teller.picture(&mut bas.window, "draft");
        bas.window.click("#draft-continue");
        bas.window.wait_for("#capture-text");
        let left = bas.window.words_of("#capture-text").unwrap_or_default();
        assert!(
            WHOLE.starts_with(&left) && left.len() + 1 >= WHOLE.len(),
            "of the sentence there is left: {left:?}"
        );
        self.teller.fact(&format!("The draft is there: “{left}”"));
        bas.window.press("End");
        bas.keep();
        bas.window.wait_for_text(&left);
        self.bas = Some(bas);
    }

    /// Noor opens a case and writes down what she knows.
    pub fn a_case(&mut self) {
        let mut noor = self.noor.take().expect("Noor has her phone");
        self.teller.chapter("A case");
        self.teller
            .step("Noor opens a case, with what matters and what to look out for.");
        noor.open_case(WHO);
        self.teller.picture(&mut noor.window, "new-case");
        noor.add_line("case-matters", MATTERS);
        noor.add_line("case-safety", DANGER);
        self.teller
            .step("She logs three encounters; the app knows whom they are with.");
        for sentence in [
            "Zat onder de brug met zijn hond. Koffie gebracht.",
            "Hij heet Rinus, zegt hij. Meer niet.",
            "De deur van de stacaravan bleef open.",
        ] {
            noor.press_plus();
            noor.write(sentence, RACING);
            noor.keep();
            noor.window.wait_for_text(sentence);
        }
        self.noor = Some(noor);
    }

    /// Second moment. At the door: all that counts on one screen.
    pub fn at_the_door(&mut self) {
        let mut noor = self.noor.take().expect("Noor has her phone");
        self.teller.chapter("Second moment: at the door");
        noor.go(Tab::Cases);
        self.teller.picture(&mut noor.window, "cases");
        self.opens_the_case(&mut noor);
        for what in [
            ".matters__text",
            ".safety__fact",
            ".last-three",
            "#trust-door",
        ] {
            assert!(
                noor.window.in_reach(what),
                "{what} is on the screen, without scrolling"
            );
        }
        assert_eq!(
            noor.window.words_of(".matters__text").as_deref(),
            Some(MATTERS)
        );
        assert_eq!(
            noor.window.words_of(".safety__fact").as_deref(),
            Some(DANGER)
        );
        assert_eq!(noor.window.all_words(".last-three__line").len(), 3);
        self.teller.picture(&mut noor.window, "at-the-door");
        self.teller
            .step("The door opens: one tap on the trust strip.");
        noor.window.click("#trust-door");
        noor.window.wait_for("#trust-door[aria-pressed=true]");
        self.teller
            .step("A tap on the last three leads to the timeline.");
        noor.window.click("#case-to-timeline");
        noor.window.wait_until("the timeline is in view", |window| {
            window.in_reach(What::Css(".entry__text"))
        });
        self.teller.picture(&mut noor.window, "timeline");
        self.noor = Some(noor);
    }

    /// The server is down; both go on in the same case.
    pub fn apart(&mut self) {
        let (mut noor, mut bas) = self.both();
        self.teller
            .chapter("The server is down; both work on in the same case");
        self.teller.step("Both phones have the case.");
        bas.close_day();
        noor.close_day();
        noor.is_equal_with("Bas");
        bas.is_equal_with("Noor");
        self.server.kill();
        self.teller
            .step("Noor logs an encounter and sets a trust step.");
        noor.find(LETTERS, WHO);
        noor.press_plus();
        noor.write("Binnen gezeten, de hond lag op mijn voeten.", TYPING);
        noor.window.click(What::Words("Huis"));
        noor.keep();
        noor.window.click("#trust-inside");
        noor.window.wait_for("#trust-inside[aria-pressed=true]");
        self.teller
            .step("Bas logs one too, in the same case, knowing of nothing.");
        bas.find(LETTERS, WHO);
        bas.press_plus();
        bas.write("Zijn broer belde: hij zoekt hem al een jaar.", TYPING);
        bas.window.click(What::Words("Bel"));
        bas.keep();
        bas.window.wait_for_text("Zijn broer belde");
        self.teller.picture(&mut bas.window, "only-here");
        self.put_back(noor, bas);
    }

    /// Closing the day while the server is down says what is safe.
    pub fn closing_fails(&mut self) {
        let mut noor = self.noor.take().expect("Noor has her phone");
        self.teller.step("Noor closes the day; it does not work.");
        noor.go(Tab::Team);
        self.teller.picture(&mut noor.window, "before-closing");
        noor.close_day();
        noor.window.wait_for("#team-failed");
        noor.window.wait_for_text("Er is niets kwijt");
        noor.window.wait_for_text("staat veilig op deze telefoon");
        assert!(noor.window.reads("Je kunt gewoon doorwerken"));
        assert!(noor.window.reads("Probeer nu"));
        self.teller.picture(&mut noor.window, "server-down");
        self.teller
            .fact("The screen says: nothing is lost, it is safe on this phone, try again.");
        self.noor = Some(noor);
    }

    /// Third moment. At day's end: both sync, and see that they are equal.
    pub fn day_end(&mut self) -> [Vec<String>; 2] {
        self.teller.chapter("Third moment: at day's end");
        self.server.restart();
        let (mut noor, mut bas) = self.both();
        self.teller
            .step("The server is up again. Noor closes the day.");
        noor.close_day();
        noor.window.wait_for("#team-result");
        self.teller.picture(&mut noor.window, "work-is-there");
        self.teller.step("Bas closes the day.");
        bas.close_day();
        bas.is_equal_with("Noor");
        self.teller.picture(&mut bas.window, "equal-bas");
        self.teller.step("Noor's phone hears of it.");
        noor.is_equal_with("Bas");
        self.teller.picture(&mut noor.window, "equal-noor");
        let words = [noor.four_words(), bas.four_words()];
        assert!(
            noor.window.reads("Zijn broer belde"),
            "what Bas added is shown to Noor"
        );
        for (phone, words) in [&noor, &bas].into_iter().zip(&words) {
            self.teller.fact(&format!(
                "{}'s phone says: {}",
                phone.owner,
                words.join(" · ")
            ));
        }
        assert_eq!(words[0], words[1], "both phones say the same four words");

        self.teller
            .step("Both look at the timeline: the same on both.");
        let timelines = [noor.timeline(LETTERS, WHO), bas.timeline(LETTERS, WHO)];
        assert_eq!(timelines[0], timelines[1], "both have the same timeline");
        assert_eq!(timelines[0].len(), 5, "{:?}", timelines[0]);
        self.put_back(noor, bas);
        words
    }
}

/// When something was last written in a phone's folder.
fn newest_write(folder: &std::path::Path) -> SystemTime {
    let mut newest = SystemTime::UNIX_EPOCH;
    for entry in std::fs::read_dir(folder).expect("the phone's folder") {
        let metadata = entry.expect("a file").metadata().expect("its times");
        if metadata.is_file() {
            newest = newest.max(metadata.modified().expect("a time"));
        }
    }
    newest
}

impl Handset {
    /// Types over what stands in a field.
    pub fn fill_again(&mut self, field: &str, text: &str) {
        self.window.click(field);
        self.window.press("ctrl+a");
        self.window.type_text(text, TYPING);
        self.arrives(field, text);
    }
}
