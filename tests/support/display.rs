//! X displays: a virtual one of our own, or the user's.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::binaries::system;
use super::wait;

/// Window manager settings: no title bars, and windows stay where they are put.
const OPENBOX: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <desktops><number>1</number></desktops>
  <mouse><context name="Client"><mousebind button="Left" action="Press">
    <action name="Focus"/><action name="Raise"/></mousebind></context></mouse>
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>"#;

/// An X display on which windows open.
pub struct Display {
    name: String,
    /// Processes started for it and stopped with it, in reverse order: the X server last.
    parts: Vec<Child>,
    /// Settings of the window manager; `None` on the user's own display.
    _settings: Option<TempDir>,
}

impl Display {
    /// Starts a virtual display with a window manager.
    ///
    /// # Panics
    /// Names the package to install if a program is missing.
    pub fn start(width: u32, height: u32) -> Self {
        let settings = tempfile::tempdir().expect("a folder");
        let config = settings.path().join("openbox.xml");
        std::fs::write(&config, OPENBOX).expect("written");

        let mut screen = system("Xvfb", "xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset"])
            .args(["-screen", "0", &format!("{width}x{height}x24")])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let stdout = screen.stdout.take().expect("piped");
        BufReader::new(stdout)
            .read_line(&mut number)
            .expect("Xvfb tells its number");
        let number = number.trim();
        assert!(!number.is_empty(), "Xvfb found no free display number");
        let mut display = Self {
            name: format!(":{number}"),
            parts: vec![screen],
            _settings: Some(settings),
        };

        // A layout with é, ë and ï. xdotool types a character that is not on the layout by remapping a
        // key meanwhile, which loses characters at full typing speed.
        let keyboard = display
            .command("setxkbmap", "x11-xkb-utils")
            .args(["-layout", "us", "-variant", "altgr-intl"])
            .status()
            .expect("setxkbmap runs");
        assert!(keyboard.success(), "the keyboard could not be set");
        let manager = display
            .command("openbox", "openbox")
            .arg("--config-file")
            .arg(&config)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox starts");
        display.parts.push(manager);
        wait::until("the window manager is there", || {
            // Only a window manager answers this request.
            display.xdotool(&["get_desktop"]).is_some()
        });
        display
    }

    /// Returns the user's display, if there is one.
    pub fn of_user() -> Option<Self> {
        let name = std::env::var("DISPLAY")
            .ok()
            .filter(|name| !name.is_empty())?;
        let display = Self {
            name,
            parts: Vec::new(),
            _settings: None,
        };
        let size = Command::new("xdotool").arg("getdisplaygeometry").output();
        size.is_ok_and(|size| size.status.success())
            .then_some(display)
    }

    /// Returns a command for a program that opens on this display.
    pub fn command(&self, program: &str, package: &str) -> Command {
        let mut command = system(program, package);
        self.show(&mut command);
        command
    }

    /// Makes a command open its windows on this display.
    pub fn show(&self, command: &mut Command) {
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY");
        if self._settings.is_some() {
            // Isolated from the user's session: no D-Bus, no accessibility bridge, no graphics card.
            command
                .env("GDK_BACKEND", "x11")
                .env("NO_AT_BRIDGE", "1")
                .env("GTK_A11Y", "none")
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
                .env_remove("DBUS_SESSION_BUS_ADDRESS");
        }
    }

    /// Runs xdotool; returns its output, or `None` if it failed.
    pub fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let done = self
            .command("xdotool", "xdotool")
            .args(arguments)
            .output()
            .expect("xdotool runs");
        let said = String::from_utf8_lossy(&done.stdout).trim().to_owned();
        done.status.success().then_some(said)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        while let Some(mut part) = self.parts.pop() {
            // An error means that the process has already ended.
            drop(part.kill());
            drop(part.wait());
        }
    }
}
