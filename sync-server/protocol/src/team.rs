//! Creating a team.

use minicbor::{Decode, Encode};

use crate::TeamTag;

/// Creates a team with the caller as its first device. Payload of a [`crate::Signed`]. The same
/// device may retry, for example after a lost response. The response has no body.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CreateTeam {
    /// [`crate::VERSION`].
    #[n(0)]
    pub version: u8,
    /// The team's tag: random, chosen by the caller.
    #[n(1)]
    pub team: TeamTag,
    /// The server's registration token, if it requires one.
    #[n(2)]
    pub token: Option<String>,
}
