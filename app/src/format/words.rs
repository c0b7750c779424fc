//! Labels for the casework's enums.

use voorveld_core::model::{
    CaseField, CaseStatus, Channel, ContactField, InterviewRole, Outcome, RelationKind, SyncMark,
    TrustStep,
};
use voorveld_core::view::Language;

use crate::t_in;

/// Returns the label of an interviewee's role.
pub fn interview_role(language: Language, role: InterviewRole) -> String {
    match role {
        InterviewRole::Resident => t_in!(language, "role-resident"),
        InterviewRole::Entrepreneur => t_in!(language, "role-entrepreneur"),
        InterviewRole::KeyPerson => t_in!(language, "role-key-person"),
    }
}

/// Returns a channel's label.
pub fn channel(language: Language, channel: Channel) -> String {
    match channel {
        Channel::Street => t_in!(language, "channel-street"),
        Channel::Home => t_in!(language, "channel-home"),
        Channel::Phone => t_in!(language, "channel-phone"),
        Channel::Message => t_in!(language, "channel-message"),
        Channel::Meeting => t_in!(language, "channel-meeting"),
    }
}

/// Returns a trust step's label.
pub fn trust(language: Language, step: TrustStep) -> String {
    match step {
        TrustStep::Outside => t_in!(language, "trust-outside"),
        TrustStep::Door => t_in!(language, "trust-door"),
        TrustStep::Inside => t_in!(language, "trust-inside"),
        TrustStep::Trust => t_in!(language, "trust-trust"),
    }
}

/// Returns a case status's label.
pub fn status(language: Language, status: CaseStatus) -> String {
    match status {
        CaseStatus::Open => t_in!(language, "status-open"),
        CaseStatus::Waiting => t_in!(language, "status-waiting"),
        CaseStatus::HandedOver => t_in!(language, "status-handed-over"),
        CaseStatus::Closed => t_in!(language, "status-closed"),
    }
}

/// Returns a sync mark's label.
pub fn mark(language: Language, mark: SyncMark) -> String {
    match mark {
        SyncMark::OnlyHere => t_in!(language, "only-here"),
        SyncMark::WithTeam => t_in!(language, "with-team"),
    }
}

/// Returns the initial that stands for a colleague.
pub fn initial(name: &str) -> String {
    name.chars()
        .find(|letter| letter.is_alphanumeric())
        .map(|letter| letter.to_uppercase().collect())
        .unwrap_or_default()
}

/// Returns the label of a case's field.
pub fn case_field(language: Language, field: CaseField) -> String {
    match field {
        CaseField::Name => t_in!(language, "field-name"),
        CaseField::Address => t_in!(language, "field-address"),
        CaseField::Postcode => t_in!(language, "field-postcode"),
        CaseField::District => t_in!(language, "field-district"),
        CaseField::Phone => t_in!(language, "field-phone"),
        CaseField::WhatMatters => t_in!(language, "field-matters"),
        CaseField::Do => t_in!(language, "field-do"),
        CaseField::Dont => t_in!(language, "field-dont"),
        CaseField::Lead => t_in!(language, "field-lead"),
        CaseField::Status => t_in!(language, "field-status"),
        CaseField::Background => t_in!(language, "field-background"),
        CaseField::Called => t_in!(language, "field-called"),
        CaseField::Cover => t_in!(language, "field-cover"),
        CaseField::CoverUntil => t_in!(language, "field-cover-until"),
        CaseField::CrisisWho => t_in!(language, "field-crisis-who"),
        CaseField::CrisisPhone => t_in!(language, "field-crisis-phone"),
        CaseField::CrisisOn => t_in!(language, "field-crisis-on"),
        CaseField::CrisisHelps => t_in!(language, "field-crisis-helps"),
    }
}

/// Returns a tie's label: "woont samen met".
pub fn relation(language: Language, kind: RelationKind) -> String {
    match kind {
        RelationKind::LivesWith => t_in!(language, "relation-lives-with"),
        RelationKind::Partner => t_in!(language, "relation-partner"),
        RelationKind::ParentOf => t_in!(language, "relation-parent"),
        RelationKind::ChildOf => t_in!(language, "relation-child"),
        RelationKind::Family => t_in!(language, "relation-family"),
        RelationKind::Friend => t_in!(language, "relation-friend"),
        RelationKind::AfraidOf => t_in!(language, "relation-afraid"),
        RelationKind::Frightens => t_in!(language, "relation-frightens"),
    }
}

/// Returns an outcome's label.
pub fn outcome(language: Language, outcome: Outcome) -> String {
    match outcome {
        Outcome::Stable => t_in!(language, "outcome-stable"),
        Outcome::AcceptedHelp => t_in!(language, "outcome-accepted-help"),
        Outcome::LessNuisance => t_in!(language, "outcome-less-nuisance"),
        Outcome::NotManaged => t_in!(language, "outcome-not-managed"),
    }
}

/// Returns a field's label.
pub fn contact_field(language: Language, field: ContactField) -> String {
    match field {
        ContactField::Name => t_in!(language, "contact-new-name"),
        ContactField::Role => t_in!(language, "contact-role"),
        ContactField::Organisation => t_in!(language, "contact-organisation"),
        ContactField::District => t_in!(language, "contact-district"),
        ContactField::WhatFor => t_in!(language, "contact-what-for"),
        ContactField::Phone => t_in!(language, "contact-phone"),
        ContactField::Email => t_in!(language, "contact-email"),
        ContactField::Address => t_in!(language, "contact-address"),
        ContactField::Note => t_in!(language, "contact-note"),
    }
}

/// Joins names into a phrase: "Bas, Carla en Dirk".
pub fn together(language: Language, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => {
            t_in!(language, "team-and", names: first.join(", "), last: (*last).to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::initial;

    #[test]
    fn a_colleague_is_shown_by_the_first_letter_of_the_name() {
        assert_eq!(initial("noor"), "N");
        assert_eq!(initial(" (élan)"), "É");
        assert_eq!(initial("🙂"), "");
    }
}
