//! Commands that talk to the server. They never hold up the others.

use serde::{Deserialize, Serialize};

/// Starts a team on a server, with what is on this phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartTeam {
    /// The server's address, as typed.
    pub server: String,
    /// The server's registration token; empty when it asks none.
    pub token: String,
    /// The team's name: the municipality.
    pub team: String,
    /// This user's name as colleagues know it.
    pub me: String,
}

/// Makes an invitation for one phone, good for a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Invite;

/// Joins a team. What is on this phone already goes along.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JoinTeam {
    /// The server's address, as typed.
    pub server: String,
    /// The five words, as typed; or the whole code of the QR, which has the address in it.
    pub words: String,
    /// This user's name as colleagues know it.
    pub me: String,
}

/// Syncs with the team now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sync {
    /// The user closes the day (*dag sluiten*): what comes in is shown as new until the next time.
    pub close_day: bool,
}

/// The app came to the front: there may be news.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CameToFront;
