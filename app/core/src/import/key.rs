//! What the identifiers of imported rows are made of. Frozen: phones of one team make the same
//! identifier of the same row, whatever version of the app they run.

use uuid::Uuid;

/// The text as it goes into an identifier: lower case, without the accents below, one space between
/// words. Never to be changed, and used for nothing else; finding and comparing have foldings of
/// their own, which may grow.
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

/// An identifier made of what identifies a row (UUIDv8). Each part goes in with its length, so that
/// no two rows can shift text from one part to the next.
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
