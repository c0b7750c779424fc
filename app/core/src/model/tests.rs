//! The stored words. They are frozen: a line may be added here, but never changed.

use super::*;

#[track_caller]
fn check<T, const N: usize>(all: [T; N], words: [&str; N], word: fn(T) -> &'static str) {
    assert_eq!(all.map(word), words);
}

#[test]
fn the_words_in_documents_and_databases_never_change() {
    check(
        CaseStatus::ALL,
        ["open", "waiting", "handed_over", "closed"],
        CaseStatus::word,
    );
    check(
        TrustStep::ALL,
        ["outside", "door", "inside", "trust"],
        TrustStep::word,
    );
    check(
        [ClosingWhat::Closed, ClosingWhat::Reopened],
        ["closed", "reopened"],
        ClosingWhat::word,
    );
    check(
        Outcome::ALL,
        ["stable", "accepted_help", "less_nuisance", "not_managed"],
        Outcome::word,
    );
    check(
        Channel::ALL,
        ["street", "home", "phone", "message", "meeting"],
        Channel::word,
    );
    check(
        RelationKind::ALL,
        [
            "lives_with",
            "partner",
            "parent_of",
            "child_of",
            "family",
            "friend",
            "afraid_of",
            "frightens",
        ],
        RelationKind::word,
    );
    check(
        EVERY_DECISION,
        [
            "act",
            "refrain",
            "share",
            "not_report",
            "escalate",
            "looked",
        ],
        DecisionKind::word,
    );
    check(
        [PartyState::Needed, PartyState::Scrapped],
        ["needed", "scrapped"],
        PartyState::word,
    );
    check(
        InterviewRole::ALL,
        ["resident", "entrepreneur", "key_person"],
        InterviewRole::word,
    );
    check(
        TeamSetting::ALL,
        [
            "weeks",
            "core_team_weeks",
            "core_team_next",
            "core_team_place",
            "budget_month",
        ],
        TeamSetting::word,
    );
    check(
        EVERY_QUARANTINE,
        ["newer", "waits", "sealed", "harmful"],
        QuarantineReason::word,
    );
    check(
        EVERY_IMPORT,
        ["cases", "contacts", "team"],
        ImportKind::word,
    );
    check(
        ProblemType::ALL,
        [
            "crimineel gedrag",
            "dak- en thuisloos",
            "huiselijk geweld",
            "loverboy",
            "LVB",
            "psychiatrisch",
            "seksueel geweld",
            "uithuiszetting",
            "overlast",
            "schulden",
            "vervuiling",
            "verslaving",
            "drugscriminaliteit",
        ],
        ProblemType::word,
    );
    check(
        Purpose::ALL,
        [
            "Boodschappen",
            "Taxi",
            "ID-kaart",
            "Telefoon",
            "Fiets",
            "Huur",
            "Anders",
        ],
        Purpose::word,
    );
}

const EVERY_DECISION: [DecisionKind; 6] = [
    DecisionKind::Act,
    DecisionKind::Refrain,
    DecisionKind::Share,
    DecisionKind::NotReport,
    DecisionKind::Escalate,
    DecisionKind::Looked,
];

const EVERY_QUARANTINE: [QuarantineReason; 4] = [
    QuarantineReason::Newer,
    QuarantineReason::Waits,
    QuarantineReason::Sealed,
    QuarantineReason::Harmful,
];

const EVERY_IMPORT: [ImportKind; 3] = [ImportKind::Cases, ImportKind::Contacts, ImportKind::Team];

#[test]
fn the_keys_of_the_fields_in_documents_never_change() {
    check(
        [
            CaseField::Name,
            CaseField::Address,
            CaseField::Postcode,
            CaseField::District,
            CaseField::Phone,
            CaseField::WhatMatters,
            CaseField::Do,
            CaseField::Dont,
            CaseField::Lead,
            CaseField::Status,
            CaseField::Background,
            CaseField::Called,
            CaseField::Cover,
            CaseField::CoverUntil,
            CaseField::CrisisWho,
            CaseField::CrisisPhone,
            CaseField::CrisisOn,
            CaseField::CrisisHelps,
        ],
        [
            "name",
            "address",
            "postcode",
            "district",
            "phone",
            "what_matters",
            "do",
            "dont",
            "lead",
            "status",
            "background",
            "called",
            "cover",
            "cover_until",
            "crisis_who",
            "crisis_phone",
            "crisis_on",
            "crisis_helps",
        ],
        CaseField::key,
    );
    check(
        [
            ContactField::Name,
            ContactField::Role,
            ContactField::Organisation,
            ContactField::District,
            ContactField::WhatFor,
            ContactField::Phone,
            ContactField::Email,
            ContactField::Address,
            ContactField::Note,
        ],
        [
            "name",
            "role",
            "organisation",
            "district",
            "what_for",
            "phone",
            "email",
            "address",
            "note",
        ],
        ContactField::key,
    );
    check(
        [
            StudyField::Name,
            StudyField::District,
            StudyField::Question,
            StudyField::Begun,
            StudyField::Ended,
            StudyField::Report,
        ],
        ["name", "district", "question", "begun", "ended", "report"],
        StudyField::key,
    );
    check(
        [AgendaField::Status, AgendaField::Question],
        ["status", "question"],
        AgendaField::key,
    );
}

#[test]
fn every_word_is_read_back_as_what_was_stored() {
    for status in CaseStatus::ALL {
        assert_eq!(CaseStatus::from_word(status.word()), Some(status));
    }
    for step in TrustStep::ALL {
        assert_eq!(TrustStep::from_word(step.word()), step);
    }
    for what in [ClosingWhat::Closed, ClosingWhat::Reopened] {
        assert_eq!(ClosingWhat::from_word(what.word()), Some(what));
    }
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::from_word(outcome.word()), Some(outcome));
    }
    for channel in Channel::ALL {
        assert_eq!(Channel::from_word(channel.word()), channel);
    }
    for kind in RelationKind::ALL {
        assert_eq!(RelationKind::from_word(kind.word()), Some(kind));
    }
    for kind in EVERY_DECISION {
        assert_eq!(DecisionKind::from_word(kind.word()), kind);
    }
    for state in [PartyState::Needed, PartyState::Scrapped] {
        assert_eq!(PartyState::from_word(state.word()), Some(state));
    }
    for role in InterviewRole::ALL {
        assert_eq!(InterviewRole::from_word(role.word()), role);
    }
    for reason in EVERY_QUARANTINE {
        assert_eq!(QuarantineReason::from_word(reason.word()), reason);
    }
    for kind in EVERY_IMPORT {
        assert_eq!(ImportKind::from_word(kind.word()), kind);
    }
    for problem in ProblemType::ALL {
        assert_eq!(ProblemType::from_word(problem.word()), Some(problem));
    }
    for purpose in Purpose::ALL {
        assert_eq!(Purpose::from_word(purpose.word()), Some(purpose));
    }
}

#[test]
fn a_word_of_a_newer_app_is_read_as_it_always_was() {
    assert_eq!(CaseStatus::from_word("newer_word"), None);
    assert_eq!(TrustStep::from_word("newer_word"), TrustStep::Outside);
    assert_eq!(ClosingWhat::from_word("newer_word"), None);
    assert_eq!(Outcome::from_word(""), None);
    assert_eq!(Channel::from_word("newer_word"), Channel::Meeting);
    assert_eq!(RelationKind::from_word("newer_word"), None);
    assert_eq!(DecisionKind::from_word("newer_word"), DecisionKind::Act);
    assert_eq!(PartyState::from_word("newer_word"), None);
    let role = InterviewRole::from_word("newer_word");
    assert_eq!(role, InterviewRole::Resident);
    let reason = QuarantineReason::from_word("newer_word");
    assert_eq!(reason, QuarantineReason::Harmful);
    assert_eq!(ImportKind::from_word("newer_word"), ImportKind::Cases);
}
