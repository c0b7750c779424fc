//! The records of a table.
//!
//! Not the `csv` crate: it reads on through a quote that never closes and does not say that it did,
//! so that one stray quote would swallow the rest of a list without a word.

use super::fold::break_bytes;
use crate::view::ImportReason;

/// More cells than any list has: what comes after goes into the last one.
const MAX_CELLS: usize = 500;

/// One record.
#[derive(Debug)]
pub(super) struct Record {
    /// Line of the file where it begins, from 1.
    pub line: u32,
    /// Its cells, as far as they could be read.
    pub cells: Vec<String>,
    /// Why it cannot be taken over.
    pub fault: Option<ImportReason>,
    /// It ends with a line break.
    pub ended: bool,
}

impl Record {
    /// Nothing is written in it.
    pub fn is_blank(&self) -> bool {
        self.fault.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The records of a text, one by one.
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    separator: u8,
    /// Cells in the header, when known: tells a stray quote from a file that was cut off.
    pub width: usize,
    /// After a stray quote: no record spans lines any more.
    one_line_each: bool,
}

/// How a cell ended.
enum End {
    Separator,
    Line,
    Text,
}

impl<'a> Records<'a> {
    /// The records of a text whose first line has this number.
    pub fn new(text: &'a str, separator: u8, line: u32) -> Self {
        Self {
            text,
            at: 0,
            line,
            separator,
            width: 0,
            one_line_each: false,
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over the line break at this place.
    fn step_over_break(&mut self) {
        self.at += break_bytes(&self.text[self.at..]);
        self.line += 1;
    }

    fn step_to_next_line(&mut self) {
        while !matches!(self.byte(), None | Some(b'\r' | b'\n')) {
            self.at += 1;
        }
        if self.byte().is_some() {
            self.step_over_break();
        }
    }

    /// Adds the text up to the end of the cell.
    fn plain(&mut self, cell: &mut String, is_last: bool) -> End {
        let start = self.at;
        loop {
            match self.byte() {
                Some(byte) if byte == self.separator && !is_last => break,
                None | Some(b'\r' | b'\n') => break,
                Some(_) => self.at += 1,
            }
        }
        cell.push_str(&self.text[start..self.at]);
        match self.byte() {
            None => End::Text,
            Some(b'\r' | b'\n') => {
                self.step_over_break();
                End::Line
            }
            Some(_) => {
                self.at += 1;
                End::Separator
            }
        }
    }

    /// Adds the text up to the closing quote; says whether there is one.
    fn quoted(&mut self, cell: &mut String) -> bool {
        self.at += 1;
        loop {
            let start = self.at;
            while !matches!(self.byte(), None | Some(b'"' | b'\r' | b'\n')) {
                self.at += 1;
            }
            cell.push_str(&self.text[start..self.at]);
            match self.byte() {
                None => return false,
                Some(b'"') if self.text[self.at..].starts_with("\"\"") => {
                    cell.push('"');
                    self.at += 2;
                }
                Some(b'"') => {
                    self.at += 1;
                    return true;
                }
                Some(_) if self.one_line_each => return false,
                Some(_) => {
                    cell.push('\n');
                    self.step_over_break();
                }
            }
        }
    }

    /// A quote that never closes: stray, when whole rows follow it; else the file was cut off here.
    fn unclosed(&mut self, after_first_line: (usize, u32)) -> ImportReason {
        let (at, line) = after_first_line;
        let rows_follow = || {
            let is_row = |row: &str| {
                let separators = row.bytes().filter(|byte| *byte == self.separator).count();
                self.width > 1 && separators + 1 == self.width
            };
            self.text[at..].split(['\r', '\n']).any(is_row)
        };
        if !self.one_line_each && !rows_follow() {
            return ImportReason::CutOff;
        }
        self.one_line_each = true;
        (self.at, self.line) = (at, line);
        ImportReason::Unreadable
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        self.byte()?;
        let (start, line) = (self.at, self.line);
        let mut cells = Vec::new();
        let mut garbled = false;
        let (fault, ended) = loop {
            let mut cell = String::new();
            let is_last = cells.len() + 1 == MAX_CELLS;
            let blanks = self.text[self.at..]
                .bytes()
                .take_while(|byte| *byte == b' ')
                .count();
            if self.text.as_bytes().get(self.at + blanks) == Some(&b'"') {
                self.at += blanks;
                if !self.quoted(&mut cell) {
                    cells.push(cell);
                    break (Some(ImportReason::CutOff), false);
                }
                let closed_at = cell.len();
                let end = self.plain(&mut cell, is_last);
                garbled |= !cell[closed_at..].trim().is_empty();
                cells.push(cell);
                match end {
                    End::Separator => continue,
                    End::Line => break (None, true),
                    End::Text => break (None, false),
                }
            }
            let end = self.plain(&mut cell, is_last);
            cells.push(cell);
            match end {
                End::Separator => {}
                End::Line => break (None, true),
                End::Text => break (None, false),
            }
        };
        let spans_lines = self.line > line + u32::from(ended);
        let fault = if fault.is_some() || (garbled && spans_lines) {
            let end = (self.at, self.line);
            (self.at, self.line) = (start, line);
            self.step_to_next_line();
            let next_line = (self.at, self.line);
            if fault.is_some() {
                (self.at, self.line) = end;
                Some(self.unclosed(next_line))
            } else {
                // A quote that closed in the middle of another row's text: that row is read again.
                Some(ImportReason::Unreadable)
            }
        } else {
            None
        };
        Some(Record {
            line,
            cells,
            fault,
            ended,
        })
    }
}
