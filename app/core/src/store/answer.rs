//! Dispatches calls: write commands run in one transaction each, read commands only read.

use super::Store;
use crate::Error;
use crate::call::{Change, Command, Reply};
use crate::picture::Picture;
use crate::{CaseId, ExpenseId};

impl Store {
    /// Handles a call that needs no server.
    ///
    /// # Errors
    /// Any error of the call's handler, after rolling back its transaction; [`Error::Internal`] for
    /// calls that the server or the vault handles.
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
        self.project_before(&command)?;
        match command {
            Command::ReadToday(_) => read!(ReadToday, self.read_today()),
            Command::ReadTodayList(call) => read!(ReadTodayList, self.read_today_list(&call)),
            Command::ReadCases(call) => read!(ReadCases, self.read_cases(&call)),
            Command::ReadCaseChoices(_) => read!(ReadCaseChoices, self.read_case_choices()),
            Command::Search(call) => {
                self.index_for_search();
                read!(Search, self.search(&call))
            }
            Command::FindWho(call) => read!(FindWho, self.find_who(&call)),
            Command::ReadCase(call) => read!(ReadCase, self.read_case(call.case)),
            Command::ReadTimeline(call) => read!(ReadTimeline, self.read_timeline(&call)),
            Command::ReadAlong(call) => read!(ReadAlong, self.read_along(call.case)),
            Command::ReadNetwork(call) => read!(ReadNetwork, self.read_network(&call)),
            Command::ReadContact(call) => read!(ReadContact, self.read_contact(call.contact)),
            Command::ReadSignal(call) => read!(ReadSignal, self.read_signal(call.signal)),
            Command::ReadTeam(_) => read!(ReadTeam, self.read_team()),
            Command::ReadTeamSettings(_) => read!(ReadTeamSettings, self.read_team_settings()),
            Command::ReadStudies(_) => read!(ReadStudies, self.read_studies()),
            Command::ReadStudy(call) => read!(ReadStudy, self.read_study(&call)),
            Command::ReadStudyReport(call) => {
                read!(ReadStudyReport, self.read_study_report(call.study))
            }
            Command::Recognise(call) => read!(Recognise, self.recognise(call.texts)),
            Command::CreateStudy(call) => write!(CreateStudy, call, create_study),
            Command::SetStudyField(call) => write!(SetStudyField, call, set_study_field),
            Command::SetTheme(call) => write!(SetTheme, call, set_theme),
            Command::SaveInterview(call) => write!(SaveInterview, call, save_interview),
            Command::SetMark(call) => write!(SetMark, call, set_mark),
            Command::SetInterviewRole(call) => {
                write!(SetInterviewRole, call, set_interview_role)
            }
            Command::SetQuote(call) => write!(SetQuote, call, set_quote),
            Command::SetInterviewContact(call) => {
                write!(SetInterviewContact, call, set_interview_contact)
            }
            Command::MakeHelpSignal(call) => write!(MakeHelpSignal, call, make_help_signal),
            Command::ReadCoreTeam(_) => read!(ReadCoreTeam, self.read_core_team()),
            Command::ReadOnAgenda(call) => read!(ReadOnAgenda, self.read_on_agenda(call.case)),
            Command::ReadEffect(_) => read!(ReadEffect, self.read_effect()),
            Command::ReadDossier(call) => read!(ReadDossier, self.read_dossier(call.case)),
            Command::ReadCaseFacts(call) => read!(ReadCaseFacts, self.read_case_facts(&call)),
            Command::ReadLooseSignals(_) => read!(ReadLooseSignals, self.read_loose_signals()),
            Command::ListContacts(_) => read!(ListContacts, self.list_contacts()),
            Command::ReadWholeContact(call) => {
                read!(ReadWholeContact, self.read_whole_contact(call.contact))
            }
            Command::ReadPeople(_) => read!(ReadPeople, self.read_people()),
            Command::ReadDocuments(call) => read!(ReadDocuments, self.read_documents(&call)),
            Command::ReadCaseFile(call) => read!(ReadCaseFile, self.read_case_file(call.case)),
            Command::ReadDraft(_) => read!(ReadDraft, self.meta_json(super::meta::key::DRAFT)),
            Command::ReadSettings(_) => read!(ReadSettings, self.read_settings()),
            Command::ReadPlace(_) => read!(ReadPlace, self.meta_json(super::meta::key::PLACE)),
            Command::ReadExpenses(call) => read!(ReadExpenses, self.read_expenses(call.case)),
            Command::ReadExpenseMonth(call) => {
                read!(ReadExpenseMonth, self.read_expense_month(call.month))
            }
            Command::ReadReceipt(call) => read!(ReadReceipt, self.read_receipt(call.receipt)),
            Command::ReadExpenseDraft(call) => {
                read!(ReadExpenseDraft, self.read_expense_draft(call.case))
            }
            Command::SaveExpenseDraft(call) => write!(SaveExpenseDraft, call, save_expense_draft),
            Command::SaveExpense(call) => write!(SaveExpense, call, save_expense),
            Command::ReverseExpense(call) => write!(ReverseExpense, call, reverse_expense),
            Command::AddReceipt(call) => {
                let photo = Picture::prepare(&call.picture)?;
                self.answer_receipt(call.case, call.expense, &photo)
            }
            Command::DropReceipt(call) => write!(DropReceipt, call, drop_receipt),
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
            Command::EditCommitment(call) => write!(EditCommitment, call, edit_commitment),
            Command::TickCommitment(call) => write!(TickCommitment, call, tick_commitment),
            Command::LinkAround(call) => write!(LinkAround, call, link_around),
            Command::LinkSignal(call) => write!(LinkSignal, call, link_signal),
            Command::PickUpSignal(call) => write!(PickUpSignal, call, pick_up_signal),
            Command::RestSignal(call) => write!(RestSignal, call, rest_signal),
            Command::WakeSignal(call) => write!(WakeSignal, call, wake_signal),
            Command::SetSignalSource(call) => write!(SetSignalSource, call, set_signal_source),
            Command::SaveContact(call) => write!(SaveContact, call, save_contact),
            Command::SetContactTag(call) => write!(SetContactTag, call, set_contact_tag),
            Command::SetContactField(call) => write!(SetContactField, call, set_contact_field),
            Command::SetTeamSetting(call) => write!(SetTeamSetting, call, set_team_setting),
            Command::SetOnAgenda(call) => write!(SetOnAgenda, call, set_on_agenda),
            Command::WriteAgenda(call) => write!(WriteAgenda, call, write_agenda),
            Command::DecideAgenda(call) => write!(DecideAgenda, call, decide_agenda),
            Command::CloseCase(call) => write!(CloseCase, call, close_case),
            Command::ReopenCase(call) => write!(ReopenCase, call, reopen_case),
            Command::AddParty(call) => write!(AddParty, call, add_party),
            Command::SetPartyState(call) => write!(SetPartyState, call, set_party_state),
            Command::AddRelation(call) => write!(AddRelation, call, add_relation),
            Command::EndRelation(call) => write!(EndRelation, call, end_relation),
            Command::SwapLead(call) => write!(SwapLead, call, swap_lead),
            Command::QuietWeeks(call) => write!(QuietWeeks, call, quiet_weeks),
            Command::SetSettings(call) => {
                self.atomically(|store| {
                    store.set_meta_json(super::meta::key::SETTINGS, &call.settings)
                })?;
                self.changes.insert(Change::Settings);
                Ok(Reply::SetSettings(()))
            }
            Command::KeepPlace(call) => write!(KeepPlace, call, keep_place),
            Command::PreviewImport(call) => read!(PreviewImport, self.preview_import(&call)),
            Command::ChooseColumn(call) => write!(ChooseColumn, call, choose_column),
            Command::KeepImport(call) => write!(KeepImport, call, keep_import),
            Command::ReadImports(_) => read!(ReadImports, self.read_imports()),
            Command::TakeBackImport(call) => write!(TakeBackImport, call, take_back_import),
            Command::ReadDecisions(call) => read!(ReadDecisions, self.read_decisions(call.case)),
            Command::VerifyDecisions(call) => {
                read!(VerifyDecisions, self.verify_decisions(call.case))
            }
            Command::ReadDecisionDraft(call) => {
                let key = super::write::decision::draft_key(call.case, call.adds_to);
                read!(ReadDecisionDraft, self.meta_json(&key))
            }
            Command::ReadHandover(call) => read!(ReadHandover, self.read_handover(call.case)),
            Command::ReadInvolved(_) => read!(ReadInvolved, self.read_involved()),
            Command::ReadCallList(_) => read!(ReadCallList, self.read_call_list()),
            Command::SaveDecisionDraft(call) => {
                write!(SaveDecisionDraft, call, save_decision_draft)
            }
            Command::AddDecision(call) => write!(AddDecision, call, add_decision),
            Command::LookAgain(call) => write!(LookAgain, call, look_again),
            Command::HandOver(call) => write!(HandOver, call, hand_over),
            Command::SetInvolved(call) => write!(SetInvolved, call, set_involved),
            Command::SaveCallLine(call) => write!(SaveCallLine, call, save_call_line),
            Command::RemoveCallLine(call) => write!(RemoveCallLine, call, remove_call_line),
            Command::MoveCallLine(call) => write!(MoveCallLine, call, move_call_line),
            Command::LogEscalation(call) => write!(LogEscalation, call, log_escalation),
            Command::ReadTeams(_) => Err(Error::Internal("the vault knows the teams".into())),
            Command::StartTeam(_)
            | Command::Invite(_)
            | Command::JoinTeam(_)
            | Command::Sync(_)
            | Command::CameToFront(_) => {
                Err(Error::Internal("this call goes to the server".into()))
            }
        }
    }

    /// Handles [`Command::AddReceipt`] with an already prepared photo, for callers that prepare it off
    /// the store's thread.
    ///
    /// # Errors
    /// Any error of adding the receipt; the transaction is rolled back.
    pub(crate) fn answer_receipt(
        &mut self,
        case: CaseId,
        expense: Option<ExpenseId>,
        photo: &Picture,
    ) -> Result<Reply, Error> {
        self.atomically(|store| store.add_receipt(case, expense, photo))
            .map(Reply::AddReceipt)
    }
}
