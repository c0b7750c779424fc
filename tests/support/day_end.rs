//! The third moment: day's end, after both have worked offline.

use super::handset::{TYPING, Tab};
use super::page::What;
use super::scenario::{Day, LETTERS, WHO};

/// What matters, as each writes it without knowing of the other's version.
const NOORS: &str = "Dat zijn hond bij hem blijft.";
const BAS: &str = "Een plek waar niemand naar hem vraagt.";

impl Day {
    /// Takes the server down; both work on in the same case.
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
        self.teller.step("She writes anew what matters to him.");
        noor.rewrite_what_matters(NOORS);
        self.teller
            .step("Bas logs one too, in the same case, knowing of nothing.");
        bas.find(LETTERS, WHO);
        bas.press_plus();
        bas.write("Zijn broer belde: hij zoekt hem al een jaar.", TYPING);
        bas.window.click(What::Words("Bel"));
        bas.keep();
        bas.window.wait_for_text("Zijn broer belde");
        self.teller
            .step("He too writes anew what matters, otherwise.");
        bas.rewrite_what_matters(BAS);
        self.teller.picture(&mut bas.window, "only-here");
        self.put_back(noor, bas);
    }

    /// Closes the day while the server is down: the page must say what is safe.
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

    /// Third moment. At day's end both sync and see that they are equal.
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
        for phone in [&mut noor, &mut bas] {
            phone.window.wait_for("#clash-what_matters");
            assert!(phone.window.reads(NOORS) && phone.window.reads(BAS));
        }
        self.teller
            .fact("What matters was written twice: both sentences are there, on both phones.");
        self.put_back(noor, bas);
        words
    }

    /// Resolves the conflict with one tap; both are equal again.
    pub fn settled(&mut self) -> [Vec<String>; 2] {
        let (mut noor, mut bas) = self.both();
        self.teller.step("Bas taps on the sentence that is right.");
        bas.find(LETTERS, WHO);
        bas.window.reach(What::Css("#clash-what_matters button"));
        self.teller.picture(&mut bas.window, "written-twice");
        bas.window
            .click(What::Words(&format!("Deze klopt: {NOORS}")));
        bas.window.wait_gone("#clash-what_matters");
        self.teller
            .step("Both close the day once more, and are equal again.");
        bas.close_day();
        noor.close_day();
        // The page may still show the previous equality for a moment; the words are the proof.
        let mut words = [noor.four_words(), bas.four_words()];
        noor.window.wait_until("equal words again", |window| {
            words = [window.all_words("#four-words li"), bas.words_now()];
            words[0] == words[1] && words[0].len() == 4
        });
        noor.is_equal_with("Bas");
        bas.is_equal_with("Noor");
        noor.find(LETTERS, WHO);
        noor.window.wait_gone("#clash-what_matters");
        assert_eq!(
            noor.window.words_of(".matters__text").as_deref(),
            Some(NOORS)
        );
        self.put_back(noor, bas);
        words
    }
}
