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

    /// What the QR holds.
    pub(crate) fn line(&self, server: &str) -> String {
        format!("{LINE}{server}#{}", self.words().join("-"))
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
    let text = text.trim();
    let is_line = text
        .get(..LINE.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(LINE));
    if !is_line {
        return Ok((None, Code::parse(text)?));
    }
    let (server, words) = text[LINE.len()..].rsplit_once('#').ok_or(Error::Words(0))?;
    Ok((Some(server.to_owned()), Code::parse(words)?))
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn invitation() -> Invitation {
        Invitation {
            team: TeamTag([4; 16]),
            team_name: "Veldhoven".into(),
            key: TeamKey([5; 32]),
            epoch: 1,
            inviter: "Samira".into(),
        }
    }

    #[track_caller]
    fn check(typed: &str, expected: Result<&Code, Error>) {
        assert_eq!(Code::parse(typed).as_ref(), expected.as_ref().copied());
    }

    #[test]
    fn the_new_phone_reads_what_the_inviting_phone_wrote() {
        let code = Code::random();
        let sealed = code
            .stretch()
            .expect("stretches")
            .seal(&invitation())
            .expect("seals");

        let typed = Code::parse(&code.words().join(" "))
            .expect("parses")
            .stretch();
        let invited = typed.expect("stretches");
        assert_eq!(
            invited.mailbox(),
            code.stretch().expect("stretches").mailbox()
        );
        assert_eq!(invited.open(&sealed), Ok(invitation()));
    }

    #[test]
    fn other_words_open_another_mailbox_and_not_this_letter() {
        let code = Code([1, 2, 3, 4, 5]).stretch().expect("stretches");
        let other = Code([1, 2, 3, 4, 6]).stretch().expect("stretches");
        assert_ne!(code.mailbox(), other.mailbox());
        let sealed = code.seal(&invitation()).expect("seals");
        assert_eq!(other.open(&sealed), Err(OpenError::Unauthentic));
    }

    #[test]
    fn words_are_read_however_they_were_typed() {
        let code = Code([0, 1, 500, 1022, 1023]);
        let words = code.words();
        check(&words.join(" "), Ok(&code));
        check(&words.join("-"), Ok(&code));
        check(&format!("  {}.\n", words.join(",  ")), Ok(&code));
        check(&words.join(" – ").to_uppercase(), Ok(&code));
        let numbered: Vec<_> = (1..)
            .zip(&words)
            .map(|(n, w)| format!("{n}. {w}"))
            .collect();
        check(&numbered.join("\n"), Ok(&code));
    }

    #[test]
    fn the_first_wrong_word_is_named() {
        let words = Code([0, 1, 2, 3, 4]).words();
        check("", Err(Error::Words(0)));
        check(&words[..4].join(" "), Err(Error::Words(0)));
        check(
            &format!("{} xqx", words[..4].join(" ")),
            Err(Error::Words(5)),
        );
        check(
            &format!("xqx qxq {}", words[..3].join(" ")),
            Err(Error::Words(1)),
        );
    }

    #[test]
    fn the_qr_holds_server_and_words() {
        let code = Code::random();
        let line = code.line("https://sync.example.nl:8443");
        assert!(line.starts_with("voorveld:https://sync.example.nl:8443#"));
        let read = read_code_line(&line).expect("reads");
        assert_eq!(
            read,
            (Some("https://sync.example.nl:8443".into()), code.clone())
        );
        let read = read_code_line(&code.words().join(" ")).expect("reads");
        assert_eq!(read, (None, code));
    }

    #[test]
    fn a_letter_that_does_not_fit_a_mailbox_is_refused() {
        let noise: String = (0..6000)
            .map(|_| char::from(random::<1>()[0] % 90 + 33))
            .collect();
        let long = Invitation {
            team_name: noise,
            ..invitation()
        };
        let code = Code::random().stretch().expect("stretches");
        assert!(matches!(code.seal(&long), Err(Error::TooLong { .. })));
    }

    #[test]
    fn the_words_are_not_printed() {
        assert_eq!(format!("{:?}", Code::random()), "Code(…)");
    }

    proptest! {
        #[test]
        fn no_text_at_all_makes_it_panic(text in "\\PC{0,80}") {
            let _refused = read_code_line(&text);
            let _refused = read_code_line(&format!("voorveld:{text}"));
        }
    }
}
