//! Relations: seen from both sides, recorded on two phones, ended and never deleted.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::Duration;

use super::log::Log;
use super::{TestPhone, duo, sync};
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, ContactId, Error};

fn tie(phone: &mut TestPhone, case: CaseId, kind: RelationKind, other: Who, note: &str) {
    phone.clock.pass(Duration::minutes(1));
    phone.call(AddRelation {
        case,
        kind,
        other,
        note: note.into(),
    });
}

/// Returns the relations of a case as `kind name note`.
fn ties(phone: &mut TestPhone, case: CaseId) -> Vec<String> {
    let lines = phone.call(ReadCase { case }).relations;
    let line = |line: &RelationLine| format!("{:?} {} {}", line.kind, line.name, line.note);
    lines.iter().map(line).collect()
}

/// Creates the cases of a mother and a son, on both phones.
fn family() -> (TestPhone, TestPhone, Rc<RefCell<Log>>, CaseId, CaseId) {
    let (mut noor, mut bas, log) = duo();
    let (mother, son) = (noor.case("Mevr. K."), noor.case("T."));
    sync(&mut noor, &mut bas, &log);
    (noor, bas, log, mother, son)
}

#[test]
fn the_other_side_sees_the_other_word() {
    let (mut noor, mut bas, log, mother, son) = family();
    tie(
        &mut noor,
        mother,
        RelationKind::ParentOf,
        Who::Case(son),
        "",
    );
    tie(
        &mut noor,
        son,
        RelationKind::AfraidOf,
        Who::Case(mother),
        "sinds de brand",
    );
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(
            ties(phone, son),
            ["ChildOf Mevr. K. ", "AfraidOf Mevr. K. sinds de brand"]
        );
        assert_eq!(
            ties(phone, mother),
            ["ParentOf T. ", "Frightens T. sinds de brand"]
        );
    }
}

#[test]
fn a_contact_shows_whose_friend_it_is() {
    let (mut noor, mut bas, log, mother, _) = family();
    let fields = Vec::new();
    let contact: ContactId = noor.call(SaveContact {
        name: "Groenteman".into(),
        fields,
    });
    tie(
        &mut noor,
        mother,
        RelationKind::Friend,
        Who::Contact(contact),
        "",
    );
    sync(&mut noor, &mut bas, &log);
    let view = bas.call(ReadContact { contact });
    assert_eq!(view.relations[0].other, Who::Case(mother));
    assert_eq!(view.relations[0].name, "Mevr. K.");
    assert_eq!(ties(&mut bas, mother), ["Friend Groenteman "]);
}

#[test]
fn the_same_tie_written_by_both_and_from_both_sides_is_one_line_and_ends_at_once() {
    let (mut noor, mut bas, log, mother, son) = family();
    tie(
        &mut noor,
        mother,
        RelationKind::LivesWith,
        Who::Case(son),
        "zolder",
    );
    tie(
        &mut bas,
        mother,
        RelationKind::LivesWith,
        Who::Case(son),
        "",
    );
    tie(&mut bas, son, RelationKind::ChildOf, Who::Case(mother), "");
    tie(
        &mut noor,
        mother,
        RelationKind::ParentOf,
        Who::Case(son),
        "",
    );
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        let mut lines = ties(phone, mother);
        lines.sort();
        assert_eq!(lines, ["LivesWith T. zolder", "ParentOf T. "]);
    }
    let line = bas.call(ReadCase { case: son }).relations;
    let line = line.iter().find(|line| line.kind == RelationKind::ChildOf);
    let line = line.expect("the tie").clone();
    bas.call(EndRelation {
        of: line.of,
        id: line.id,
    });
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(ties(phone, mother), ["LivesWith T. zolder"]);
        assert_eq!(ties(phone, son), ["LivesWith Mevr. K. zolder"]);
    }
}

#[test]
fn one_ends_it_while_the_other_writes_it_again_and_it_stands() {
    let (mut noor, mut bas, log, mother, son) = family();
    tie(
        &mut noor,
        mother,
        RelationKind::LivesWith,
        Who::Case(son),
        "",
    );
    sync(&mut noor, &mut bas, &log);
    let line = noor.call(ReadCase { case: mother }).relations.remove(0);
    noor.call(EndRelation {
        of: line.of,
        id: line.id,
    });
    tie(
        &mut bas,
        son,
        RelationKind::LivesWith,
        Who::Case(mother),
        "weer terug",
    );
    sync(&mut noor, &mut bas, &log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(ties(phone, mother), ["LivesWith T. weer terug"]);
    }
}

#[test]
fn a_tie_to_nobody_or_to_oneself_is_refused() {
    let (mut noor, _, _, mother, _) = family();
    for other in [
        Who::Unknown,
        Who::Case(mother),
        Who::Contact(ContactId(mother.0)),
    ] {
        let call = AddRelation {
            case: mother,
            kind: RelationKind::Friend,
            other,
            note: String::new(),
        };
        assert_eq!(noor.try_call(call), Err(Error::NotFound));
    }
}

#[test]
fn a_tie_is_marked_counted_and_found_by_its_note() {
    let (mut noor, mut bas, log, mother, son) = family();
    tie(
        &mut noor,
        mother,
        RelationKind::ParentOf,
        Who::Case(son),
        "voogdij loopt",
    );
    let mark = |phone: &mut TestPhone| phone.call(ReadCase { case: mother }).relations[0].mark;
    assert_eq!(mark(&mut noor), SyncMark::OnlyHere);
    assert_eq!(noor.call(ReadTeam).only_here[0].counts.other, 2);
    sync(&mut noor, &mut bas, &log);
    assert_eq!(mark(&mut noor), SyncMark::WithTeam);
    let text = "voogd".into();
    assert_eq!(
        bas.call(Search {
            text,
            filter: CaseFilter::default(),
            shown: Shown::default(),
        })
        .cases[0]
            .case
            .id,
        mother
    );
}
