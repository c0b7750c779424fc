//! The first moment: on the street.

use std::time::SystemTime;

use super::handset::{RACING, TYPING, Tab};
use super::scenario::{CODE, Day, SECRET};
use super::wait;

/// A sentence of about 120 characters with Dutch diacritics, typed at full speed.
pub const LONG: &str = "Sprak Zoë bij de groenteman: haar zoon is weer gezien op het plein. Eén van ons gaat morgen langs, vóór tienen, ook naïef.";

impl Day {
    /// First moment. On the street: an encounter logged with one hand, nobody known yet, offline.
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

    /// Kills the app in the middle of a sentence.
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
        bas.unlock(CODE);
        bas.focus_is_at("#capture-text");
        self.teller.picture(&mut bas.window, "draft");
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

    /// Locks the app with one tap; the code returns to the same place.
    pub fn locks(&mut self) {
        let mut bas = self.bas.take().expect("Bas has his phone");
        self.teller.chapter("The app is locked at one tap");
        bas.go(Tab::Team);
        bas.window.click("#team-settings");
        bas.window.click("#lock-now");
        bas.window.wait_for("#key-1");
        assert!(!bas.window.reads("Vandaag"), "nothing shows of the app");
        self.teller
            .step("Nothing of it shows. His code opens it where he was.");
        bas.unlock(CODE);
        bas.window.wait_for("#lock-now");
        bas.go(Tab::Today);
        self.bas = Some(bas);
    }
}

/// Returns the newest modification time in a phone's folder.
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
