//! Labels for the casework's enums.

use voorveld_core::view::{CaseStatus, Channel, InterviewRole, Language, SyncMark, TrustStep};

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

/// All statuses, in the order of a case's life.
pub const ALL_STATUSES: [CaseStatus; 4] = [
    CaseStatus::Open,
    CaseStatus::Waiting,
    CaseStatus::HandedOver,
    CaseStatus::Closed,
];

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
