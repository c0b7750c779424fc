//! Deterministic ids of imported rows. Frozen: all phones of a team, on any app version, derive the
//! same id from the same row.

use uuid::Uuid;

/// Folds text for use in an id: lower case, without the accents listed below, with single spaces. Must
/// never change and has no other use; search and comparison have their own folding, which may evolve.
pub(super) fn key_fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for letter in word.chars().flat_map(char::to_lowercase) {
            push_plain(letter, &mut folded);
        }
    }
    folded
}

fn push_plain(letter: char, folded: &mut String) {
    let plain = match letter {
        // Combining accents, as iPhones write them.
        '\u{300}'..='\u{36f}' => return,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '\u{2018}' | '\u{2019}' => '\'',
        'ß' => {
            folded.push('s');
            's'
        }
        other => other,
    };
    folded.push(plain);
}

/// Hashes the identifying parts of a row to a UUIDv8. Each part is prefixed with its length, so that
/// text moved from one part to the next gives another id.
pub(super) fn key(kind: &str, parts: &[&str]) -> Uuid {
    let mut hasher = blake3::Hasher::new_derive_key("voorveld import 1");
    for part in std::iter::once(&kind).chain(parts) {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
