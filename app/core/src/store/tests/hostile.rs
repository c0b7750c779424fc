//! A bad record does not block sync: every row of the first table in docs/reliability.md, and every
//! input that ever failed.

mod flood;
mod fuzz;
mod member;
mod meter;
mod size;
mod waiting;
mod whole;

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpType};
use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc, ScalarValue};
use uuid::Uuid;

use super::{TestPhone, duo};
use crate::CaseId;
use crate::api::*;
use crate::crypto::random;
use crate::document::Kind;
use crate::model::{QuarantineReason, Who};
use crate::store::payload::{Payload, hostile as payload};
use member::{Hostile, chunk, data_of, op, put, times};
use meter::{measured, tell};

use QuarantineReason::{Harmful, Newer, Sealed};

fn encounters(phone: &mut TestPhone, case: CaseId) -> u32 {
    phone.call(ReadCase { case }).encounters
}

/// Interleaves a colleague's hostile records with honest ones. They must be quarantined for this
/// reason and not be processed again; honest records must sync both ways, and both phones must end
/// equal.
#[track_caller]
fn check(why: QuarantineReason, make: impl FnOnce(&mut Hostile)) {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.log(Who::Case(case), "Trof hem op het plein.");
    noor.sync(&log);
    bas.sync(&log);
    let mut sanne = Hostile::of(&mut noor, case, &log);
    let before = log.borrow().records();
    make(&mut sanne);
    let sent = (log.borrow().records() - before) as u32;
    assert!(sent > 0);
    noor.log(Who::Case(case), "Zei goedemorgen terug.");
    noor.sync(&log);
    let first = measured(|| _ = bas.sync(&log));
    let sync = bas.call(ReadTeam).sync;
    assert_eq!(sync.quarantined, sent);
    let alike = sync.quarantine.iter().all(|line| line.why == why);
    assert!(alike && !sync.quarantine.is_empty(), "{:?}", reasons(&bas));
    assert_eq!(encounters(&mut bas, case), 2);
    bas.log(Who::Case(case), "Niet thuis.");
    let next = measured(|| _ = bas.sync(&log));
    tell(sent, sanne.bytes, &first, &next);
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(encounters(&mut noor, case), 3);
    let (noors, bass) = (noor.call(ReadTeam).sync, bas.call(ReadTeam).sync);
    assert_eq!(noors.words, bass.words);
    assert!(bass.partners.iter().any(|partner| partner.equal));
    not_tried_again(bas, case, &log, sent);
}

fn reasons(phone: &TestPhone) -> Vec<String> {
    let connection = &phone.store.connection;
    let mut statement = connection
        .prepare("SELECT reason FROM set_aside")
        .expect("sql");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<Result<_, _>>().expect("rows")
}

fn not_tried_again(
    phone: TestPhone,
    case: CaseId,
    log: &std::rc::Rc<std::cell::RefCell<super::log::Log>>,
    sent: u32,
) {
    // Corrupts the quarantined bytes, so that reading them again would fail.
    let spoil = "UPDATE set_aside SET record = x'00' WHERE length(record) > 0";
    phone.store.connection.execute_batch(spoil).expect("spoils");
    let mut phone = phone.restart();
    phone.log(Who::Case(case), "Nog eens langs.");
    phone.sync(log);
    assert_eq!(phone.call(ReadTeam).sync.quarantined, sent);
}

fn root() -> ObjectId {
    ObjectId::Root
}

fn in_map(sanne: &Hostile, key: &str) -> ObjectId {
    ObjectId::Id(sanne.at_root(key))
}

/// Builds a change of one operation on the root, modified by `twist`.
fn twisted(sanne: &Hostile, twist: impl FnOnce(&mut automerge::ExpandedChange)) -> Vec<Vec<u8>> {
    vec![sanne.change(vec![op(root(), "hobby", put("duiven"), vec![])], twist)]
}

#[test]
fn what_an_honest_app_of_another_make_writes_is_taken_in() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.sync(&log);
    bas.sync(&log);
    let mut sanne = Hostile::of(&mut noor, case, &log);
    let mut data = Vec::new();
    for (at, text) in [
        (0, "Duiven op het dak."),
        (18, " Houdt van koffie."),
        (6, " (zes)"),
    ] {
        let change = sanne.edit(|edit| {
            let (_, background) = edit.get(ROOT, "background").expect("reads").expect("there");
            edit.splice_text(&background, at, 0, text).expect("writes");
            edit.put(ROOT, "name", text).expect("puts");
            edit.put(ROOT, "name", "G. van het dak")
                .expect("puts twice");
            edit.put(ROOT, "shoe_size", at as i64)
                .expect("a newer app's field");
        });
        data.push(data_of(change.raw_bytes()));
    }
    let change = sanne.edit(|edit| {
        let (_, background) = edit.get(ROOT, "background").expect("reads").expect("there");
        edit.update_text(&background, "Houdt van thee.")
            .expect("rewrites");
    });
    data.push(data_of(change.raw_bytes()));
    sanne.send_changes(&data);
    // The baseline of the other rows: an honest record comes in with it, and an entry goes out next.
    noor.log(Who::Case(case), "Zei goedemorgen terug.");
    noor.sync(&log);
    let first = measured(|| _ = bas.sync(&log));
    bas.log(Who::Case(case), "Niet thuis.");
    tell(1, sanne.bytes, &first, &measured(|| _ = bas.sync(&log)));
    assert_eq!(
        bas.call(ReadTeam).sync.quarantined,
        0,
        "{:?}",
        reasons(&bas)
    );
    let view = bas.call(ReadCase { case });
    assert_eq!(view.name, "G. van het dak");
    assert_eq!(view.background, "Houdt van thee.");
}

#[test]
fn a_sequence_number_that_does_not_follow_on_is_set_aside() {
    for seq in [0, 2, 7, u64::from(u32::MAX), u64::MAX] {
        check(Harmful, |sanne| {
            let data = twisted(sanne, |change| change.seq = seq);
            sanne.send_changes(&data);
        });
    }
}

#[test]
fn a_second_change_of_one_number_is_set_aside() {
    check(Harmful, |sanne| {
        let noor = sanne.document.get_changes(&[]).pop().expect("hers");
        let data = twisted(sanne, |change| {
            change.actor_id = noor.actor_id().clone();
            change.seq = noor.seq();
        });
        sanne.send_changes(&data);
    });
}

#[test]
fn an_operation_counter_that_does_not_follow_on_is_set_aside() {
    let near_the_end = u64::from(u32::MAX) - 3;
    for counter in [
        1,
        2,
        100_000,
        1 << 30,
        near_the_end,
        u64::from(u32::MAX) + 1,
    ] {
        check(Harmful, |sanne| {
            let data = twisted(sanne, |change| {
                change.start_op = counter.try_into().expect("not zero");
            });
            sanne.send_changes(&data);
        });
    }
}

#[test]
fn a_moment_no_clock_shows_is_set_aside() {
    for time in [i64::MIN, i64::MAX, -1 << 40, 1 << 40] {
        check(Harmful, |sanne| {
            let data = twisted(sanne, |change| change.time = time);
            sanne.send_changes(&data);
        });
    }
}

#[test]
fn a_change_that_follows_nothing_is_set_aside() {
    check(Harmful, |sanne| {
        let data = twisted(sanne, |change| {
            change.deps.clear();
            change.start_op = 1.try_into().expect("not zero");
        });
        sanne.send_changes(&data);
    });
}

#[test]
fn an_id_in_another_spelling_is_set_aside() {
    let id = Uuid::from_u128(0xabcd_0000_0000_4000_8000_0000_0000_0001);
    let spellings = [
        id.hyphenated().to_string(),
        id.simple().to_string().to_uppercase(),
        id.urn().to_string(),
        id.braced().to_string(),
    ];
    for spelling in &spellings {
        for map in [
            "encounters",
            "commitments",
            "decisions",
            "expenses",
            "parties",
        ] {
            check(Harmful, |sanne| {
                let map = in_map(sanne, map);
                let made = op(map, spelling, OpType::Make(ObjType::Map), vec![]);
                let data = sanne.change(vec![made], |_| {});
                sanne.send_changes(&[data]);
            });
        }
    }
    check(Harmful, |sanne| {
        let map = in_map(sanne, "around");
        let data = sanne.change(vec![op(map, &spellings[0], put("oma"), vec![])], |_| {});
        sanne.send_changes(&[data]);
    });
}

#[test]
fn an_entry_that_is_no_entry_is_set_aside() {
    let key = Uuid::from_u128(7).simple().to_string();
    for action in [put("niets"), OpType::Make(ObjType::Text)] {
        check(Harmful, |sanne| {
            let made = op(in_map(sanne, "encounters"), &key, action.clone(), vec![]);
            let data = sanne.change(vec![made], |_| {});
            sanne.send_changes(&[data]);
        });
    }
    check(Harmful, |sanne| {
        let made = op(
            in_map(sanne, "problems"),
            "housing",
            OpType::Make(ObjType::Map),
            vec![],
        );
        let data = sanne.change(vec![made], |_| {});
        sanne.send_changes(&[data]);
    });
}

#[test]
fn what_every_case_begins_with_cannot_be_taken_away_or_replaced() {
    for key in ["encounters", "background", "decisions", "agenda"] {
        for action in [
            OpType::Delete,
            put("weg"),
            OpType::Make(ObjType::Map),
            OpType::Make(ObjType::Text),
        ] {
            for overwrites in [true, false] {
                if action == OpType::Delete && !overwrites {
                    continue;
                }
                check(Harmful, |sanne| {
                    let pred = match overwrites {
                        true => vec![sanne.at_root(key)],
                        false => vec![],
                    };
                    let data = sanne.change(vec![op(root(), key, action.clone(), pred)], |_| {});
                    sanne.send_changes(&[data]);
                });
            }
        }
    }
}

#[test]
fn maps_nested_twenty_thousand_deep_are_set_aside() {
    for depth in [12, 20_000] {
        check(Harmful, |sanne| {
            let first = sanne.next_op();
            let nested = (0..depth).map(|level| {
                let object = match level {
                    0 => root(),
                    _ => ObjectId::Id(sanne.own(first + level - 1)),
                };
                op(object, "in", OpType::Make(ObjType::Map), vec![])
            });
            let data = sanne.change(nested.collect(), |_| {});
            sanne.send_changes(&[data]);
        });
    }
}

#[test]
fn an_operation_on_what_is_not_there_is_set_aside() {
    let stranger = ActorId::from(vec![0x55; 16]);
    let nowhere = |counter| automerge::legacy::OpId::new(counter, &stranger);
    for counter in [1, 5, u64::from(u32::MAX)] {
        // References a nonexistent predecessor or object.
        check(Harmful, |sanne| {
            let made = op(root(), "hobby", put("duiven"), vec![nowhere(counter)]);
            let data = sanne.change(vec![made], |_| {});
            sanne.send_changes(&[data]);
        });
        check(Harmful, |sanne| {
            let made = op(
                ObjectId::Id(nowhere(counter)),
                "hobby",
                put("duiven"),
                vec![],
            );
            let data = sanne.change(vec![made], |_| {});
            sanne.send_changes(&[data]);
        });
    }
    // The predecessor exists, but in another place or of another type.
    check(Harmful, |sanne| {
        let made = op(root(), "hobby", put("duiven"), vec![sanne.at_root("name")]);
        let data = sanne.change(vec![made], |_| {});
        sanne.send_changes(&[data]);
    });
    check(Harmful, |sanne| {
        let made = op(in_map(sanne, "name"), "hobby", put("duiven"), vec![]);
        let data = sanne.change(vec![made], |_| {});
        sanne.send_changes(&[data]);
    });
    check(Harmful, |sanne| {
        let made = op(in_map(sanne, "background"), "hobby", put("duiven"), vec![]);
        let data = sanne.change(vec![made], |_| {});
        sanne.send_changes(&[data]);
    });
    // The predecessor is later than the operation itself.
    check(Harmful, |sanne| {
        let later = sanne.own(sanne.next_op() + 1);
        let made = op(root(), "hobby", put("duiven"), vec![later]);
        let then = op(root(), "hobby", put("katten"), vec![]);
        let data = sanne.change(vec![made, then], |_| {});
        sanne.send_changes(&[data]);
    });
    // A deletion without a predecessor is lost on save, and its change with it.
    check(Harmful, |sanne| {
        let data = sanne.change(vec![op(root(), "hobby", OpType::Delete, vec![])], |_| {});
        sanne.send_changes(&[data]);
    });
}

#[test]
fn a_character_behind_one_that_is_not_there_is_set_aside() {
    let character = |key: Key, object: ObjectId, insert: bool| Op {
        action: put("x"),
        obj: object,
        key,
        pred: vec![].into(),
        insert,
    };
    for insert in [true, false] {
        for make in [
            (|sanne: &Hostile| sanne.own(3)) as fn(&Hostile) -> automerge::legacy::OpId,
            |sanne| sanne.at_root("name"),
            |sanne| sanne.at_root("background"),
        ] {
            check(Harmful, |sanne| {
                let key = Key::Seq(ElementId::Id(make(sanne)));
                let made = character(key, in_map(sanne, "background"), insert);
                let data = sanne.change(vec![made], |_| {});
                sanne.send_changes(&[data]);
            });
        }
    }
    // Inserts a text character into a map.
    check(Harmful, |sanne| {
        let made = character(Key::head(), in_map(sanne, "encounters"), true);
        let data = sanne.change(vec![made], |_| {});
        sanne.send_changes(&[data]);
    });
}

#[test]
fn what_only_a_newer_app_can_know_waits_for_one() {
    for action in [
        OpType::Make(ObjType::List),
        OpType::Make(ObjType::Table),
        OpType::Increment(1),
        OpType::Put(ScalarValue::counter(3)),
    ] {
        check(Newer, |sanne| {
            let made = op(root(), "hobbies", action.clone(), vec![]);
            let data = sanne.change(vec![made], |_| {});
            sanne.send_changes(&[data]);
        });
    }
    check(Newer, |sanne| {
        let data = twisted(sanne, |change| change.extra_bytes = vec![1, 2, 3]);
        sanne.send_changes(&data);
    });
    check(Newer, |sanne| {
        let mut bytes = payload::changes(sanne.case, Kind::Case as u8, &twisted(sanne, |_| {}));
        bytes[16] = 77;
        sanne.send(&bytes);
    });
}

#[test]
fn a_record_under_another_documents_tag_is_set_aside() {
    check(Harmful, |sanne| {
        let data = twisted(sanne, |_| {});
        let bytes = payload::changes(sanne.case, Kind::Case as u8, &data);
        sanne.send_under(Uuid::from_u128(5), &bytes);
    });
    check(Harmful, |sanne| {
        let data = twisted(sanne, |_| {});
        let bytes = payload::changes(sanne.case, Kind::Contact as u8, &data);
        sanne.send(&bytes);
    });
}

#[test]
fn a_payload_that_is_no_payload_is_set_aside() {
    check(Harmful, |sanne| {
        let whole = Payload::pack_whole(sanne.case, Kind::Case as u8, &sanne.document);
        for length in [18, 19, whole.len() / 2] {
            sanne.send(&whole[..length]);
        }
        let mut changes = payload::changes(sanne.case, Kind::Case as u8, &twisted(sanne, |_| {}));
        changes.truncate(changes.len() - 1);
        sanne.send(&changes);
    });
}
