//! Reads a vCard address book as contacts.

use std::collections::BTreeSet;

use super::card;
use super::card_lines::{End, Piece, pieces};
use super::card_value::narrow;
use super::contact_rows::Gathered;
use super::fold::one_line;
use super::row_values::without_service_numbers;
use super::{MAX_ROWS, Reading};
use crate::ImportRefusal;
use crate::model::{ImportReason, RowProblem};

/// Returns whether a card begins near the start of these bytes.
pub(super) fn holds_cards(bytes: &[u8]) -> bool {
    super::card_lines::holds_cards(&narrow(bytes))
}

/// Reads the cards of a .vcf file.
///
/// # Errors
/// [`ImportRefusal::TooManyRows`].
pub(super) fn read(bytes: &[u8]) -> Result<Reading, ImportRefusal> {
    let pieces = pieces(&narrow(bytes));
    let cards = pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Card(_)));
    let rows = u32::try_from(cards.count()).unwrap_or(u32::MAX);
    if rows > MAX_ROWS {
        return Err(ImportRefusal::TooManyRows {
            rows,
            most: MAX_ROWS,
        });
    }
    let mut gathered = Gathered::default();
    let mut technical = BTreeSet::new();
    let mut first = None;
    for piece in pieces {
        let card = match piece {
            Piece::Card(card) => card,
            Piece::Stray(line, text) => {
                gathered.problems.push(RowProblem {
                    text: one_line(&text),
                    ..RowProblem::on(line, ImportReason::Unreadable)
                });
                continue;
            }
        };
        if let Some(members) = card::members(&card) {
            let row = card::contact(&card).row;
            gathered.add(row, Some(ImportReason::Group { members }), Vec::new());
            continue;
        }
        let mut read = card::contact(&card);
        for text in [&mut read.row.note, &mut read.row.name] {
            *text = without_service_numbers(text, &mut read.reasons);
        }
        let (fault, reasons) = match card.end {
            End::CutOff => (Some(ImportReason::CutOff), Vec::new()),
            End::Next => (None, [read.reasons, vec![ImportReason::NoEnd]].concat()),
            End::Whole => (None, read.reasons),
        };
        if !read.technical.is_empty() {
            first.get_or_insert(card.line);
            technical.extend(read.technical);
        }
        gathered.add(read.row, fault, reasons);
    }
    // Reported once, as every card of such an address book has them.
    if let Some(line) = first {
        let names = technical.into_iter().collect::<Vec<_>>().join(", ");
        let reason = ImportReason::OwnLines { names };
        gathered.problems.push(RowProblem::on(line, reason));
    }
    Ok(gathered.done())
}
