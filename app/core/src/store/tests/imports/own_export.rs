//! Importing the app's own export files.

use base64::Engine;
use serde_json::{Value, json};

use super::super::{TestPhone, duo};
use super::{contacts, preview};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, Error, ImportRefusal};

/// Builds the export file of a whole team, as the app does.
pub(in crate::store::tests) fn whole_file(phone: &mut TestPhone) -> String {
    let mut documents = Vec::new();
    let mut after = None;
    loop {
        let part = phone.call(ReadDocuments { after, limit: 2 });
        let Some(last) = part.last() else {
            break;
        };
        after = Some(last.id);
        documents.extend(part);
    }
    let version = crate::import::EXPORT_VERSION;
    let people = phone.call(ReadPeople);
    json!({ "version": version, "team": "Oosterhage", "people": people, "documents": documents })
        .to_string()
}

/// Creates a team with something of everything.
fn filled() -> TestPhone {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("Karel");
    let contact = noor.call(SaveContact {
        name: "Groenteman".into(),
        fields: vec![(ContactField::Note, "weet alles".into())],
    });
    noor.log(Who::Case(case), "Deed open");
    noor.log(Who::Contact(contact), "Heeft hem gezien");
    noor.log(Who::Unknown, "Licht brandt weer");
    noor.call(SetTrust {
        case,
        step: TrustStep::Door,
    });
    noor.call(AddSafetyFact {
        case,
        text: "Hond bijt".into(),
    });
    noor.call(AddCommitment {
        case,
        text: "Samen naar de bank".into(),
        who: "wij".into(),
        due: None,
        time: None,
    });
    noor.call(SetCaseContact {
        case,
        contact,
        note: "kent hem".into(),
        linked: true,
    });
    let study = noor.call(CreateStudy {
        name: "Wijk".into(),
    });
    noor.call(SetStudyField {
        study,
        field: StudyField::Report,
        value: "Er is veel te doen".into(),
    });
    noor.sync(&log);
    bas.sync(&log);
    bas.call(SetCaseField {
        case,
        field: CaseField::Background,
        value: "Woont alleen".into(),
    });
    bas.log(Who::Case(case), "Was boos");
    bas.sync(&log);
    noor.sync(&log);
    noor
}

fn dossiers(phone: &mut TestPhone) -> Vec<Value> {
    let facts = phone.call(ReadCaseFacts {
        after: None,
        limit: 99,
    });
    let cases: Vec<CaseId> = facts.into_iter().map(|facts| facts.id).collect();
    let read = |case| {
        let mut dossier = serde_json::to_value(phone.call(ReadCaseExport { case })).expect("JSON");
        // Sync marks are not content.
        for entry in dossier["timeline"].as_array_mut().expect("a list") {
            entry["mark"] = Value::Null;
        }
        dossier
    };
    cases.into_iter().map(read).collect()
}

fn seen(phone: &mut TestPhone) -> Vec<Value> {
    let mut all = dossiers(phone);
    for contact in contacts(phone) {
        let mut contact = serde_json::to_value(contact).expect("JSON");
        contact["mark"] = Value::Null;
        for talk in contact["talks"].as_array_mut().expect("a list") {
            talk["mark"] = Value::Null;
        }
        all.push(contact);
    }
    let signals = phone.call(ReadUnlinkedSignals).into_iter();
    all.extend(signals.map(|signal| json!([signal.text, signal.by])));
    let studies = phone.call(ReadStudies).into_iter();
    all.extend(studies.map(|study| json!(study.name)));
    all
}

pub(super) fn keep(phone: &mut TestPhone, text: &str) -> ImportReport {
    let token = preview(phone, "voorveld.json", text).token;
    phone.call(ConfirmImport {
        token,
        ..ConfirmImport::default()
    })
}

#[test]
fn all_of_a_team_comes_back_whole_on_an_empty_phone() {
    let mut noor = filled();
    let file = whole_file(&mut noor);
    let mut fresh = TestPhone::new();
    let shown = preview(&mut fresh, "voorveld.json", &file);
    assert_eq!((shown.kind, shown.fresh), (ImportKind::Team, 2));
    let report = keep(&mut fresh, &file);
    assert_eq!((report.added, report.known, report.left_out), (2, 0, 0));
    assert_eq!(
        seen(&mut fresh),
        seen(&mut noor),
        "with the names of who wrote what"
    );
    let found = fresh.call(Search {
        text: "boos".into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    });
    assert_eq!(found.encounters.len(), 1);

    // The import is shared with the team the phone is in.
    let (mut one, mut other, log) = duo();
    keep(&mut one, &file);
    one.sync(&log);
    other.sync(&log);
    one.sync(&log);
    assert_eq!(seen(&mut other), seen(&mut noor));
    let digest = |phone: &TestPhone| phone.store.digest().expect("reads");
    assert_eq!(digest(&one), digest(&other));
}

#[test]
fn on_the_same_phone_nothing_is_new_and_what_was_changed_since_stays() {
    let mut noor = filled();
    let file = whole_file(&mut noor);
    let digest = noor.store.digest().expect("reads");
    assert_eq!(preview(&mut noor, "voorveld.json", &file).fresh, 0);
    let report = keep(&mut noor, &file);
    assert_eq!((report.added, report.known, report.left_out), (0, 2, 0));
    assert_eq!(noor.store.digest().expect("reads"), digest);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 0);
    let case = noor.call(ReadCaseFacts {
        after: None,
        limit: 1,
    })[0]
        .id;
    noor.log(Who::Case(case), "Nog iets");
    let before = seen(&mut noor);
    keep(&mut noor, &file);
    assert_eq!(seen(&mut noor), before);
}

#[test]
fn a_file_with_damaged_documents_brings_the_others_and_says_how_many_were_left_out() {
    let mut noor = filled();
    let file = whole_file(&mut noor);
    let mut value: Value = serde_json::from_str(&file).expect("JSON");
    let documents = value["documents"].as_array_mut().expect("a list");
    let all = documents.len() as u32;
    documents[0]["bytes"] = json!("%%%");
    documents[1]["bytes"] = json!(base64::engine::general_purpose::STANDARD.encode("no"));
    documents[2]["kind"] = json!(200);
    let mut fresh = TestPhone::new();
    let report = keep(&mut fresh, &value.to_string());
    assert_eq!(report.left_out, 3);
    assert!(report.added < all);
    let refused = fresh.try_call(PreviewImport {
        name: "voorveld.json".into(),
        bytes: b"{\"team\":\"x\",\"version\":99}".to_vec(),
    });
    assert_eq!(refused, Err(Error::Import(ImportRefusal::NewerExport)));
}

#[test]
fn what_was_put_back_can_be_taken_back() {
    let mut noor = filled();
    let file = whole_file(&mut noor);
    let mut fresh = TestPhone::new();
    keep(&mut fresh, &file);
    let id = fresh.call(ReadImports)[0].id;
    let taken = fresh.call(TakeBackImport { id });
    // The contact is tied to the case and is withdrawn with it.
    assert_eq!((taken.gone, taken.stayed), (2, Vec::<String>::new()));
    assert!(dossiers(&mut fresh).is_empty() && contacts(&mut fresh).is_empty());
    assert!(whole_file(&mut fresh).len() < file.len() / 2);
}
