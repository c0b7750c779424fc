//! Inviting another phone: a QR code and five words that carry the same code.

use dioxus::prelude::*;
use voorveld_core::api::Invite;
use voorveld_core::view::Invitation;

use crate::components::{Button, ErrorLine, Glyph, Head, Page, QrPicture};
use crate::hooks::{clock, use_action};
use crate::route::Route;
use crate::{format, t, text};

/// Creates an invitation and shows it.
#[component]
pub fn InvitePage() -> Element {
    let action = use_action();
    let navigator = use_navigator();
    let mut invitation = use_signal(|| None::<Invitation>);
    let ask = use_callback(move |()| {
        action.send_then(Invite, move |made| invitation.set(Some(made)));
    });
    use_hook(|| ask.call(()));
    let made = invitation();
    let title = made
        .as_ref()
        .map(|made| t!("team-title", name: made.team.clone()))
        .unwrap_or_default();
    rsx! {
        Page {
            head: rsx! {
                Head {
                    title: t!("team-add-phone"),
                    second: title,
                    glyph: Glyph::X,
                    onback: move |()| {
                        navigator.push(Route::TeamPage {});
                    },
                }
            },
            dock: match (&made, action.problem()) {
                (Some(made), _) => rsx! {
                    p { class: "second invite-until",
                        {t!("invite-server")}
                        " "
                        span { class: "strong", id: "invite-server", "{made.server}" }
                    }
                    p { class: "second invite-until", id: "invite-until", {until(made)} }
                },
                (None, Some(_)) => rsx! {
                    Button {
                        id: "invite-again",
                        main: true,
                        label: t!("team-try-now"),
                        onpress: ask,
                    }
                },
                (None, None) => rsx! {},
            },
            if let Some(error) = action.problem() {
                ErrorLine { error }
            }
            if let Some(made) = made {
                InvitationCode { invitation: made }
            } else if action.busy() {
                p { class: "second", role: "status", {t!("invite-busy")} }
            }
        }
    }
}

/// The QR code and the words.
#[component]
pub fn InvitationCode(invitation: Invitation) -> Element {
    rsx! {
        p { {t!("invite-scan")} }
        QrPicture {
            id: "invite-qr",
            code: invitation.code,
            label: t!("invite-picture"),
        }
        p { class: "invite-type", {t!("invite-type")} }
        ol { class: "code-words", id: "invite-words",
            for (index , word) in invitation.words.into_iter().enumerate() {
                li { key: "{index}",
                    span { class: "second figures", "{index + 1}" }
                    span { "{word}" }
                }
            }
        }
    }
}

fn until(invitation: &Invitation) -> String {
    let clock = clock();
    let at = format::moment(
        text::language(),
        clock.local(invitation.expires),
        clock.today(),
    );
    t!("invite-until", at: at)
}
