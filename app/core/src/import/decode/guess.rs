//! Guesses the encoding of lines that make no sense in Windows-1252, from how likely their letters are in
//! names of people in the Netherlands.

use std::sync::LazyLock;

use super::pages;
use super::windows::from_windows;

/// An encoding of one byte for each letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    Windows,
    Dos,
    Mac,
    Central,
    Turkish,
}

/// The candidate encodings of a line besides Windows-1252.
const OTHERS: [Page; 4] = [Page::Dos, Page::Mac, Page::Central, Page::Turkish];

static LETTERS: LazyLock<[Vec<char>; 4]> = LazyLock::new(|| {
    [pages::DOS, pages::MAC, pages::CENTRAL, pages::TURKISH].map(|page| page.chars().collect())
});

/// What the letters of a line count at least for evidence.
const STRONG: i32 = 5;
/// The penalty for a letter that is implausible in its position.
const IMPOSSIBLE: i32 = -10;

impl Page {
    /// The name by which people find it in other programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Windows => "Windows-1252",
            Self::Dos => "DOS (850)",
            Self::Mac => "Mac Roman",
            Self::Central => "Windows-1250",
            Self::Turkish => "Windows-1254",
        }
    }

    pub fn letter(self, byte: u8) -> char {
        let other = |page: usize| match byte.checked_sub(0x80) {
            Some(place) => LETTERS[page][usize::from(place)],
            None => char::from(byte),
        };
        match self {
            Self::Windows => from_windows(byte),
            Self::Dos => other(0),
            Self::Mac => other(1),
            Self::Central => other(2),
            Self::Turkish => other(3),
        }
    }

    pub fn decode(self, line: &[u8]) -> impl Iterator<Item = char> {
        line.iter().map(move |byte| self.letter(*byte))
    }

    /// Returns how likely the line is in this encoding, and whether all of its letters are possible.
    fn weigh(self, line: &[u8]) -> (i32, bool) {
        let text: Vec<char> = self.decode(line).collect();
        let at = |place: Option<usize>| place.and_then(|place| text.get(place)).copied();
        let weights = (0..text.len())
            .filter(|place| !text[*place].is_ascii())
            .map(|place| {
                let around = |place| at(place).unwrap_or(' ');
                let before = around(place.checked_sub(1));
                weight(before, text[place], around(place.checked_add(1)))
            });
        // Icelandic in Windows-1252: no Turkish or Croatian name has these letters together.
        let has = |letters: &str| text.iter().any(|c| letters.contains(*c));
        let icelandic = match self {
            Self::Turkish => has("áíúýæ"),
            Self::Central => has("đĐţŢ") && has("áíóúýæö"),
            _ => false,
        };
        weights.fold((0, !icelandic), |(sum, possible), weight| {
            (sum + weight, possible && weight >= 0)
        })
    }

    /// Returns whether a line of a file in this encoding is in it too, and not in Windows-1252.
    pub fn fits(self, line: &[u8]) -> bool {
        let (here, there) = (self.weigh(line), Self::Windows.weigh(line));
        // In Windows-1250 and 1252 the same bytes are letters: č and è.
        let margin = if self == Self::Central { 3 } else { -1 };
        let differs = self.decode(line).ne(Self::Windows.decode(line));
        here.1 && differs && here.0 + margin >= there.0
    }
}

/// Returns whether a line has something that nobody can have meant in Windows-1252.
pub(super) fn is_odd(line: &[u8]) -> bool {
    !line.is_ascii() && !Page::Windows.weigh(line).1
}

/// Returns the encoding in which all of these lines are possible, and much likelier than in any other.
pub(super) fn page_of(lines: &[&[u8]]) -> Option<Page> {
    let mut weighed: Vec<(i32, Page)> = OTHERS
        .into_iter()
        .filter_map(|page| {
            let mut sum = 0;
            for line in lines {
                let (weight, possible) = page.weigh(line);
                sum += possible.then_some(weight)?;
            }
            (sum >= STRONG).then_some((sum, page))
        })
        .collect();
    weighed.sort_by_key(|(sum, _)| -sum);
    match weighed.as_slice() {
        [(_, page)] => Some(*page),
        [(most, page), (next, _), ..] if *most * 2 >= *next * 3 => Some(*page),
        _ => None,
    }
}

/// Returns how likely a character is between these two; negative if nobody can have meant it.
fn weight(before: char, letter: char, after: char) -> i32 {
    let (begun, goes_on) = (before.is_alphabetic(), after.is_alphabetic());
    if letter.is_control() {
        return IMPOSSIBLE;
    }
    // No Greek letters and mathematical signs of Mac Roman.
    let latin = letter.is_alphabetic() && letter < '\u{250}';
    if !latin || "ƒµªº".contains(letter) {
        return sign(before, letter, after);
    }
    if !begun && !goes_on {
        // 3 à 4.
        return 0;
    }
    let capital_inside = letter.is_uppercase()
        && (before.is_lowercase() || before.is_uppercase() && after.is_lowercase());
    let small_inside = letter.is_lowercase() && before.is_uppercase() && after.is_uppercase();
    if capital_inside || small_inside {
        return IMPOSSIBLE;
    }
    let small = letter.to_lowercase().next().unwrap_or(letter);
    match small {
        // Petroviæ: the ć of Windows-1250.
        'æ' if before == 'i' && !goes_on => IMPOSSIBLE,
        'é' | 'ë' => 10,
        'ï' | 'ö' | 'ü' | 'è' => 7,
        'ç' | 'á' | 'ó' | 'í' | 'ä' | 'ł' | 'ş' | 'ı' | 'ğ' | 'ć' | 'č' | 'š' | 'ž' | 'ą' | 'ę'
        | 'ż' | 'i' => 5,
        'ñ' | 'ê' | 'ś' | 'ź' | 'ń' | 'ő' | 'ř' | 'ě' | 'ů' | 'đ' | 'ţ' | 'ă' => 3,
        'â' | 'î' | 'ô' | 'û' | 'à' | 'ú' | 'å' | 'ø' | 'ß' | 'œ' | 'æ' => 3,
        // The ğ and ş of Windows-1254; Icelandic is rarer.
        'ð' | 'þ' => IMPOSSIBLE,
        _ => 1,
    }
}

/// Returns how likely a sign is that is no letter.
fn sign(before: char, sign: char, after: char) -> i32 {
    let (begun, goes_on) = (before.is_alphabetic(), after.is_alphabetic());
    let fits = match sign {
        '\u{a0}' | '\u{ad}' | '–' | '—' | '…' | '·' | '’' | '´' => true,
        // Foto‘s, where it is meant as an apostrophe.
        '‘' => !begun || !goes_on || after == 's',
        '“' | '”' | '™' | '•' | '®' | '©' | '°' | '«' | '»' | '¨' | '†' | '×' | '±' => {
            !(begun && goes_on)
        }
        'ª' | 'º' | '¹' | '²' => !goes_on,
        '½' | '¼' | '¾' => !begun,
        // The ł of Windows-1250, unlike m³.
        '³' => !goes_on && (!begun || matches!(before, 'm' | 'M')),
        _ => !begun && !goes_on,
    };
    if fits { 0 } else { IMPOSSIBLE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_those_of_the_encoding_standard() {
        for (page, standard) in [
            (Page::Mac, encoding_rs::MACINTOSH),
            (Page::Central, encoding_rs::WINDOWS_1250),
            (Page::Turkish, encoding_rs::WINDOWS_1254),
            (Page::Windows, encoding_rs::WINDOWS_1252),
        ] {
            for byte in 0..=255 {
                let bytes = [byte];
                let decoded = standard.decode_without_bom_handling(&bytes).0;
                assert_eq!(decoded, page.letter(byte).to_string(), "{page:?} {byte:x}");
            }
        }
        // Code page 850 is not in that standard.
        assert_eq!(LETTERS[0].len(), 128);
        let letters: String = Page::Dos
            .decode(b"\x80\x82\x89\x9d\xa4\xb5\xe1\xff")
            .collect();
        assert_eq!(letters, "ÇéëØñÁß\u{a0}");
    }
}
