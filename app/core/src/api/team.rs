//! Requests that need the server. They do not block other requests.

use serde::{Deserialize, Serialize};

/// Creates a team on a server, from the data on this phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartTeam {
    /// The server's address, as typed.
    pub server: String,
    /// The server's registration token; empty if it requires none.
    pub token: String,
    /// The team's name, usually the municipality.
    pub team: String,
    /// This user's name, as shown to colleagues.
    pub me: String,
}

/// Creates an invitation for one phone, valid for a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Invite;

/// Joins a team, sharing the data already on this phone with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JoinTeam {
    /// The server's address, as typed.
    pub server: String,
    /// The five words, as typed; or the full text of the QR code, which includes the address.
    pub words: String,
    /// This user's name, as shown to colleagues.
    pub me: String,
}

/// Syncs with the team immediately.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sync {
    /// Whether the user closes the day (*dag sluiten*): what comes in counts as new until the next time.
    pub close_day: bool,
}

/// Reports that the app came to the foreground, which may trigger a sync.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AppResumed;
