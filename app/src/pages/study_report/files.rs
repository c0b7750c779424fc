//! The report as files, from the printed content only: no interviewee's name, contact or author.

use serde::Serialize;
use voorveld_core::model::InterviewRole;
use voorveld_core::view::{Language, ReportTheme, StudyReport};

use crate::export::{ExportFile, FileKind, Page, table};
use crate::{format, t_in};

/// Creates the file of this kind; `None` when that fails.
pub(super) fn make(language: Language, report: &StudyReport, kind: FileKind) -> Option<ExportFile> {
    match kind {
        FileKind::Page => Some(page(language, report)),
        FileKind::Table => Some(sheet(language, report)),
        FileKind::Data => ExportFile::data(&stem(language, report), &data(report))
            .inspect_err(|error| tracing::error!(%error, "a report cannot be written as JSON"))
            .ok(),
        FileKind::Automerge => None,
    }
}

/// Returns all typed text that leaves the phone with the report.
pub(super) fn texts(report: &StudyReport) -> Vec<String> {
    let head = [
        &report.name,
        &report.district,
        &report.question,
        &report.text,
    ];
    let themes = report.themes.iter().flat_map(|theme| {
        let quotes = theme.quotes.iter().map(|quote| &quote.text);
        std::iter::once(&theme.name).chain(quotes)
    });
    head.into_iter().chain(themes).cloned().collect()
}

fn stem(language: Language, report: &StudyReport) -> String {
    t_in!(language, "study-source", name: report.name.clone())
}

/// Formats "12 gesprekken: 8 bewoners, 3 ondernemers, 1 sleutelpersoon", without roles of zero.
pub(super) fn counted(language: Language, counts: [u32; 3]) -> String {
    let total: u32 = counts.iter().sum();
    let roles: Vec<String> = InterviewRole::ALL
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(role, count)| of_role(language, role, count))
        .collect();
    let total = t_in!(language, "study-interviews", n: total);
    if roles.is_empty() {
        return total;
    }
    format!("{total}: {}", roles.join(", "))
}

fn of_role(language: Language, role: InterviewRole, n: u32) -> String {
    match role {
        InterviewRole::Resident => t_in!(language, "report-residents", n: n),
        InterviewRole::Entrepreneur => t_in!(language, "report-entrepreneurs", n: n),
        InterviewRole::KeyPerson => t_in!(language, "report-key-persons", n: n),
    }
}

fn theme_name(language: Language, theme: &ReportTheme) -> String {
    match theme.name.as_str() {
        "" => t_in!(language, "report-other"),
        name => name.to_owned(),
    }
}

fn head(language: Language) -> [String; 5] {
    [
        t_in!(language, "report-theme"),
        t_in!(language, "role-residents"),
        t_in!(language, "role-entrepreneurs"),
        t_in!(language, "role-key-persons"),
        t_in!(language, "report-total"),
    ]
}

fn row(language: Language, theme: &ReportTheme) -> Vec<String> {
    let total: u32 = theme.counts.iter().sum();
    let mut row = vec![theme_name(language, theme)];
    row.extend(theme.counts.map(|count| count.to_string()));
    row.push(total.to_string());
    row
}

fn page(language: Language, report: &StudyReport) -> ExportFile {
    let title = stem(language, report);
    let mut page = Page::new(language, &title, &title);
    let mut second = vec![report.district.clone()];
    second.extend(report.begun.map(|day| match report.ended {
        Some(ended) => t_in!(
            language,
            "study-period",
            from: format::numeric_day(day),
            to: format::numeric_day(ended)
        ),
        None => t_in!(language, "report-since", day: format::numeric_day(day)),
    }));
    second.retain(|part| !part.is_empty());
    page.second(&second.join(" · "))
        .text(&report.question)
        .text(&counted(language, report.counts))
        .text(&report.text);
    let rows: Vec<Vec<String>> = report.themes.iter().map(|t| row(language, t)).collect();
    if !rows.is_empty() {
        page.heading(&t_in!(language, "study-themes"))
            .table(&head(language), &rows, &[1, 2, 3, 4]);
    }
    for theme in report
        .themes
        .iter()
        .filter(|theme| !theme.quotes.is_empty())
    {
        let quotes: Vec<String> = theme
            .quotes
            .iter()
            .map(|quote| {
                let role = format::interview_role(language, quote.role);
                format!("“{}” ({})", quote.text, role.to_lowercase())
            })
            .collect();
        page.small_heading(&theme_name(language, theme))
            .list(quotes.iter().map(String::as_str));
    }
    page.finish()
}

/// Creates a table with a line per theme and one per quote.
fn sheet(language: Language, report: &StudyReport) -> ExportFile {
    let mut columns = head(language).to_vec();
    columns.push(t_in!(language, "interview-role"));
    columns.push(t_in!(language, "interview-quote"));
    let mut rows = Vec::new();
    for theme in &report.themes {
        let mut of_theme = row(language, theme);
        of_theme.extend([String::new(), String::new()]);
        rows.push(of_theme);
        for quote in &theme.quotes {
            let mut of_quote = vec![String::new(); 5];
            of_quote[0] = theme_name(language, theme);
            of_quote.push(format::interview_role(language, quote.role));
            of_quote.push(quote.text.clone());
            rows.push(of_quote);
        }
    }
    table(&stem(language, report), &columns, &rows)
}

/// The machine-readable report: the content of the page, without interview ids.
#[derive(Serialize)]
struct Data<'r> {
    name: &'r str,
    district: &'r str,
    question: &'r str,
    begun: Option<chrono::NaiveDate>,
    ended: Option<chrono::NaiveDate>,
    interviews: Counts,
    themes: Vec<DataTheme<'r>>,
    report: &'r str,
}

#[derive(Serialize)]
struct DataTheme<'r> {
    theme: &'r str,
    interviews: Counts,
    quotes: Vec<DataQuote<'r>>,
}

#[derive(Serialize)]
struct DataQuote<'r> {
    role: InterviewRole,
    text: &'r str,
}

#[derive(Serialize)]
struct Counts {
    residents: u32,
    entrepreneurs: u32,
    key_persons: u32,
}

impl From<[u32; 3]> for Counts {
    fn from([residents, entrepreneurs, key_persons]: [u32; 3]) -> Self {
        Self {
            residents,
            entrepreneurs,
            key_persons,
        }
    }
}

fn data(report: &StudyReport) -> Data<'_> {
    Data {
        name: &report.name,
        district: &report.district,
        question: &report.question,
        begun: report.begun,
        ended: report.ended,
        interviews: report.counts.into(),
        themes: report
            .themes
            .iter()
            .map(|of| DataTheme {
                theme: &of.name,
                interviews: of.counts.into(),
                quotes: of
                    .quotes
                    .iter()
                    .map(|quote| DataQuote {
                        role: quote.role,
                        text: &quote.text,
                    })
                    .collect(),
            })
            .collect(),
        report: &report.text,
    }
}

#[cfg(test)]
mod tests {
    use voorveld_core::view::{ReportQuote, Tell};
    use voorveld_core::{InterviewId, StudyId};

    use super::*;

    fn report() -> StudyReport {
        let interview: InterviewId = "0193b3a0-0000-7000-8000-000000000001"
            .parse()
            .expect("an id");
        StudyReport {
            id: StudyId(interview.0),
            name: "De Akkers".into(),
            district: "Oost".into(),
            question: "Wie blijft thuis?".into(),
            begun: "2025-10-20".parse().ok(),
            ended: None,
            counts: [2, 1, 0],
            themes: vec![ReportTheme {
                name: "Winkels".into(),
                counts: [1, 1, 0],
                quotes: vec![ReportQuote {
                    interview,
                    role: InterviewRole::Resident,
                    text: "=<b>De bakker</b> is weg.".into(),
                    tells: vec![Tell::Name("Snoek".into())],
                }],
            }],
            text: "Zet een bank op het plein.".into(),
            tells: vec![Tell::Phone("+31612345678".into())],
        }
    }

    fn text(kind: FileKind) -> String {
        let file = make(Language::Dutch, &report(), kind).expect("a file");
        assert!(file.name.starts_with("wijkonderzoek-de-akkers."));
        String::from_utf8(file.bytes).expect("text")
    }

    #[test]
    fn no_file_tells_who_told_nor_by_what_somebody_may_be_known() {
        for kind in [FileKind::Page, FileKind::Table, FileKind::Data] {
            let text = text(kind);
            assert!(
                text.contains("Winkels") && text.contains("bakker"),
                "{text}"
            );
            for secret in ["Snoek", "612345678", "0193b3a0"] {
                assert!(!text.contains(secret), "{secret}: {text}");
            }
        }
    }

    #[test]
    fn the_page_counts_by_who_told_and_cites_without_markup() {
        let page = text(FileKind::Page);
        assert!(
            page.contains("3 gesprekken: 2 bewoners, 1 ondernemer"),
            "{page}"
        );
        assert!(page.contains("sinds 20-10-2025"), "{page}");
        assert!(
            page.contains("“=&lt;b&gt;De bakker&lt;/b&gt; is weg.” (bewoner)"),
            "{page}"
        );
        assert!(page.contains("Zet een bank op het plein."), "{page}");
    }

    #[test]
    fn the_table_has_a_line_a_theme_and_one_a_quote() {
        let table = text(FileKind::Table);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[1], "Winkels;1;1;0;2;;");
        assert_eq!(lines[2], "Winkels;;;;;Bewoner;'=<b>De bakker</b> is weg.");
    }
}
