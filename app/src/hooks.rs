//! How components reach the casework: queries kept current, other requests, the clock, the lock and the state of the
//! capture sheet.

mod action;
mod back;
mod capture;
mod client_view;
mod clock;
mod covered;
mod decision_draft;
mod editing;
mod live;
mod location;
mod lock;
mod looking;
mod part;
mod saved;
mod unfinished;

pub use action::{Action, use_action};
pub use back::back;
pub use capture::{Capture, Subject, use_capture, use_capture_provider, use_carried, use_subject};
pub use client_view::{ClientMode, use_client_mode, use_client_mode_provider};
pub use clock::{Clock, clock, put_clock_right};
pub use covered::{use_covered, use_covered_provider, use_covering};
pub use decision_draft::{DecisionWriting, use_decision_draft};
pub use editing::{Editing, use_editing};
pub use live::{Live, use_live};
pub use location::{use_place_found, use_place_kept};
pub use lock::{Lock, use_lock, use_lock_provider};
pub use looking::{
    Looking, NetworkLooking, use_looking, use_looking_provider, use_network_looking,
    use_opened_today,
};
pub use part::{Part, use_open_part, use_open_part_provider};
pub use saved::{JustSaved, SavedState, use_saved, use_saved_provider};
pub use unfinished::{Unfinished, use_unfinished, use_unfinished_provider};

use dioxus::prelude::*;
use voorveld_core::Workspace;

/// Returns the open workspace from the context.
pub fn use_workspace() -> Workspace {
    use_context::<Workspace>()
}
