//! One day of two colleagues, Noor and Bas, in chapters: the three moments that decide whether the app
//! is used, and what can go wrong around them. The window test and the demo play the same story.

use std::path::PathBuf;
use std::rc::Rc;

use tempfile::TempDir;

use super::display::Display;
use super::handset::{Handset, Tab};
use super::proxy::Proxy;
use super::server::SyncServer;
use super::teller::Teller;
use super::window::SIZE;

/// The lock code of both phones.
pub const CODE: &str = "000000";
/// The team's name.
pub const TEAM: &str = "Oosterhage";
/// The name of the case in the story.
pub const WHO: &str = "Bruggenman";
/// A few letters that find the case.
pub const LETTERS: &str = "brug";
/// A word typed on a phone that the server must never see.
pub const SECRET: &str = "zonnebloemkwekerij";

/// The state of the story.
pub struct Day {
    /// Narrates the story.
    pub teller: Teller,
    /// The sync server.
    pub server: SyncServer,
    /// The proxy in front of it, if traffic is recorded.
    pub proxy: Option<Proxy>,
    /// The server address typed on phones: the server's own, or the proxy's.
    pub url: String,
    /// Noor's phone.
    pub noor: Option<Handset>,
    /// Bas's phone.
    pub bas: Option<Handset>,
    display: Rc<Display>,
    folder: TempDir,
}

impl Day {
    /// Starts a server and a display wide enough for two phones.
    pub fn new(teller: Teller) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let server = SyncServer::start(&folder.path().join("server"), &[]);
        let (width, height) = SIZE;
        Self {
            teller,
            url: server.url(),
            server,
            proxy: None,
            noor: None,
            bas: None,
            display: Rc::new(Display::start(2 * width, height)),
            folder,
        }
    }

    /// Records every byte between phones and server from now on.
    pub fn watch_the_way(&mut self) {
        let proxy = Proxy::to(self.server.address());
        self.url = proxy.url();
        self.proxy = Some(proxy);
    }

    /// Returns the data folder of a phone.
    pub fn folder_of(&self, owner: &str) -> PathBuf {
        self.folder.path().join(owner)
    }

    fn switch_on(&self, owner: &'static str, place: u32) -> Handset {
        let folder = self.folder_of(owner);
        Handset::switch_on(owner, &self.display, &folder, place * SIZE.0)
    }

    /// Noor opens the app, for the first time or with existing data.
    pub fn noor_opens(&mut self) {
        self.teller.chapter("Noor opens the app");
        self.teller.step("Noor's phone starts.");
        let mut noor = self.switch_on("Noor", 0);
        self.teller.picture(&mut noor.window, "code");
        if noor.window.reads("Kies een code") {
            self.teller
                .step("For the first time: she chooses a code, twice the same.");
            noor.choose_code(CODE);
            noor.window.wait_for_text("Nog niets vastgelegd.");
            self.teller.picture(&mut noor.window, "first-day");
        } else {
            self.teller.step("She presses her code.");
            noor.unlock(CODE);
            self.teller.picture(&mut noor.window, "today");
        }
        self.noor = Some(noor);
    }

    /// Bas opens the app for the first time.
    pub fn bas_opens(&mut self) {
        self.teller
            .chapter("Bas opens the app for the first time, without a team and without signal");
        self.teller
            .step("Bas's phone starts; he chooses a code, twice the same.");
        let mut bas = self.switch_on("Bas", 1);
        self.teller.picture(&mut bas.window, "first-code");
        bas.choose_code(CODE);
        self.teller.picture(&mut bas.window, "first-day");
        bas.window.wait_for_text("Nog niets vastgelegd.");
        self.bas = Some(bas);
    }

    /// Noor starts a team, and Bas joins by typing her five words.
    pub fn team(&mut self) {
        let (mut noor, mut bas) = self.both();
        let url = self.url.clone();
        self.teller.chapter("A team of two");
        self.teller.step("Noor starts the team.");
        noor.go(Tab::Team);
        noor.window.wait_for("#team-start");
        self.teller.picture(&mut noor.window, "no-team");
        noor.start_team(&url, TEAM);
        self.teller.picture(&mut noor.window, "team-of-one");
        self.teller.step("She makes an invitation for Bas.");
        let words = noor.invite();
        self.teller.picture(&mut noor.window, "invitation");
        self.teller.fact(&format!("“{}”", words.join(" ")));

        self.teller
            .step("Bas types a word wrong and is told which.");
        let mut mistyped = words.clone();
        mistyped[2] = "qqqq".to_owned();
        bas.type_invitation(&mistyped, &url);
        bas.window.click("#join-go");
        bas.window.wait_for_text("Woord 3 klopt niet");
        self.teller.picture(&mut bas.window, "wrong-word");
        self.teller.step("He types the five words again and joins.");
        bas.fill_again("#join-words", &words.join(" "));
        bas.window.click("#join-go");
        bas.window.wait_for("#team-close-day");
        self.teller.picture(&mut bas.window, "joined");
        noor.window.click("#back");
        noor.window.wait_for("#team-close-day");
        self.put_back(noor, bas);
    }

    /// A wrong code does not unlock, and loses nothing.
    pub fn wrong_code(&mut self) {
        let (noor, bas) = self.both();
        self.teller.chapter("A wrong code");
        self.teller
            .step("Noor starts the app again and presses a wrong code.");
        let mut noor = noor.dies_and_comes_back();
        noor.press_code("111111");
        noor.window.wait_for("#unlock-problem");
        noor.window
            .wait_for_text("Die code klopt niet. Probeer het opnieuw.");
        self.teller.picture(&mut noor.window, "wrong-code");
        self.teller
            .step("She presses the right one, and everything is there.");
        noor.unlock(CODE);
        noor.find(LETTERS, WHO);
        self.put_back(noor, bas);
    }

    /// Takes both phones out of the day.
    pub fn both(&mut self) -> (Handset, Handset) {
        let noor = self.noor.take().expect("Noor has her phone");
        let bas = self.bas.take().expect("Bas has his phone");
        (noor, bas)
    }

    /// Puts both phones back.
    pub fn put_back(&mut self, noor: Handset, bas: Handset) {
        self.noor = Some(noor);
        self.bas = Some(bas);
    }
}
