//! The only place that knows on what kind of device the app runs.

#[cfg(feature = "desktop")]
use dioxus::desktop as native;
#[cfg(all(feature = "mobile", not(feature = "desktop")))]
use dioxus::mobile as native;

use std::path::PathBuf;

use dioxus::prelude::*;
use voorveld_core::Phone;

use crate::{App, style};

/// White, as the page: no flash before the first frame.
const BACKGROUND: (u8, u8, u8, u8) = (255, 255, 255, 255);

/// Opens the window and runs the app until it is closed.
pub fn launch(phone: Phone) {
    builder().with_context(phone).launch(App);
}

/// Opens the window on a screen of one's own, to look at it.
pub fn launch_screen(screen: fn() -> Element) {
    builder().launch(screen);
}

/// Calls when the app comes to the front.
pub(crate) fn use_front(came: impl Fn() + 'static) {
    use native::tao::event::{Event, WindowEvent};
    native::use_wry_event_handler(move |event, _| {
        if let Event::WindowEvent {
            event: WindowEvent::Focused(true),
            ..
        } = event
        {
            came();
        }
    });
}

fn builder() -> LaunchBuilder {
    let head = format!(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover, \
         interactive-widget=resizes-content\"><meta name=\"color-scheme\" content=\"light dark\">\
         <style>{}</style>",
        style::sheet()
    );
    let config = native::Config::new()
        .with_background_color(BACKGROUND)
        .with_custom_head(head)
        .with_disable_context_menu(true)
        .with_menu(None)
        .with_window(window());
    LaunchBuilder::new().with_cfg(config)
}

fn window() -> native::WindowBuilder {
    native::WindowBuilder::new()
        .with_title("Voorveld")
        .with_inner_size(native::LogicalSize::new(390.0, 844.0))
}

/// Where this platform keeps an app's own data.
pub fn data_folder() -> Option<PathBuf> {
    let base = if cfg!(target_os = "android") {
        // Each app has a folder of its own there, and no environment that names it.
        Some(PathBuf::from("/data/data/nl.voorveld.app/files"))
    } else if cfg!(target_os = "windows") {
        std::env::var_os("APPDATA").map(PathBuf::from)
    } else if cfg!(any(target_os = "macos", target_os = "ios")) {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        std::env::var_os("XDG_DATA_HOME")
            .map(PathBuf::from)
            .or_else(|| home().map(|home| home.join(".local/share")))
    };
    base.map(|base| base.join("voorveld"))
}

fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").map(PathBuf::from)
}
