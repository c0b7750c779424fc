//! Choosing the content coding of a file (RFC 9110, 12.5.3).

use axum::http::{HeaderMap, header};

/// A content coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Identity,
    Brotli,
    Gzip,
}

impl Coding {
    /// The compressed codings, smallest output first: the order breaks ties.
    pub(super) const COMPRESSED: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Returns the suffix of the file that holds this coding.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Identity => "",
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Returns its name in headers.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }
}

/// The caller's weight per coding, in thousandths.
pub(super) struct Accepted {
    said: Vec<(String, u16)>,
}

impl Accepted {
    /// Parses the Accept-Encoding headers of a request. Malformed items are ignored.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let said = headers
            .get_all(header::ACCEPT_ENCODING)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .filter_map(weighed)
            .collect();
        Self { said }
    }

    /// Returns the best of these codings. The plain form is a candidate even with `identity;q=0`:
    /// an uncompressed file is better than an error.
    pub(super) fn best(&self, there: impl Iterator<Item = Coding>) -> Coding {
        let packed = there.filter(|coding| *coding != Coding::Identity);
        let mut best = (self.weight(Coding::Identity), Coding::Identity);
        for coding in packed {
            let weight = self.weight(coding);
            // On a tie compression beats the plain form, and the first compressed coding wins.
            if weight > best.0 || (weight > 0 && weight == best.0 && best.1 == Coding::Identity) {
                best = (weight, coding);
            }
        }
        best.1
    }

    fn weight(&self, coding: Coding) -> u16 {
        let of = |name: &str| self.said.iter().find(|(said, _)| said == name);
        let said = of(coding.name())
            .or_else(|| of("x-gzip").filter(|_| coding == Coding::Gzip))
            .or_else(|| of("*"));
        match (said, coding) {
            (Some((_, weight)), _) => *weight,
            // Acceptable without being named, but below anything that was.
            (None, Coding::Identity) => 1,
            (None, _) => 0,
        }
    }
}

/// Parses `br;q=0.5` as `("br", 500)`; without a weight it is 1000.
fn weighed(item: &str) -> Option<(String, u16)> {
    let mut parts = item.split(';').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?;
    let weight = match parts.next() {
        None => 1000,
        Some(parameter) => {
            let (q, value) = parameter.split_once('=')?;
            thousandths(value.trim()).filter(|_| q.trim().eq_ignore_ascii_case("q"))?
        }
    };
    Some((name.to_ascii_lowercase(), weight))
}

/// Parses `0` or `1` with up to three decimals, as thousandths.
fn thousandths(value: &str) -> Option<u16> {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let decimals: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(decimals),
        "1" if decimals == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn chosen(headers: &[&[u8]], there: &[Coding]) -> Coding {
        let mut map = HeaderMap::new();
        for value in headers {
            let value = HeaderValue::from_bytes(value).expect("a header");
            map.append(header::ACCEPT_ENCODING, value);
        }
        Accepted::of(&map).best(there.iter().copied())
    }

    const ALL: &[Coding] = &[Coding::Identity, Coding::Brotli, Coding::Gzip];

    #[test]
    fn the_smallest_that_is_wanted_most_is_chosen() {
        for (said, wanted) in [
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("br", Coding::Brotli),
            ("BR", Coding::Brotli),
            ("gzip", Coding::Gzip),
            ("x-gzip", Coding::Gzip),
            ("deflate", Coding::Identity),
            ("", Coding::Identity),
            ("identity", Coding::Identity),
            ("*", Coding::Brotli),
            ("*;q=0", Coding::Identity),
            ("br;q=0, *", Coding::Gzip),
            ("br;q=0.5, gzip;q=0.501", Coding::Gzip),
            ("br;q=0.5, gzip;q=0.5", Coding::Brotli),
            ("gzip;q=0.5, br ; Q = 0.5", Coding::Brotli),
            ("br;q=0", Coding::Identity),
            ("br;q=0.000", Coding::Identity),
            ("br;q=0.001", Coding::Brotli),
            ("gzip;q=0.5, identity", Coding::Identity),
            ("gzip;q=0.5, identity;q=0.5", Coding::Gzip),
            ("identity;q=0, gzip;q=0.1", Coding::Gzip),
            ("identity;q=0", Coding::Identity),
        ] {
            assert_eq!(chosen(&[said.as_bytes()], ALL), wanted, "{said:?}");
        }
        assert_eq!(chosen(&[], ALL), Coding::Identity, "not a word about it");
        assert_eq!(chosen(&[b"gzip;q=0.1", b"br;q=0"], ALL), Coding::Gzip);
    }

    #[test]
    fn what_is_not_there_is_not_chosen() {
        let plain = &[Coding::Identity];
        assert_eq!(chosen(&[b"br, gzip"], plain), Coding::Identity);
        let gzip = &[Coding::Identity, Coding::Gzip];
        assert_eq!(chosen(&[b"br, gzip;q=0.1"], gzip), Coding::Gzip);
    }

    #[test]
    fn odd_words_count_as_none() {
        let odd: &[&[u8]] = &[
            b"br;q=",
            b"br;q=2",
            b"br;q=1.001",
            b"br;q=-1",
            b"br;q=nan",
            b"br;q=0.1234",
            b"br;q=.5",
            b"br;q=0.+1",
            b"br;level=5",
            b"br;",
            b";q=1",
            b",,,;;;===",
            b"\xff\xfe br",
            b"brr",
        ];
        for said in odd {
            assert_eq!(chosen(&[said], ALL), Coding::Identity, "{said:?}");
        }
        assert_eq!(chosen(&[b"br;q=9, gzip"], ALL), Coding::Gzip);
    }
}
