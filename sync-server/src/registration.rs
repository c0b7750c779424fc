//! The registration token a server generates for itself, so that the first phone can start a team.

use std::path::Path;

use crate::secret_file::{self, SecretFileError};

/// Groups of digits: easy to read aloud in any language and unaffected by keyboard capitalisation.
const GROUPS: usize = 4;
const DIGITS: usize = 4;

/// Returns the token stored in this folder, generating it on first use: 16 digits, 53 bits.
pub(crate) fn token(dir: &Path) -> Result<String, SecretFileError> {
    let path = dir.join("registration-token");
    if let Some(kept) = secret_file::read(&path)? {
        let token = kept.trim();
        return if is_token(token) {
            Ok(token.to_owned())
        } else {
            // A truncated file must not become a token that is easy to guess.
            Err(SecretFileError::broken(
                &path,
                "it is no token of this server",
            ))
        };
    }
    let token = random().map_err(|error| SecretFileError::making(&path, error))?;
    secret_file::make(&path, &format!("{token}\n"))?;
    Ok(token)
}

fn is_token(token: &str) -> bool {
    let groups: Vec<&str> = token.split('-').collect();
    let whole = |group: &&str| group.len() == DIGITS && group.bytes().all(|b| b.is_ascii_digit());
    groups.len() == GROUPS && groups.iter().all(whole)
}

fn random() -> Result<String, getrandom::Error> {
    let mut token = String::new();
    let mut digits = 0;
    while digits < GROUPS * DIGITS {
        let mut byte = [0];
        getrandom::fill(&mut byte)?;
        // Rejection sampling: 250 is a multiple of ten, so every digit is equally likely.
        if byte[0] >= 250 {
            continue;
        }
        if digits > 0 && digits % DIGITS == 0 {
            token.push('-');
        }
        token.push(char::from(b'0' + byte[0] % 10));
        digits += 1;
    }
    Ok(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_made_once_and_is_its_own_every_time() {
        let dir = tempfile::tempdir().expect("a folder");
        let first = token(dir.path()).expect("made");
        assert!(is_token(&first), "{first}");
        assert_eq!(token(dir.path()).expect("kept"), first);
        let other = tempfile::tempdir().expect("a folder");
        assert_ne!(token(other.path()).expect("made"), first);
    }

    #[test]
    fn a_file_that_holds_no_token_is_told_and_left_as_it_is() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("registration-token");
        for broken in [
            "",
            "\n",
            "1234",
            "1234-1234-1234-123",
            "geheim",
            "1234-1234-1234-12e4",
        ] {
            std::fs::write(&path, broken).expect("written");
            let said = token(dir.path()).expect_err("refused").to_string();
            assert!(said.contains("registration-token cannot be used"), "{said}");
            assert_eq!(std::fs::read_to_string(&path).expect("there"), broken);
        }
        std::fs::write(&path, [0xff, 0xfe]).expect("written");
        let said = token(dir.path()).expect_err("refused").to_string();
        assert!(said.contains("not text"), "{said}");
    }
}
