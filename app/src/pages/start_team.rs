//! Starting a team on a server.

use dioxus::prelude::*;
use voorveld_core::Error;
use voorveld_core::api::StartTeam;

use super::enter_team::{EnterTeamPage, field_problem};
use crate::components::{Field, Glyph, Invite};
use crate::hooks::use_action;
use crate::platform;
use crate::route::Route;
use crate::t;

/// The form's values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Typed {
    server: String,
    team: String,
    me: String,
    token: String,
}

/// The field that an error belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FormField {
    Server,
    Team,
    Me,
    Token,
    Page,
}

impl Typed {
    /// Returns where to show an error.
    fn place(&self, error: &Error) -> FormField {
        match error {
            Error::Address => FormField::Server,
            Error::RegistrationClosed => FormField::Token,
            Error::Empty if self.server.trim().is_empty() => FormField::Server,
            Error::Empty if self.team.trim().is_empty() => FormField::Team,
            Error::Empty => FormField::Me,
            _ => FormField::Page,
        }
    }

    /// Returns the first empty field, which saves a request to the server.
    fn missing(&self) -> Option<FormField> {
        [
            (&self.server, FormField::Server),
            (&self.team, FormField::Team),
            (&self.me, FormField::Me),
        ]
        .into_iter()
        .find_map(|(text, place)| text.trim().is_empty().then_some(place))
    }
}

/// The page.
#[component]
pub fn StartTeamPage() -> Element {
    let action = use_action();
    let navigator = use_navigator();
    // Typing must not render the page again: each field keeps its own text.
    let here = use_hook(platform::server_here);
    let mut typed = use_signal(|| Typed {
        server: here.clone().unwrap_or_default(),
        ..Typed::default()
    });
    let mut missing = use_signal(|| None::<FormField>);
    let mut token = use_signal(|| false);
    let problem = action.problem();
    let place = problem.as_ref().map(|error| typed.peek().place(error));
    let at = move |here: FormField| {
        let error = problem.clone().filter(|_| place == Some(here));
        let missing = (missing() == Some(here)).then(|| missing_words(here));
        field_problem(missing, error)
    };
    use_effect(move || {
        if action.problem() == Some(Error::RegistrationClosed) {
            token.set(true);
        }
    });
    let start = use_callback(move |()| {
        if action.busy() {
            return;
        }
        let now = typed.peek().clone();
        missing.set(now.missing());
        if now.missing().is_some() {
            return;
        }
        let request = StartTeam {
            server: now.server,
            token: now.token,
            team: now.team,
            me: now.me,
        };
        action.send_then(request, move |()| {
            navigator.replace(Route::TeamPage {});
        });
    });
    rsx! {
        EnterTeamPage {
            title: t!("start-title"),
            problem: at(FormField::Page),
            button: "start-go",
            label: if action.busy() { t!("start-busy") } else { t!("start-go") },
            busy: action.busy(),
            onpress: start,
            p { {t!("start-why")} }
            if here.is_none() {
                Field {
                    id: "start-server",
                    label: t!("field-server"),
                    placeholder: t!("field-server-example"),
                    keyboard: "url",
                    oninput: move |text| typed.write().server = text,
                    onenter: start,
                }
            }
            {at(FormField::Server)}
            Field {
                id: "start-team-name",
                label: t!("field-team"),
                oninput: move |text| typed.write().team = text,
                onenter: start,
            }
            {at(FormField::Team)}
            Field {
                id: "start-me",
                label: t!("field-me"),
                oninput: move |text| typed.write().me = text,
                onenter: start,
            }
            {at(FormField::Me)}
            if token() {
                Field {
                    id: "start-token",
                    label: t!("field-token"),
                    code: true,
                    oninput: move |text| typed.write().token = text,
                    onenter: start,
                    focus: true,
                }
                {at(FormField::Token)}
            } else {
                Invite {
                    id: "start-token-open",
                    glyph: Glyph::Plus,
                    label: t!("start-token-open"),
                    onpress: move |()| token.set(true),
                }
            }
        }
    }
}

fn missing_words(place: FormField) -> String {
    match place {
        FormField::Server => t!("missing-server"),
        FormField::Team => t!("missing-team"),
        FormField::Me | FormField::Token | FormField::Page => t!("missing-me"),
    }
}
