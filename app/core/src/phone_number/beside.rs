//! The context of a number, and what it implies.

use super::signs::Signs;

/// How many characters before a number are examined.
const FAR: usize = 200;

/// Returns whether nothing before the number makes it part of something else: a word, a decimal, a
/// reference, a URL or e-mail address, or a bank account.
pub(super) fn begins_alone(signs: &Signs, begin: usize, taken: usize) -> bool {
    if begin == taken && taken > 0 {
        return true;
    }
    let before = signs.before(begin);
    let part = before.is_some_and(|sign| {
        sign.is_alphabetic() && !Before::of(signs, taken, begin).ends_in_phone_word()
            || "+*#_@".contains(sign)
    });
    let digit_before = begin
        .checked_sub(2)
        .is_some_and(|at| at >= taken && signs.get(at).is_some_and(|sign| sign.is_ascii_digit()));
    let joined = digit_before && before.is_some_and(|sign| "-./,:'".contains(sign));
    !part && !joined && !is_in_address(signs, begin) && !is_in_account(signs, begin)
}

/// Returns whether the surrounding non-space text is a URL or e-mail address.
fn is_in_address(signs: &Signs, begin: usize) -> bool {
    let is_word = |at: usize| signs.get(at).is_some_and(|sign| !sign.is_whitespace());
    let start = (0..begin).rev().take_while(|at| is_word(*at)).last();
    let end = (begin..signs.len()).take_while(|at| is_word(*at)).last();
    let word = signs.text(start.unwrap_or(begin)..end.map_or(begin, |end| end + 1));
    let word = word.to_lowercase();
    let is_page = word.contains("://") || word.contains("www.");
    word.contains('@') || is_page && !word.contains("wa.me/")
}

/// Returns whether the position is inside an IBAN, as in NL91 ABNA 0417 1643 00.
fn is_in_account(signs: &Signs, begin: usize) -> bool {
    let from = begin.saturating_sub(40);
    (from..begin).any(|start| {
        let alone = !signs.before(start).is_some_and(char::is_alphanumeric);
        alone && account_end(signs, start).is_some_and(|end| end > begin)
    })
}

/// Returns the end of the IBAN that starts here, if there is one.
fn account_end(signs: &Signs, start: usize) -> Option<usize> {
    let is =
        |at: usize, fits: fn(&char) -> bool| signs.get(start + at).is_some_and(|sign| fits(&sign));
    let begins = is(0, char::is_ascii_uppercase)
        && is(1, char::is_ascii_uppercase)
        && is(2, char::is_ascii_digit)
        && is(3, char::is_ascii_digit);
    if !begins {
        return None;
    }
    let mut count = 4;
    let mut at = start + 4;
    while count < 34 {
        let next = match signs.get(at) {
            Some(' ' | '.' | '-') => at + 1,
            _ => at,
        };
        match signs.get(next) {
            Some(sign) if sign.is_ascii_uppercase() || sign.is_ascii_digit() => at = next + 1,
            _ => break,
        }
        count += 1;
    }
    // Norway has the shortest IBAN, of 15 characters.
    (count >= 15).then_some(at)
}

/// The text before a number, from the last separator or number on, in lower case.
pub(super) struct Before {
    words: String,
}

impl Before {
    pub(super) fn of(signs: &Signs, taken: usize, begin: usize) -> Self {
        let mut start = begin;
        let nearest = taken.max(begin.saturating_sub(FAR));
        while start > nearest && !matches!(signs.get(start - 1), Some('\n' | ';' | ',' | '/' | '|'))
        {
            start -= 1;
        }
        let words = signs.text(start..begin).to_lowercase();
        let cut = [" of ", " en ", " or ", " and ", "&"]
            .iter()
            .filter_map(|word| words.rfind(word).map(|at| at + word.len()))
            .max()
            .unwrap_or(0);
        Self {
            words: words[cut..].to_owned(),
        }
    }

    /// Returns the last word, and whether a colon follows it. Generic words such as "nr." are skipped:
    /// the word before them tells what the number is.
    fn last_word(&self) -> (&str, bool) {
        let words = self
            .words
            .trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let colon = self.words[words.len()..].contains([':', '=']);
        let mut all = words
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .rev();
        let last = all.next().unwrap_or_default();
        let says_nothing = matches!(last, "nr" | "nummer" | "no" | "is" | "num");
        let word = if says_nothing {
            all.next().unwrap_or(last)
        } else {
            last
        };
        (word, colon)
    }

    /// Returns whether the text names another kind of number, such as a bank account, BSN, case or
    /// customer number.
    pub(super) fn names_another_number(&self) -> bool {
        const OTHERS: [&str; 28] = [
            "bsn",
            "sofi",
            "burgerservice",
            "kvk",
            "iban",
            "rekening",
            "bankrek",
            "giro",
            "btw",
            "polis",
            "klantn",
            "klantid",
            "dossiern",
            "dossier",
            "zaakn",
            "zaak",
            "kenmerk",
            "order",
            "factuur",
            "pasn",
            "kenteken",
            "relatien",
            "patient",
            "patiënt",
            "clientn",
            "cliëntn",
            "crv",
            "identiteits",
        ];
        let (word, _) = self.last_word();
        OTHERS.iter().any(|other| word.starts_with(other))
    }

    fn ends_in_phone_word(&self) -> bool {
        let (word, _) = self.last_word();
        const WHOLE: [&str; 14] = [
            "t", "m", "f", "p", "tel", "mob", "gsm", "bel", "app", "sms", "phone", "cell", "telnr",
            "mobile",
        ];
        WHOLE.contains(&word)
            || ["telefoon", "mobiel", "whatsapp", "06nummer"]
                .iter()
                .any(|begin| word.starts_with(begin))
    }

    /// Returns whether digits that follow are meant as a phone number: the text is empty or says so.
    pub(super) fn introduces_a_number(&self) -> bool {
        let (word, colon) = self.last_word();
        let me = self.words.trim_end();
        word.is_empty() && !me.contains(['#', '*', '€', '$'])
            || colon
            || self.ends_in_phone_word()
            || me.ends_with("wa.me/")
    }
}
