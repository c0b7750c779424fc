//! Joining a team with the five words of a colleague.

use dioxus::prelude::*;
use voorveld_core::api::{JoinTeam, ReadTeam};
use voorveld_core::view::TeamView;
use voorveld_core::{Error, server_in_code};

use super::enter_team::{EnterTeamPage, field_problem};
use super::teams::Apart;
use crate::components::{ErrorLine, Field, Page, ProblemLine};
use crate::hooks::{use_action, use_live};
use crate::platform;
use crate::route::Route;
use crate::t;

/// The form's values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Typed {
    words: String,
    server: String,
    me: String,
}

/// The field that an error belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FormField {
    Words,
    Server,
    Me,
    Page,
}

impl Typed {
    /// Tells whether the words field also holds the server's address.
    fn is_whole_code(&self) -> bool {
        server_in_code(&self.words).is_some()
    }

    /// Returns the server in a whole code, if it differs from the only one that this app may talk to.
    fn elsewhere(&self, here: Option<&str>) -> Option<String> {
        let server = server_in_code(&self.words)?;
        (server != here?).then(|| server.to_owned())
    }

    /// Returns where to show an error.
    fn place(&self, error: &Error) -> FormField {
        match error {
            Error::Words(_)
            | Error::InvitationUnknown
            | Error::InvitationUsed
            | Error::InvitationExpired => FormField::Words,
            Error::Address if self.is_whole_code() => FormField::Words,
            Error::Address => FormField::Server,
            Error::Empty => self.missing().unwrap_or(FormField::Page),
            _ => FormField::Page,
        }
    }

    /// Returns the first empty field, which saves a request to the server.
    fn missing(&self) -> Option<FormField> {
        if self.words.trim().is_empty() {
            Some(FormField::Words)
        } else if self.server.trim().is_empty() && !self.is_whole_code() {
            Some(FormField::Server)
        } else if self.me.trim().is_empty() {
            Some(FormField::Me)
        } else {
            None
        }
    }
}

/// Joins a team by the words in a link, as scanned with the phone's camera.
#[component]
pub fn JoinByLinkPage(words: String) -> Element {
    rsx! {
        JoinTeamPage { words: words.replace('-', " ") }
    }
}

/// The page.
#[component]
pub fn JoinTeamPage(
    /// Initial text of the words field.
    #[props(default)]
    words: String,
) -> Element {
    // The state when the page was opened: after joining, the phone is in a team too.
    let live = use_live(ReadTeam);
    let mut before = use_signal(|| None::<TeamView>);
    if let Some(team) = live.value().filter(|_| before.peek().is_none()) {
        before.set(Some(team));
    }
    match before() {
        Some(team) if team.sync.in_team => rsx! {
            Apart { team: team.name, words }
        },
        Some(_) => rsx! {
            Joining { words }
        },
        None => rsx! {
            Page { title: t!("join-title"),
                if let Some(error) = live.problem() {
                    ErrorLine { error }
                }
            }
        },
    }
}

/// The form.
#[component]
fn Joining(words: String) -> Element {
    let action = use_action();
    let navigator = use_navigator();
    // Typing must not render the page again: each field keeps its own text.
    let here = use_hook(platform::server_here);
    let mut typed = use_signal(|| Typed {
        server: here.clone().unwrap_or_default(),
        words: words.clone(),
        ..Typed::default()
    });
    let mut missing = use_signal(|| None::<FormField>);
    let mut whole = use_signal(|| false);
    let mut elsewhere = use_signal(|| None::<String>);
    let problem = action.problem();
    let place = problem.as_ref().map(|error| typed.peek().place(error));
    let at = move |here: FormField| {
        let error = problem.clone().filter(|_| place == Some(here));
        let missing = (missing() == Some(here)).then(|| missing_words(here));
        field_problem(missing, error)
    };
    let join = use_callback(move |()| {
        if action.busy() {
            return;
        }
        let now = typed.peek().clone();
        missing.set(now.missing());
        if now.missing().is_some() || elsewhere.peek().is_some() {
            return;
        }
        let request = JoinTeam {
            server: if now.is_whole_code() {
                String::new()
            } else {
                now.server
            },
            words: now.words,
            me: now.me,
        };
        action.send_then(request, move |()| {
            navigator.replace(Route::TeamPage {});
        });
    });
    rsx! {
        EnterTeamPage {
            title: t!("join-title"),
            problem: at(FormField::Page),
            button: "join-go",
            label: if action.busy() { t!("join-busy") } else { t!("join-go") },
            busy: action.busy(),
            onpress: join,
            p { {t!("join-why")} }
            Field {
                id: "join-words",
                label: t!("field-words"),
                placeholder: t!("field-words-example"),
                initial: words,
                code: true,
                oninput: move |text| {
                    typed.write().words = text;
                    let is_whole = typed.peek().is_whole_code();
                    if *whole.peek() != is_whole {
                        whole.set(is_whole);
                    }
                    let other = typed.peek().elsewhere(platform::server_here().as_deref());
                    if *elsewhere.peek() != other {
                        elsewhere.set(other);
                    }
                },
                onenter: join,
            }
            {at(FormField::Words)}
            if let Some(server) = elsewhere() {
                div { id: "join-elsewhere",
                    ProblemLine { text: t!("join-elsewhere", server: server) }
                }
            } else if whole() {
                p { class: "second field", id: "join-whole", {t!("join-whole")} }
            } else if here.is_none() {
                Field {
                    id: "join-server",
                    label: t!("field-server"),
                    placeholder: t!("field-server-example"),
                    keyboard: "url",
                    initial: typed.peek().server.clone(),
                    oninput: move |text| typed.write().server = text,
                    onenter: join,
                }
                {at(FormField::Server)}
            }
            Field {
                id: "join-me",
                label: t!("field-me"),
                oninput: move |text| typed.write().me = text,
                onenter: join,
            }
            {at(FormField::Me)}
        }
    }
}

fn missing_words(place: FormField) -> String {
    match place {
        FormField::Words => t!("missing-words"),
        FormField::Server => t!("missing-server"),
        FormField::Me | FormField::Page => t!("missing-me"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &str, server: &str, me: &str) -> Typed {
        Typed {
            words: words.into(),
            server: server.into(),
            me: me.into(),
        }
    }

    #[test]
    fn a_whole_code_needs_no_address() {
        let whole = typed(" Voorveld:server.nl#a-b-c-d-e", "", "Bas");
        assert!(whole.is_whole_code());
        assert_eq!(whole.missing(), None);
        assert_eq!(whole.place(&Error::Address), FormField::Words);
    }

    #[test]
    fn the_first_empty_field_is_the_one_that_is_asked_for() {
        assert_eq!(typed("", "", "").missing(), Some(FormField::Words));
        assert_eq!(
            typed("a b c d e", "", "").missing(),
            Some(FormField::Server)
        );
        assert_eq!(
            typed("a b c d e", "s.nl", " ").missing(),
            Some(FormField::Me)
        );
        assert_eq!(typed("a b c d e", "s.nl", "Bas").missing(), None);
    }

    #[test]
    fn each_problem_stands_at_its_field() {
        let now = typed("a b c d e", "s.nl", "Bas");
        for (error, place) in [
            (Error::Words(3), FormField::Words),
            (Error::InvitationUsed, FormField::Words),
            (Error::Address, FormField::Server),
            (Error::InTeam, FormField::Page),
        ] {
            assert_eq!(now.place(&error), place, "{error}");
        }
    }

    #[test]
    fn a_browser_says_so_when_a_code_is_of_another_server() {
        let whole = typed("voorveld:https://een.nl#a-b-c-d-e", "", "Bas");
        assert_eq!(whole.elsewhere(Some("https://een.nl")), None);
        let other = whole.elsewhere(Some("https://twee.nl"));
        assert_eq!(other.as_deref(), Some("https://een.nl"));
        assert_eq!(whole.elsewhere(None), None, "an installed app talks to any");
        assert_eq!(typed("a b c d e", "", "").elsewhere(Some("x")), None);
    }

    #[test]
    fn accents_at_the_start_do_not_break_the_field() {
        assert!(!typed("éééééééé", "", "").is_whole_code());
    }
}
