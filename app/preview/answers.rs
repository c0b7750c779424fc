//! Replies of the sample workspace.

use std::sync::Mutex;

use voorveld_core::api::{Among, Draft, Request, Response};
use voorveld_core::model::Who;
use voorveld_core::view::{Appearance, CaseList, LockAfter, Saved, Settings, Timeline};
use voorveld_core::{CommitmentId, Error};

use super::{
    case_answers, data, decision_answers, expense_data, gone_data, paper_answers, search_data,
    study_answers, team_answers,
};

/// Replies with sample data; requests succeed without effect.
pub fn answering(variants: Vec<String>) -> impl Fn(Request) -> Result<Response, Error> + Send {
    let is = move |variant: &str| variants.iter().any(|each| each == variant);
    let drafts: Mutex<Vec<Draft>> = Mutex::default();
    let expenses = expense_data::Drafts::default();
    move |request| {
        if let Some(answer) = case_answers::answer(&request, &is) {
            return answer;
        }
        if let Some(answer) = team_answers::answer(&request, &is) {
            return answer;
        }
        if let Some(answer) = study_answers::answer(&request, &is) {
            return answer;
        }
        if let Some(answer) = paper_answers::answer(&request, &is) {
            return answer;
        }
        if let Some(answer) = decision_answers::answer(&request, &is) {
            return answer;
        }
        if let Some(answer) = expenses.answer(&request, &is) {
            return answer;
        }
        Ok(match request {
            Request::ReadToday(_) if is("first-day") => Response::ReadToday(data::empty_screen()),
            Request::ReadToday(_) => Response::ReadToday(data::first_screen()),
            Request::ReadCases(_) => Response::ReadCases(CaseList {
                total: data::cases().len() as u32,
                cases: data::cases(),
            }),
            Request::ReadCaseChoices(_) => Response::ReadCaseChoices(search_data::choices()),
            Request::Search(_) => Response::Search(search_data::found()),
            Request::FindWho(ask) => Response::FindWho(
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
            Request::ReadCase(ask) => {
                let mut view = if is("clash") {
                    data::clashing()
                } else if is("bare") {
                    data::bare()
                } else {
                    data::pigeons()
                };
                view.id = ask.case;
                if is("joined") {
                    view.together.here = vec![gone_data::other_case()];
                }
                Response::ReadCase(view)
            }
            Request::ReadTimeline(_) => Response::ReadTimeline(Timeline {
                entries: if is("bare") { vec![] } else { data::timeline() },
                more: false,
                total: data::timeline().len() as u32,
            }),
            Request::ReadSignal(_) => Response::ReadSignal(if is("resting") {
                data::resting_signal()
            } else {
                data::a_signal()
            }),
            Request::ReadDrafts(_) => {
                Response::ReadDrafts(drafts.lock().expect("no panic while locked").clone())
            }
            Request::ReadSettings(_) => Response::ReadSettings(Settings {
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
            Request::SaveDraft(keep) => {
                let mut drafts = drafts.lock().expect("no panic while locked");
                drafts.retain(|draft| draft.id != keep.draft.id);
                drafts.extend(Some(keep.draft).filter(Draft::is_written));
                Response::SaveDraft(())
            }
            Request::SaveEncounter(_) if is("fail") => return Err(Error::DiskFull),
            Request::SaveEncounter(new) if new.text.trim().is_empty() => return Err(Error::Empty),
            Request::SaveEncounter(_) => Response::SaveEncounter(Saved::default()),
            Request::EditEncounter(_) => Response::EditEncounter(()),
            Request::ReadEntry(read) => Response::ReadEntry(gone_data::entry(read.entry)),
            Request::ReadGone(_) if is("gone") => Response::ReadGone(gone_data::gone()),
            Request::ReadGone(_) => Response::ReadGone(Vec::new()),
            Request::MoveEntry(_) => Response::MoveEntry(Saved::default()),
            Request::WithdrawEntry(_) => Response::WithdrawEntry(()),
            Request::RestoreEntry(_) => Response::RestoreEntry(()),
            Request::UnlinkSignal(_) => Response::UnlinkSignal(()),
            Request::KeepClosed(_) => Response::KeepClosed(()),
            Request::JoinCases(_) => Response::JoinCases(()),
            Request::SplitCase(_) => Response::SplitCase(()),
            Request::RemoveCase(_) => Response::RemoveCase(()),
            Request::BringCaseBack(_) => Response::BringCaseBack(()),
            Request::ReadRemovedCases(_) if is("removed") => {
                Response::ReadRemovedCases(vec![gone_data::other_case()])
            }
            Request::ReadRemovedCases(_) => Response::ReadRemovedCases(Vec::new()),
            Request::CreateCase(_) => Response::CreateCase(data::T),
            Request::SetCaseField(_) => Response::SetCaseField(()),
            Request::SetProblem(_) => Response::SetProblem(()),
            Request::SetSensitive(_) => Response::SetSensitive(()),
            Request::SetTrust(_) => Response::SetTrust(()),
            Request::AddSafetyFact(_) => Response::AddSafetyFact(()),
            Request::EndSafetyFact(_) => Response::EndSafetyFact(()),
            Request::AddCommitment(_) => Response::AddCommitment(CommitmentId(data::id(23))),
            Request::EditCommitment(_) => Response::EditCommitment(()),
            Request::TickCommitment(_) => Response::TickCommitment(()),
            Request::SetCaseContact(_) => Response::SetCaseContact(()),
            Request::LinkSignal(_) => Response::LinkSignal(Saved::default()),
            Request::PickUpSignal(_) => Response::PickUpSignal(data::T),
            Request::RestSignal(_) => Response::RestSignal(()),
            Request::WakeSignal(_) => Response::WakeSignal(()),
            Request::SetSignalSource(_) => Response::SetSignalSource(()),
            Request::SetContactTag(_) => Response::SetContactTag(()),
            Request::ReadLocation(_) => Response::ReadLocation(None),
            Request::SaveLocation(_) => Response::SaveLocation(()),
            Request::NoteNewsShown(_) => Response::NoteNewsShown(()),
            Request::SetSettings(_) => Response::SetSettings(()),
            other => return Err(Error::Internal(format!("no sample for {other:?}"))),
        })
    }
}
