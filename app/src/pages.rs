//! The pages, one a file. A page takes ids, reads live, and hands values to components.

mod capture;
mod case;
mod cases;
mod commitments;
mod contact;
mod edit_case;
mod encounter_text;
mod expenses;
mod find_who;
mod import;
mod invite;
mod join_team;
mod network;
mod new_expense;
mod problems;
mod purposes;
mod receipt;
mod settings;
mod signal;
mod start_team;
mod team;
pub(crate) mod today;
mod unlock;

pub use capture::CaptureSheet;
pub use case::CasePage;
pub use cases::{CasesList, CasesPage};
pub use contact::ContactPage;
pub use edit_case::EditCasePage;
pub use encounter_text::EncounterText;
pub use expenses::ExpensesPage;
#[cfg(test)]
pub(crate) use expenses::paper as expenses_on_paper;
pub use import::ImportPage;
pub use invite::InvitePage;
pub use join_team::{JoinByLinkPage, JoinTeamPage};
pub use network::NetworkPage;
pub use new_expense::NewExpensePage;
pub use settings::SettingsPage;
pub use signal::SignalPage;
pub use start_team::StartTeamPage;
pub use team::TeamPage;
pub use today::TodayPage;
pub use unlock::{Entry, UnlockPage, UnlockScreen};
