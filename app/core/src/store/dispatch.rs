//! Dispatches calls: write commands run in one transaction each, read commands only read.

use super::Store;
use crate::Error;
use crate::api::{Change, Request, Response};
use crate::picture::Picture;
use crate::{CaseId, ExpenseId};

impl Store {
    /// Handles a call that needs no server.
    ///
    /// # Errors
    /// Any error of the call's handler, after rolling back its transaction; [`Error::Internal`] for
    /// calls that the server or the vault handles.
    pub(crate) fn dispatch(&mut self, command: Request) -> Result<Response, Error> {
        macro_rules! read {
            ($call:ident, $reply:expr) => {
                Ok(Response::$call($reply?))
            };
        }
        macro_rules! write {
            ($name:ident, $call:ident, $method:ident) => {
                self.atomically(|store| store.$method($call))
                    .map(Response::$name)
            };
        }
        self.project_before(&command)?;
        match command {
            Request::ReadToday(_) => read!(ReadToday, self.read_today()),
            Request::ReadTodayList(call) => read!(ReadTodayList, self.read_today_list(&call)),
            Request::ReadCases(call) => read!(ReadCases, self.read_cases(&call)),
            Request::ReadCaseChoices(_) => read!(ReadCaseChoices, self.read_case_choices()),
            Request::Search(call) => {
                self.index_for_search();
                read!(Search, self.search(&call))
            }
            Request::FindWho(call) => read!(FindWho, self.find_who(&call)),
            Request::ReadCase(call) => read!(ReadCase, self.read_case(call.case)),
            Request::ReadTimeline(call) => read!(ReadTimeline, self.read_timeline(&call)),
            Request::ReadClientView(call) => {
                read!(ReadClientView, self.read_client_view(call.case))
            }
            Request::ReadNetwork(call) => read!(ReadNetwork, self.read_network(&call)),
            Request::ReadContact(call) => read!(ReadContact, self.read_contact(call.contact)),
            Request::ReadSignal(call) => read!(ReadSignal, self.read_signal(call.signal)),
            Request::ReadTeam(_) => read!(ReadTeam, self.read_team()),
            Request::ReadTeamSettings(_) => read!(ReadTeamSettings, self.read_team_settings()),
            Request::ReadStudies(_) => read!(ReadStudies, self.read_studies()),
            Request::ReadStudy(call) => read!(ReadStudy, self.read_study(&call)),
            Request::ReadStudyReport(call) => {
                read!(ReadStudyReport, self.read_study_report(call.study))
            }
            Request::Recognise(call) => read!(Recognise, self.recognise(call.texts)),
            Request::CreateStudy(call) => write!(CreateStudy, call, create_study),
            Request::SetStudyField(call) => write!(SetStudyField, call, set_study_field),
            Request::SetTheme(call) => write!(SetTheme, call, set_theme),
            Request::SaveInterview(call) => write!(SaveInterview, call, save_interview),
            Request::SetMark(call) => write!(SetMark, call, set_mark),
            Request::SetInterviewRole(call) => {
                write!(SetInterviewRole, call, set_interview_role)
            }
            Request::SetQuote(call) => write!(SetQuote, call, set_quote),
            Request::SetInterviewContact(call) => {
                write!(SetInterviewContact, call, set_interview_contact)
            }
            Request::MakeHelpSignal(call) => write!(MakeHelpSignal, call, make_help_signal),
            Request::ReadCoreTeam(_) => read!(ReadCoreTeam, self.read_core_team()),
            Request::ReadOnAgenda(call) => read!(ReadOnAgenda, self.read_on_agenda(call.case)),
            Request::ReadEffect(_) => read!(ReadEffect, self.read_effect()),
            Request::ReadCaseExport(call) => {
                read!(ReadCaseExport, self.read_case_export(call.case))
            }
            Request::ReadCaseFacts(call) => read!(ReadCaseFacts, self.read_case_facts(&call)),
            Request::ReadUnlinkedSignals(_) => {
                read!(ReadUnlinkedSignals, self.read_unlinked_signals())
            }
            Request::ListContacts(_) => read!(ListContacts, self.list_contacts()),
            Request::ReadWholeContact(call) => {
                read!(ReadWholeContact, self.read_whole_contact(call.contact))
            }
            Request::ReadPeople(_) => read!(ReadPeople, self.read_people()),
            Request::ReadDocuments(call) => read!(ReadDocuments, self.read_documents(&call)),
            Request::ReadCaseFile(call) => read!(ReadCaseFile, self.read_case_file(call.case)),
            Request::ReadDraft(_) => read!(ReadDraft, self.meta_json(super::meta::key::DRAFT)),
            Request::ReadSettings(_) => read!(ReadSettings, self.read_settings()),
            Request::ReadLocation(_) => {
                read!(ReadLocation, self.meta_json(super::meta::key::PLACE))
            }
            Request::ReadExpenses(call) => read!(ReadExpenses, self.read_expenses(call.case)),
            Request::ReadExpenseMonth(call) => {
                read!(ReadExpenseMonth, self.read_expense_month(call.month))
            }
            Request::ReadReceipt(call) => read!(ReadReceipt, self.read_receipt(call.receipt)),
            Request::ReadExpenseDraft(call) => {
                read!(ReadExpenseDraft, self.read_expense_draft(call.case))
            }
            Request::SaveExpenseDraft(call) => write!(SaveExpenseDraft, call, save_expense_draft),
            Request::SaveExpense(call) => write!(SaveExpense, call, save_expense),
            Request::ReverseExpense(call) => write!(ReverseExpense, call, reverse_expense),
            Request::AddReceipt(call) => {
                let photo = Picture::prepare(&call.picture)?;
                self.dispatch_receipt(call.case, call.expense, &photo)
            }
            Request::DropReceipt(call) => write!(DropReceipt, call, drop_receipt),
            Request::SaveDraft(call) => write!(SaveDraft, call, save_draft),
            Request::SaveEncounter(call) => write!(SaveEncounter, call, save_encounter),
            Request::EditEncounter(call) => write!(EditEncounter, call, edit_encounter),
            Request::CreateCase(call) => write!(CreateCase, call, create_case),
            Request::SetCaseField(call) => write!(SetCaseField, call, set_case_field),
            Request::SetProblem(call) => write!(SetProblem, call, set_problem),
            Request::SetSensitive(call) => write!(SetSensitive, call, set_sensitive),
            Request::SetTrust(call) => write!(SetTrust, call, set_trust),
            Request::AddSafetyFact(call) => write!(AddSafetyFact, call, add_safety_fact),
            Request::EndSafetyFact(call) => write!(EndSafetyFact, call, end_safety_fact),
            Request::AddCommitment(call) => write!(AddCommitment, call, add_commitment),
            Request::EditCommitment(call) => write!(EditCommitment, call, edit_commitment),
            Request::TickCommitment(call) => write!(TickCommitment, call, tick_commitment),
            Request::SetCaseContact(call) => write!(SetCaseContact, call, set_case_contact),
            Request::LinkSignal(call) => write!(LinkSignal, call, link_signal),
            Request::PickUpSignal(call) => write!(PickUpSignal, call, pick_up_signal),
            Request::RestSignal(call) => write!(RestSignal, call, rest_signal),
            Request::WakeSignal(call) => write!(WakeSignal, call, wake_signal),
            Request::SetSignalSource(call) => write!(SetSignalSource, call, set_signal_source),
            Request::SaveContact(call) => write!(SaveContact, call, save_contact),
            Request::SetContactTag(call) => write!(SetContactTag, call, set_contact_tag),
            Request::SetContactField(call) => write!(SetContactField, call, set_contact_field),
            Request::SetTeamSetting(call) => write!(SetTeamSetting, call, set_team_setting),
            Request::SetOnAgenda(call) => write!(SetOnAgenda, call, set_on_agenda),
            Request::WriteAgenda(call) => write!(WriteAgenda, call, write_agenda),
            Request::DecideAgenda(call) => write!(DecideAgenda, call, decide_agenda),
            Request::CloseCase(call) => write!(CloseCase, call, close_case),
            Request::ReopenCase(call) => write!(ReopenCase, call, reopen_case),
            Request::AddParty(call) => write!(AddParty, call, add_party),
            Request::SetPartyState(call) => write!(SetPartyState, call, set_party_state),
            Request::AddRelation(call) => write!(AddRelation, call, add_relation),
            Request::EndRelation(call) => write!(EndRelation, call, end_relation),
            Request::SwapLead(call) => write!(SwapLead, call, swap_lead),
            Request::SnoozeReview(call) => write!(SnoozeReview, call, snooze_review),
            Request::SetSettings(call) => {
                self.atomically(|store| {
                    store.set_meta_json(super::meta::key::SETTINGS, &call.settings)
                })?;
                self.changes.insert(Change::Settings);
                Ok(Response::SetSettings(()))
            }
            Request::SaveLocation(call) => write!(SaveLocation, call, save_location),
            Request::PreviewImport(call) => read!(PreviewImport, self.preview_import(&call)),
            Request::ChooseColumn(call) => write!(ChooseColumn, call, choose_column),
            Request::ConfirmImport(call) => write!(ConfirmImport, call, confirm_import),
            Request::ReadImports(_) => read!(ReadImports, self.read_imports()),
            Request::TakeBackImport(call) => write!(TakeBackImport, call, take_back_import),
            Request::ReadDecisions(call) => read!(ReadDecisions, self.read_decisions(call.case)),
            Request::VerifyDecisions(call) => {
                read!(VerifyDecisions, self.verify_decisions(call.case))
            }
            Request::ReadDecisionDraft(call) => {
                let key = super::write::decision::draft_key(call.case, call.adds_to);
                read!(ReadDecisionDraft, self.meta_json(&key))
            }
            Request::ReadHandover(call) => read!(ReadHandover, self.read_handover(call.case)),
            Request::ReadInvolved(_) => read!(ReadInvolved, self.read_involved()),
            Request::ReadCallList(_) => read!(ReadCallList, self.read_call_list()),
            Request::SaveDecisionDraft(call) => {
                write!(SaveDecisionDraft, call, save_decision_draft)
            }
            Request::AddDecision(call) => write!(AddDecision, call, add_decision),
            Request::LookAgain(call) => write!(LookAgain, call, look_again),
            Request::HandOver(call) => write!(HandOver, call, hand_over),
            Request::SetInvolved(call) => write!(SetInvolved, call, set_involved),
            Request::SaveCallLine(call) => write!(SaveCallLine, call, save_call_line),
            Request::RemoveCallLine(call) => write!(RemoveCallLine, call, remove_call_line),
            Request::MoveCallLine(call) => write!(MoveCallLine, call, move_call_line),
            Request::LogEscalation(call) => write!(LogEscalation, call, log_escalation),
            Request::ReadTeams(_) => Err(Error::Internal("the vault knows the teams".into())),
            Request::StartTeam(_)
            | Request::Invite(_)
            | Request::JoinTeam(_)
            | Request::Sync(_)
            | Request::AppResumed(_) => Err(Error::Internal("this call goes to the server".into())),
        }
    }

    /// Handles [`Request::AddReceipt`] with an already prepared photo, for callers that prepare it off
    /// the store's thread.
    ///
    /// # Errors
    /// Any error of adding the receipt; the transaction is rolled back.
    pub(crate) fn dispatch_receipt(
        &mut self,
        case: CaseId,
        expense: Option<ExpenseId>,
        photo: &Picture,
    ) -> Result<Response, Error> {
        self.atomically(|store| store.add_receipt(case, expense, photo))
            .map(Response::AddReceipt)
    }
}
