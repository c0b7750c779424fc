//! The pages that the story does not visit.

use crate::support::handset::{Handset, Tab};
use crate::support::page::What;
use crate::support::scenario::{Day, LETTERS, WHO};

/// Visits the other pages of Noor's phone.
pub fn rest(day: &mut Day) {
    day.teller.chapter("The other pages");
    let mut noor = day.noor.take().expect("Noor has her phone");
    day.teller.step("Vandaag, with what Bas added.");
    noor.go(Tab::Today);
    day.teller.picture(&mut noor.window, "today-news");
    if noor.window.sees("#today-signals") {
        day.teller.step("A signal.");
        noor.window.click(What::Css("#today-signals .record"));
        noor.window.wait_for_text("Laat rusten");
        day.teller.picture(&mut noor.window, "signal");
    }
    day.teller.step("A case's details, its promises.");
    noor.find(LETTERS, WHO);
    noor.window.click("#case-commitments");
    day.teller.picture(&mut noor.window, "promises");
    noor.window.click("#case-edit");
    noor.window.wait_for("#edit-door");
    day.teller.picture(&mut noor.window, "details");
    day.teller.step("The network.");
    noor.go(Tab::Network);
    noor.window.wait_for(What::Css(".row"));
    day.teller.picture(&mut noor.window, "network");
    noor.window.click(What::Css(".row__main"));
    noor.window.wait_for("#back");
    day.teller.picture(&mut noor.window, "contact");
    day.teller.step("Settings and reading a list.");
    noor.go(Tab::Team);
    noor.window.click("#team-import");
    noor.window.wait_for("#back");
    day.teller.picture(&mut noor.window, "import");
    noor.window.click("#back");
    noor.window.click("#team-settings");
    noor.window.wait_for("#appearance-dark");
    day.teller.picture(&mut noor.window, "settings");
    day.noor = Some(noor);
}

/// Visits a few pages in dark mode.
pub fn dark(day: &mut Day) {
    day.teller.chapter("In the dark");
    let mut noor = day.noor.take().expect("Noor has her phone");
    set_appearance(&mut noor, "dark");
    day.teller.picture(&mut noor.window, "dark-settings");
    day.teller.step("Vandaag, the sheet, a case, the team.");
    noor.go(Tab::Today);
    day.teller.picture(&mut noor.window, "dark-today");
    noor.press_plus();
    day.teller.picture(&mut noor.window, "dark-street");
    noor.window.click("#capture-close");
    noor.window.wait_gone("#capture-text");
    noor.find("duiv", "Duivenman");
    noor.window.wait_for(".matters__text");
    day.teller.picture(&mut noor.window, "dark-at-the-door");
    noor.go(Tab::Team);
    day.teller.picture(&mut noor.window, "dark-team");
    set_appearance(&mut noor, "light");
    day.noor = Some(noor);
}

fn set_appearance(phone: &mut Handset, name: &str) {
    if !phone.window.sees("#appearance-dark") {
        phone.go(Tab::Team);
        phone.window.click("#team-settings");
    }
    let chip = format!("#appearance-{name}");
    phone.window.click(What::Css(&chip));
    let chosen = format!("{chip}[aria-pressed=true]");
    phone.window.wait_for(What::Css(&chosen));
}
