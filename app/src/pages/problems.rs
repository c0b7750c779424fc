//! The labels of problem types. A case stores a type's word whatever the UI language, so that phones in
//! different languages agree.

use voorveld_core::model::ProblemType;
use voorveld_core::view::Language;

use crate::t_in;

/// Returns the types as stored.
pub fn all() -> Vec<String> {
    ProblemType::ALL.map(|each| each.word().to_owned()).to_vec()
}

/// Returns the label of a stored type; an unknown one is shown as it is.
pub fn shown(language: Language, problem: &str) -> String {
    ProblemType::from_word(problem).map_or_else(|| problem.to_owned(), |each| label(language, each))
}

fn label(language: Language, problem: ProblemType) -> String {
    match problem {
        ProblemType::Crime => t_in!(language, "problem-crime"),
        ProblemType::Homeless => t_in!(language, "problem-homeless"),
        ProblemType::Domestic => t_in!(language, "problem-domestic"),
        ProblemType::Loverboy => t_in!(language, "problem-loverboy"),
        ProblemType::Disability => t_in!(language, "problem-disability"),
        ProblemType::Psychiatric => t_in!(language, "problem-psychiatric"),
        ProblemType::Sexual => t_in!(language, "problem-sexual"),
        ProblemType::Eviction => t_in!(language, "problem-eviction"),
        ProblemType::Nuisance => t_in!(language, "problem-nuisance"),
        ProblemType::Debts => t_in!(language, "problem-debts"),
        ProblemType::Squalor => t_in!(language, "problem-squalor"),
        ProblemType::Addiction => t_in!(language, "problem-addiction"),
        ProblemType::Drugs => t_in!(language, "problem-drugs"),
    }
}

#[cfg(test)]
mod tests {
    use voorveld_core::import::{Rows, read};
    use voorveld_core::view::Language;

    #[test]
    fn a_list_that_is_read_in_names_problems_as_the_chips_do() {
        // The stored word, and the label in either language.
        for chip in super::all() {
            let shown = |language| super::shown(language, &chip);
            let dutch = ("Roepnaam;Problematiek", shown(Language::Dutch));
            let english = ("Name;Problems", shown(Language::English));
            for (title, cell) in [("Roepnaam;Problematiek", chip.clone()), dutch, english] {
                let list = format!("{title}\nG.;{cell}\n");
                let reading = read("lijst.csv", list.as_bytes(), chrono::NaiveDate::MAX);
                let Ok(Rows::Cases(rows)) = reading.map(|reading| reading.rows) else {
                    panic!("no cases read for {cell}");
                };
                assert_eq!(rows[0].problems, [chip.as_str()]);
            }
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
