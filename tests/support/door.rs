//! The second moment: at the door.

use super::handset::{Handset, RACING, TYPING, Tab};
use super::page::What;
use super::scenario::{Day, LETTERS, WHO};

/// What matters to Bruggenman.
const MATTERS: &str = "Zijn hond mag mee, waarheen dan ook.";
const DANGER: &str = "Schrikt van onverwacht aankloppen.";

impl Day {
    /// Noor opens a case and records what she knows.
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

    /// Second moment. At the door: everything that matters on one screen.
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

    /// Opens a case by searching, in two timed steps.
    fn opens_the_case(&mut self, phone: &mut Handset) {
        let name = phone.owner;
        self.teller
            .step(&format!("{name} types “{LETTERS}” in the search field."));
        phone.go(Tab::Cases);
        phone.empty_search();
        phone.fill("#search", LETTERS, TYPING);
        phone.window.wait_for("#found-cases");
        self.teller.picture(&mut phone.window, "search");
        self.teller
            .step("One tap opens the case: what matters, danger, the last three.");
        phone.window.click(What::Words(WHO));
        phone.window.wait_for(".matters__text");
    }
}
