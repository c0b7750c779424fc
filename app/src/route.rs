//! The pages and their addresses.

use dioxus::prelude::*;
use voorveld_core::{CaseId, ContactId, DecisionId, SignalId, StudyId};

use crate::pages::*;
use crate::shell::Shell;

/// A page.
#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
#[allow(missing_docs, reason = "each is called after its page")]
pub enum Route {
    #[layout(Shell)]
        // Unknown addresses lead to the first page.
        #[redirect("/:.._nowhere", |_nowhere: Vec<String>| Route::TodayPage {})]
        #[route("/")]
        TodayPage {},
        #[route("/dossiers")]
        CasesPage {},
        #[route("/dossiers/:case")]
        CasePage { case: CaseId },
        #[route("/dossiers/:case/wijzig")]
        EditCasePage { case: CaseId },
        #[route("/dossiers/:case/export")]
        ExportCasePage { case: CaseId },
        #[route("/dossiers/:case/meelezen")]
        ClientPage { case: CaseId },
        #[route("/dossiers/:case/afweging")]
        NewDecisionPage { case: CaseId },
        #[route("/dossiers/:case/afweging/:kind")]
        NewDecisionOfKindPage { case: CaseId, kind: String },
        #[route("/dossiers/:case/aanvulling/:decision")]
        AddToDecisionPage { case: CaseId, decision: DecisionId },
        #[route("/dossiers/:case/opschalen")]
        EscalatePage { case: CaseId },
        #[route("/dossiers/:case/overdracht")]
        HandoverPage { case: CaseId },
        #[route("/dossiers/:case/uitgave")]
        NewExpensePage { case: CaseId },
        #[route("/signaal/:signal")]
        SignalPage { signal: SignalId },
        #[route("/netwerk")]
        NetworkPage {},
        #[route("/netwerk/:contact")]
        ContactPage { contact: ContactId },
        #[route("/team")]
        TeamPage {},
        #[route("/team/uitgaven")]
        ExpensesPage {},
        #[route("/team/begin")]
        StartTeamPage {},
        #[route("/team/koppel")]
        JoinTeamPage {},
        #[route("/team/koppel/:words")]
        JoinByLinkPage { words: String },
        #[route("/team/uitnodiging")]
        InvitePage {},
        #[route("/team/kernteam")]
        CoreTeamPage {},
        #[route("/team/effect")]
        EffectPage {},
        #[route("/team/export")]
        ExportPage {},
        #[route("/team/gemeentes")]
        TeamsPage {},
        #[route("/team/import")]
        ImportPage {},
        #[route("/team/onderzoek")]
        StudiesPage {},
        #[route("/team/onderzoek/:study")]
        StudyPage { study: StudyId },
        #[route("/team/onderzoek/:study/rapport")]
        StudyReportPage { study: StudyId },
        #[route("/team/afspraken")]
        AgreementsPage {},
        #[route("/team/opschalen")]
        CallListPage {},
        #[route("/team/controle")]
        CheckupPage {},
        #[route("/team/instellingen")]
        SettingsPage {},
}

/// A tab of the bottom bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is called after its page")]
pub enum Tab {
    Today,
    Cases,
    Network,
    Team,
}

impl Route {
    /// Returns the page to restore after a restart: an invitation is not recreated just because the app
    /// was killed, and its words are not stored.
    pub(crate) fn place(&self) -> Self {
        match self {
            Self::InvitePage {} | Self::JoinByLinkPage { .. } => Self::TeamPage {},
            Self::ClientPage { case } => Self::CasePage { case: *case },
            route => route.clone(),
        }
    }

    /// Returns the case that a page is about.
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::CasePage { case }
            | Self::EditCasePage { case }
            | Self::ExportCasePage { case }
            | Self::ClientPage { case }
            | Self::NewDecisionPage { case }
            | Self::NewDecisionOfKindPage { case, .. }
            | Self::AddToDecisionPage { case, .. }
            | Self::EscalatePage { case }
            | Self::HandoverPage { case }
            | Self::NewExpensePage { case } => Some(*case),
            _ => None,
        }
    }

    /// Returns the tab that a page belongs to.
    pub fn tab(&self) -> Tab {
        match self {
            Self::TodayPage {} | Self::SignalPage { .. } => Tab::Today,
            Self::CasesPage {}
            | Self::CasePage { .. }
            | Self::EditCasePage { .. }
            | Self::ExportCasePage { .. }
            | Self::ClientPage { .. }
            | Self::NewDecisionPage { .. }
            | Self::NewDecisionOfKindPage { .. }
            | Self::AddToDecisionPage { .. }
            | Self::EscalatePage { .. }
            | Self::HandoverPage { .. }
            | Self::NewExpensePage { .. } => Tab::Cases,
            Self::NetworkPage {} | Self::ContactPage { .. } => Tab::Network,
            Self::TeamPage {}
            | Self::ExpensesPage {}
            | Self::StartTeamPage {}
            | Self::JoinTeamPage {}
            | Self::JoinByLinkPage { .. }
            | Self::InvitePage {}
            | Self::CoreTeamPage {}
            | Self::EffectPage {}
            | Self::ExportPage {}
            | Self::TeamsPage {}
            | Self::ImportPage {}
            | Self::StudiesPage {}
            | Self::StudyPage { .. }
            | Self::StudyReportPage { .. }
            | Self::AgreementsPage {}
            | Self::CallListPage {}
            | Self::CheckupPage {}
            | Self::SettingsPage {} => Tab::Team,
        }
    }
}
