//! The code that opens this phone's store, and choosing it on first use.

mod entry;
mod forgotten;

use dioxus::prelude::*;
use voorveld_core::{Environment, Error, PIN_DIGITS, Phone, Workspace};

use crate::components::{Button, DoorGlyph, Glyph, Keypad, ProblemLine, focus};
use crate::hooks::clock;
use crate::text::{self, problem};
use crate::{format, platform, t};
use forgotten::Forgotten;

pub use entry::{Entry, Note, Stage, Work};

/// The lock screen.
#[component]
pub fn UnlockPage(phone: Phone, onopen: EventHandler<Workspace>) -> Element {
    let mut entry = use_signal(|| Entry::new(phone.has_store()));
    let lost = use_hook(|| {
        let lost = if phone.has_store() {
            None
        } else {
            platform::lost_store()
        };
        lost.map(|lost| lost_words(&lost))
    });
    let begin = {
        let phone = phone.clone();
        // After a damaged database was set aside, the code still opens the remaining teams; without a
        // vault, a new code is chosen.
        move |()| entry.set(Entry::new(phone.has_store()))
    };
    let anew = {
        let phone = phone.clone();
        move |()| {
            let phone = phone.clone();
            spawn(async move {
                match phone.set_aside().await {
                    Ok(()) => entry.set(Entry::new(phone.has_store())),
                    Err(error) => entry.write().failed(error),
                }
            });
        }
    };
    let press = move |digit: char| {
        let work = entry.write().press(digit);
        let Some(work) = work else { return };
        let phone = phone.clone();
        spawn(async move {
            let environment = Environment::default();
            let opened = match &work {
                Work::Create(code) => phone.create(code, environment).await,
                Work::Unlock(code) => phone.unlock(code, environment).await,
            };
            match opened {
                Ok(workspace) => onopen.call(workspace),
                Err(error) => {
                    let mut entry = entry.write();
                    entry.failed(error);
                    if phone.has_store() {
                        entry.made();
                    }
                }
            }
        });
    };
    rsx! {
        UnlockScreen {
            entry: entry(),
            lost,
            ondigit: press,
            onback: move |()| entry.write().back(),
            onbegin: begin,
            onanew: anew,
        }
    }
}

/// The code screen in a given state. It also accepts a physical keyboard.
#[component]
pub fn UnlockScreen(
    entry: Entry,
    /// The message about an evicted store.
    #[props(default)]
    lost: Option<String>,
    ondigit: EventHandler<char>,
    onback: EventHandler<()>,
    /// Starts with a new store after the old one proved damaged.
    onbegin: EventHandler<()>,
    /// Starts with a new store because the code was forgotten.
    #[props(default)]
    onanew: EventHandler<()>,
) -> Element {
    let filled = entry.filled();
    let busy = entry.busy();
    rsx! {
        main {
            class: "unlock",
            id: "unlock",
            tabindex: "-1",
            aria_busy: busy.then_some("true"),
            onmounted: move |mounted| {
                // `./run bench` measures the start-up time by this line.
                tracing::info!("first screen");
                focus::to(mounted.data());
            },
            onkeydown: move |event| match event.key() {
                Key::Character(text) => {
                    let mut letters = text.chars();
                    if let (Some(digit @ '0'..='9'), None) = (letters.next(), letters.next()) {
                        ondigit.call(digit);
                    }
                }
                Key::Backspace => {
                    event.prevent_default();
                    onback.call(());
                }
                _ => {}
            },
            div { class: "unlock__top",
                DoorGlyph { step: voorveld_core::model::TrustStep::Door, class: "unlock__door" }
                h1 { class: "page__title", id: "unlock-title", {title(&entry)} }
                if entry.stage() != Stage::Damaged {
                    Dots { filled }
                }
                if let Some(note) = entry.note() {
                    div { class: "unlock__note", id: "unlock-problem",
                        ProblemLine { text: note_words(note) }
                    }
                } else if let Some(lost) = lost.filter(|_| entry.stage() == Stage::Choose) {
                    div { class: "unlock__note", id: "unlock-lost",
                        ProblemLine { text: lost }
                    }
                } else {
                    p { class: "unlock__hint second", role: "status", {hint(&entry)} }
                }
            }
            if entry.stage() == Stage::Damaged {
                div { class: "unlock__begin",
                    Button {
                        id: "unlock-begin",
                        main: true,
                        glyph: Glyph::Plus,
                        label: t!("unlock-begin"),
                        onpress: move |()| onbegin.call(()),
                    }
                    p { class: "second", {t!("unlock-begin-then")} }
                }
            } else {
                Keypad { ondigit, onback }
                if entry.stage() == Stage::Unlock {
                    Forgotten { onanew }
                } else {
                    p { class: "unlock__foot second", {t!("unlock-remember")} }
                }
            }
        }
    }
}

/// A dot per digit; hidden from screen readers, which get the count as text.
#[component]
fn Dots(filled: usize) -> Element {
    rsx! {
        div { class: "unlock__dots", id: "unlock-dots", "aria-hidden": "true",
            for place in 0..PIN_DIGITS {
                span {
                    key: "{place}",
                    class: if place < filled { "unlock__dot unlock__dot--filled" } else { "unlock__dot" },
                }
            }
        }
        p { class: "heard", role: "status", {t!("unlock-filled", n: filled, of: PIN_DIGITS)} }
    }
}

fn title(entry: &Entry) -> String {
    match entry.stage() {
        Stage::Unlock if entry.busy() => t!("unlock-opening"),
        Stage::Unlock => t!("unlock-title"),
        Stage::Choose => t!("unlock-choose"),
        Stage::Repeat if entry.busy() => t!("unlock-making"),
        Stage::Repeat => t!("unlock-repeat"),
        Stage::Damaged => t!("unlock-damaged"),
    }
}

/// Describes the evicted store, and what of it is safe.
fn lost_words(lost: &platform::Lost) -> String {
    match lost.at {
        Some(at) => {
            let clock = clock();
            let at = format::moment(text::language(), clock.local(at), clock.today());
            t!("unlock-lost", n: lost.only_here, at: at)
        }
        None => t!("unlock-lost-alone", n: lost.only_here),
    }
}

fn hint(entry: &Entry) -> String {
    match entry.stage() {
        Stage::Choose => t!("unlock-choose-why"),
        _ => String::new(),
    }
}

fn note_words(note: &Note) -> String {
    match note {
        Note::Differ => t!("unlock-differ"),
        Note::Failed(Error::WrongPin) => t!("unlock-wrong"),
        Note::Failed(error) => problem::sentence(text::language(), error),
    }
}
