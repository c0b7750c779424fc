//! Pairing: adding a phone to the team with five words.
//!
//! The inviting phone draws five words (10 bits each). Argon2id derives a secret from them, and that
//! yields the id of a mailbox and the key of the invitation in it. The words are passed by voice or QR
//! code and never sent to the server.
//!
//! Security of the words. An outsider who guesses against the mailbox gets one guess per request out of
//! 2⁵⁰, for a day. The server, or somebody with a copy of its disk, can guess offline: each guess
//! costs one Argon2id of 64 MiB and three passes, about 0.1 s on one core, so 2⁴⁹ × 0.1 s ≈ 1.8
//! million core-years on average. Graphics cards, limited by memory, gain perhaps a factor of ten.
//! There is no salt known only to the two phones, so one precomputed table would serve for all
//! invitations; hence the highest cost a phone can bear, and five words.

use minicbor::{Decode, Encode};
use voorveld_protocol::{MAX_SMALL_SEALED_BYTES, MailboxId, TeamTag};
use zeroize::{Zeroize, Zeroizing};

use super::aad::Aad;
use super::seal::{open_with, seal_with};
use super::words::{index_of, word};
use super::{OpenError, PinCost, TeamKey, random, stretch};
use crate::Error;

const WORDS: usize = 5;
const SALT: &[u8] = b"voorveld 2026 pairing v1";
/// Route of the web app's page that prefills the words. They are in the fragment, which browsers do not
/// send to the server.
const PLACE: &str = "/#/team/koppel/";
/// Prefix of a code that has no page in it.
const LINE: &str = "voorveld:";

/// The five words of one invitation.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Code([u16; WORDS]);

/// What the words give access to: a mailbox, and the key of the invitation in it.
pub(crate) struct Invited {
    mailbox: MailboxId,
    secret: Zeroizing<[u8; 32]>,
}

/// The contents of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invitation {
    /// The team's tag on the server.
    pub(crate) team: TeamTag,
    /// The team's name.
    pub(crate) team_name: String,
    /// The team's key.
    pub(crate) key: TeamKey,
    /// The epoch of that key.
    pub(crate) epoch: u32,
    /// The name of the inviting colleague.
    pub(crate) inviter: String,
}

/// The plaintext wire format of an invitation.
#[derive(Encode, Decode)]
#[cbor(array)]
struct Letter {
    #[n(0)]
    version: u8,
    #[n(1)]
    team: TeamTag,
    #[n(2)]
    team_name: String,
    #[cbor(n(3), with = "minicbor::bytes")]
    key: [u8; 32],
    #[n(4)]
    epoch: u32,
    #[n(5)]
    inviter: String,
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

impl Code {
    /// Draws a new code.
    pub(crate) fn random() -> Self {
        let drawn = random::<{ 2 * WORDS }>();
        Self(std::array::from_fn(|at| {
            u16::from_be_bytes([drawn[2 * at], drawn[2 * at + 1]]) % 1024
        }))
    }

    /// Parses typed words, ignoring case, punctuation and digits.
    ///
    /// # Errors
    /// [`Error::Words`] with the position of the first unknown word, or 0 if there are not five words.
    pub(crate) fn parse(typed: &str) -> Result<Self, Error> {
        let lower = typed.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        let words: [&str; WORDS] = words.try_into().map_err(|_| Error::Words(0))?;
        let mut code = [0; WORDS];
        for (place, (number, word)) in code
            .iter_mut()
            .zip(words)
            .enumerate()
            .map(|(i, x)| (i + 1, x))
        {
            *number = index_of(word).ok_or(Error::Words(place as u8))?;
        }
        Ok(Self(code))
    }

    /// Returns the words.
    pub(crate) fn words(&self) -> Vec<String> {
        self.0.iter().map(|n| word(*n).to_owned()).collect()
    }

    /// Returns the contents of the QR code: a link, so that the phone's camera app can open it.
    pub(crate) fn line(&self, server: &str) -> String {
        format!("{server}{PLACE}{}", self.words().join("-"))
    }

    /// Derives the mailbox and key from the words. Takes about a tenth of a second and 64 MiB.
    ///
    /// # Errors
    /// [`Error::Internal`] if the memory cannot be allocated.
    pub(crate) fn stretch(&self) -> Result<Invited, Error> {
        let PinCost { kib, passes, lanes } = PinCost::PHONE;
        let params = argon2::Params::new(kib, passes, lanes, Some(32))
            .map_err(|e| Error::Internal(format!("Argon2id: {e}")))?;
        let words = Zeroizing::new(self.words().join("-"));
        let secret = stretch(words.as_bytes(), SALT, params)?;
        let named = blake3::derive_key("voorveld 2026 mailbox v1", &*secret);
        let mut mailbox = [0; MailboxId::LEN];
        mailbox.copy_from_slice(&named[..MailboxId::LEN]);
        Ok(Invited {
            mailbox: MailboxId(mailbox),
            secret,
        })
    }
}

/// Parses the contents of a QR code, or typed words: the code, and the server if it is included.
///
/// # Errors
/// [`Error::Words`], as for [`Code::parse`].
pub(crate) fn read_code_line(text: &str) -> Result<(Option<String>, Code), Error> {
    match parts(text) {
        Some((server, words)) => Ok((Some(server.to_owned()), Code::parse(words)?)),
        None => Ok((None, Code::parse(text)?)),
    }
}

/// Returns the server in the contents of a QR code; `None` if the text consists of words only.
pub fn server_in_code(text: &str) -> Option<&str> {
    parts(text).map(|(server, _)| server)
}

/// Splits server and words at the last `#`, which no word contains.
fn parts(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let text = match text.get(..LINE.len()) {
        Some(start) if start.eq_ignore_ascii_case(LINE) => &text[LINE.len()..],
        _ => text,
    };
    let (server, place) = text.rsplit_once('#')?;
    let (_, words) = place.rsplit_once('/').unwrap_or(("", place));
    Some((server.trim_end_matches('/'), words))
}

impl Invited {
    /// Returns the mailbox that holds the invitation.
    pub(crate) fn mailbox(&self) -> MailboxId {
        self.mailbox
    }

    /// Seals an invitation for the mailbox.
    ///
    /// # Errors
    /// [`Error::TooLong`] if the sealed invitation exceeds the size limit of a mailbox.
    pub(crate) fn seal(&self, invitation: &Invitation) -> Result<Vec<u8>, Error> {
        let mut letter = Letter {
            version: 1,
            team: invitation.team,
            team_name: invitation.team_name.clone(),
            key: invitation.key.0,
            epoch: invitation.epoch,
            inviter: invitation.inviter.clone(),
        };
        let plain = Zeroizing::new(voorveld_protocol::encode(&letter));
        letter.key.zeroize();
        let sealed = seal_with(&self.secret, &Aad::invitation(self.mailbox), &plain);
        if sealed.len() > MAX_SMALL_SEALED_BYTES {
            return Err(Error::TooLong {
                max: crate::model::MAX_LINE,
            });
        }
        Ok(sealed)
    }

    /// Opens the sealed invitation from the mailbox.
    ///
    /// # Errors
    /// Any [`OpenError`].
    pub(crate) fn open(&self, sealed: &[u8]) -> Result<Invitation, OpenError> {
        let plain = open_with(&self.secret, &Aad::invitation(self.mailbox), sealed)?;
        let plain = Zeroizing::new(plain);
        let letter: Letter = voorveld_protocol::decode(&plain).map_err(|_| OpenError::Broken)?;
        if letter.version != 1 {
            return Err(OpenError::UnknownForm(letter.version));
        }
        Ok(Invitation {
            team: letter.team,
            team_name: letter.team_name,
            key: TeamKey(letter.key),
            epoch: letter.epoch,
            inviter: letter.inviter,
        })
    }
}

#[cfg(test)]
mod tests;
