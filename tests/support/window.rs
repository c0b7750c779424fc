//! One phone's window: the real app, seen through the inspector, touched by pointer and keyboard.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::time::Duration;

use super::binaries;
use super::display::Display;
use super::inspector::Inspector;
use super::page::{self, Spot, What};
use super::wait::{self, PATIENCE};

/// Size of a phone's page.
pub const SIZE: (u32, u32) = (390, 844);

/// An app in its window.
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
    /// Starts the app with its data in this folder, its window this far from the left.
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

    /// The window gets the keyboard.
    pub fn to_front(&mut self) {
        let id = self.id.clone();
        if self.display.xdotool(&["getactivewindow"]).as_ref() != Some(&id) {
            self.xdotool(&["windowactivate", &id]);
            self.wait_until("the window has the keyboard", |window| {
                window.display.xdotool(&["getactivewindow"]).as_ref() == Some(&id)
            });
        }
    }

    /// What an expression is worth on the page.
    pub fn look(&mut self, expression: &str) -> serde_json::Value {
        self.inspector.look(&page::with_helpers(expression))
    }

    /// Whether something can be seen.
    pub fn sees<'a>(&mut self, what: impl Into<What<'a>>) -> bool {
        self.look(&page::seen(what.into())) == true
    }

    /// Whether these words stand anywhere on the page.
    pub fn reads(&mut self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// All words on the page, with single spaces.
    pub fn text(&mut self) -> String {
        let text = self.look("clean(document.body.innerText)");
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The words of something, or what was typed in it; none when it is not there.
    pub fn words_of<'a>(&mut self, what: impl Into<What<'a>>) -> Option<String> {
        let words = self.look(&page::words(what.into()));
        words.as_str().map(ToOwned::to_owned)
    }

    /// Waits until it is so.
    ///
    /// # Panics
    /// With what the page shows instead, when it takes too long.
    pub fn wait_until(&mut self, what: &str, look: impl FnMut(&mut Self) -> bool) {
        self.wait_at_most(PATIENCE, what, look);
    }

    /// The same, with a limit of its own.
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

    /// Waits until something can be seen.
    pub fn wait_for<'a>(&mut self, what: impl Into<What<'a>>) {
        let what = what.into();
        self.wait_until(&format!("{what} is there"), |window| window.sees(what));
    }

    /// Waits until something is gone.
    pub fn wait_gone<'a>(&mut self, what: impl Into<What<'a>>) {
        let what = what.into();
        self.wait_until(&format!("{what} is gone"), |window| !window.sees(what));
    }

    /// Waits until these words stand on the page.
    pub fn wait_for_text(&mut self, words: &str) {
        self.wait_until(&format!("“{words}” is to be read"), |window| {
            window.reads(words)
        });
    }

    /// Clicks in the middle of something, after scrolling to it by the wheel if need be.
    pub fn click<'a>(&mut self, what: impl Into<What<'a>>) {
        let what = what.into();
        let spot = self.reach(what);
        self.to_front();
        let (x, y) = (pixel(spot.x * spot.ratio), pixel(spot.y * spot.ratio));
        let id = self.id.clone();
        self.xdotool(&["mousemove", "--window", &id, &x, &y, "click", "1"]);
        self.clicks += 1;
    }

    /// Whether something can be touched as the page stands, without scrolling.
    pub fn in_reach<'a>(&mut self, what: impl Into<What<'a>>) -> bool {
        let spot = self.look(&page::spot(what.into()));
        page::read_spot(spot).is_some_and(|spot| spot.reach)
    }

    /// How often was clicked so far.
    pub fn clicks(&self) -> u32 {
        self.clicks
    }

    /// The words of each thing with this selector, in the page's order.
    pub fn all_words(&mut self, selector: &str) -> Vec<String> {
        let list = format!(
            "[...document.querySelectorAll({selector:?})].filter(visible).map(e => clean(e.innerText))"
        );
        serde_json::from_value(self.look(&list)).unwrap_or_default()
    }

    /// Scrolls until something lies still under the finger, and says where.
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

    /// One notch of the wheel, towards something.
    fn wheel(&mut self, towards: Spot) {
        let (x, y) = (
            pixel(towards.width * towards.ratio / 2.0),
            pixel(towards.height * towards.ratio / 2.0),
        );
        let (id, button) = (self.id.clone(), if towards.below { "5" } else { "4" });
        self.xdotool(&["mousemove", "--window", &id, &x, &y, "click", button]);
    }

    /// Types on the keyboard, a letter every so many milliseconds.
    pub fn type_text(&mut self, text: &str, delay: u32) {
        self.to_front();
        self.xdotool(&["type", "--delay", &delay.to_string(), "--", text]);
    }

    /// Presses a key by its X name: `Return`, `Escape`, `ctrl+Return`.
    pub fn press(&mut self, key: &str) {
        self.to_front();
        self.xdotool(&["key", "--delay", "20", key]);
    }

    /// A picture of this window.
    pub fn screenshot(&mut self, path: &Path) {
        // Two frames further nothing of the last change is still under way.
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

    /// As a battery that dies: kill -9.
    pub fn kill(mut self) -> PathBuf {
        self.app.kill().expect("killed");
        self.app.wait().expect("ended");
        self.folder.clone()
    }

    /// Whether the user has closed it.
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
        // It may have ended already; then there is nothing to close.
        drop(self.app.kill());
        drop(self.app.wait());
    }
}

fn launch(display: &Display, folder: &Path, inspector: SocketAddr) -> Child {
    let said = File::options()
        .create(true)
        .append(true)
        .open(log_path(folder))
        .expect("a log file");
    let mut command = Command::new(binaries::app());
    display.show(&mut command);
    command
        .arg("--data")
        .arg(folder)
        .env("WEBKIT_INSPECTOR_HTTP_SERVER", inspector.to_string())
        .env("XDG_DATA_HOME", folder.join("browser"))
        .env("TZ", "Europe/Amsterdam")
        .stdout(Stdio::null())
        .stderr(said)
        .spawn()
        .expect("the app starts")
}

fn find_window(display: &Display, process: u32) -> Option<String> {
    let process = process.to_string();
    let found = display.xdotool(&[
        "search",
        "--all",
        "--onlyvisible",
        "--pid",
        &process,
        "--name",
        "^Voorveld$",
    ])?;
    found.lines().last().map(ToOwned::to_owned)
}

fn still_running(app: &mut Child, folder: &Path) {
    if let Some(ended) = app.try_wait().expect("asked") {
        panic!("the app ended ({ended}); it said: {}", log(folder));
    }
}

fn log_path(folder: &Path) -> PathBuf {
    folder.with_extension("log")
}

fn log(folder: &Path) -> String {
    std::fs::read_to_string(log_path(folder)).unwrap_or_default()
}

fn free_port() -> SocketAddr {
    let probe = TcpListener::bind("127.0.0.1:0").expect("a free port");
    probe.local_addr().expect("its number")
}

fn pixel(at: f64) -> String {
    format!("{at:.0}")
}
