//! A whole case on paper, with every typed text exactly once.

mod people;
mod records;

use chrono::{DateTime, NaiveDate, Utc};
use voorveld_core::model::CaseField;
use voorveld_core::view::CaseExport;

use super::Look;
use crate::export::{ExportFile, Page};
use crate::pages::problems;
use crate::{format, t_in};

impl Look {
    /// Formats "17-11-2026".
    pub(super) fn on(self, at: DateTime<Utc>) -> String {
        if at == DateTime::UNIX_EPOCH {
            // Imported records have no date.
            return String::new();
        }
        format::numeric_day(self.clock.local(at).date())
    }

    /// Formats "17-11-2026 08:12".
    pub(super) fn at(self, at: DateTime<Utc>) -> String {
        let local = self.clock.local(at);
        let (day, time) = (
            format::numeric_day(local.date()),
            format::time(local.time()),
        );
        format!("{day} {time}")
    }
}

/// Creates the page with everything about one case.
pub(super) fn page(stem: &str, dossier: &CaseExport, look: Look) -> ExportFile {
    let language = look.language;
    let title = t_in!(language, "export-case-title");
    let heading = format!("{title} {}", dossier.facts.name);
    let mut page = Page::about(language, stem, &title, &heading);
    let today = format::numeric_day(look.clock.today());
    page.second(&t_in!(language, "export-made", day: today));
    facts(&mut page, dossier, look);
    safety(&mut page, dossier, look);
    commitments(&mut page, dossier, look);
    people::people(&mut page, dossier, look);
    trust(&mut page, dossier, look);
    people::closings(&mut page, dossier, look);
    records::decisions(&mut page, dossier, look);
    records::expenses(&mut page, dossier, look);
    records::agenda(&mut page, dossier, look);
    timeline(&mut page, dossier, look);
    page.finish()
}

/// Joins the non-empty parts into one line.
fn line<const N: usize>(parts: [String; N]) -> String {
    let mut parts = parts.to_vec();
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn facts(page: &mut Page, dossier: &CaseExport, look: Look) {
    let (language, facts) = (look.language, &dossier.facts);
    let name = |field| format::case_field(language, field);
    let mut all: Vec<String> = facts
        .problems
        .iter()
        .map(|problem| problems::shown(language, problem))
        .collect();
    if facts.sensitive {
        all.push(t_in!(language, "edit-sensitive"));
    }
    let reported = facts.reported_on.map(format::numeric_day);
    let fields = [
        (name(CaseField::WhatMatters), facts.what_matters.clone()),
        (name(CaseField::Do), facts.does.clone()),
        (name(CaseField::Dont), facts.donts.clone()),
        (name(CaseField::Called), facts.called.clone()),
        (name(CaseField::Address), facts.address.clone()),
        (name(CaseField::Postcode), facts.postcode.clone()),
        (name(CaseField::District), facts.district.clone()),
        (name(CaseField::Phone), format::phone(&facts.phone)),
        (name(CaseField::Lead), facts.lead.clone()),
        (
            name(CaseField::Cover),
            line([
                facts.cover.clone(),
                facts
                    .cover_until
                    .map(format::numeric_day)
                    .unwrap_or_default(),
            ]),
        ),
        (name(CaseField::CrisisWho), facts.crisis.who.clone()),
        (
            name(CaseField::CrisisPhone),
            format::phone(&facts.crisis.phone),
        ),
        (name(CaseField::CrisisOn), facts.crisis.on.clone()),
        (name(CaseField::CrisisHelps), facts.crisis.helps.clone()),
        (
            name(CaseField::Status),
            format::status(language, facts.status),
        ),
        (t_in!(language, "facts-problems"), all.join(", ")),
        (
            t_in!(language, "field-reported"),
            line([facts.reported_by.clone(), reported.unwrap_or_default()]),
        ),
        (t_in!(language, "field-number"), facts.number.clone()),
        (name(CaseField::Background), facts.background.clone()),
    ];
    page.fields(
        fields
            .iter()
            .map(|(word, value)| (word.as_str(), value.as_str())),
    );
    let others: Vec<(String, String)> = facts
        .others
        .iter()
        .map(|other| {
            let value = &other.value;
            (
                name(other.field),
                line([value.value.clone(), value.by.clone(), look.on(value.at)]),
            )
        })
        .collect();
    if !others.is_empty() {
        page.small_heading(&t_in!(language, "export-others"));
        page.fields(
            others
                .iter()
                .map(|(word, value)| (word.as_str(), value.as_str())),
        );
    }
}

fn safety(page: &mut Page, dossier: &CaseExport, look: Look) {
    let language = look.language;
    let lines: Vec<String> = dossier
        .safety
        .iter()
        .map(|fact| {
            let ended = fact
                .ended
                .map(|at| t_in!(language, "export-ended", day: look.on(at)));
            line([
                fact.text.clone(),
                fact.by.clone(),
                look.on(fact.at),
                ended.unwrap_or_default(),
            ])
        })
        .collect();
    section(page, &t_in!(language, "case-safety"), &lines);
}

fn commitments(page: &mut Page, dossier: &CaseExport, look: Look) {
    let language = look.language;
    let lines: Vec<String> = dossier
        .commitments
        .iter()
        .map(|one| {
            let due = one.due.map(|day: NaiveDate| {
                let time = one.time.map(|time| format!(" {}", format::time(time)));
                let day = format!("{}{}", format::numeric_day(day), time.unwrap_or_default());
                t_in!(language, "export-due", day: day)
            });
            let done = one.done.then(|| t_in!(language, "export-done"));
            line([
                one.text.clone(),
                one.who.clone(),
                due.unwrap_or_default(),
                done.unwrap_or_default(),
            ])
        })
        .collect();
    section(page, &t_in!(language, "case-commitments"), &lines);
}

fn trust(page: &mut Page, dossier: &CaseExport, look: Look) {
    let lines: Vec<String> = dossier
        .trust
        .iter()
        .map(|step| {
            let word = format::trust(look.language, step.step);
            line([word, step.by.clone(), look.on(step.at)])
        })
        .collect();
    section(page, &t_in!(look.language, "facts-trust"), &lines);
}

fn timeline(page: &mut Page, dossier: &CaseExport, look: Look) {
    let language = look.language;
    page.heading(&t_in!(language, "case-tab-timeline"));
    let rows: Vec<(String, String)> = dossier
        .timeline
        .iter()
        .map(|entry| {
            let how = match entry.signal {
                Some(_) => t_in!(language, "signal"),
                None => format::channel(language, entry.channel),
            };
            let when = look.at(entry.at);
            (
                format!("{when}\n{}", line([how, entry.by.clone()])),
                entry.text.clone(),
            )
        })
        .collect();
    let head = [
        t_in!(language, "export-when"),
        t_in!(language, "export-what"),
    ];
    page.entries(&head, &rows);
}

/// Adds a heading with its list, unless that is empty.
fn section(page: &mut Page, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        page.heading(title).list(lines.iter().map(String::as_str));
    }
}
