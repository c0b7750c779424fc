//! From a call to its reply: commands run in one transaction, questions read.

use super::Store;
use crate::Error;
use crate::call::{Change, Command, Reply};

impl Store {
    /// Answers a call that needs no server.
    ///
    /// # Errors
    /// Whatever fits; nothing of a failed command was kept.
    pub(crate) fn answer(&mut self, command: Command) -> Result<Reply, Error> {
        macro_rules! read {
            ($call:ident, $reply:expr) => {
                Ok(Reply::$call($reply?))
            };
        }
        macro_rules! write {
            ($name:ident, $call:ident, $method:ident) => {
                self.atomically(|store| store.$method($call))
                    .map(Reply::$name)
            };
        }
        match command {
            Command::ReadToday(_) => read!(ReadToday, self.read_today()),
            Command::ReadCases(call) => read!(ReadCases, self.read_cases(&call)),
            Command::Search(call) => {
                self.index_for_search();
                read!(Search, self.search(&call.text))
            }
            Command::FindWho(call) => read!(FindWho, self.find_who(&call.text)),
            Command::ReadCase(call) => read!(ReadCase, self.read_case(call.case)),
            Command::ReadTimeline(call) => read!(ReadTimeline, self.read_timeline(&call)),
            Command::ReadNetwork(call) => read!(ReadNetwork, self.read_network(&call.text)),
            Command::ReadContact(call) => read!(ReadContact, self.read_contact(call.contact)),
            Command::ReadSignal(call) => read!(ReadSignal, self.read_signal(call.signal)),
            Command::ReadTeam(_) => read!(ReadTeam, self.read_team()),
            Command::ReadTeamSettings(_) => read!(ReadTeamSettings, self.read_team_settings()),
            Command::ReadDraft(_) => read!(ReadDraft, self.meta_json(super::meta::key::DRAFT)),
            Command::ReadSettings(_) => read!(ReadSettings, self.read_settings()),
            Command::ReadPlace(_) => read!(ReadPlace, self.meta_json(super::meta::key::PLACE)),
            Command::SaveDraft(call) => write!(SaveDraft, call, save_draft),
            Command::SaveEncounter(call) => write!(SaveEncounter, call, save_encounter),
            Command::EditEncounter(call) => write!(EditEncounter, call, edit_encounter),
            Command::CreateCase(call) => write!(CreateCase, call, create_case),
            Command::SetCaseField(call) => write!(SetCaseField, call, set_case_field),
            Command::SetProblem(call) => write!(SetProblem, call, set_problem),
            Command::SetSensitive(call) => write!(SetSensitive, call, set_sensitive),
            Command::SetTrust(call) => write!(SetTrust, call, set_trust),
            Command::AddSafetyFact(call) => write!(AddSafetyFact, call, add_safety_fact),
            Command::EndSafetyFact(call) => write!(EndSafetyFact, call, end_safety_fact),
            Command::AddCommitment(call) => write!(AddCommitment, call, add_commitment),
            Command::TickCommitment(call) => write!(TickCommitment, call, tick_commitment),
            Command::LinkAround(call) => write!(LinkAround, call, link_around),
            Command::LinkSignal(call) => write!(LinkSignal, call, link_signal),
            Command::PickUpSignal(call) => write!(PickUpSignal, call, pick_up_signal),
            Command::RestSignal(call) => write!(RestSignal, call, rest_signal),
            Command::SaveContact(call) => write!(SaveContact, call, save_contact),
            Command::SetContactField(call) => write!(SetContactField, call, set_contact_field),
            Command::SetTeamSetting(call) => write!(SetTeamSetting, call, set_team_setting),
            Command::SetSettings(call) => {
                self.atomically(|store| {
                    store.set_meta_json(super::meta::key::SETTINGS, &call.settings)
                })?;
                self.changes.insert(Change::Settings);
                Ok(Reply::SetSettings(()))
            }
            Command::KeepPlace(call) => write!(KeepPlace, call, keep_place),
            Command::PreviewImport(call) => read!(PreviewImport, self.preview_import(&call)),
            Command::KeepImport(call) => write!(KeepImport, call, keep_import),
            Command::StartTeam(_)
            | Command::Invite(_)
            | Command::JoinTeam(_)
            | Command::Sync(_)
            | Command::CameToFront(_) => {
                Err(Error::Internal("this call goes to the server".into()))
            }
        }
    }
}
