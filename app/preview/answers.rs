//! Replies of the sample workspace.

use std::sync::Mutex;

use voorveld_core::Error;
use voorveld_core::call::{Among, Command, Draft, Reply};
use voorveld_core::view::{Appearance, CaseList, LockAfter, Settings, Timeline, Who};

use super::{
    case_answers, data, decision_answers, expense_data, paper_answers, search_data, study_answers,
    team_answers,
};

/// Replies with sample data; commands succeed without effect.
pub fn answering(variants: Vec<String>) -> impl Fn(Command) -> Result<Reply, Error> + Send {
    let is = move |variant: &str| variants.iter().any(|each| each == variant);
    let draft: Mutex<Option<Draft>> = Mutex::default();
    let expenses = expense_data::Drafts::default();
    move |command| {
        if let Some(answer) = case_answers::answer(&command, &is) {
            return answer;
        }
        if let Some(answer) = team_answers::answer(&command, &is) {
            return answer;
        }
        if let Some(answer) = study_answers::answer(&command, &is) {
            return answer;
        }
        if let Some(answer) = paper_answers::answer(&command, &is) {
            return answer;
        }
        if let Some(answer) = decision_answers::answer(&command, &is) {
            return answer;
        }
        if let Some(answer) = expenses.answer(&command, &is) {
            return answer;
        }
        Ok(match command {
            Command::ReadToday(_) if is("first-day") => Reply::ReadToday(data::empty_screen()),
            Command::ReadToday(_) => Reply::ReadToday(data::first_screen()),
            Command::ReadCases(_) => Reply::ReadCases(CaseList {
                total: data::cases().len() as u32,
                cases: data::cases(),
            }),
            Command::ReadCaseChoices(_) => Reply::ReadCaseChoices(search_data::choices()),
            Command::Search(_) => Reply::Search(search_data::found()),
            Command::FindWho(ask) => Reply::FindWho(
                search_data::who_options()
                    .into_iter()
                    .filter(|option| {
                        option
                            .name
                            .to_lowercase()
                            .starts_with(&ask.text.to_lowercase())
                    })
                    .filter(|option| match ask.among {
                        Among::All => true,
                        Among::Cases => matches!(option.who, Who::Case(_)),
                        Among::Contacts => matches!(option.who, Who::Contact(_)),
                    })
                    .collect::<Vec<_>>()
                    .into(),
            ),
            Command::ReadCase(ask) => Reply::ReadCase(voorveld_core::view::CaseView {
                id: ask.case,
                ..if is("clash") {
                    data::clashing()
                } else if is("bare") {
                    data::bare()
                } else {
                    data::pigeons()
                }
            }),
            Command::ReadTimeline(_) => Reply::ReadTimeline(Timeline {
                entries: if is("bare") { vec![] } else { data::timeline() },
                more: false,
                total: data::timeline().len() as u32,
            }),
            Command::ReadSignal(_) => Reply::ReadSignal(if is("resting") {
                data::resting_signal()
            } else {
                data::a_signal()
            }),
            Command::ReadDraft(_) => {
                Reply::ReadDraft(draft.lock().expect("no panic while locked").clone())
            }
            Command::ReadSettings(_) => Reply::ReadSettings(Settings {
                language: if is("english") {
                    voorveld_core::view::Language::English
                } else {
                    voorveld_core::view::Language::Dutch
                },
                appearance: if is("dark") {
                    Appearance::Dark
                } else {
                    Appearance::System
                },
                lock_after: LockAfter::default(),
            }),
            Command::SaveDraft(keep) => {
                *draft.lock().expect("no panic while locked") = keep.draft;
                Reply::SaveDraft(())
            }
            Command::SaveEncounter(_) if is("fail") => return Err(Error::DiskFull),
            Command::SaveEncounter(new) if new.text.trim().is_empty() => return Err(Error::Empty),
            Command::SaveEncounter(_) => Reply::SaveEncounter(()),
            Command::EditEncounter(_) => Reply::EditEncounter(()),
            Command::CreateCase(_) => Reply::CreateCase(data::T),
            Command::SetCaseField(_) => Reply::SetCaseField(()),
            Command::SetProblem(_) => Reply::SetProblem(()),
            Command::SetSensitive(_) => Reply::SetSensitive(()),
            Command::SetTrust(_) => Reply::SetTrust(()),
            Command::AddSafetyFact(_) => Reply::AddSafetyFact(()),
            Command::EndSafetyFact(_) => Reply::EndSafetyFact(()),
            Command::AddCommitment(_) => Reply::AddCommitment(()),
            Command::EditCommitment(_) => Reply::EditCommitment(()),
            Command::TickCommitment(_) => Reply::TickCommitment(()),
            Command::LinkAround(_) => Reply::LinkAround(()),
            Command::LinkSignal(_) => Reply::LinkSignal(()),
            Command::PickUpSignal(_) => Reply::PickUpSignal(data::T),
            Command::RestSignal(_) => Reply::RestSignal(()),
            Command::WakeSignal(_) => Reply::WakeSignal(()),
            Command::SetSignalSource(_) => Reply::SetSignalSource(()),
            Command::SetContactTag(_) => Reply::SetContactTag(()),
            Command::ReadPlace(_) => Reply::ReadPlace(None),
            Command::KeepPlace(_) => Reply::KeepPlace(()),
            Command::SetSettings(_) => Reply::SetSettings(()),
            other => return Err(Error::Internal(format!("no sample for {other:?}"))),
        })
    }
}
