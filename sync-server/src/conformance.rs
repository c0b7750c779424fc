//! The conformance suite that every store must pass.
//!
//! Each scenario checks one property in a fresh place. Stores that pass [`suite`] are
//! interchangeable.

mod log;
mod mailbox;
mod paging;
mod people;
mod status;

use std::sync::Arc;

use async_trait::async_trait;

use crate::Store;

/// A location where a store can be opened, closed and reopened with its content.
#[async_trait]
pub trait Place: Send + Sync {
    /// Opens the store at this location.
    async fn open(&self) -> Arc<dyn Store>;
}

/// Runs every scenario, each in a fresh place.
///
/// # Panics
/// If the store fails a scenario.
pub async fn suite<P: Place>(fresh: impl Fn() -> P) {
    macro_rules! run {
        ($($module:ident :: $scenario:ident),* $(,)?) => {$(
            tracing::info!(scenario = stringify!($scenario));
            $module::$scenario(&fresh()).await;
        )*};
    }
    run! {
        log::a_team_is_started_once_and_again_only_by_its_founder,
        log::strangers_and_unknown_teams_are_refused,
        log::a_push_is_in_the_answer_that_follows,
        log::the_same_push_again_changes_nothing,
        log::a_push_that_overlaps_adds_only_what_is_new,
        log::another_record_under_a_kept_number_is_a_fork_and_nothing_is_kept,
        log::a_missing_number_is_a_gap_and_nothing_is_kept,
        log::two_devices_write_one_log_whose_chain_holds,
        log::writers_at_the_same_time_leave_no_hole_in_the_log,
        log::a_store_that_was_closed_has_everything_when_it_opens,
        log::logs_of_teams_are_strictly_apart,
        log::a_cursor_that_is_not_in_this_log_starts_it_anew,
        log::unknown_kinds_and_large_numbers_come_back_as_they_went,
        paging::pages_hold_to_their_bytes_and_together_are_the_log,
        paging::one_record_always_fits,
        paging::own_records_come_as_hashes_unless_asked_for_whole,
        status::only_the_latest_status_of_others_is_given_and_only_once,
        status::a_status_is_not_kept_when_its_push_is_refused,
        status::a_version_the_store_never_gave_brings_every_status,
        mailbox::an_invitation_lets_one_device_in_and_may_be_opened_again_by_it,
        mailbox::an_invitation_that_expired_lets_nobody_in,
        mailbox::a_mailbox_holds_one_invitation,
        mailbox::only_devices_of_the_team_invite_and_not_without_end,
    }
}
