//! A parser for delimited records.
//!
//! Not the `csv` crate: that reads past an unclosed quote without reporting it, so that one stray
//! quote would silently swallow the rest of a list.

use super::fold::break_bytes;
use crate::model::ImportReason;

/// More cells than any real list has; the last cell takes the remainder of the record.
const MAX_CELLS: usize = 500;

/// One record.
#[derive(Debug)]
pub(super) struct Record {
    /// First line in the file, 1-based.
    pub line: u32,
    /// The cells, as far as they could be parsed.
    pub cells: Vec<String>,
    /// Why it cannot be imported.
    pub fault: Option<ImportReason>,
    /// Whether it ends with a line break.
    pub ended: bool,
}

impl Record {
    /// Returns whether it has no content and no fault.
    pub fn is_blank(&self) -> bool {
        self.fault.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// An iterator over the records of a text.
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    separator: u8,
    /// Number of cells in the header, if known: distinguishes a stray quote from a truncated file.
    pub width: usize,
    /// Set after a stray quote: records no longer span lines.
    one_line_each: bool,
}

/// How a cell ended.
enum End {
    Separator,
    Line,
    Text,
}

impl<'a> Records<'a> {
    /// Creates a parser for a text whose first line has this number.
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

    /// Skips the line break at the current position.
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

    /// Appends the text up to the end of the cell.
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

    /// Appends the text up to the closing quote. Returns whether there is one.
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

    /// Classifies an unclosed quote: stray if complete rows follow, otherwise the file was truncated
    /// here.
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
        if cells.len() == MAX_CELLS
            && let Some(last) = cells.last_mut()
        {
            // Excel writes a separator for each of the 16,384 columns that a sheet may have.
            let kept = last
                .trim_end_matches([char::from(self.separator), ' '])
                .len();
            last.truncate(kept);
        }
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
                // The quote closed inside a later row's text: resume after the first line, to read
                // that row again.
                Some(ImportReason::Unreadable)
            }
        } else {
            None
        };
        if fault == Some(ImportReason::Unreadable) {
            // What was read beyond its line is read again; this line is told as it stands.
            let unread = self.text[start..self.at].trim_end_matches(['\r', '\n']);
            cells = unread
                .split(char::from(self.separator))
                .map(str::to_owned)
                .collect();
        }
        Some(Record {
            line,
            cells,
            fault,
            ended,
        })
    }
}
