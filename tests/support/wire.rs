//! Reading whole HTTP messages from a stream.

use std::io::{self, BufRead};

/// One message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whole {
    /// First line and headers, with the empty line.
    pub head: Vec<u8>,
    /// The body, as long as content-length says.
    pub body: Vec<u8>,
}

impl Whole {
    /// Reads one message; `None` when the stream ended before one began.
    pub fn read(from: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut head = Vec::new();
        loop {
            let before = head.len();
            from.read_until(b'\n', &mut head)?;
            if head.len() == before {
                return if head.is_empty() {
                    Ok(None)
                } else {
                    Err(io::ErrorKind::UnexpectedEof.into())
                };
            }
            if head.ends_with(b"\r\n\r\n") {
                break;
            }
        }
        let length = content_length(&head).unwrap_or(0);
        let mut body = vec![0; length];
        from.read_exact(&mut body)?;
        Ok(Some(Self { head, body }))
    }

    /// Returns the path of a request.
    pub fn path(&self) -> String {
        let line = String::from_utf8_lossy(&self.head);
        line.split(' ').nth(1).unwrap_or_default().to_owned()
    }

    /// Returns the whole message.
    pub fn bytes(&self) -> Vec<u8> {
        [self.head.as_slice(), &self.body].concat()
    }
}

fn content_length(head: &[u8]) -> Option<usize> {
    let head = String::from_utf8_lossy(head);
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, length)| length.trim().parse().ok())
}

/// Returns whether these bytes contain the text.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}
