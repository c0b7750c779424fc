//! Neighbourhood studies.

use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::matching::Needle;
use super::recognise::{Names, tells};
use super::{id, json, mark, moment, name_clashes, parsed};
use crate::api::{ReadStudies, ReadStudy, ReadStudyReport};
use crate::model::{Channel, InterviewRole, StudyField, Who};
use crate::store::{Read, Store};
use crate::view::{
    Clash, InterviewLine, ReportQuote, ReportTheme, StudyLine, StudyReport, StudyView, ThemeCount,
    WhoOption,
};
use crate::{ContactId, Error, InterviewId, SignalId, StudyId};

/// The columns of a [`StudyLine`].
const STUDY_LINE: &str = "s.id, s.name, s.district, s.begun, s.ended, s.themes, \
     (SELECT count(*) FROM interviews i WHERE i.study = s.id) AS interviews";

/// Separates themes in a column; a theme is a single line and cannot contain it.
const BETWEEN: char = '\n';

fn study_line(row: &Row<'_>) -> rusqlite::Result<StudyLine> {
    Ok(StudyLine {
        id: StudyId(id(row, "id")?),
        name: row.get("name")?,
        district: row.get("district")?,
        begun: parsed(row, "begun")?,
        ended: parsed(row, "ended")?,
        themes: json(row, "themes")?,
        interviews: row.get("interviews")?,
    })
}

fn interview_line(row: &Row<'_>) -> rusqlite::Result<InterviewLine> {
    let maybe = |column: &str| -> rusqlite::Result<Option<Uuid>> {
        Ok(row
            .get::<_, Option<[u8; 16]>>(column)?
            .map(Uuid::from_bytes))
    };
    let contact = maybe("contact")?.map(ContactId);
    let contact_name: Option<String> = row.get("contact_name")?;
    let themes: String = row.get("themes")?;
    Ok(InterviewLine {
        id: InterviewId(id(row, "id")?),
        at: moment(row, "at")?,
        channel: Channel::from_word(&row.get::<_, String>("channel")?),
        role: InterviewRole::from_word(&row.get::<_, String>("role")?),
        text: row.get("text")?,
        by: row.get("by_name")?,
        quotes: json(row, "quotes")?,
        themes: themes
            .split(BETWEEN)
            .filter(|theme| !theme.is_empty())
            .map(str::to_owned)
            .collect(),
        contact: contact.zip(contact_name),
        signal: maybe("signal")?.map(SignalId),
        mark: mark(row)?,
    })
}

impl Read for ReadStudies {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        studies(store)
    }
}

impl Read for ReadStudy {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        store.project_first(self.study.0)?;
        study_view(store, self.study, self.limit)
    }
}

impl Read for ReadStudyReport {
    fn run(self, store: &mut Store) -> Result<Self::Response, Error> {
        let study = self.study;
        store.project_first(study.0)?;
        let head = study_view(store, study, 0)?;
        let text: String = store
            .connection
            .prepare_cached("SELECT report FROM studies WHERE id = ?1")?
            .query_row([study.0.as_bytes()], |row| row.get(0))?;
        let mut names = Names::default();
        let interviews = interviews(store, study, u32::MAX)?;
        let mut themes: Vec<ReportTheme> = head
            .themes
            .iter()
            .map(|theme| theme.name.as_str())
            .chain([""])
            .map(|name| ReportTheme {
                name: name.to_owned(),
                counts: [0; 3],
                quotes: Vec::new(),
            })
            .collect();
        let mut counts = [0; 3];
        for interview in &interviews {
            counts[interview.role as usize] += 1;
            for (index, theme) in themes.iter_mut().enumerate() {
                let about = match theme.name.as_str() {
                    "" => interview.themes.is_empty(),
                    name => interview.themes.iter().any(|of| of == name),
                };
                if !about {
                    continue;
                }
                theme.counts[interview.role as usize] += 1;
                // A quote from an interview on several themes is only listed under the first.
                let first = head.themes[..index.min(head.themes.len())]
                    .iter()
                    .all(|earlier| !interview.themes.contains(&earlier.name));
                for text in interview.quotes.iter().filter(|_| first) {
                    theme.quotes.push(ReportQuote {
                        interview: interview.id,
                        role: interview.role,
                        text: text.clone(),
                        tells: tells(store, &mut names, text)?,
                    });
                }
            }
        }
        let without = themes.pop().filter(|theme| !theme.quotes.is_empty());
        themes.sort_by_key(|theme| std::cmp::Reverse(theme.counts.iter().sum::<u32>()));
        themes.extend(without);
        let head_words = head.themes.iter().map(|theme| theme.name.as_str());
        let own_words: Vec<&str> = [head.question.as_str(), text.as_str()]
            .into_iter()
            .chain(head_words)
            .collect();
        Ok(StudyReport {
            id: study,
            tells: tells(store, &mut names, &own_words.join("\n"))?,
            name: head.name,
            district: head.district,
            question: head.question,
            begun: head.begun,
            ended: head.ended,
            counts,
            themes,
            text,
        })
    }
}

fn studies(store: &Store) -> Result<Vec<StudyLine>, Error> {
    store.rows(
        &format!(
            "SELECT {STUDY_LINE} FROM studies s
             ORDER BY s.ended IS NOT NULL, s.begun DESC, s.id DESC"
        ),
        [],
        study_line,
    )
}

/// Returns a study with its newest interviews, at most `limit`.
fn study_view(store: &Store, study: StudyId, limit: u32) -> Result<StudyView, Error> {
    let bytes = study.0.as_bytes();
    let mut view = store
        .connection
        .prepare_cached(
            "SELECT s.name, s.district, s.question, s.begun, s.ended, s.clashes,
                    s.rev > max(d.acked, 0) AS unsent
             FROM studies s JOIN documents d ON d.id = s.id WHERE s.id = ?1",
        )?
        .query_row([bytes], |row| {
            Ok(StudyView {
                id: study,
                name: row.get("name")?,
                district: row.get("district")?,
                question: row.get("question")?,
                begun: parsed(row, "begun")?,
                ended: parsed(row, "ended")?,
                themes: Vec::new(),
                interviews: Vec::new(),
                total: 0,
                clashes: json::<Vec<Clash<StudyField>>>(row, "clashes")?,
                mark: mark(row)?,
            })
        })
        .optional()?
        .ok_or(Error::NotFound)?;
    for clash in &mut view.clashes {
        name_clashes(store, &mut clash.values)?;
    }
    view.themes = store.rows(
        "SELECT t.value AS name, (SELECT count(*) FROM study_marks m JOIN interviews i
           ON i.study = m.study AND i.id = m.interview
           WHERE m.study = s.id AND m.theme = t.value) AS count
         FROM studies s, json_each(s.themes) t WHERE s.id = ?1 ORDER BY t.key",
        [bytes],
        |row| {
            Ok(ThemeCount {
                name: row.get("name")?,
                count: row.get("count")?,
            })
        },
    )?;
    view.total = store.count("SELECT count(*) FROM interviews WHERE study = ?1", [bytes])?;
    view.interviews = interviews(store, study, limit)?;
    Ok(view)
}

/// Returns the newest interviews of a study.
fn interviews(store: &Store, study: StudyId, limit: u32) -> Result<Vec<InterviewLine>, Error> {
    store.rows(
        "SELECT e.id, e.at, e.channel, e.text, coalesce(p.name, '') AS by_name,
                e.rev > max(d.acked, 0) AS unsent, i.role, i.quotes, i.contact, i.signal,
                k.name AS contact_name,
                coalesce((SELECT group_concat(theme, char(10)) FROM study_marks m
                   WHERE m.study = i.study AND m.interview = i.id), '') AS themes
         FROM encounters e JOIN documents d ON d.id = e.document
         JOIN interviews i ON i.study = e.document AND i.id = e.id
         LEFT JOIN people p ON p.id = e.by
         LEFT JOIN contacts k ON k.id = i.contact
         WHERE e.document = ?1 ORDER BY e.at DESC, e.id DESC LIMIT ?2",
        params![study.0.as_bytes(), limit],
        interview_line,
    )
}

/// Returns the studies that match in their description or report. They are few.
pub(super) fn find_studies(store: &Store, needle: &Needle) -> Result<Vec<StudyLine>, Error> {
    let all: Vec<(StudyLine, String)> = store.rows(
        &format!(
            "SELECT {STUDY_LINE}, s.name || ' ' || s.district || ' ' || s.question || ' ' ||
                    s.report AS words FROM studies s ORDER BY s.begun DESC"
        ),
        [],
        |row| Ok((study_line(row)?, row.get("words")?)),
    )?;
    let found = all.into_iter().filter(|(_, words)| needle.all_in(words));
    Ok(found.map(|(study, _)| study).collect())
}

/// Returns the running studies, to which an interview can be added.
pub(super) fn open_studies(store: &Store, needle: &Needle) -> Result<Vec<WhoOption>, Error> {
    let open = studies(store)?.into_iter();
    Ok(open
        .filter(|study| study.ended.is_none() && needle.all_in(&study.name))
        .map(|study| WhoOption {
            who: Who::Study(study.id),
            name: study.name,
            danger: false,
            about: study.district,
            named: true,
        })
        .collect())
}
