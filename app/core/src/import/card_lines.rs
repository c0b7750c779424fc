//! Splits an address book (.vcf) into cards, and cards into logical lines.
//!
//! Works on bytes: lines are unfolded before decoding, because a fold may split a character. Every
//! line ends up in a card or is reported as stray. Attachments are skipped line by line without
//! copying, so that a card with a photo of ten megabytes costs one pass over its bytes.

use super::card_line::{Coding, Line, Open};
use super::card_property::{Property, is_base64};
use super::card_value::letters;

/// One card.
#[derive(Debug, Default)]
pub(super) struct Card {
    /// Line of its BEGIN, 1-based.
    pub line: u32,
    pub lines: Vec<Line>,
    /// Size in bytes of each skipped attachment.
    pub attachments: Vec<u64>,
    pub end: End,
    /// White space before its BEGIN, in a card that was pasted into an e-mail.
    indent: Vec<u8>,
    /// Number of open nested cards (AGENT).
    inside: u32,
}

/// How a card ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At the end of the file: it was cut off.
    #[default]
    CutOff,
    /// At the BEGIN of the next card, without an END.
    Next,
    Whole,
}

/// A part of an address book.
#[derive(Debug)]
pub(super) enum Piece {
    Card(Card),
    /// Text outside any card, with its first line number.
    Stray(u32, String),
}

/// Returns whether a card begins near the start of these bytes.
pub(super) fn holds_cards(bytes: &[u8]) -> bool {
    let top = &bytes[..bytes.len().min(64 * 1024)];
    lines(top).take(200).any(|line| begins(line).is_some())
}

/// Splits an address book into cards and stray text.
pub(super) fn pieces(bytes: &[u8]) -> Vec<Piece> {
    let mut book = Book::default();
    for (line, number) in lines(bytes).zip(1..) {
        book.add(line, number);
    }
    book.close(End::CutOff);
    book.pieces
}

#[derive(Default)]
struct Book {
    pieces: Vec<Piece>,
    card: Option<Card>,
    open: Open,
}

impl Book {
    fn close(&mut self, end: End) {
        self.open = Open::Text;
        if let Some(card) = self.card.take() {
            self.pieces.push(Piece::Card(Card { end, ..card }));
        }
    }

    /// Adds a physical line, which may contain the end of one card and the start of the next.
    fn add(&mut self, line: &[u8], number: u32) {
        if let Some(rest) = begins(line) {
            self.begin(line, rest, number);
        } else if let Some(rest) = ends(line).filter(|_| self.card.is_some()) {
            self.end();
            self.add_rest(rest, number);
        } else if let Some((before, after)) = glued_end(line).filter(|_| self.card.is_some()) {
            self.add_inside(before, number);
            self.end();
            self.add_rest(after, number);
        } else {
            self.add_inside(line, number);
        }
    }

    fn add_rest(&mut self, rest: &[u8], number: u32) {
        if !rest.trim_ascii().is_empty() {
            self.add(rest.trim_ascii_start(), number);
        }
    }

    fn begin(&mut self, line: &[u8], rest: &[u8], number: u32) {
        let is_inside =
            |card: &Card| card.inside > 0 || card.lines.last().is_some_and(Line::opens_agent);
        match &mut self.card {
            Some(card) if is_inside(card) => {
                card.inside += 1;
                self.open = Open::Text;
            }
            _ => {
                // The preceding card has no END.
                self.close(End::Next);
                let indent = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t'));
                self.card = Some(Card {
                    line: number,
                    indent: indent.copied().collect(),
                    ..Card::default()
                });
            }
        }
        if !rest.trim_ascii().is_empty() {
            for part in on_one_line(rest) {
                self.add(part, number);
            }
        }
    }

    fn end(&mut self) {
        match &mut self.card {
            Some(card) if card.inside > 0 => card.inside -= 1,
            _ => self.close(End::Whole),
        }
        self.open = Open::Text;
    }

    fn add_inside(&mut self, line: &[u8], number: u32) {
        let Some(card) = &mut self.card else {
            let text = letters(line.trim_ascii(), "");
            match self.pieces.last_mut() {
                _ if text.is_empty() => {}
                Some(Piece::Stray(_, before)) => {
                    before.push('\n');
                    before.push_str(&text);
                }
                _ => self.pieces.push(Piece::Stray(number, text.into_owned())),
            }
            return;
        };
        let line = line.strip_prefix(card.indent.as_slice()).unwrap_or(line);
        self.open = card.add(line, self.open);
    }
}

impl Card {
    /// Adds a physical line. Returns what the next line may continue.
    fn add(&mut self, line: &[u8], open: Open) -> Open {
        let folded = line
            .first()
            .is_some_and(|byte| matches!(byte, b' ' | b'\t'));
        let empty = line.trim_ascii().is_empty();
        let within = self.inside > 0;
        match (open, self.lines.last_mut()) {
            (Open::Attachment, _) if !empty && (folded || is_base64(line)) => {
                if let Some(bytes) = self.attachments.last_mut() {
                    *bytes += base64_bytes(line);
                }
                return open;
            }
            (Open::Attachment, _) if empty => return Open::Text,
            (Open::SoftBreak, Some(last)) => return last.go_on(line),
            (Open::Text, Some(last)) if folded && !empty && last.may_fold() => {
                return last.go_on(&line[1..]);
            }
            (Open::Text, Some(last)) if last.coding == Coding::Base64 && is_base64(line) => {
                return last.go_on(line);
            }
            _ => {}
        }
        if empty {
            return Open::Text;
        }
        match Property::of(line) {
            Some(property) if property.is_attachment() => {
                self.attachments.push(base64_bytes(property.inline()));
                Open::Attachment
            }
            Some(property) => {
                let (line, open) = Line::of(&property, within);
                self.lines.push(line);
                open
            }
            None => {
                match self.lines.last_mut() {
                    Some(last) if last.within == within && last.is_text() => last.broken(line),
                    _ => self.lines.push(Line::loose(line, within)),
                }
                Open::Text
            }
        }
    }
}

/// Returns what follows `BEGIN:VCARD`, if the line begins with it.
fn begins(line: &[u8]) -> Option<&[u8]> {
    after(line, b"BEGIN:", b"VCARD")
}

fn ends(line: &[u8]) -> Option<&[u8]> {
    after(line, b"END:", b"VCARD")
}

fn after<'a>(line: &'a [u8], property: &[u8], value: &[u8]) -> Option<&'a [u8]> {
    let line = line.trim_ascii_start();
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let rest = without(line, property)?;
    without(rest.trim_ascii_start(), value)
}

fn without<'a>(line: &'a [u8], begin: &[u8]) -> Option<&'a [u8]> {
    let (first, rest) = line.split_at_checked(begin.len())?;
    first.eq_ignore_ascii_case(begin).then_some(rest)
}

/// Finds an END in the middle of a line, followed by nothing or by the next BEGIN. Returns the text
/// before and after the END.
fn glued_end(line: &[u8]) -> Option<(&[u8], &[u8])> {
    const END: &[u8] = b"END:VCARD";
    if !line.contains(&b':') {
        return None;
    }
    let place = line
        .windows(END.len())
        .position(|part| part.eq_ignore_ascii_case(END))?;
    let (before, rest) = (&line[..place], &line[place + END.len()..]);
    let inside = before
        .windows(6)
        .any(|part| part.eq_ignore_ascii_case(b"BEGIN:"));
    (!inside && (rest.trim_ascii().is_empty() || begins(rest).is_some())).then_some((before, rest))
}

/// Splits a card written on one line, separated by spaces, semicolons or a literal `\n`.
fn on_one_line(rest: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut from = 0;
    for at in 0..rest.len() {
        let gap = match &rest[at..] {
            [b'\\', b'n' | b'N', ..] => 2,
            [b' ' | b'\t' | b';', ..] => 1,
            _ => continue,
        };
        let next = rest[at + gap..].trim_ascii_start();
        if at >= from
            && (begins(next).is_some() || ends(next).is_some() || Property::is_named(next))
        {
            parts.push(&rest[from..at]);
            from = at + gap;
        }
    }
    parts.push(&rest[from..]);
    parts.retain(|part| !part.trim_ascii().is_empty());
    parts.iter().map(|part| part.trim_ascii()).collect()
}

fn base64_bytes(line: &[u8]) -> u64 {
    let line = line.trim_ascii();
    let digits = line.iter().rev().skip_while(|byte| **byte == b'=').count();
    (digits * 3 / 4) as u64
}

/// Splits into lines at LF, CR, CRLF, or the CR CR LF that double newline translation produces.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .iter()
            .position(|byte| matches!(byte, b'\r' | b'\n'))
            .unwrap_or(rest.len());
        let (line, behind) = rest.split_at(end);
        let skip = [b"\r\r\n".as_slice(), b"\r\n", b"\n", b"\r"]
            .iter()
            .find(|end| behind.starts_with(end))
            .map_or(0, |end| end.len());
        rest = &behind[skip..];
        Some(line)
    })
}
