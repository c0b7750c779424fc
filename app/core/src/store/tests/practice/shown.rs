//! Renders everything that the screens show.

use std::fmt::Debug;

use super::super::TestPhone;
use crate::api::*;
use crate::model::Who;
use crate::view::*;

/// Returns one line per screen, in an order that is the same on every phone.
pub(super) fn shown(phone: &mut TestPhone) -> Vec<String> {
    let mut all = Vec::new();
    let facts = phone.call(ReadCaseFacts {
        after: None,
        limit: 1000,
    });
    let mut cases: Vec<_> = facts.iter().map(|facts| facts.id).collect();
    cases.sort();
    for case in cases {
        tell(&mut all, "case", &phone.call(ReadCase { case }));
        tell(
            &mut all,
            "timeline",
            &phone.call(ReadTimeline {
                case,
                before: None,
                limit: 1000,
            }),
        );
        tell(&mut all, "along", &phone.call(ReadClientView { case }));
        tell(&mut all, "agenda", &phone.call(ReadOnAgenda { case }));
        tell(&mut all, "dossier", &phone.call(ReadCaseExport { case }));
        tell(&mut all, "expenses", &phone.call(ReadExpenses { case }));
        tell(&mut all, "decisions", &phone.call(ReadDecisions { case }));
        tell(&mut all, "handover", &phone.call(ReadHandover { case }));
        let who = Who::Case(case);
        tell(&mut all, "gone", &phone.call(ReadGone { who }));
        let proof = phone.call(VerifyDecisions { case });
        assert!(proof.holds(), "nobody tampered: {proof:?}");
        tell(&mut all, "proof", &proof.decisions);
    }
    let mut contacts = phone.call(ListContacts);
    contacts.sort();
    for contact in contacts {
        tell(&mut all, "contact", &phone.call(ReadContact { contact }));
        let who = Who::Contact(contact);
        tell(&mut all, "gone", &phone.call(ReadGone { who }));
    }
    for study in phone.call(ReadStudies) {
        tell(&mut all, "study line", &study);
        let study = study.id;
        let whole = phone.call(ReadStudy { study, limit: 1000 });
        tell(&mut all, "study", &whole);
        for signal in whole.interviews.iter().filter_map(|talk| talk.signal) {
            tell(&mut all, "signal", &phone.call(ReadSignal { signal }));
        }
        let who = Who::Study(study);
        tell(&mut all, "gone", &phone.call(ReadGone { who }));
        tell(&mut all, "report", &phone.call(ReadStudyReport { study }));
    }
    let today = phone.call(ReadToday);
    for line in &today.signals {
        let signal = line.id;
        tell(&mut all, "signal", &phone.call(ReadSignal { signal }));
    }
    tell(&mut all, "inbox", &(today.signals, today.signal_count));
    tell(&mut all, "promises", &today.commitments);
    tell(&mut all, "again", &today.look_again);
    tell(&mut all, "not seen", &today.not_seen);
    tell(&mut all, "signals", &phone.call(ReadUnlinkedSignals));
    let who = Who::Unknown;
    tell(&mut all, "gone", &phone.call(ReadGone { who }));
    tell(&mut all, "core team", &phone.call(ReadCoreTeam));
    tell(&mut all, "settings", &phone.call(ReadTeamSettings));
    tell(&mut all, "effect", &phone.call(ReadEffect));
    tell(&mut all, "involved", &phone.call(ReadInvolved));
    tell(&mut all, "call list", &phone.call(ReadCallList).lines);
    let month = today.date;
    tell(&mut all, "month", &phone.call(ReadExpenseMonth { month }));
    for text in ["", "een", "twee"] {
        tell(
            &mut all,
            "network",
            &phone.call(ReadNetwork {
                text: text.into(),
                district: None,
                tags: Vec::new(),
                limit: 1000,
            }),
        );
    }
    let mut list = phone.call(ReadCases {
        filter: CaseFilter::default(),
        skip: 0,
        limit: 1000,
    });
    // Cases without contact are listed in order of arrival, which differs by phone.
    list.cases.sort_by_key(|line| line.id);
    tell(&mut all, "cases", &list);
    tell(&mut all, "removed", &phone.call(ReadRemovedCases));
    tell(&mut all, "choices", &phone.call(ReadCaseChoices));
    all
}

fn tell(all: &mut Vec<String>, screen: &str, shown: &impl Debug) {
    all.push(format!("{screen}: {shown:#?}"));
}
