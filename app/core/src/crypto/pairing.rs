//! Letting a phone in with five words.
//!
//! The inviting phone draws five words (10 bits each). Argon2id makes a secret of them; from that
//! come the name of a mailbox and the key of the invitation in it. The words go from mouth to ear or
//! by QR, and are never sent.
//!
//! What the words withstand. Whoever guesses at the mailbox from outside gets one guess a request
//! out of 2⁵⁰, for a day. The server itself, or who copies its disk, can guess without asking: each
//! guess costs one Argon2id of 64 MiB and three passes, about 0.1 s of a core, so on average
//! 2⁴⁹ × 0.1 s ≈ 1.8 million core-years; graphics cards, held back by the memory, gain perhaps a
//! factor of ten. There is no salt that only the two phones know, so such a table would serve for
//! every invitation: that is why the cost is the highest a phone can bear and the words are five.

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
/// The page of the app that the server serves, on which the words are filled in already. What comes
/// after the # stays in the browser: no server sees it.
const PLACE: &str = "/#/team/koppel/";
/// How a code without a page begins.
const LINE: &str = "voorveld:";

/// The five words of one invitation.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Code([u16; WORDS]);

/// What the words open: a mailbox, and the invitation in it.
pub(crate) struct Invited {
    mailbox: MailboxId,
    secret: Zeroizing<[u8; 32]>,
}

/// What an invitation tells the new phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invitation {
    /// The team as the server knows it.
    pub(crate) team: TeamTag,
    /// Its name.
    pub(crate) team_name: String,
    /// Its key.
    pub(crate) key: TeamKey,
    /// That key's epoch.
    pub(crate) epoch: u32,
    /// Who invites.
    pub(crate) inviter: String,
}

/// An invitation as it is sealed.
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
    /// A new one.
    pub(crate) fn random() -> Self {
        let drawn = random::<{ 2 * WORDS }>();
        Self(std::array::from_fn(|at| {
            u16::from_be_bytes([drawn[2 * at], drawn[2 * at + 1]]) % 1024
        }))
    }

    /// Reads the words as somebody typed them: capitals, commas, dashes and numbers do not matter.
    ///
    /// # Errors
    /// [`Error::Words`] with the first word that is unknown, or 0 when there are not five.
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

    /// The words.
    pub(crate) fn words(&self) -> Vec<String> {
        self.0.iter().map(|n| word(*n).to_owned()).collect()
    }

    /// What the QR holds: a link, so that a phone's own camera leads there.
    pub(crate) fn line(&self, server: &str) -> String {
        format!("{server}{PLACE}{}", self.words().join("-"))
    }

    /// Makes mailbox and key of the words. Takes about a tenth of a second and 64 MiB.
    ///
    /// # Errors
    /// [`Error::Internal`] when there is no memory for it.
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

/// Reads what a QR holds, or words typed by hand: the server, if it is there, and the code.
///
/// # Errors
/// [`Error::Words`].
pub(crate) fn read_code_line(text: &str) -> Result<(Option<String>, Code), Error> {
    match parts(text) {
        Some((server, words)) => Ok((Some(server.to_owned()), Code::parse(words)?)),
        None => Ok((None, Code::parse(text)?)),
    }
}

/// The server in what a QR holds; none when there are only words.
pub fn server_in_code(text: &str) -> Option<&str> {
    parts(text).map(|(server, _)| server)
}

/// Server and words. No word has a # in it.
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
    /// Where the invitation waits.
    pub(crate) fn mailbox(&self) -> MailboxId {
        self.mailbox
    }

    /// Seals an invitation for the mailbox.
    ///
    /// # Errors
    /// [`Error::TooLong`] when the names in it are longer than a mailbox takes.
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
                max: crate::call::MAX_LINE,
            });
        }
        Ok(sealed)
    }

    /// Opens the invitation that was in the mailbox.
    ///
    /// # Errors
    /// Every [`OpenError`].
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
