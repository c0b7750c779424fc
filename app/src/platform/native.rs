//! A desktop window, or the web view of an Android phone or iPhone.

#[cfg(target_os = "android")]
mod android;
#[cfg(target_os = "ios")]
mod apple;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod arguments;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod doctor;
mod export;
#[cfg(any(target_os = "android", target_os = "ios"))]
mod files;
mod links;
#[cfg(test)]
mod manifests;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod preview_import;

#[cfg(feature = "desktop")]
use dioxus::desktop as native;
#[cfg(all(feature = "mobile", not(feature = "desktop")))]
use dioxus::mobile as native;

#[cfg(target_os = "android")]
use android::data_folder;
#[cfg(target_os = "ios")]
use apple::data_folder;
#[cfg(any(target_os = "android", target_os = "ios"))]
pub(crate) use files::use_chosen;

pub(crate) use export::export;

#[cfg(not(any(target_os = "android", target_os = "ios")))]
use arguments::{Arguments, Command, data_folder};
#[cfg(not(any(target_os = "android", target_os = "ios")))]
use clap::Parser as _;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
use doctor::doctor;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
use preview_import::preview_import;

#[cfg(any(target_os = "android", target_os = "ios"))]
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

#[cfg(any(target_os = "android", target_os = "ios"))]
use anyhow::Context as _;
use dioxus::history::{History, MemoryHistory};
use dioxus::prelude::*;
use tracing_subscriber::EnvFilter;
use voorveld_core::Phone;

use crate::platform::{Lost, Storage};
use crate::{App, style};

/// White, like the page, to avoid a flash before the first frame.
const BACKGROUND: (u8, u8, u8, u8) = (255, 255, 255, 255);

/// Restores the focus when the focused element is removed.
const FOCUS: &str = include_str!("native/focus.js");

/// Opens the window and runs the app until it is closed, or runs the command line's subcommand instead.
///
/// # Errors
/// When no data folder can be determined, or the signal handler cannot be installed.
pub fn start() -> anyhow::Result<ExitCode> {
    // RUST_LOG sets the level; log messages never contain case content.
    let told = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    // Standard output is for what a command was asked to print.
    tracing_subscriber::fmt()
        .with_env_filter(told)
        .with_writer(std::io::stderr)
        .init();
    #[cfg(any(target_os = "android", target_os = "ios"))]
    let folder = folder()?;
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    let folder = {
        let asked = Arguments::parse();
        let folder = asked.data.map_or_else(data_folder, Ok);
        match asked.command {
            Some(Command::PreviewImport { files, after }) => {
                return Ok(preview_import(&files, &after));
            }
            Some(Command::Doctor) => return doctor(&folder?),
            None => folder?,
        }
    };
    #[cfg(all(unix, not(any(target_os = "android", target_os = "ios"))))]
    end_when_told()?;
    #[cfg(target_os = "android")]
    android::trust_what_the_phone_trusts();
    builder().with_context(Phone::at(folder)).launch(App);
    Ok(ExitCode::SUCCESS)
}

/// Closes the stores on SIGHUP, SIGINT or SIGTERM, and then ends by that signal's default action.
///
/// # Errors
/// When the signal handler or its thread cannot be created.
#[cfg(all(unix, not(any(target_os = "android", target_os = "ios"))))]
fn end_when_told() -> anyhow::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    std::thread::Builder::new()
        .name("voorveld-signals".into())
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                voorveld_core::close_all();
                if let Err(error) = signal_hook::low_level::emulate_default_handler(signal) {
                    tracing::error!(%error, "the app goes on although it was told to end");
                }
            }
        })?;
    Ok(())
}

/// Opens the window on a single screen, for previews.
pub fn launch_screen(screen: fn() -> Element) {
    builder().launch(screen);
}

/// Calls `came` when the app comes to the foreground.
pub(crate) fn use_front(came: impl Fn() + 'static) {
    use native::tao::event::{Event, WindowEvent};
    native::use_wry_event_handler(move |event, _| {
        // iOS reports only the first focus; later returns arrive as `Resumed`.
        if let Event::Resumed
        | Event::WindowEvent {
            event: WindowEvent::Focused(true),
            ..
        } = event
        {
            came();
        }
    });
}

/// Calls `left` when the app goes to the background; on a desktop, whenever another window gets the
/// focus.
pub(crate) fn use_away(left: impl Fn() + 'static) {
    use native::tao::event::{Event, WindowEvent};
    native::use_wry_event_handler(move |event, _| {
        if let Event::Suspended
        | Event::WindowEvent {
            event: WindowEvent::Focused(false),
            ..
        } = event
        {
            left();
        }
    });
}

/// Sleeps.
pub(crate) async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}

/// Creates a navigation history that starts on this page.
pub(crate) fn new_history(page: &str) -> Option<Rc<dyn History>> {
    Some(Rc::new(MemoryHistory::with_initial_path(page)))
}

/// Returns the server that served the app; an installed app has none and may use any.
pub(crate) fn server_here() -> Option<String> {
    None
}

/// Returns how durable the store's storage is.
pub(crate) fn use_storage() -> Storage {
    Storage::Own
}

/// Returns what is known about an evicted store.
pub(crate) fn lost_store() -> Option<Lost> {
    None
}

/// Renders nothing: native platforms have no app-wide notices.
#[component]
pub(crate) fn Watch() -> Element {
    rsx! {}
}

/// Sets the document's language, for screen readers.
pub(crate) fn set_language(code: &'static str) {
    run(format!("document.documentElement.lang = '{code}'"));
}

/// Moves the cursor of the focused field to the end of its text; browsers put it at the start.
pub(crate) fn cursor_to_end() {
    run("const field = document.activeElement; \
         if (field?.setSelectionRange) field.setSelectionRange(field.value.length, field.value.length);"
        .to_owned());
}

/// Restores the scroll position of the list with this name and records it from now on. It all happens in
/// the web view: a round trip per scroll event would make scrolling stutter.
pub(crate) fn keep_scroll(name: &'static str) {
    run(format!(
        "const body = document.querySelector('.beside .page__body, .page__body');\
         const kept = window.keptScroll ??= {{}};\
         if (body) {{\
           body.scrollTop = kept.{name} ?? 0;\
           body.addEventListener('scroll', () => {{ kept.{name} = body.scrollTop; }}, {{ passive: true }});\
         }}"
    ));
}

/// Scrolls to the element with this id, without animation when the user prefers reduced motion.
pub(crate) fn scroll_to(id: &'static str) {
    run(format!(
        "const still = matchMedia('(prefers-reduced-motion: reduce)').matches;\
         document.getElementById('{id}')?.scrollIntoView({{ behavior: still ? 'instant' : 'smooth' }});"
    ));
}

/// Jumps to the element with this id and brings its selected tab into view, without animation.
pub(crate) fn stand_at(id: &'static str) {
    run(format!(
        "const place = document.getElementById('{id}');\
         place?.scrollIntoView({{ behavior: 'instant' }});\
         place?.querySelector('[aria-selected=true]')\
           ?.scrollIntoView({{ behavior: 'instant', block: 'nearest', inline: 'nearest' }});"
    ));
}

/// Returns false: a reminder that works only while the app is running would be unreliable on a sleeping
/// phone.
pub(crate) fn can_remind() -> bool {
    false
}

/// Shows nothing; see [`can_remind`].
pub(crate) async fn remind(_wait: Duration, _text: String) -> bool {
    false
}

fn run(script: String) {
    spawn(async move {
        if let Err(error) = document::eval(&script).await {
            tracing::debug!(%error, "the page stays as it was");
        }
    });
}

fn builder() -> LaunchBuilder {
    // On phones this script must run before Dioxus's own.
    let script = if cfg!(any(target_os = "android", target_os = "ios")) {
        concat!("<script>", include_str!("native/phone.js"), "</script>")
    } else {
        ""
    };
    let head = format!(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover, \
         interactive-widget=resizes-content\"><meta name=\"color-scheme\" content=\"light dark\">\
         <style>{}</style><script>{FOCUS}</script>{script}",
        style::sheet()
    );
    let config = native::Config::new()
        .with_custom_event_handler(|event, _| {
            // The window is closed; after this event the event loop ends the process.
            if matches!(event, native::tao::event::Event::LoopDestroyed) {
                voorveld_core::close_all();
            }
        })
        .with_background_color(BACKGROUND)
        .with_custom_head(head)
        .with_disable_context_menu(true)
        .with_navigation_handler(links::goes_to)
        .with_menu(None)
        .with_window(window());
    LaunchBuilder::new().with_cfg(config)
}

fn window() -> native::WindowBuilder {
    native::WindowBuilder::new()
        .with_title("Voorveld")
        .with_inner_size(native::LogicalSize::new(390.0, 844.0))
}

/// Returns this phone's data folder. The command line is not read: on Android, argv is not this app's
/// memory.
#[cfg(target_os = "android")]
fn folder() -> anyhow::Result<PathBuf> {
    data_folder().context("Android named no folder for the app's data")
}

/// Returns this phone's data folder, which is excluded from backups.
#[cfg(target_os = "ios")]
fn folder() -> anyhow::Result<PathBuf> {
    data_folder().context("iOS gave no folder for the app's data")
}
