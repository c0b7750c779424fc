//! Starting a team.

use minicbor::{Decode, Encode};

use crate::TeamTag;

/// Starts a team with the caller as its first device. Payload of a [`crate::Signed`]. The same
/// device may send it again (its connection was cut). The response has no body.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct CreateTeam {
    /// [`crate::VERSION`].
    #[n(0)]
    pub version: u8,
    /// Random, chosen by the caller.
    #[n(1)]
    pub team: TeamTag,
    /// The server's registration token, where it asks for one.
    #[n(2)]
    pub token: Option<String>,
}
