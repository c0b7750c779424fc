//! Printable pages: each a self-contained HTML file. Typed text is always escaped.

use voorveld_core::view::Language;

use super::mark::{escape, foot, is_hex, put, put_row};
use super::{ExportFile, FileKind};
use crate::text;

/// The style of every page: black on white whatever the theme; A4 with a margin for punch holes.
const STYLE: &str = include_str!("../../../assets/css/paper.css");

/// Total length in characters from which a field list may break across sheets.
const LONG: usize = 1200;

/// Returns the style of a page made here, to be applied from outside where the content security policy
/// blocks the page's own.
pub fn style_of(file: &ExportFile) -> String {
    let html = String::from_utf8_lossy(&file.bytes);
    let inside = html.split_once("<style>").map_or("", |(_, rest)| rest);
    let style = inside.split_once("</style>").map_or("", |(style, _)| style);
    style.to_owned()
}

/// A page under construction.
#[derive(Debug, Clone)]
pub struct Page {
    stem: String,
    title: String,
    heading: String,
    language: Language,
    body: String,
}

impl Page {
    /// Starts a page with this title; `stem` becomes the file name.
    pub fn new(language: Language, stem: &str, title: &str) -> Self {
        Self::about(language, stem, title, title)
    }

    /// Starts a page whose title differs from its heading. Browsers print the title in the margin and
    /// propose it as file name, so it must not contain a name; the heading may.
    pub fn about(language: Language, stem: &str, title: &str, heading: &str) -> Self {
        let mut page = Self {
            stem: stem.to_owned(),
            title: title.to_owned(),
            heading: heading.to_owned(),
            language,
            body: String::new(),
        };
        page.element("h1", heading);
        page
    }

    /// Adds a muted line, as under the title.
    pub fn second(&mut self, text: &str) -> &mut Self {
        self.with_class("p", "second", text)
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: &str) -> &mut Self {
        self.element("h2", text)
    }

    /// Adds a subheading.
    pub fn small_heading(&mut self, text: &str) -> &mut Self {
        self.element("h3", text)
    }

    /// Adds a paragraph, keeping line breaks; nothing for an empty text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        match text.trim() {
            "" => self,
            text => self.element("p", text),
        }
    }

    /// Adds labelled values, one below the other, leaving out empty ones. For an empty line to write on,
    /// use [`Self::blank`].
    pub fn fields<'a>(
        &mut self,
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> &mut Self {
        let mut list = String::new();
        for (word, value) in fields {
            if !value.trim().is_empty() {
                put(&mut list, "dt", "", word);
                put(
                    &mut list,
                    "dd",
                    if is_hex(value) { "code" } else { "" },
                    value,
                );
            }
        }
        match list.len() {
            0 => {}
            // Kept together, a long list could leave half a sheet empty.
            LONG.. => self.raw("<dl class=\"long\">", &list, "</dl>"),
            _ => self.raw("<dl>", &list, "</dl>"),
        }
        self
    }

    /// Adds a label with an empty line to write on.
    pub fn blank(&mut self, word: &str) -> &mut Self {
        let mut list = String::new();
        put(&mut list, "dt", "", word);
        put(&mut list, "dd", "blank", "");
        self.raw("<dl>", &list, "</dl>");
        self
    }

    /// Adds machine-readable text, verbatim.
    pub fn code(&mut self, text: &str) -> &mut Self {
        self.with_class("pre", "code", text)
    }

    /// Adds a bulleted list.
    pub fn list<'a>(&mut self, items: impl IntoIterator<Item = &'a str>) -> &mut Self {
        let mut list = String::new();
        for item in items {
            put(&mut list, "li", "", item);
        }
        if !list.is_empty() {
            self.raw("<ul>", &list, "</ul>");
        }
        self
    }

    /// Adds a table; `numbers` lists the numeric columns, counted from 0.
    pub fn table(&mut self, head: &[String], rows: &[Vec<String>], numbers: &[usize]) -> &mut Self {
        self.table_with_sum(head, rows, &[], numbers)
    }

    /// Like [`Self::table`], with a row of totals at the end.
    pub fn table_with_sum(
        &mut self,
        head: &[String],
        rows: &[Vec<String>],
        sum: &[String],
        numbers: &[usize],
    ) -> &mut Self {
        let class = |column: usize| {
            if numbers.contains(&column) {
                "number"
            } else {
                ""
            }
        };
        let mut table = String::from("<thead><tr>");
        for (column, word) in head.iter().enumerate() {
            put(&mut table, "th", class(column), word);
        }
        table.push_str("</tr></thead><tbody>");
        for row in rows {
            put_row(&mut table, "<tr>", row, class);
        }
        if !sum.is_empty() {
            put_row(&mut table, "<tr class=\"sum\">", sum, class);
        }
        table.push_str("</tbody>");
        self.raw("<table>", &table, "</table>");
        self
    }

    /// Adds timeline entries: when and how on the left, what happened on the right. The head repeats on
    /// each sheet, and an entry that fits on one sheet is not broken.
    pub fn entries(&mut self, head: &[String; 2], rows: &[(String, String)]) -> &mut Self {
        let mut table = String::from("<thead><tr>");
        for word in head {
            put(&mut table, "th", "", word);
        }
        table.push_str("</tr></thead><tbody>");
        for (left, right) in rows {
            table.push_str("<tr>");
            put(&mut table, "td", "when", left);
            put(&mut table, "td", "", right);
            table.push_str("</tr>");
        }
        table.push_str("</tbody>");
        self.raw("<table>", &table, "</table>");
        self
    }

    /// Adds a drawing made by this app: SVG whose texts were escaped with `escape`.
    pub fn drawing(&mut self, svg: &str) -> &mut Self {
        self.raw("<figure>", svg, "</figure>");
        self
    }

    /// Starts a new sheet.
    pub fn sheet(&mut self) -> &mut Self {
        self.raw("<div class=\"sheet\">", "", "</div>");
        self
    }

    /// Returns the finished file.
    pub fn finish(&self) -> ExportFile {
        let code = text::code(self.language);
        let mut title = String::new();
        escape(&mut title, &self.title);
        let html = format!(
            "<!doctype html>\n<html lang=\"{code}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             style-src 'unsafe-inline'; img-src data:\">\
             <title>{title}</title><style>{STYLE}{}</style></head><body>\n{}</body></html>\n",
            foot(&self.heading),
            self.body
        );
        ExportFile::new(&self.stem, FileKind::Page, html.into_bytes())
    }

    fn element(&mut self, name: &str, text: &str) -> &mut Self {
        self.with_class(name, "", text)
    }

    fn with_class(&mut self, name: &str, class: &str, text: &str) -> &mut Self {
        put(&mut self.body, name, class, text);
        self.body.push('\n');
        self
    }

    fn raw(&mut self, open: &str, inside: &str, close: &str) {
        for part in [open, inside, close, "\n"] {
            self.body.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(page: &Page) -> String {
        String::from_utf8(page.finish().bytes).expect("text")
    }

    #[test]
    fn what_people_typed_is_text_on_paper_whatever_it_looks_like() {
        let nasty = "</title><script>alert('x')</script>\" onload=\"y";
        let mut page = Page::new(Language::Dutch, "dossier", nasty);
        page.text(nasty)
            .fields([(nasty, nasty)])
            .list([nasty])
            .table(&[nasty.to_owned()], &[vec![nasty.to_owned()]], &[0]);
        let html = html(&page);
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains("\" onload"), "{html}");
        assert_eq!(html.matches("&lt;script&gt;").count(), 8);
    }

    #[test]
    fn only_bytes_stand_in_the_letters_of_a_machine() {
        let mut page = Page::new(Language::Dutch, "x", "X");
        let hash = "0a".repeat(32);
        page.fields([("Hash", hash.as_str()), ("Waarom", "Omdat hij belde.")]);
        let html = html(&page);
        assert_eq!(html.matches("class=\"code\"").count(), 1, "{html}");
        assert!(html.contains(&format!("class=\"code\">{hash}")));
    }

    #[test]
    fn what_is_long_may_be_divided_over_two_sheets() {
        for (words, long) in [(20, false), (400, true)] {
            let mut page = Page::new(Language::Dutch, "x", "X");
            page.fields([("Waarom", "woord ".repeat(words).as_str())]);
            assert_eq!(html(&page).contains("<dl class=\"long\">"), long);
        }
    }

    #[test]
    fn a_page_holds_all_that_belongs_to_it() {
        let mut page = Page::new(Language::English, "month", "November");
        page.text("Twelve").blank("Decision");
        let html = html(&page);
        assert!(html.contains("lang=\"en\""));
        for outside in ["http://", "https://", "src=", "href=", "@import", "url("] {
            assert!(!html.contains(outside), "{outside}");
        }
    }

    #[test]
    fn fields_that_are_empty_take_no_room() {
        let mut page = Page::new(Language::Dutch, "x", "X");
        page.fields([("Wijk", ""), ("Adres", " ")])
            .text("  ")
            .list([]);
        assert!(!html(&page).contains("Wijk"));
        assert!(!html(&page).contains("<dl>"));
    }
}
