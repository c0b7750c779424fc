//! Two phones that move, withdraw and edit one entry offline: every pair ends the same on both, and
//! nothing is lost.

use super::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    Move(Who),
    Withdraw,
    Edit(&'static str),
}

fn act(phone: &mut TestPhone, entry: EntryRef, does: Does) {
    phone.clock.pass(Duration::minutes(3));
    match does {
        Does::Move(to) => drop(phone.call(MoveEntry { entry, to })),
        Does::Withdraw => withdraw(phone, entry, "Vergissing."),
        Does::Edit(text) => match entry {
            EntryRef::Encounter { who, id } => phone.call(EditEncounter {
                who,
                id,
                text: text.into(),
                at: None,
                channel: None,
            }),
            EntryRef::Commitment { case, id } => phone.call(EditCommitment {
                case,
                id,
                text: text.into(),
                who: String::new(),
                due: None,
                time: None,
            }),
            EntryRef::Expense { .. } => panic!("see money.rs"),
        },
    }
}

/// All that a phone shows of four people, on request included.
fn all(phone: &mut TestPhone, cases: [CaseId; 3], contact: crate::ContactId) -> Vec<String> {
    let mut told = Vec::new();
    for case in cases {
        let view = phone.call(ReadCase { case });
        told.push(format!("{:?}", view.last_three));
        told.push(format!("{:?}", view.commitments));
        told.push(format!("{:?}", gone(phone, Who::Case(case))));
    }
    let view = phone.call(ReadContact { contact });
    told.push(format!("{:?} {:?}", view.talks, view.last_contact));
    told.push(format!("{:?}", gone(phone, Who::Contact(contact))));
    let mut listed = list(phone).cases;
    listed.sort_by_key(|line| line.id);
    told.push(format!("{listed:?}"));
    told
}

fn check(begin: impl Fn(&mut TestPhone, CaseId) -> EntryRef, contacts: bool) {
    let texts = ["Zus belt vrijdag.", "Zus belt zaterdag."];
    for (first, second) in (0..9).map(|n| (n / 3, n % 3)) {
        let (mut noor, mut bas, log) = duo();
        let cases = ["Duivenman", "Duifhuis", "Kers"].map(|name| noor.case(name));
        let contact = noor.call(SaveContact {
            name: "Zus".into(),
            fields: Vec::new(),
        });
        let entry = begin(&mut noor, cases[0]);
        noor.sync(&log);
        bas.sync(&log);
        let elsewhere = match contacts {
            true => Who::Contact(contact),
            false => Who::Case(cases[2]),
        };
        let what = |n, to, text| match n {
            0 => Does::Move(to),
            1 => Does::Withdraw,
            _ => Does::Edit(text),
        };
        let one = what(first, Who::Case(cases[1]), texts[0]);
        let other = what(second, elsewhere, texts[1]);
        act(&mut noor, entry, one);
        act(&mut bas, entry, other);
        noor.sync(&log);
        bas.sync(&log);
        noor.sync(&log);
        let told = all(&mut noor, cases, contact);
        assert_eq!(told, all(&mut bas, cases, contact), "{one:?} and {other:?}");
        healthy(&mut noor);
        healthy(&mut bas);

        let told = told.join("\n");
        let both = [one, other];
        // Every edit is found, wherever the entry went; unedited the first text is.
        let edits: Vec<&str> = both
            .into_iter()
            .filter_map(|does| match does {
                Does::Edit(text) => Some(text),
                _ => None,
            })
            .collect();
        for text in edits.iter().chain(edits.is_empty().then_some(&"Zus belt.")) {
            assert!(told.contains(text), "{one:?} and {other:?} lost {text}");
        }
        let entries: usize = cases
            .iter()
            .map(|case| {
                let view = noor.call(ReadCase { case: *case });
                view.last_three.len() + view.commitments.len()
            })
            .sum::<usize>()
            + noor.call(ReadContact { contact }).talks.len();
        let withdrawn = both.contains(&Does::Withdraw);
        assert_eq!(entries, usize::from(!withdrawn), "{one:?} and {other:?}");
        if let (Does::Move(a), Does::Move(b)) = (one, other) {
            // One counts, and both pages say so.
            let lost: Vec<GoneLine> = [a, b]
                .into_iter()
                .flat_map(|who| gone(&mut noor, who))
                .collect();
            assert_eq!(lost.len(), 1);
            assert!(matches!(lost[0].how, GoneHow::Moved { lost: true, .. }));
            let seen = noor.call(ReadEntry { entry });
            assert_eq!(seen.also.len(), 1);
        }
        let mut noor = noor.restart();
        assert_eq!(told, all(&mut noor, cases, contact).join("\n"));
    }
}

#[test]
fn every_pair_of_move_withdraw_and_edit_of_an_encounter_ends_the_same_on_both_phones() {
    let begin = |phone: &mut TestPhone, case| {
        let id = phone.log(Who::Case(case), "Zus belt.");
        in_case(case, id)
    };
    check(begin, false);
    check(begin, true);
}

#[test]
fn every_pair_of_move_withdraw_and_edit_of_a_promise_ends_the_same_on_both_phones() {
    check(
        |phone, case| {
            let id = phone.call(AddCommitment {
                case,
                text: "Zus belt.".into(),
                who: String::new(),
                due: None,
                time: None,
            });
            EntryRef::Commitment { case, id }
        },
        false,
    );
}

#[test]
fn a_withdrawn_entry_that_one_brings_back_while_another_withdraws_it_again_stays_away() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let id = noor.log(Who::Case(case), "Zus belt.");
    let entry = in_case(case, id);
    withdraw(&mut noor, entry, "");
    noor.sync(&log);
    bas.sync(&log);
    noor.call(RestoreEntry { entry });
    bas.call(RestoreEntry { entry });
    withdraw(&mut bas, entry, "Toch niet.");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert!(shown(phone, case).is_empty());
        assert_eq!(gone(phone, Who::Case(case)).len(), 1);
    }
}
