//! The escalation list, including concurrent changes.

use chrono::Duration;

use super::{TestPhone, duo};
use crate::api::*;
use crate::{CallListId, CaseId, Error};

fn add(phone: &mut TestPhone, role: &str) -> CallListId {
    phone.clock.pass(Duration::seconds(1));
    phone.call(SaveCallLine {
        id: None,
        name: String::new(),
        role: role.into(),
        phone: String::new(),
    })
}

fn roles(phone: &mut TestPhone) -> Vec<String> {
    let list = phone.call(ReadCallList);
    list.lines.into_iter().map(|line| line.role).collect()
}

fn called(phone: &mut TestPhone, case: CaseId) -> usize {
    let page = phone.call(ReadTimeline {
        case,
        before: None,
        limit: 20,
    });
    page.entries.len()
}

#[test]
fn the_list_keeps_the_order_one_gives_it_and_numbers_as_typed() {
    let mut noor = TestPhone::new();
    assert_eq!(noor.call(ReadCallList).lines, []);
    let [first, _, last] = ["burgemeester", "wethouder", "manager"].map(|r| add(&mut noor, r));
    noor.call(MoveCallLine { id: last, up: true });
    assert_eq!(roles(&mut noor), ["burgemeester", "manager", "wethouder"]);
    noor.call(MoveCallLine { id: last, up: true });
    noor.call(MoveCallLine { id: last, up: true });
    assert_eq!(roles(&mut noor), ["manager", "burgemeester", "wethouder"]);
    noor.call(MoveCallLine {
        id: last,
        up: false,
    });
    assert_eq!(roles(&mut noor), ["burgemeester", "manager", "wethouder"]);
    noor.call(SaveCallLine {
        id: Some(first),
        name: "Ria".into(),
        role: "burgemeester".into(),
        phone: "0049 30 / 12 34-56 (kantoor)".into(),
    });
    let line = noor.call(ReadCallList).lines.remove(0);
    assert_eq!(line.phone, "0049 30 / 12 34-56 (kantoor)");
    noor.call(RemoveCallLine { id: last });
    assert_eq!(roles(&mut noor), ["burgemeester", "wethouder"]);
    noor.joins("Noor", true);
    assert_eq!(
        roles(&mut noor),
        ["burgemeester", "wethouder"],
        "it goes along into the team"
    );
}

#[test]
fn moving_for_ever_between_the_same_two_never_runs_out_of_room() {
    let mut noor = TestPhone::new();
    let ids = ["a", "b", "c"].map(|role| add(&mut noor, role));
    for turn in 0..60 {
        // Moves the last line between the first two each time, which exhausts the gap in ranks.
        let id = noor.call(ReadCallList).lines[2].id;
        noor.call(MoveCallLine { id, up: true });
        assert_eq!(noor.call(ReadCallList).lines[1].id, id, "turn {turn}");
    }
    assert_eq!(noor.call(ReadCallList).lines[0].id, ids[0]);
}

#[test]
fn two_who_change_the_list_offline_see_one_list_with_everybody_on_it_once() {
    let (mut noor, mut bas, log) = duo();
    let [first, second, third] = ["a", "b", "c"].map(|role| add(&mut noor, role));
    noor.sync(&log);
    bas.sync(&log);
    noor.call(MoveCallLine {
        id: third,
        up: true,
    });
    noor.call(SaveCallLine {
        id: Some(first),
        name: "Ria".into(),
        role: "a".into(),
        phone: String::new(),
    });
    bas.call(MoveCallLine {
        id: second,
        up: true,
    });
    bas.call(SaveCallLine {
        id: Some(first),
        name: String::new(),
        role: "a".into(),
        phone: "0612345678".into(),
    });
    add(&mut bas, "d");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    let list = noor.call(ReadCallList).lines;
    assert_eq!(list, bas.call(ReadCallList).lines);
    let mut all = roles(&mut noor);
    all.sort();
    assert_eq!(all, ["a", "b", "c", "d"]);
    let a = list.iter().find(|line| line.id == first).expect("there");
    assert_eq!((a.name.as_str(), a.phone.as_str()), ("Ria", "0612345678"));
}

#[test]
fn a_line_without_name_or_role_is_none_and_one_that_is_gone_is_not_found() {
    let mut noor = TestPhone::new();
    let empty = SaveCallLine {
        id: None,
        name: " ".into(),
        role: String::new(),
        phone: "112".into(),
    };
    assert_eq!(noor.try_call(empty), Err(Error::Empty));
    let id = add(&mut noor, "a");
    noor.call(RemoveCallLine { id });
    let moved = noor.try_call(MoveCallLine { id, up: true });
    assert_eq!(moved, Err(Error::NotFound));
}

#[test]
fn calling_twice_within_a_minute_is_one_line_and_later_another() {
    let mut noor = TestPhone::in_team("Noor", true);
    let case = noor.case("Meneer P.");
    let log = |phone: &mut TestPhone, text: &str| {
        phone.call(LogEscalation {
            case,
            text: text.into(),
        });
    };
    log(&mut noor, "Gebeld: wethouder (opschaling)");
    noor.clock.pass(Duration::seconds(59));
    log(&mut noor, "Gebeld: wethouder (opschaling)");
    assert_eq!(called(&mut noor, case), 1);
    log(&mut noor, "Gebeld: burgemeester (opschaling)");
    assert_eq!(called(&mut noor, case), 2, "somebody else");
    noor.clock.pass(Duration::seconds(2));
    log(&mut noor, "Gebeld: wethouder (opschaling)");
    assert_eq!(called(&mut noor, case), 3, "later");
}
