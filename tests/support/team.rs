//! User actions concerning the team: start, invite, join, close the day.

use super::handset::{Handset, TYPING, Tab};
use super::page::What;

impl Handset {
    /// Starts a team on a server.
    pub fn start_team(&mut self, server: &str, team: &str) {
        self.go(Tab::Team);
        self.window.click("#team-start");
        self.fill("#start-server", server, TYPING);
        self.fill("#start-team-name", team, TYPING);
        let owner = self.owner;
        self.fill("#start-me", owner, TYPING);
        self.window.click("#start-go");
        self.window.wait_for("#team-close-day");
    }

    /// Makes an invitation and reads its five words.
    pub fn invite(&mut self) -> Vec<String> {
        self.go(Tab::Team);
        self.window.click("#team-add-phone");
        self.window.wait_for("#invite-words");
        let words = self.window.all_words("#invite-words li span:last-child");
        assert_eq!(words.len(), 5, "an invitation has five words: {words:?}");
        words
    }

    /// Types a colleague's five words and presses *Sluit aan*.
    pub fn type_invitation(&mut self, words: &[String], server: &str) {
        self.go(Tab::Team);
        self.window.click("#team-join");
        self.fill("#join-words", &words.join(" "), TYPING);
        self.fill("#join-server", server, TYPING);
        let owner = self.owner;
        self.fill("#join-me", owner, TYPING);
    }

    /// Joins a team and waits until that is done.
    pub fn join_team(&mut self, words: &[String], server: &str) {
        self.type_invitation(words, server);
        self.window.click("#join-go");
        self.window.wait_for("#team-close-day");
    }

    /// Presses *Dag sluiten* (or *Probeer nu*).
    pub fn close_day(&mut self) {
        self.go(Tab::Team);
        self.window
            .wait_gone(What::Css("#team-close-day[aria-busy=true]"));
        self.window.click("#team-close-day");
    }

    /// Waits until the phone shows that it is equal with a colleague's.
    pub fn is_equal_with(&mut self, colleague: &str) {
        let said = format!("Gelijk met {colleague}");
        self.window.wait_until(&format!("“{said}”"), |window| {
            window
                .words_of("#team-result")
                .is_some_and(|result| result.starts_with(&said))
        });
    }

    /// Waits for the four words of the phone's digest and returns them.
    pub fn four_words(&mut self) -> Vec<String> {
        self.window.wait_for("#four-words");
        let words = self.window.all_words("#four-words li");
        assert_eq!(words.len(), 4, "there are four words: {words:?}");
        words
    }

    /// Returns the four words now on the page; empty when there are none.
    pub fn words_now(&mut self) -> Vec<String> {
        self.window.all_words("#four-words li")
    }

    /// Opens a case by search and returns the texts of its timeline, newest first.
    pub fn timeline(&mut self, letters: &str, name: &str) -> Vec<String> {
        self.find(letters, name);
        self.window.wait_for(What::Css(".entry__text"));
        self.window.all_words(".entry__text")
    }
}
