//! A window of this machine, or the web view of an Android phone or iPhone.

#[cfg(target_os = "android")]
mod android;
#[cfg(target_os = "ios")]
mod apple;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
mod arguments;
#[cfg(any(target_os = "android", target_os = "ios"))]
mod files;
mod hand_out;
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

pub(crate) use hand_out::hand_out;

#[cfg(not(any(target_os = "android", target_os = "ios")))]
use arguments::{Arguments, Command};
#[cfg(not(any(target_os = "android", target_os = "ios")))]
use clap::Parser as _;
#[cfg(not(any(target_os = "android", target_os = "ios")))]
use preview_import::preview_import;

use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use anyhow::Context as _;
use dioxus::history::{History, MemoryHistory};
use dioxus::prelude::*;
use tracing_subscriber::EnvFilter;
use voorveld_core::Phone;

use crate::platform::{Lost, Storage};
use crate::{App, style};

/// White, as the page: no flash before the first frame.
const BACKGROUND: (u8, u8, u8, u8) = (255, 255, 255, 255);

/// Leads the focus back when what had it goes away.
const FOCUS: &str = include_str!("native/focus.js");

/// Opens the window and runs the app until it is closed; or does what the command line asks instead.
///
/// # Errors
/// When there is no folder for the phone's data.
pub fn start() -> anyhow::Result<ExitCode> {
    // RUST_LOG chooses what is told; nothing that is told has content of cases in it.
    let told = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(told).init();
    #[cfg(any(target_os = "android", target_os = "ios"))]
    let folder = folder()?;
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    let folder = {
        let asked = Arguments::parse();
        if let Some(Command::PreviewImport { files, after }) = asked.command {
            return Ok(preview_import(&files, &after));
        }
        asked.data.map_or_else(data_folder, Ok)?
    };
    #[cfg(all(unix, not(any(target_os = "android", target_os = "ios"))))]
    end_when_told()?;
    #[cfg(target_os = "android")]
    android::trust_what_the_phone_trusts();
    builder().with_context(Phone::at(folder)).launch(App);
    Ok(ExitCode::SUCCESS)
}

/// Closes the stores when this machine tells the app to end, and lets it end of that.
///
/// # Errors
/// When the system gives no thread, or does not tell.
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

/// Opens the window on a screen of one's own, to look at it.
pub fn launch_screen(screen: fn() -> Element) {
    builder().launch(screen);
}

/// Calls when the app comes to the front.
pub(crate) fn use_front(came: impl Fn() + 'static) {
    use native::tao::event::{Event, WindowEvent};
    native::use_wry_event_handler(move |event, _| {
        // An iPhone tells only of the first focus; coming back is Resumed there.
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

/// Calls when the app leaves the screen. A window of a desk computer does so whenever another one is
/// worked in.
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

/// Waits.
pub(crate) async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}

/// A way back that begins on this page.
pub(crate) fn new_history(page: &str) -> Option<Rc<dyn History>> {
    Some(Rc::new(MemoryHistory::with_initial_path(page)))
}

/// The server that the app came from; one that was installed can talk to any.
pub(crate) fn server_here() -> Option<String> {
    None
}

/// How sure the place of the store is.
pub(crate) fn use_storage() -> Storage {
    Storage::Own
}

/// What was here, when there is no store but there was one.
pub(crate) fn lost_store() -> Option<Lost> {
    None
}

/// Nothing on this kind of device asks for attention of its own.
#[component]
pub(crate) fn Watch() -> Element {
    rsx! {}
}

/// Tells the web view in which language the page is, for its screen reader.
pub(crate) fn set_language(code: &'static str) {
    run(format!("document.documentElement.lang = '{code}'"));
}

/// Puts the cursor of the field that has it behind its text; a browser puts it before.
pub(crate) fn cursor_to_end() {
    run("const field = document.activeElement; \
         if (field?.setSelectionRange) field.setSelectionRange(field.value.length, field.value.length);"
        .to_owned());
}

/// Scrolls the page to where it was when the list of this name was last on the screen, and remembers
/// from now on. All of it in the web view: an event a frame to here and back would make scrolling
/// stutter.
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

/// Scrolls to the element with this id; at once for whom movement makes ill.
pub(crate) fn scroll_to(id: &'static str) {
    run(format!(
        "const still = matchMedia('(prefers-reduced-motion: reduce)').matches;\
         document.getElementById('{id}')?.scrollIntoView({{ behavior: still ? 'instant' : 'smooth' }});"
    ));
}

/// Stands at the element with this id, with its chosen tab in sight; nothing is seen to move.
pub(crate) fn stand_at(id: &'static str) {
    run(format!(
        "const place = document.getElementById('{id}');\
         place?.scrollIntoView({{ behavior: 'instant' }});\
         place?.querySelector('[aria-selected=true]')\
           ?.scrollIntoView({{ behavior: 'instant', block: 'nearest', inline: 'nearest' }});"
    ));
}

/// No reminders here: one that only came while the app is open would be promised in vain on a phone that
/// sleeps.
pub(crate) fn can_remind() -> bool {
    false
}

/// Nothing is shown; see [`can_remind`].
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
    // On a phone its script stands before Dioxus's own, which it must be ahead of.
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
            // The window is closed; behind this the event loop ends the process.
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

/// The folder for this phone's data. A phone gives an app no command line: on Android what stands in
/// its place is no memory of ours.
#[cfg(target_os = "android")]
fn folder() -> anyhow::Result<PathBuf> {
    data_folder().context("Android named no folder for the app's data")
}

/// The folder for this phone's data, which no backup takes along.
#[cfg(target_os = "ios")]
fn folder() -> anyhow::Result<PathBuf> {
    data_folder().context("iOS gave no folder for the app's data")
}

/// Where this system keeps an app's own data.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn data_folder() -> anyhow::Result<PathBuf> {
    let home = || std::env::var_os("HOME").map(PathBuf::from);
    let base = if cfg!(target_os = "windows") {
        std::env::var_os("APPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        std::env::var_os("XDG_DATA_HOME")
            .map(PathBuf::from)
            .or_else(|| home().map(|home| home.join(".local/share")))
    };
    base.map(|base| base.join("voorveld"))
        .context("no folder for data on this system; give one with --data")
}
