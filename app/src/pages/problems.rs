//! The problem types. A case stores the Dutch word whatever the UI language, so that phones in different
//! languages agree.

use voorveld_core::view::Language;

use crate::t_in;

/// Returns the types as stored.
pub fn all() -> Vec<String> {
    names(Language::Dutch)
}

/// Returns a type's label; an unknown type is shown as it is.
pub fn shown(language: Language, problem: &str) -> String {
    names(Language::Dutch)
        .iter()
        .position(|known| known == problem)
        .map_or_else(
            || problem.to_owned(),
            |index| names(language).swap_remove(index),
        )
}

fn names(language: Language) -> Vec<String> {
    vec![
        t_in!(language, "problem-crime"),
        t_in!(language, "problem-homeless"),
        t_in!(language, "problem-domestic"),
        t_in!(language, "problem-loverboy"),
        t_in!(language, "problem-disability"),
        t_in!(language, "problem-psychiatric"),
        t_in!(language, "problem-sexual"),
        t_in!(language, "problem-eviction"),
        t_in!(language, "problem-nuisance"),
        t_in!(language, "problem-debts"),
        t_in!(language, "problem-squalor"),
        t_in!(language, "problem-addiction"),
        t_in!(language, "problem-drugs"),
    ]
}

#[cfg(test)]
mod tests {
    use voorveld_core::import::{Rows, read};

    #[test]
    fn a_list_that_is_read_in_names_problems_as_the_chips_do() {
        for chip in super::all() {
            let list = format!("Roepnaam;Problematiek\nG.;{chip}\n");
            let reading = read("lijst.csv", list.as_bytes(), chrono::NaiveDate::MAX);
            let Ok(Rows::Cases(rows)) = reading.map(|reading| reading.rows) else {
                panic!("no cases read for {chip}");
            };
            assert_eq!(rows[0].problems, [chip]);
        }
        // In English too, because the stored word is Dutch.
        for chip in super::all() {
            let shown = super::shown(super::Language::English, &chip);
            let list = format!("Name;Problems\nG.;{shown}\n");
            let reading = read("list.csv", list.as_bytes(), chrono::NaiveDate::MAX);
            let Ok(Rows::Cases(rows)) = reading.map(|reading| reading.rows) else {
                panic!("no cases read for {shown}");
            };
            assert_eq!(rows[0].problems, [chip]);
        }
        // Synonyms map to the same problem type.
        let list = "Roepnaam;Problematiek\nG.;criminaliteit, dakloos, psychiatrie\n";
        let reading = read("lijst.csv", list.as_bytes(), chrono::NaiveDate::MAX).expect("reads");
        let Rows::Cases(rows) = reading.rows else {
            panic!("no cases read");
        };
        assert!(
            rows[0]
                .problems
                .iter()
                .all(|word| super::all().contains(word))
        );
    }
}
