//! One phone's window: the real app, read through the inspector, operated by pointer and keyboard.

use std::path::{Path, PathBuf};
use std::process::Child;
use std::rc::Rc;
use std::time::Duration;

use super::display::Display;
use super::inspector::Inspector;
use super::launch::{find_window, free_port, launch, log, still_running};
use super::page::{self, Spot, What};
use super::wait::{self, PATIENCE};

/// Size of a phone's page, in CSS pixels.
pub const SIZE: (u32, u32) = (390, 844);

/// The app in its window.
pub struct Window {
    display: Rc<Display>,
    app: Child,
    id: String,
    inspector: Inspector,
    folder: PathBuf,
    left: u32,
    clicks: u32,
}

impl Window {
    /// Starts the app with its data in this folder and its window at `left` pixels.
    pub fn open(display: &Rc<Display>, folder: &Path, left: u32) -> Self {
        std::fs::create_dir_all(folder).expect("made");
        let port = free_port();
        let mut app = launch(display, folder, port);
        let id = wait::for_some(PATIENCE, || {
            still_running(&mut app, folder);
            find_window(display, app.id())
        })
        .unwrap_or_else(|| panic!("the app opens no window; it said: {}", log(folder)));
        let inspector = Inspector::connect(port, || ());
        let mut window = Self {
            display: Rc::clone(display),
            app,
            id,
            inspector,
            folder: folder.to_path_buf(),
            left,
            clicks: 0,
        };
        window.place();
        window
    }

    fn place(&mut self) {
        let (left, top) = (self.left.to_string(), "0".to_owned());
        let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
        self.xdotool(&["windowsize", &self.id.clone(), &width, &height]);
        self.xdotool(&["windowmove", &self.id.clone(), &left, &top]);
        let width = f64::from(SIZE.0);
        self.wait_until("the window has a phone's size", |window| {
            window.look("innerWidth").as_f64() == Some(width)
        });
    }

    /// Gives the window the keyboard focus.
    pub fn take_keyboard(&mut self) {
        let id = self.id.clone();
        if self.display.xdotool(&["getactivewindow"]).as_ref() != Some(&id) {
            self.xdotool(&["windowactivate", &id]);
            self.wait_until("the window has the keyboard", |window| {
                window.display.xdotool(&["getactivewindow"]).as_ref() == Some(&id)
            });
        }
    }

    /// Evaluates an expression on the page.
    pub fn look(&mut self, expression: &str) -> serde_json::Value {
        self.inspector.look(&page::with_helpers(expression))
    }

    /// Returns whether an element is visible.
    pub fn sees<'a>(&mut self, what: impl Into<What<'a>>) -> bool {
        self.look(&page::seen(what.into())) == true
    }

    /// Returns whether the page contains this text.
    pub fn reads(&mut self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// Returns the text of the page, with whitespace collapsed.
    pub fn text(&mut self) -> String {
        let text = self.look("clean(document.body.innerText)");
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Returns an element's text or a field's value; `None` when it is absent.
    pub fn words_of<'a>(&mut self, what: impl Into<What<'a>>) -> Option<String> {
        let words = self.look(&page::words(what.into()));
        words.as_str().map(ToOwned::to_owned)
    }

    /// Waits until the condition holds.
    ///
    /// # Panics
    /// After [`PATIENCE`], with the text of the page.
    pub fn wait_until(&mut self, what: &str, look: impl FnMut(&mut Self) -> bool) {
        self.wait_at_most(PATIENCE, what, look);
    }

    /// Like [`Self::wait_until`], with another limit.
    pub fn wait_at_most(
        &mut self,
        limit: Duration,
        what: &str,
        mut look: impl FnMut(&mut Self) -> bool,
    ) {
        let so = wait::for_some(limit, || {
            still_running(&mut self.app, &self.folder);
            look(self).then_some(())
        });
        if so.is_none() {
            self.fail(what);
        }
    }

    /// Waits until an element is visible.
    pub fn wait_for<'a>(&mut self, what: impl Into<What<'a>>) {
        let what = what.into();
        self.wait_until(&format!("{what} is there"), |window| window.sees(what));
    }

    /// Waits until an element is gone.
    pub fn wait_gone<'a>(&mut self, what: impl Into<What<'a>>) {
        let what = what.into();
        self.wait_until(&format!("{what} is gone"), |window| !window.sees(what));
    }

    /// Waits until this text is on the page.
    pub fn wait_for_text(&mut self, words: &str) {
        self.wait_until(&format!("“{words}” is to be read"), |window| {
            window.reads(words)
        });
    }

    /// Clicks the centre of an element, scrolling to it with the wheel if necessary.
    pub fn click<'a>(&mut self, what: impl Into<What<'a>>) {
        let what = what.into();
        let spot = self.reach(what);
        self.take_keyboard();
        let (x, y) = (pixel(spot.x * spot.ratio), pixel(spot.y * spot.ratio));
        let id = self.id.clone();
        self.xdotool(&["mousemove", "--window", &id, &x, &y, "click", "1"]);
        self.clicks += 1;
    }

    /// Returns whether an element can be pressed without scrolling.
    pub fn in_reach<'a>(&mut self, what: impl Into<What<'a>>) -> bool {
        let spot = self.look(&page::spot(what.into()));
        page::read_spot(spot).is_some_and(|spot| spot.reach)
    }

    /// Returns the number of clicks so far.
    pub fn clicks(&self) -> u32 {
        self.clicks
    }

    /// Returns the text of every visible element that matches, in document order.
    pub fn all_words(&mut self, selector: &str) -> Vec<String> {
        let list = format!(
            "[...document.querySelectorAll({selector:?})].filter(visible).map(e => clean(e.innerText))"
        );
        serde_json::from_value(self.look(&list)).unwrap_or_default()
    }

    /// Scrolls until an element is at rest and can be pressed; returns its position.
    pub fn reach(&mut self, what: What<'_>) -> Spot {
        let mut before = None::<Spot>;
        let reached = wait::for_some(PATIENCE, || {
            let spot = page::read_spot(self.look(&page::spot(what)));
            let still = spot.is_some() && spot == before;
            before = spot;
            let spot = spot.filter(|_| still)?;
            if spot.reach {
                return Some(spot);
            }
            self.wheel(spot);
            None
        });
        reached.unwrap_or_else(|| self.fail(&format!("{what} can be touched")))
    }

    /// Scrolls one notch of the wheel towards an element.
    fn wheel(&mut self, towards: Spot) {
        let (x, y) = (
            pixel(towards.width * towards.ratio / 2.0),
            pixel(towards.height * towards.ratio / 2.0),
        );
        let (id, button) = (self.id.clone(), if towards.below { "5" } else { "4" });
        self.xdotool(&["mousemove", "--window", &id, &x, &y, "click", button]);
    }

    /// Types text, one character per `delay` milliseconds.
    pub fn type_text(&mut self, text: &str, delay: u32) {
        self.take_keyboard();
        self.xdotool(&["type", "--delay", &delay.to_string(), "--", text]);
    }

    /// Presses a key by its X name: `Return`, `Escape`, `ctrl+Return`.
    pub fn press(&mut self, key: &str) {
        self.take_keyboard();
        self.xdotool(&["key", "--delay", "20", key]);
    }

    /// Takes a screenshot of this window.
    pub fn screenshot(&mut self, path: &Path) {
        // After two more frames the last change is fully drawn.
        self.look("requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = (window.drawn ?? 0) + 1; })), 0");
        self.wait_until("the page is drawn", |window| {
            window.look("window.drawn ?? 0").as_u64() > Some(0)
        });
        self.look("delete window.drawn");
        let taken = self
            .display
            .command("import", "imagemagick")
            .args(["-window", &self.id])
            .arg(path)
            .status()
            .expect("import runs");
        assert!(taken.success(), "no picture {}", path.display());
    }

    /// Kills the app with SIGKILL, as when the battery dies.
    pub fn kill(mut self) -> PathBuf {
        self.app.kill().expect("killed");
        self.app.wait().expect("ended");
        self.folder.clone()
    }

    /// Returns whether the user has closed the app.
    pub fn is_closed(&mut self) -> bool {
        self.app.try_wait().expect("asked").is_some()
    }

    fn xdotool(&self, arguments: &[&str]) {
        let done = self.display.xdotool(arguments);
        assert!(done.is_some(), "xdotool could not {arguments:?}");
    }

    fn fail(&mut self, what: &str) -> ! {
        let picture = std::env::temp_dir().join(format!("voorveld-failed-{}.png", self.app.id()));
        let taken = self
            .display
            .command("import", "imagemagick")
            .args(["-window", &self.id])
            .arg(&picture)
            .status();
        let picture = taken
            .is_ok_and(|taken| taken.success())
            .then(|| picture.display().to_string());
        panic!(
            "waited in vain: {what}\non the screen ({}): {}\nthe app said: {}",
            picture.unwrap_or_else(|| "no picture".to_owned()),
            self.text(),
            log(&self.folder),
        );
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // An error means that the process has already ended.
        drop(self.app.kill());
        drop(self.app.wait());
    }
}

fn pixel(at: f64) -> String {
    format!("{at:.0}")
}
