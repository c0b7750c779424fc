//! An address book (.vcf) cut into its cards, with line numbers and without pictures.
//!
//! Pictures are dropped here, line by line and without copying: a card with one of ten megabytes
//! costs no more than reading over it.

use super::fold::break_bytes;

/// One card, ready for the vCard reader.
#[derive(Debug, Default)]
pub(super) struct Card {
    /// Line of its BEGIN, from 1.
    pub line: u32,
    /// Its lines without pictures; BEGIN and END included.
    pub text: String,
    /// Size in bytes of each attachment left out.
    pub attachments: Vec<u64>,
    /// It has its END.
    pub whole: bool,
}

/// What an address book consists of.
#[derive(Debug)]
pub(super) enum Piece {
    Card(Card),
    /// Text outside any card, from this line on.
    Stray(u32),
}

/// There is a card in this text, near its top.
pub(super) fn holds_cards(text: &str) -> bool {
    text.split(['\r', '\n']).take(50).any(is_begin)
}

fn is_begin(line: &str) -> bool {
    line.trim()
        .trim_start_matches('\u{feff}')
        .eq_ignore_ascii_case("BEGIN:VCARD")
}

fn is_end(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case("END:VCARD")
}

/// What the lines after a property line belong to.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    /// Kept.
    Text,
    /// Kept, and the next line belongs to it: quoted-printable with a soft line break.
    SoftBreak,
    /// An attachment: its base64 goes on, indented or not.
    Attachment,
}

/// Cuts an address book into its pieces.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut card: Option<Card> = None;
    let mut nested = 0_u32;
    let mut within = Within::Text;
    for (line, number) in Lines(text).zip(1..) {
        let Some(open) = &mut card else {
            if is_begin(line) {
                card = Some(begin(number));
                within = Within::Text;
            } else if !line.trim().is_empty() && !matches!(pieces.last(), Some(Piece::Stray(_))) {
                pieces.push(Piece::Stray(number));
            }
            continue;
        };
        if within == Within::SoftBreak && (is_end(line) || is_begin(line)) {
            open.text.push('\n');
        }
        if is_end(line) && nested > 0 {
            nested -= 1;
        } else if is_end(line) {
            open.whole = true;
            open.text.push_str("END:VCARD\n");
            pieces.extend(card.take().map(Piece::Card));
        } else if is_begin(line) && (nested > 0 || last_is_agent(&open.text)) {
            nested += 1;
        } else if is_begin(line) {
            // The card before has no END: the file was cut off there and another one pasted on.
            pieces.extend(card.replace(begin(number)).map(Piece::Card));
            within = Within::Text;
        } else if nested == 0 {
            within = add(open, line, within);
        }
    }
    pieces.extend(card.map(Piece::Card));
    pieces
}

fn begin(line: u32) -> Card {
    Card {
        line,
        text: "BEGIN:VCARD\n".to_owned(),
        ..Card::default()
    }
}

/// vCard 2.1 can hold another card, of somebody's agent; that one is not taken over.
fn last_is_agent(text: &str) -> bool {
    let last = text.lines().last().unwrap_or_default();
    last.trim_end().ends_with(':') && property(last).0 == "AGENT"
}

/// Adds a line to a card; says what the next one belongs to.
fn add(card: &mut Card, line: &str, within: Within) -> Within {
    let indented = line.starts_with([' ', '\t']);
    if within == Within::Attachment && (indented || is_base64(line)) {
        if let Some(bytes) = card.attachments.last_mut() {
            *bytes += base64_bytes(line);
        }
        return within;
    }
    let follows = within == Within::SoftBreak || indented;
    let (name, parameters, value) = property(line);
    if !follows && is_attachment(&name, &parameters, value) {
        card.attachments
            .push(base64_bytes(value.rsplit(',').next().unwrap_or_default()));
        return Within::Attachment;
    }
    let quoted_printable = parameters.contains("QUOTED-PRINTABLE");
    if !follows && quoted_printable {
        // Old phones leave out the word ENCODING, which the reader wants to see.
        let head = line[..line.len() - value.len() - 1].to_ascii_uppercase();
        card.text
            .push_str(&head.replace(";QUOTED", ";ENCODING=QUOTED"));
        if !parameters.contains("CHARSET") && is_quoted_utf8(value) {
            // Without a character set it takes Latin-1, where today's phones mean UTF-8.
            card.text.push_str(";CHARSET=UTF-8");
        }
        card.text.push(':');
        return add_text(card, value, true);
    }
    add_text(card, line, quoted_printable || within == Within::SoftBreak)
}

/// Adds a line; one of quoted-printable that ends in `=` goes on in the next. Joined here, because
/// an END right after a soft break would else be drawn into the value.
fn add_text(card: &mut Card, line: &str, quoted_printable: bool) -> Within {
    match line.strip_suffix('=') {
        Some(line) if quoted_printable => {
            card.text.push_str(line);
            Within::SoftBreak
        }
        _ => {
            card.text.push_str(line);
            card.text.push('\n');
            Within::Text
        }
    }
}

/// The bytes that this line of quoted-printable stands for are UTF-8, as far as it goes.
fn is_quoted_utf8(value: &str) -> bool {
    let mut bytes = Vec::with_capacity(value.len());
    for (at, part) in value.split('=').enumerate() {
        let byte = part
            .get(..2)
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        match byte {
            Some(byte) if at > 0 => {
                bytes.push(byte);
                bytes.extend_from_slice(&part.as_bytes()[2..]);
            }
            _ => bytes.extend_from_slice(part.as_bytes()),
        }
    }
    // A soft line break may come in the middle of a letter.
    let goes_on = value.ends_with('=');
    std::str::from_utf8(&bytes)
        .map_or_else(|error| goes_on && error.error_len().is_none(), |_| true)
}

/// Name without its group and parameters in capitals, and the value.
fn property(line: &str) -> (String, String, &str) {
    let mut quoted = false;
    let colon = line.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b':' && !quoted
    });
    let Some(colon) = colon else {
        return (String::new(), String::new(), "");
    };
    let (before, value) = (&line[..colon], &line[colon + 1..]);
    let (name, parameters) = before.split_once(';').unwrap_or((before, ""));
    let name = name.rsplit('.').next().unwrap_or_default();
    (
        name.to_ascii_uppercase(),
        parameters.to_ascii_uppercase(),
        value,
    )
}

/// A picture, sound or key held in the card itself (not a link to one).
fn is_attachment(name: &str, parameters: &str, value: &str) -> bool {
    let encoded = parameters
        .split(';')
        .any(|parameter| matches!(parameter, "BASE64" | "B" | "ENCODING=B" | "ENCODING=BASE64"));
    let inline = value
        .get(..5)
        .is_some_and(|start| start.eq_ignore_ascii_case("data:"));
    encoded || (inline && matches!(name, "PHOTO" | "LOGO" | "SOUND" | "KEY"))
}

fn is_base64(line: &str) -> bool {
    let line = line.trim_end();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    !line.is_empty() && line.bytes().all(fits)
}

fn base64_bytes(line: &str) -> u64 {
    let line = line.trim();
    let digits = line.trim_end_matches('=').len();
    (digits * 3 / 4) as u64
}

/// The lines of a text.
struct Lines<'a>(&'a str);

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.0.is_empty() {
            return None;
        }
        let is_break = |byte| matches!(byte, b'\r' | b'\n');
        let end = self.0.bytes().position(is_break).unwrap_or(self.0.len());
        let (line, rest) = self.0.split_at(end);
        self.0 = &rest[break_bytes(rest)..];
        Some(line)
    }
}
