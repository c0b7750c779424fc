//! Choices made in an import's preview.

use super::super::{TestPhone, duo};
use super::{all_cases, keep, preview};
use crate::api::*;
use crate::model::*;
use crate::view::*;

const LIST: &str = "Dossiernr;Naam;Adres;Opmerking\n\
    2024-07;Poedel;Dijk 1;Hond bijt. Heeft een mes. Komt uit Goes.\n\
    2024-08;Kers;Plein 2;belt nooit\n";

fn keep_with(
    phone: &mut TestPhone,
    text: &str,
    joined: &[u32],
    dangers: &[(u32, u32)],
) -> ImportReport {
    let token = preview(phone, "lijst.csv", text).token;
    phone.call(ConfirmImport {
        token,
        joined: joined.to_vec(),
        dangers: dangers.to_vec(),
        ..ConfirmImport::default()
    })
}

fn named(phone: &mut TestPhone, name: &str) -> CaseView {
    let all = all_cases(phone).into_iter();
    let mut views = all.map(|case| phone.call(ReadCase { case }));
    views.find(|view| view.name == name).expect("there")
}

fn safety(phone: &mut TestPhone) -> Vec<String> {
    let facts = named(phone, "Poedel").safety.into_iter();
    let mut texts: Vec<String> = facts.map(|fact| fact.text).collect();
    texts.sort();
    texts
}

#[test]
fn danger_in_a_list_is_offered_and_never_kept_by_itself() {
    let mut noor = TestPhone::new();
    let seen = preview(&mut noor, "lijst.csv", LIST);
    assert_eq!(seen.rows[0].danger.len(), 2, "{:?}", seen.rows[0].danger);
    assert!(seen.rows[1].danger.is_empty());
    keep(&mut noor, "lijst.csv", LIST);
    assert!(safety(&mut noor).is_empty());
    assert!(named(&mut noor, "Poedel").background.contains("Hond bijt"));
}

#[test]
fn new_danger_on_somebody_known_is_offered_until_it_is_a_fact_of_theirs() {
    let later = LIST.replace("Komt uit Goes", "Bedreigt de buren");
    let (mut noor, mut bas, log) = duo();
    keep_with(&mut noor, LIST, &[], &[(0, 0)]);
    noor.sync(&log);
    bas.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let seen = preview(phone, "lijst.csv", &later);
        assert!(seen.rows[0].known);
        assert_eq!(
            seen.rows[0].danger,
            ["Heeft een mes.", "Bedreigt de buren."]
        );
        // Ticked on both phones while offline; on one with the other news of the row.
        let report = keep_with(phone, &later, &[], &[(0, 1)]);
        assert_eq!((report.added, report.known), (0, 2));
    }
    keep_with(&mut bas, &later, &[0], &[(0, 0)]);
    for _ in 0..2 {
        noor.sync(&log);
        bas.sync(&log);
    }
    let all = ["Bedreigt de buren.", "Heeft een mes.", "Hond bijt."];
    for phone in [&mut noor, &mut bas] {
        assert_eq!(safety(phone), all);
        assert!(named(phone, "Poedel").clashes.is_empty());
        assert!(named(phone, "Poedel").background.contains("Bedreigt"));
        assert!(
            preview(phone, "lijst.csv", &later).rows[0]
                .danger
                .is_empty()
        );
    }
    // A danger that somebody said is over is not new.
    let over = named(&mut noor, "Poedel");
    for fact in over.safety {
        noor.call(EndSafetyFact {
            case: over.id,
            id: fact.id,
        });
    }
    assert!(
        preview(&mut noor, "lijst.csv", &later).rows[0]
            .danger
            .is_empty()
    );
}

#[test]
fn danger_that_was_shown_and_not_chosen_is_not_offered_again() {
    let offered = |phone: &mut TestPhone, text: &str| -> Vec<String> {
        let rows = preview(phone, "lijst.csv", text).rows;
        rows.into_iter().flat_map(|row| row.danger).collect()
    };
    let mut noor = TestPhone::new();
    let token = preview(&mut noor, "lijst.csv", LIST).token;
    // Looked at, and gone away: it is offered again.
    assert_eq!(offered(&mut noor, LIST).len(), 2);
    noor.call(ConfirmImport {
        token,
        dangers: vec![(0, 1)],
        passed_over: vec![(0, 0)],
        ..ConfirmImport::default()
    });
    assert_eq!(safety(&mut noor), ["Heeft een mes."]);
    let again = LIST.replace("Hond bijt.", "HOND  bijt.");
    assert_eq!(offered(&mut noor, &again), Vec::<String>::new());
    assert!(named(&mut noor, "Poedel").background.contains("Hond bijt."));
    // What the list says anew is offered, and so is the same about somebody else.
    let more = LIST
        .replace("Komt uit Goes", "Bedreigt de buren")
        .replace("belt nooit", "Hond bijt.");
    assert_eq!(
        offered(&mut noor, &more),
        ["Bedreigt de buren.", "Hond bijt."]
    );
    // Of somebody known as well, and on this phone only.
    let token = preview(&mut noor, "lijst.csv", &more).token;
    noor.call(ConfirmImport {
        token,
        passed_over: vec![(0, 0), (1, 0)],
        ..ConfirmImport::default()
    });
    assert_eq!(offered(&mut noor, &more), Vec::<String>::new());
    let mut bas = TestPhone::new();
    keep(&mut bas, "lijst.csv", LIST);
    assert_eq!(offered(&mut bas, LIST).len(), 2);
}

#[test]
fn danger_of_somebody_who_turns_out_to_be_known_is_kept_with_them() {
    let other = "Dossiernr;Naam;Adres;Opmerking\n2024-07;Kees Poort;Weg 9;spuugt\n";
    let mut noor = TestPhone::new();
    keep(&mut noor, "lijst.csv", LIST);
    keep_with(&mut noor, other, &[0], &[(0, 0)]);
    assert_eq!(all_cases(&mut noor).len(), 2);
    assert_eq!(safety(&mut noor), ["spuugt"]);
}

#[test]
fn two_who_choose_differently_share_what_they_chose_alike() {
    let (mut noor, mut bas, log) = duo();
    keep_with(&mut noor, LIST, &[], &[(0, 0), (0, 1)]);
    keep_with(&mut bas, LIST, &[], &[(0, 1)]);
    let both = safety(&mut noor);
    assert_eq!((both.len(), safety(&mut bas).len()), (2, 1));
    for _ in 0..2 {
        noor.sync(&log);
        bas.sync(&log);
    }
    for phone in [&mut noor, &mut bas] {
        assert_eq!(safety(phone), both);
        let poedel = named(phone, "Poedel");
        assert!(poedel.clashes.is_empty());
        assert!(poedel.safety.iter().all(SafetyFact::from_list));
        assert!(phone.call(ReadTeam).sync.partners[0].equal);
    }
    // Both phones hold the same fact, so ending it on one ends it on both.
    let fact = named(&mut noor, "Poedel").safety[0].clone();
    let case = named(&mut noor, "Poedel").id;
    noor.call(EndSafetyFact { case, id: fact.id });
    for _ in 0..2 {
        noor.sync(&log);
        bas.sync(&log);
    }
    assert_eq!(safety(&mut bas).len(), 1);
}

#[test]
fn who_looks_like_somebody_is_kept_beside_them_unless_somebody_says_that_they_are_one() {
    let other = "Dossiernr;Naam;Adres;Opmerking\n2024-07;Kees Poort;Weg 9;slaapt in de auto\n";
    let mut noor = TestPhone::new();
    keep(&mut noor, "lijst.csv", LIST);
    let seen = preview(&mut noor, "lijst.csv", other);
    let like = seen.rows[0].like.clone().expect("looks like somebody");
    assert_eq!((like.name.as_str(), like.why), ("Poedel", Likeness::Number));
    assert_eq!(seen.fresh, 1);

    let mut bas = TestPhone::new();
    keep(&mut bas, "lijst.csv", LIST);
    assert_eq!(keep(&mut noor, "lijst.csv", other).added, 1);
    assert_eq!(all_cases(&mut noor).len(), 3);

    let report = keep_with(&mut bas, other, &[0], &[]);
    assert_eq!((report.added, report.known), (0, 1));
    let poedel = named(&mut bas, "Poedel");
    assert_eq!(all_cases(&mut bas).len(), 2);
    for text in ["Hond bijt", "Kees Poort", "Weg 9", "slaapt in de auto"] {
        assert!(poedel.background.contains(text), "{}", poedel.background);
    }
    assert_eq!(poedel.address, "Dijk 1", "nothing is replaced");
}

#[test]
fn what_a_list_says_more_of_somebody_is_shown_and_added_when_it_is_asked_for() {
    let later =
        "Dossiernr;Naam;Adres;Telefoon;Opmerking\n2024-08;Kers;Plein 2;0612345678;belt nu wel\n";
    let mut noor = TestPhone::new();
    keep(&mut noor, "lijst.csv", LIST);
    let seen = preview(&mut noor, "lijst.csv", later);
    assert!(seen.rows[0].known);
    assert!(
        seen.rows[0].unseen.contains("belt nu wel"),
        "{:?}",
        seen.rows[0]
    );
    assert_eq!(keep(&mut noor, "lijst.csv", later).known, 1);
    assert_eq!(named(&mut noor, "Kers").background, "belt nooit");
    for _ in 0..2 {
        keep_with(&mut noor, later, &[0], &[]);
        let kers = named(&mut noor, "Kers");
        assert_eq!(kers.background, "belt nooit\nbelt nu wel");
        assert_eq!(kers.phone, "+31612345678");
    }
    assert_eq!(preview(&mut noor, "lijst.csv", later).rows[0].unseen, "");
}

#[test]
fn what_a_column_is_said_to_hold_is_remembered_for_the_next_list_of_that_shape() {
    let list = |name: &str| format!("Naam;Adres zwerfplek;Status\n{name};Dijk 1;open\n");
    let mut noor = TestPhone::new();
    let seen = preview(&mut noor, "lijst.csv", &list("Poedel"));
    let [column] = &seen.unsure[..] else {
        panic!("{:?}", seen.unsure);
    };
    assert_eq!(column.sample, "Dijk 1");
    assert_eq!(
        (column.taken_as, column.maybe),
        (Holds::Address, Holds::Else)
    );
    let again = noor.call(ChooseColumn {
        token: seen.token,
        choice: ColumnChoice {
            title: column.title.clone(),
            holds: Holds::Else,
        },
    });
    assert_eq!(seen.rows[0].about, "Dijk 1");
    assert_eq!(again.rows[0].about, "");
    let mut noor = noor.restart();
    let next = preview(&mut noor, "volgende.csv", &list("Kers"));
    assert_eq!(next.rows[0].about, "");
    keep(&mut noor, "volgende.csv", &list("Kers"));
    let kers = named(&mut noor, "Kers");
    assert_eq!(kers.address, "");
    assert!(kers.background.contains("Dijk 1"), "{}", kers.background);
    let gone = noor.try_call(ChooseColumn {
        token: seen.token,
        choice: ColumnChoice {
            title: "x".into(),
            holds: Holds::Name,
        },
    });
    assert!(gone.is_err());
}
