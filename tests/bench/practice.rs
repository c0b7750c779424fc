//! The practice's screens: a case and its tabs, money, decisions, the core team, effect, studies.

use std::time::Instant;

use chrono::{Days, Months};
use futures::executor::block_on;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;
use voorveld_core::api::{
    AddDecision, DecisionText, ListContacts, ReadCallList, ReadCase, ReadCaseExport, ReadCaseFacts,
    ReadCaseFile, ReadClientView, ReadCoreTeam, ReadDecisions, ReadEffect, ReadExpenseMonth,
    ReadExpenses, ReadHandover, ReadOnAgenda, ReadStudies, ReadStudy, ReadStudyReport,
    ReadTimeline, ReadUnlinkedSignals, ReadWholeContact, SaveExpense, VerifyDecisions,
};
use voorveld_core::model::DecisionKind;
use voorveld_core::{CaseId, DecisionId, ExpenseId};

use crate::figures::Times;
use crate::phone::today;
use crate::screens::{FRAME, Screens};

/// Number of writes measured.
const WRITTEN: usize = 400;
/// Entries per page.
const PART: u32 = 30;

pub(crate) fn measure(screens: &mut Screens<'_>, cases: &[CaseId]) -> anyhow::Result<()> {
    // A sample over the whole list, not only its start.
    let some: Vec<CaseId> = (0..100)
        .map(|turn| cases[turn * 7919 % cases.len()])
        .collect();
    of_cases(screens, &some)?;
    team_wide(screens)?;
    hand_out(screens)?;
    write(screens, &some)
}

/// Measures the requests of the whole team's export, each alone and all together.
fn hand_out(screens: &mut Screens<'_>) -> anyhow::Result<()> {
    let workspace = screens.workspace;
    let start = Instant::now();
    let (mut parts, mut after, mut asked) = (Vec::new(), None, 0);
    loop {
        let part = ReadCaseFacts { after, limit: 200 };
        let facts = block_on(workspace.call(part.clone()))?;
        let Some(last) = facts.last() else { break };
        after = Some(last.id);
        parts.push(part);
        for case in facts {
            drop(block_on(workspace.call(ReadCaseExport { case: case.id }))?);
            asked += 1;
        }
    }
    for contact in block_on(workspace.call(ListContacts))? {
        drop(block_on(workspace.call(ReadWholeContact { contact }))?);
        asked += 1;
    }
    drop(block_on(workspace.call(ReadUnlinkedSignals))?);
    screens.figures.add(
        format!("export_all_{}", screens.size()),
        start.elapsed().as_secs_f64(),
        "s",
        None,
        format!("the store's part of handing out the whole team, {asked} records, none of them waits for another's"),
    );
    // These have no budget, as no screen waits for them, but a save may queue behind one.
    screens.ask_in(None, "case_facts", &parts, "export: the facts of 200 cases");
    screens.ask_in(
        None,
        "list_contacts",
        &[ListContacts],
        "export: which contacts there are",
    );
    screens.ask_in(
        None,
        "loose_signals",
        &[ReadUnlinkedSignals],
        "export: signals of nobody, all of them",
    );
    Ok(())
}

fn of_cases(screens: &mut Screens<'_>, some: &[CaseId]) -> anyhow::Result<()> {
    let workspace = screens.workspace;
    let case = some[0];
    let (door, spent) = (ReadCase { case }, ReadExpenses { case });
    let (door, spent) = (
        block_on(workspace.call(door))?,
        block_on(workspace.call(spent))?,
    );
    anyhow::ensure!(
        door.parties.len() == 6 && spent.lines.len() == 8,
        "the practice is not on file"
    );
    screens.ask(
        "case",
        &each(some, |case| ReadCase { case }),
        "Voor de deur, with what its tabs of promises, organisations and ties show",
    );
    screens.ask(
        "along",
        &each(some, |case| ReadClientView { case }),
        "Meelezen",
    );
    screens.ask(
        "expenses",
        &each(some, |case| ReadExpenses { case }),
        "the tab of money spent",
    );
    screens.ask(
        "decisions",
        &each(some, |case| ReadDecisions { case }),
        "the tab of decisions",
    );
    screens.ask(
        "verify_decisions",
        &each(some, |case| VerifyDecisions { case }),
        "the proof of a case's decisions: its document opened, hashes and signatures checked",
    );
    screens.ask(
        "handover",
        &each(some, |case| ReadHandover { case }),
        "handing over",
    );
    screens.ask(
        "dossier",
        &each(some, |case| ReadCaseExport { case }),
        "all of a case, to hand it out",
    );
    screens.ask(
        "case_file",
        &each(some, |case| ReadCaseFile { case }),
        "a case as its Automerge document",
    );
    screens.ask(
        "on_agenda",
        &each(some, |case| ReadOnAgenda { case }),
        "whether a case is on the agenda",
    );
    let first = each(some, |case| ReadTimeline {
        case,
        before: None,
        limit: PART,
    });
    let mut second = Vec::new();
    for page in &first {
        let shown = block_on(workspace.call(page.clone()))?;
        second.push(ReadTimeline {
            before: shown.entries.last().map(|entry| entry.id),
            ..page.clone()
        });
    }
    screens.ask("timeline", &first, "first page of a timeline");
    screens.ask("timeline_more", &second, "second page of a timeline");
    Ok(())
}

fn each<C>(some: &[CaseId], request: impl Fn(CaseId) -> C) -> Vec<C> {
    some.iter().map(|&case| request(case)).collect()
}

fn team_wide(screens: &mut Screens<'_>) -> anyhow::Result<()> {
    let workspace = screens.workspace;
    let months: Vec<ReadExpenseMonth> = (0..12)
        .map(|back| ReadExpenseMonth {
            month: today() - Months::new(back),
        })
        .collect();
    let sheet = block_on(workspace.call(months[1].clone()))?;
    let how = format!(
        "the sheet of a month with its totals per case: {} lines",
        sheet.lines.len()
    );
    screens.ask("expense_month", &months, &how);
    let meeting = block_on(workspace.call(ReadCoreTeam))?;
    anyhow::ensure!(meeting.items.len() == 40, "no agenda");
    screens.ask(
        "core_team",
        &[ReadCoreTeam],
        "the core team's page, 40 cases",
    );
    screens.ask("call_list", &[ReadCallList], "whom to call");
    screens.ask("effect", &[ReadEffect], "effect");
    let studies = block_on(workspace.call(ReadStudies))?;
    screens.ask("studies", &[ReadStudies], "the studies");
    let study = studies[0].id;
    screens.ask(
        "study",
        &[ReadStudy { study, limit: PART }],
        "a study of 200 interviews",
    );
    screens.ask(
        "study_report",
        &[ReadStudyReport { study }],
        "its report, with what may tell who somebody is",
    );
    Ok(())
}

fn write(screens: &mut Screens<'_>, some: &[CaseId]) -> anyhow::Result<()> {
    let workspace = screens.workspace;
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let (mut spent, mut decided) = (Vec::new(), Vec::new());
    for turn in 0..WRITTEN {
        let case = some[turn % some.len()];
        let expense = SaveExpense {
            case,
            id: ExpenseId(Uuid::from_u128(random.random())),
            amount: random.random_range(100..9_000).to_string(),
            purpose: "Taxi".into(),
            note: String::new(),
            day: None,
            photo: false,
        };
        let decision = AddDecision {
            case,
            id: DecisionId(Uuid::from_u128(random.random())),
            text: DecisionText {
                kind: DecisionKind::Act,
                goal: "Hij houdt zijn sleutel.".into(),
                ethical: "Ja, dat vindt hij zelf ook.".into(),
                law: "Er is geen plicht om hem te melden.".into(),
                why: "Twee keer eerder liep het zonder ons goed af.".into(),
                look_again: Some(today() + Days::new(14)),
                ..DecisionText::default()
            },
        };
        let start = Instant::now();
        block_on(workspace.call(expense))?;
        spent.push(start.elapsed());
        let start = Instant::now();
        block_on(workspace.call(decision))?;
        decided.push(start.elapsed());
    }
    screens.add(
        Some(FRAME),
        "save_expense",
        &Times::from(spent),
        "an expense, durable",
    );
    screens.add(
        Some(FRAME),
        "save_decision",
        &Times::from(decided),
        "a decision, signed and durable",
    );
    Ok(())
}
