//! Gathers all of the team's data in pieces: never all in one reply of the store, and no file larger
//! than a phone can make.

use dioxus::prelude::*;
use serde::Serialize;
use voorveld_core::api::{
    ListContacts, ReadCaseExport, ReadCaseFacts, ReadDocuments, ReadPeople, ReadTeam,
    ReadUnlinkedSignals, ReadWholeContact,
};
use voorveld_core::import::EXPORT_VERSION;
use voorveld_core::view::CaseFacts;
use voorveld_core::{Error, Workspace};

use super::{Look, tables};
use crate::components::Out;
use crate::export::{ExportFile, FileKind, Page, table};
use crate::t_in;

/// Cases per request.
const TOGETHER: u32 = 200;
/// The size in bytes from which a file is finished and a new one started.
const FULL: usize = 16 * 1024 * 1024;

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A list of cases to print.
    CaseList,
    /// The facts of all cases, for a spreadsheet.
    CaseTable,
    /// The network, for a spreadsheet.
    ContactTable,
    /// Everything, machine-readable.
    Everything,
}

/// The progress of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gathering {
    pub(super) what: What,
    /// Cases and contacts read so far.
    pub(super) done: usize,
}

/// Reads the data and hands out each file once it is full.
pub(super) async fn gather(
    workspace: &Workspace,
    what: What,
    look: Look,
    out: Out,
    progress: Signal<Option<Gathering>>,
) {
    let gathered = match what {
        What::CaseList => case_list(workspace, look, progress).await,
        What::CaseTable => case_table(workspace, look, progress).await,
        What::ContactTable => contact_table(workspace, look, progress).await,
        What::Everything => everything(workspace, look, out, progress).await,
    };
    match gathered {
        Ok(last) => out.give(Some(last)).await,
        Err(error) => {
            tracing::warn!("the team could not be handed out: {error}");
            out.give(None).await;
        }
    }
}

fn one_more(mut progress: Signal<Option<Gathering>>, by: usize) {
    if let Some(now) = progress.write().as_mut() {
        now.done += by;
    }
}

/// Passes the facts of every case to `take`, page by page.
async fn each_case(
    workspace: &Workspace,
    progress: Signal<Option<Gathering>>,
    mut take: impl FnMut(CaseFacts),
) -> Result<(), Error> {
    let mut after = None;
    loop {
        let ask = ReadCaseFacts {
            after,
            limit: TOGETHER,
        };
        let part = workspace.call(ask).await?;
        let Some(last) = part.last() else {
            return Ok(());
        };
        after = Some(last.id);
        one_more(progress, part.len());
        part.into_iter().for_each(&mut take);
    }
}

async fn case_list(
    workspace: &Workspace,
    look: Look,
    progress: Signal<Option<Gathering>>,
) -> Result<ExportFile, Error> {
    let language = look.language;
    // Name, neighbourhood, lead, status, last contact.
    const COLUMNS: [usize; 5] = [1, 4, 6, 7, 13];
    let pick = |row: Vec<String>| COLUMNS.map(|column| row[column].clone()).to_vec();
    let mut rows = Vec::new();
    each_case(workspace, progress, |facts| {
        rows.push(pick(tables::case_row(&facts, look)));
    })
    .await?;
    let stem = format!("{}-{}", t_in!(language, "export-cases"), look.day());
    let mut page = Page::new(language, &stem, &t_in!(language, "export-cases"));
    let today = crate::format::numeric_day(look.clock.today());
    page.second(&t_in!(language, "export-made", day: today));
    page.table(&pick(tables::case_head(look)), &rows, &[]);
    Ok(page.finish())
}

async fn case_table(
    workspace: &Workspace,
    look: Look,
    progress: Signal<Option<Gathering>>,
) -> Result<ExportFile, Error> {
    let mut rows = Vec::new();
    each_case(workspace, progress, |facts| {
        rows.push(tables::case_row(&facts, look));
    })
    .await?;
    let stem = format!("{}-{}", t_in!(look.language, "export-cases"), look.day());
    Ok(table(&stem, &tables::case_head(look), &rows))
}

async fn contact_table(
    workspace: &Workspace,
    look: Look,
    progress: Signal<Option<Gathering>>,
) -> Result<ExportFile, Error> {
    let mut rows = Vec::new();
    for contact in workspace.call(ListContacts).await? {
        let contact = workspace.call(ReadWholeContact { contact }).await?;
        rows.push(tables::contact_row(&contact, look));
        one_more(progress, 1);
    }
    let stem = format!("{}-{}", t_in!(look.language, "export-contacts"), look.day());
    Ok(table(&stem, &tables::contact_head(look), &rows))
}

/// The content of one file of a full export, with each piece already serialised as JSON. Of several
/// files, each holds different cases, contacts and signals.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) team: String,
    /// Counted from 1.
    pub(super) part: usize,
    /// This is the last file.
    pub(super) last: bool,
    pub(super) cases: Vec<String>,
    pub(super) contacts: Vec<String>,
    pub(super) signals: Vec<String>,
    /// All names and ids, repeated in every file.
    pub(super) people: String,
    /// The source documents, from which an import restores everything.
    pub(super) documents: Vec<String>,
}

impl Pieces {
    pub(super) fn file(&self, look: Look) -> Result<ExportFile, Error> {
        let part = match (self.part, self.last) {
            (1, true) => String::new(),
            (part, _) => format!("-{part}"),
        };
        let head = format!(
            "{{\"version\":{EXPORT_VERSION},\"team\":{},\"made\":{},\"part\":{},\"last\":{},\"people\":{}",
            json(&self.team)?,
            json(&look.day())?,
            self.part,
            self.last,
            if self.people.is_empty() {
                "[]"
            } else {
                &self.people
            },
        );
        let lists = [
            ("cases", &self.cases),
            ("contacts", &self.contacts),
            ("signals", &self.signals),
            ("documents", &self.documents),
        ];
        let mut text = head;
        for (name, pieces) in lists {
            text.push_str(&format!(",\n\"{name}\":[\n"));
            text.push_str(&pieces.join(",\n"));
            text.push(']');
        }
        text.push_str("}\n");
        let stem = format!("voorveld-{}{part}", look.day());
        Ok(ExportFile::new(&stem, FileKind::Data, text.into_bytes()))
    }
}

pub(super) fn json(content: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(content).map_err(|e| Error::Internal(e.to_string()))
}

async fn everything(
    workspace: &Workspace,
    look: Look,
    out: Out,
    progress: Signal<Option<Gathering>>,
) -> Result<ExportFile, Error> {
    let mut pieces = Pieces {
        team: workspace.call(ReadTeam).await?.name,
        people: json(&workspace.call(ReadPeople).await?)?,
        part: 1,
        ..Pieces::default()
    };
    let mut size = 0;
    let mut cases = Vec::new();
    each_case(workspace, progress, |facts| cases.push(facts.id)).await?;
    for case in cases {
        let dossier = json(&workspace.call(ReadCaseExport { case }).await?)?;
        make_room(&mut pieces, &mut size, dossier.len(), look, out).await?;
        pieces.cases.push(dossier);
    }
    for contact in workspace.call(ListContacts).await? {
        let contact = json(&workspace.call(ReadWholeContact { contact }).await?)?;
        make_room(&mut pieces, &mut size, contact.len(), look, out).await?;
        pieces.contacts.push(contact);
        one_more(progress, 1);
    }
    for signal in workspace.call(ReadUnlinkedSignals).await? {
        let signal = json(&signal)?;
        make_room(&mut pieces, &mut size, signal.len(), look, out).await?;
        pieces.signals.push(signal);
    }
    let mut after = None;
    loop {
        let ask = ReadDocuments {
            after,
            limit: TOGETHER,
        };
        let part = workspace.call(ask).await?;
        let Some(last) = part.last() else {
            break;
        };
        after = Some(last.id);
        for document in part {
            let document = json(&document)?;
            make_room(&mut pieces, &mut size, document.len(), look, out).await?;
            pieces.documents.push(document);
        }
    }
    pieces.last = true;
    pieces.file(look)
}

/// Hands out the current file if `more` bytes would make it too large, and starts a new one.
async fn make_room(
    pieces: &mut Pieces,
    size: &mut usize,
    more: usize,
    look: Look,
    out: Out,
) -> Result<(), Error> {
    if *size > 0 && *size + more > FULL {
        out.give(Some(pieces.file(look)?)).await;
        *pieces = Pieces {
            team: std::mem::take(&mut pieces.team),
            people: std::mem::take(&mut pieces.people),
            part: pieces.part + 1,
            ..Pieces::default()
        };
        *size = 0;
    }
    *size += more;
    Ok(())
}
