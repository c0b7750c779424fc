//! A reader of the XML in workbooks: its tags and the text between them. It takes what the office
//! programs write, and never fails.

/// A tag, or text between two.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// Begin of an element; an empty one is followed by its end.
    Begin(Tag<'a>),
    /// End of the element with this name.
    End(&'a str),
    Text(String),
}

/// The begin of an element.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub name: &'a str,
    attributes: &'a str,
}

impl Tag<'_> {
    /// Returns an attribute by its full name.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after
                .chars()
                .next()
                .filter(|quote| "\"'".contains(*quote))?;
            let (value, after) = after[1..].split_once(quote)?;
            if key.trim() == name {
                return Some(unescaped(value));
            }
            rest = after;
        }
    }
}

/// Returns the parts of a document, without its comments and instructions.
pub(super) fn parts(xml: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = xml;
    let mut ends = None;
    std::iter::from_fn(move || {
        if let Some(name) = ends.take() {
            return Some(Part::End(name));
        }
        loop {
            if rest.is_empty() {
                return None;
            }
            let Some(tag) = rest.strip_prefix('<') else {
                let end = rest.find('<').unwrap_or(rest.len());
                let (text, after) = rest.split_at(end);
                rest = after;
                return Some(Part::Text(unescaped(text)));
            };
            if let Some(text) = tag.strip_prefix("![CDATA[") {
                let (text, after) = text.split_once("]]>").unwrap_or((text, ""));
                rest = after;
                return Some(Part::Text(text.to_owned()));
            }
            if let Some(comment) = tag.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let end = tag_end(tag);
            let (tag, after) = (&tag[..end], tag.get(end + 1..).unwrap_or_default());
            rest = after;
            if let Some(name) = tag.strip_prefix('/') {
                return Some(Part::End(name.trim()));
            }
            if tag.starts_with(['?', '!']) {
                continue;
            }
            let whole = tag.strip_suffix('/').unwrap_or(tag);
            let (name, attributes) = whole.split_once(char::is_whitespace).unwrap_or((whole, ""));
            if whole.len() < tag.len() {
                ends = Some(name);
            }
            return Some(Part::Begin(Tag { name, attributes }));
        }
    })
}

/// Returns where a tag ends: at the first > outside quotes.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    let end = tag.find(|c: char| {
        match (c, quote) {
            ('>', None) => return true,
            ('"' | '\'', None) => quote = Some(c),
            (_, Some(open)) if c == open => quote = None,
            _ => {}
        }
        false
    });
    end.unwrap_or(tag.len())
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        let letter = entity.and_then(|(name, _)| match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => {
                let number = name.strip_prefix('#')?;
                let number = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => number.parse(),
                };
                char::from_u32(number.ok()?)
            }
        });
        match (letter, entity) {
            (Some(letter), Some((_, after))) => {
                plain.push(letter);
                rest = after;
            }
            _ => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_texts_are_told_apart() {
        let xml = "<?xml version='1.0'?><!-- < --><a b=\"1>0\" c='&quot;x'>een &lt;&#233;&amp;&#x6c;<d/> &nix; </a><![CDATA[<e>]]>";
        let found: Vec<String> = parts(xml)
            .map(|part| match part {
                Part::Begin(tag) => format!("<{} {:?} {:?}", tag.name, tag.get("b"), tag.get("c")),
                Part::End(name) => format!("/{name}"),
                Part::Text(text) => text,
            })
            .collect();
        assert_eq!(
            found,
            [
                "<a Some(\"1>0\") Some(\"\\\"x\")",
                "een <é&l",
                "<d None None",
                "/d",
                " &nix; ",
                "/a",
                "<e>"
            ]
        );
        for cut in 0..xml.len() {
            if let Some(cut) = xml.get(..cut) {
                parts(cut).for_each(drop);
            }
        }
    }
}
