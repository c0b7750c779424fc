//! Tags of the contacts of Oosterhage, and resting signals.

use crate::Error;
use crate::store::Store;
use crate::store::seed::{seed_rest, seed_word};

/// Tags by contact.
const WORDS: [(&str, &[&str]); 14] = [
    ("Sportschoolleraar", &["jongeren", "sport"]),
    ("Buurtsportcoach", &["jongeren", "sport"]),
    ("Jongerenwerker", &["jongeren"]),
    ("Snackbarhouder", &["jongeren"]),
    ("Fietsenmaker", &["jongeren", "werk"]),
    ("Imam", &["geloof", "gezinnen", "taal"]),
    ("Bezoekbroeder", &["geloof", "ouderen"]),
    ("Pedicure", &["ouderen"]),
    ("Verpleegkundige wijk", &["ouderen", "ggz"]),
    ("Ervaringsdeskundige", &["ggz", "dakloos"]),
    ("Begeleider nachtopvang", &["dakloos"]),
    ("Schuldhulpmaatje", &["geld"]),
    ("Bibliothecaris", &["taal", "dakloos"]),
    ("Kringloop, bedrijfsleider", &["werk"]),
];

/// The start of a signal's text, and the number of days it still rests; 0 returns today.
const RESTING: [(&str, i64); 2] = [("Op 31 hoort ze", 0), ("Vrouw belt elke dag", 14)];

/// Adds both to a new sample team.
pub(super) fn add(store: &mut Store) -> Result<(), Error> {
    for (contact, words) in WORDS {
        for word in words {
            seed_word(store, contact, word)?;
        }
    }
    for (text, days) in RESTING {
        seed_rest(store, text, days)?;
    }
    Ok(())
}
