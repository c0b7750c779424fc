//! User actions on a phone, in the words of the story.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::display::Display;
use super::page::What;
use super::window::Window;

/// Normal typing speed, in milliseconds per character.
pub const TYPING: u32 = 40;
/// The fastest typing speed.
pub const RACING: u32 = 10;

/// One person's phone.
pub struct Handset {
    /// The phone's owner.
    pub owner: &'static str,
    /// The window of the app.
    pub window: Window,
    display: Rc<Display>,
    folder: PathBuf,
    left: u32,
}

impl Handset {
    /// Starts the app on a phone with its data in this folder; it shows the lock screen.
    pub fn switch_on(owner: &'static str, display: &Rc<Display>, folder: &Path, left: u32) -> Self {
        let mut window = Window::open(display, folder, left);
        window.wait_for("#unlock");
        Self {
            owner,
            window,
            display: Rc::clone(display),
            folder: folder.to_path_buf(),
            left,
        }
    }

    /// Kills the app, as when the battery dies, and starts it again.
    pub fn dies_and_comes_back(self) -> Self {
        let Self {
            owner,
            window,
            display,
            folder,
            left,
        } = self;
        window.kill();
        Self::switch_on(owner, &display, &folder, left)
    }

    /// Presses the digits of a code.
    pub fn press_code(&mut self, code: &str) {
        for digit in code.chars() {
            self.window.click(What::Css(&format!("#key-{digit}")));
        }
    }

    /// Chooses a code on first use, entering it twice.
    pub fn choose_code(&mut self, code: &str) {
        self.window.wait_for_text("Kies een code van zes cijfers");
        self.press_code(code);
        self.window.wait_for_text("Nog een keer dezelfde code");
        self.press_code(code);
        self.window.wait_for("#capture-open");
    }

    /// Unlocks the app with its code.
    pub fn unlock(&mut self, code: &str) {
        self.press_code(code);
        // An open capture sheet covers the + button.
        self.window.wait_for("#capture-open, #capture-text");
    }

    /// Waits until the focus is on this element, where keyboard and screen reader continue.
    pub fn focus_is_at(&mut self, place: &str) {
        self.window
            .wait_until(&format!("the focus is at {place}"), |window| {
                window.look(&format!("document.activeElement?.matches({place:?})")) == true
            });
    }

    /// Fills in a field: clicks it, types, and waits until the whole text has arrived.
    pub fn fill(&mut self, field: &str, text: &str, delay: u32) {
        self.window.click(field);
        self.window
            .wait_until(&format!("the cursor is in {field}"), |window| {
                window.look(&format!("document.activeElement?.matches({field:?})")) == true
            });
        self.window.type_text(text, delay);
        self.arrives(field, text);
    }

    /// Replaces the text of a field.
    pub fn fill_again(&mut self, field: &str, text: &str) {
        self.window.click(field);
        self.window.press("ctrl+a");
        self.window.type_text(text, TYPING);
        self.arrives(field, text);
    }

    /// Waits until the field holds exactly this text.
    pub fn arrives(&mut self, field: &str, text: &str) {
        self.window
            .wait_until(&format!("{field} holds “{text}”"), |window| {
                window.words_of(field).as_deref() == Some(text)
            });
    }

    /// Presses the + button and waits until the text field has the focus.
    pub fn press_plus(&mut self) {
        self.window.click("#capture-open");
        self.window
            .wait_until("the cursor is in the sentence", |window| {
                window.look("document.activeElement?.id") == "capture-text"
            });
    }

    /// Types the text of an encounter; the field already has the focus.
    pub fn write(&mut self, sentence: &str, delay: u32) {
        self.window.type_text(sentence, delay);
        self.arrives("#capture-text", sentence);
    }

    /// Presses *Bewaar* and waits until the sheet closes.
    pub fn keep(&mut self) {
        self.window.click("#capture-save");
        self.window.wait_gone("#capture-text");
        self.focus_is_at("#capture-open");
    }

    /// Logs an encounter with nobody known yet, in three presses: +, a chip, *Bewaar*.
    pub fn log_on_the_street(&mut self, sentence: &str, chip: &str, delay: u32) {
        self.press_plus();
        self.write(sentence, delay);
        self.window.click(What::Words(chip));
        self.keep();
    }

    /// Switches to a tab.
    pub fn go(&mut self, tab: Tab) {
        let (tab, sign) = match tab {
            Tab::Today => ("#tab-today", "#tab-today[aria-current=page]"),
            Tab::Cases => ("#tab-cases", "#search"),
            Tab::Network => ("#tab-network", "#tab-network[aria-current=page]"),
            Tab::Team => ("#tab-team", "#tab-team[aria-current=page]"),
        };
        self.window.click(tab);
        self.window.wait_for(sign);
    }

    /// Creates a case with this name.
    pub fn open_case(&mut self, name: &str) {
        self.go(Tab::Cases);
        self.window.click("#case-new");
        self.fill("#case-new-name", name, TYPING);
        self.window.click("#case-new-save");
        self.window.wait_for("#case-timeline");
        self.window.wait_for_text(name);
    }

    /// Finds a case in *Dossiers* by a few letters and opens it.
    pub fn find(&mut self, letters: &str, name: &str) {
        self.go(Tab::Cases);
        self.empty_search();
        self.fill("#search", letters, TYPING);
        self.window.wait_for("#found-cases");
        self.window.click(What::Words(name));
        self.window.wait_for("#case-timeline");
    }

    /// Searches for a word and waits until it is found.
    pub fn look_for(&mut self, word: &str) {
        self.go(Tab::Cases);
        self.empty_search();
        self.fill("#search", word, TYPING);
        self.window
            .wait_until(&format!("{word} is found"), |window| {
                let found = window.all_words("#found-encounters .found");
                found.iter().any(|text| text.contains(word))
            });
    }

    /// Clears the search field.
    pub fn empty_search(&mut self) {
        if self.window.sees("#search-clear") {
            self.window.click("#search-clear");
            self.arrives("#search", "");
        }
    }

    /// Replaces what matters, on the page of details.
    pub fn rewrite_what_matters(&mut self, text: &str) {
        self.window.click("#case-edit");
        self.window.click("#field-what_matters-open");
        let field = ".field__input#field-what_matters";
        self.window.wait_for(field);
        self.fill_again(field, text);
        self.window.click("#field-what_matters-save");
        self.window.wait_gone("#field-what_matters-save");
        self.window.wait_for_text(text);
        self.focus_is_at("#field-what_matters-open");
        self.window.click("#back");
        self.window.wait_for("#case-timeline");
        self.focus_is_at("main");
    }

    /// Fills an empty line of a case: opens it, types, saves.
    pub fn add_line(&mut self, id: &str, text: &str) {
        self.window.click(What::Css(&format!("#{id}")));
        self.fill(&format!(".field__input#{id}"), text, TYPING);
        self.window.click(What::Css(&format!("#{id}-save")));
        self.window.wait_gone(What::Css(&format!("#{id}-save")));
        self.window.wait_for_text(text);
    }
}

/// A tab of the tab bar.
#[derive(Debug, Clone, Copy)]
pub enum Tab {
    /// *Vandaag*.
    Today,
    /// *Dossiers*.
    Cases,
    /// *Netwerk*.
    Network,
    /// *Team*.
    Team,
}
