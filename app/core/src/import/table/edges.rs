//! Detects lines in a table that are not rows: totals, sources, a truncated last line.

use super::Section;
use crate::import::fold::{fold, one_line};
use crate::import::records::Record;
use crate::model::{ImportReason, RowProblem};

/// Returns whether the record is a total, a source or a note below the list: it starts with such a word and
/// otherwise has only numbers. The row of a person with such a name has other text as well. A row of
/// dashes is the line that databases and Markdown draw below the titles.
pub(super) fn is_no_row(record: &Record) -> bool {
    if record.fault.is_some() {
        return false;
    }
    let mut filled = record
        .cells
        .iter()
        .map(|cell| fold(cell))
        .filter(|cell| !cell.is_empty());
    let Some(first) = filled.next() else {
        return false;
    };
    let drawn = |cell: &str| cell.chars().all(|c| "-=_+:*|.".contains(c));
    if drawn(&first) && first.len() > 1 && filled.clone().all(|cell| drawn(&cell)) {
        return true;
    }
    let figures = |cell: &String| {
        cell.chars().any(|c| c.is_ascii_digit()) && !cell.chars().any(char::is_alphabetic)
    };
    let rest: Vec<String> = filled.collect();
    let alone = rest.is_empty();
    if !(rest.iter().all(figures) || rest.len() == 1 && first.ends_with(':')) {
        return false;
    }
    let lists = [
        "deze lijst",
        "dit overzicht",
        "dit bestand",
        "einde ",
        "this list",
    ];
    if alone && (first.starts_with("* ") || lists.iter().any(|begin| first.starts_with(begin))) {
        return true;
    }
    if alone && (is_note(&first) || is_part_of_town(&first)) {
        return true;
    }
    let word: String = first.chars().take_while(|c| c.is_alphabetic()).collect();
    let after = first[word.len()..].trim();
    match word.as_str() {
        "totaal" | "subtotaal" | "eindtotaal" | "gemiddeld" | "gemiddelde" | "aantal" | "total"
        | "subtotal" | "gesamt" | "summe" => {
            // Totaal; Totaal: 36; Aantal dossiers: 36; Totaal aantal; 36.
            !alone
                || after.is_empty()
                || after.contains(':')
                || after.chars().any(|c| c.is_ascii_digit())
        }
        "bron" | "source" | "quelle" | "peildatum" | "printdatum" | "exportdatum" | "stand" => {
            after.starts_with(':') || (word == "peildatum" || word.ends_with("datum"))
        }
        "bijgewerkt" | "gegenereerd" | "afgedrukt" | "geprint" | "aangemaakt" | "generated"
        | "printed" | "updated" | "exported" | "geexporteerd" => !after.is_empty() || !alone,
        "laatst" | "laatste" => {
            after.starts_with("bijgewerkt")
                || after.starts_with("update")
                || after.starts_with("gewijzigd")
        }
        "pagina" | "bladzijde" | "blad" | "page" | "seite" => {
            alone && after.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// Returns whether the only cell of a row is a heading above some of the rows: "Wijk Noord". A person
/// of that name would be written "Wijk, N." or have an address.
fn is_part_of_town(folded: &str) -> bool {
    let parts = [
        "wijk ",
        "buurt ",
        "gebied ",
        "stadsdeel ",
        "gemeente ",
        "team ",
    ];
    parts.iter().any(|part| folded.starts_with(part)) && !folded.contains([',', '.'])
}

/// Returns whether the only cell of a row is a note to the reader of the list: "NB: …", "Rood = spoed",
/// "Vertrouwelijk - niet verspreiden".
fn is_note(folded: &str) -> bool {
    let begins = folded
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .next();
    let begins = begins.unwrap_or_default().trim_end_matches('.');
    let after = folded.get(begins.len()..).unwrap_or_default();
    let titled = after.trim_start_matches('.').trim_start().starts_with(':');
    match begins {
        "vertrouwelijk" | "confidential" | "legenda" | "disclaimer" | "nb" | "n.b" => true,
        "let" => folded.starts_with("let op"),
        "toelichting" | "uitleg" | "noot" | "opmerking" | "opmerkingen" | "note" => titled,
        _ => folded.contains(" = "),
    }
}

/// Returns the contents of a record on one line.
pub(super) fn said(record: &Record) -> String {
    let filled = record.cells.iter().filter(|cell| !cell.trim().is_empty());
    one_line(&filled.map(String::as_str).collect::<Vec<_>>().join(" · "))
}

/// Returns the remark on a record outside the table.
pub(in crate::import) fn told(record: &Record) -> ImportReason {
    ImportReason::Stray { text: said(record) }
}

/// Returns a remark for each row with more values than there are titles: in "Bas, Ab" without quotes, the
/// comma of a name moves all that follows under another title.
pub(super) fn wider(section: &Section) -> Vec<RowProblem> {
    let width = section.titles.len();
    let is_wider = |record: &&Record| {
        let beyond = record.cells.get(width..).unwrap_or_default();
        record.fault.is_none() && beyond.iter().any(|cell| !cell.trim().is_empty())
    };
    let rows = section.records.iter().filter(is_wider);
    rows.map(|record| RowProblem::on(record.line, ImportReason::MoreCells))
        .collect()
}

/// Marks a last row as cut off if it has no line break and misses cells that all other rows have: its
/// last value may be incomplete.
pub(super) fn mark_cut_off(section: &mut Section) {
    let width = section.titles.len();
    if let Some((last, before)) = section.records.split_last_mut() {
        let others_are_whole = before.iter().all(|record| record.cells.len() >= width);
        let short = last.cells.len() < width;
        if !last.ended && short && others_are_whole && !before.is_empty() && last.fault.is_none() {
            last.fault = Some(ImportReason::CutOff);
        }
    }
}
