//! Sample replies about the team and the network. Variants: `alone`, `no-team`, `only-here`, `waiting`,
//! `several`, `offline`, `silent-server`, `clock-off`, `closed-server`, `wrong-words`, `bare`, `clash`,
//! `again`, `teams` (three of them), `damaged` (one of those).

use voorveld_core::Error;
use voorveld_core::call::{Command, Reply};
use voorveld_core::view::ContactView;

use super::{network_data, team_data as data};

/// Returns the reply if the command is one of these.
pub fn answer(command: &Command, is: &impl Fn(&str) -> bool) -> Option<Result<Reply, Error>> {
    Some(Ok(match command {
        Command::ReadTeam(_) => Reply::ReadTeam(if is("no-team") {
            data::no_team()
        } else if is("alone") {
            data::alone()
        } else if is("only-here") {
            data::only_here()
        } else if is("waiting") {
            data::waiting()
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
        Command::ReadTeams(_) => Reply::ReadTeams(data::teams(is)),
        Command::Sync(_) => {
            // As slow as a weak signal.
            std::thread::sleep(std::time::Duration::from_secs(2));
            if is("offline") {
                return Some(Err(voorveld_core::SyncProblem::NoConnection.into()));
            }
            Reply::Sync(Default::default())
        }
        Command::Invite(_) => Reply::Invite(data::invitation()),
        Command::StartTeam(_) if is("closed-server") => {
            return Some(Err(Error::RegistrationClosed));
        }
        Command::StartTeam(start) if !start.server.contains('.') => {
            return Some(Err(Error::Address));
        }
        Command::StartTeam(_) => Reply::StartTeam(()),
        Command::JoinTeam(_) if is("wrong-words") => return Some(Err(Error::Words(3))),
        Command::JoinTeam(_) => Reply::JoinTeam(()),
        Command::ReadNetwork(ask) => Reply::ReadNetwork(network_data::network(ask)),
        Command::ReadContact(ask) => Reply::ReadContact(ContactView {
            id: ask.contact,
            ..if is("bare") {
                network_data::bare_contact()
            } else if is("clash") {
                network_data::clashing_contact()
            } else {
                network_data::greengrocer()
            }
        }),
        Command::SaveContact(new) if new.name.trim().is_empty() => return Some(Err(Error::Empty)),
        Command::SaveContact(_) => Reply::SaveContact(network_data::greengrocer().id),
        Command::SetContactField(_) => Reply::SetContactField(()),
        Command::PreviewImport(_) => Reply::PreviewImport(if is("again") {
            network_data::import_again()
        } else if is("asking") {
            network_data::import_asking()
        } else {
            network_data::import()
        }),
        Command::ChooseColumn(_) => Reply::ChooseColumn(network_data::import()),
        Command::KeepImport(_) => Reply::KeepImport(network_data::imported()),
        Command::ReadImports(_) => Reply::ReadImports(network_data::past_imports()),
        Command::TakeBackImport(_) => Reply::TakeBackImport(network_data::taken_back()),
        _ => return None,
    }))
}
