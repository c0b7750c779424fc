//! Sample replies about the team and the network. Variants: `alone`, `no-team`, `only-here`, `waiting`, `catching-up`,
//! `several`, `offline`, `silent-server`, `clock-off`, `closed-server`, `wrong-words`, `bare`, `clash`,
//! `again`, `teams` (three of them), `damaged` (one of those).

use voorveld_core::Error;
use voorveld_core::api::{Request, Response};
use voorveld_core::view::ContactView;

use super::{network_data, team_data as data};

/// Returns the reply if the request is one of these.
pub fn answer(request: &Request, is: &impl Fn(&str) -> bool) -> Option<Result<Response, Error>> {
    Some(Ok(match request {
        Request::ReadTeam(_) => Response::ReadTeam(if is("no-team") {
            data::no_team()
        } else if is("alone") {
            data::alone()
        } else if is("only-here") {
            data::only_here()
        } else if is("waiting") {
            data::waiting()
        } else if is("catching-up") {
            data::catching_up()
        } else if is("several") {
            data::several()
        } else if is("offline") {
            data::failed(voorveld_core::SyncProblem::NoConnection)
        } else if is("silent-server") {
            data::failed(voorveld_core::SyncProblem::NoAnswer)
        } else if is("clock-off") {
            data::clock_off()
        } else {
            data::closed()
        }),
        Request::ReadTeams(_) => Response::ReadTeams(data::teams(is)),
        Request::Sync(_) => {
            // As slow as a weak signal.
            std::thread::sleep(std::time::Duration::from_secs(2));
            if is("offline") {
                return Some(Err(voorveld_core::SyncProblem::NoConnection.into()));
            }
            Response::Sync(Default::default())
        }
        Request::Invite(_) => Response::Invite(data::invitation()),
        Request::StartTeam(_) if is("closed-server") => {
            return Some(Err(Error::RegistrationClosed));
        }
        Request::StartTeam(start) if !start.server.contains('.') => {
            return Some(Err(Error::Address));
        }
        Request::StartTeam(_) => Response::StartTeam(()),
        Request::JoinTeam(_) if is("wrong-words") => return Some(Err(Error::Words(3))),
        Request::JoinTeam(_) => Response::JoinTeam(()),
        Request::ReadNetwork(ask) => Response::ReadNetwork(network_data::network(ask)),
        Request::ReadContact(ask) => Response::ReadContact(ContactView {
            id: ask.contact,
            ..if is("bare") {
                network_data::bare_contact()
            } else if is("clash") {
                network_data::clashing_contact()
            } else {
                network_data::greengrocer()
            }
        }),
        Request::SaveContact(new) if new.name.trim().is_empty() => return Some(Err(Error::Empty)),
        Request::SaveContact(_) => Response::SaveContact(network_data::greengrocer().id),
        Request::SetContactField(_) => Response::SetContactField(()),
        Request::PreviewImport(_) => Response::PreviewImport(if is("again") {
            network_data::import_again()
        } else if is("asking") {
            network_data::import_asking()
        } else {
            network_data::import()
        }),
        Request::ChooseColumn(_) => Response::ChooseColumn(network_data::import()),
        Request::ConfirmImport(_) => Response::ConfirmImport(network_data::imported()),
        Request::ReadImports(_) => Response::ReadImports(network_data::past_imports()),
        Request::TakeBackImport(_) => Response::TakeBackImport(network_data::taken_back()),
        _ => return None,
    }))
}
