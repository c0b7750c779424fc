//! People are found regardless of spelling variants.

mod cut;

use rusqlite::Connection;
use uuid::Uuid;

use super::TestPhone;
use crate::api::*;
use crate::model::*;
use crate::view::*;
use crate::{CaseId, ContactId, ExpenseId};

fn search(phone: &mut TestPhone, text: &str) -> SearchResult {
    phone.call(Search {
        text: text.into(),
        filter: CaseFilter::default(),
        shown: Shown::default(),
    })
}

/// Returns the names of the cases found.
fn cases(phone: &mut TestPhone, text: &str) -> Vec<String> {
    let found = search(phone, text).cases.into_iter();
    found.map(|hit| hit.case.name).collect()
}

#[track_caller]
fn finds(phone: &mut TestPhone, name: &str, typed: &[&str]) {
    for text in typed {
        assert_eq!(cases(phone, text), [name], "{text}");
    }
}

fn set(phone: &mut TestPhone, case: CaseId, field: CaseField, value: &str) {
    phone.call(SetCaseField {
        case,
        field,
        value: value.into(),
    });
}

fn contact(phone: &mut TestPhone, name: &str) -> ContactId {
    phone.call(SaveContact {
        name: name.into(),
        fields: Vec::new(),
    })
}

fn log(phone: &mut TestPhone, case: CaseId, text: &str) {
    phone.log(Who::Case(case), text);
}

#[test]
fn a_name_is_found_without_the_keys_for_it() {
    let mut noor = TestPhone::new();
    for (name, typed) in [
        ("Łukasz", &["Lukasz", "LUKASZ", "łuk", "luk"][..]),
        ("Yıldız", &["Yildiz", "YILDIZ", "YILDİZ", "yıldız", "yil"]),
        ("Søren", &["Soren", "SØREN", "Soeren"]),
        ("Đorđe", &["Dorde", "djordje", "đor"]),
        ("Großman", &["Grossman", "GROSSMAN", "großm", "gros"]),
        ("Müller", &["muller", "Mueller", "MÜL"]),
        (
            "O’Brien",
            &["obrien", "O'Brien", "o brien", "brien", "O`Bri"],
        ),
        ("Van Dĳk", &["van dijk", "dyk", "Dijk", "di", "DIJ"]),
        ("Jan\u{2011}Willem", &["jan-willem", "janwillem", "willem"]),
        ("Drempelzitter", &["drempelz", "drem\u{ad}pel"]),
        ("Юлия", &["юлия", "ЮЛ"]),
        ("Ελένη", &["ελενη", "ΕΛΕ"]),
        ("أحمد", &["احمد", "أح"]),
    ] {
        if name == "Jan\u{2011}Willem" {
            noor.case(name);
            finds(&mut noor, name, &["jan-willem", "jan\u{2011}w", "willem"]);
            continue;
        }
        noor.case(name);
        finds(&mut noor, name, typed);
    }
}

#[test]
fn a_postcode_is_found_with_a_space_and_without() {
    let mut noor = TestPhone::new();
    let case = noor.case("Poedel");
    for written in ["1203 KL", "1203KL", "1203\u{a0}kl"] {
        set(&mut noor, case, CaseField::Postcode, written);
        finds(
            &mut noor,
            "Poedel",
            &["1203KL", "1203 kl", "1203", "1203k", "1203 KL poe"],
        );
        assert!(cases(&mut noor, "1203 XY").is_empty());
    }
}

#[test]
fn any_three_digits_of_a_phone_number_find_it_however_it_is_written() {
    let mut noor = TestPhone::new();
    let case = noor.case("Neon");
    for written in [
        "06-12345679",
        "0612345679",
        "06 1234 5679",
        "+31 6 1234 5679",
        "+31 (0)6-12345679",
        "0031612345679",
        "\u{202a}+31 6 12345679\u{202c}",
    ] {
        set(&mut noor, case, CaseField::Phone, written);
        let typed = [
            "0612",
            "06 12",
            "1234 56",
            "345",
            "5679",
            "06-12345679",
            "+31612345679",
            "+31 (0)6 12",
        ];
        finds(&mut noor, "Neon", &typed);
        assert!(cases(&mut noor, "999").is_empty());
        assert!(cases(&mut noor, "0687654321").is_empty());
    }
    let kapper = contact(&mut noor, "Kapper");
    noor.call(SetContactField {
        contact: kapper,
        field: ContactField::Phone,
        value: "035-6012345".into(),
    });
    let found = search(&mut noor, "0356012345").contacts;
    assert_eq!(found.len(), 1);
    let marked: Vec<&Span> = found[0].text.iter().filter(|span| span.matched).collect();
    assert_eq!(marked[0].text, "035-6012345");
}

#[test]
fn a_number_in_a_text_is_found_in_parts_too() {
    let mut noor = TestPhone::new();
    let case = noor.case("Neon");
    log(
        &mut noor,
        case,
        "Haar zus is er altijd: 06 1234 5679, na vijven",
    );
    for typed in ["0612345679", "06-1234", "1234 56", "567", "+31612345679"] {
        let found = search(&mut noor, typed).encounters;
        assert_eq!(found.len(), 1, "{typed}");
        assert!(found[0].text.iter().any(|span| span.matched), "{typed}");
    }
}

#[test]
fn an_amount_is_found_as_it_is_said() {
    let mut noor = TestPhone::new();
    let case = noor.case("Kers");
    noor.call(SaveExpense {
        case,
        id: ExpenseId(Uuid::from_u128(1)),
        amount: "23,50".into(),
        purpose: "taxi".into(),
        note: String::new(),
        day: None,
        photo: false,
    });
    finds(
        &mut noor,
        "Kers",
        &["23,50", "23.50", "€ 23,50", "€23,50", "23,5", "€ 23"],
    );
    for other in ["23,51", "123,50", "3,50"] {
        assert!(cases(&mut noor, other).is_empty(), "{other}");
    }
    log(&mut noor, case, "Leende 1.250 euro van zijn broer");
    assert_eq!(search(&mut noor, "1250,00").encounters.len(), 1);
    assert_eq!(search(&mut noor, "€ 1250").encounters.len(), 1);
}

#[test]
fn the_number_of_a_case_is_found_with_other_zeros_and_signs() {
    let mut noor = TestPhone::new();
    for (number, typed) in [
        ("000123", &["123", "000123", "0123"][..]),
        ("4567", &["004567", "4567"]),
        (
            "OH-2024-0891",
            &[
                "OH20240891",
                "oh-2024-0891",
                "2024 0891",
                "0891",
                "20240891",
            ],
        ),
        ("ZK55512", &["zk 55512", "ZK-55512", "55512"]),
    ] {
        let list = format!("Dossiernummer;Naam\n{number};Poedel {number}\n");
        let preview = noor.call(PreviewImport {
            name: "lijst.csv".into(),
            bytes: list.into_bytes(),
        });
        noor.call(ConfirmImport {
            token: preview.token,
            ..ConfirmImport::default()
        });
        let found = search(&mut noor, typed[0]).cases;
        let name = format!("Poedel {number}");
        assert!(found.iter().any(|hit| hit.case.name == name), "{number}");
        let case = found[0].case.id;
        set(&mut noor, case, CaseField::Name, "Poedel");
        finds(&mut noor, "Poedel", typed);
        noor = TestPhone::new();
    }
}

#[test]
fn words_that_lie_apart_in_a_case_find_it() {
    let mut noor = TestPhone::new();
    let case = noor.case("Opa Duif");
    noor.case("Opa Kraai");
    log(&mut noor, case, "Stond op de drempel");
    log(&mut noor, case, "Vroeg naar een fiets");
    let imam = contact(&mut noor, "Yıldız");
    noor.call(SetCaseContact {
        case,
        contact: imam,
        note: "leest brieven voor".into(),
        linked: true,
    });
    let signal = noor.log(Who::Unknown, "Buren horen muziek");
    noor.call(LinkSignal {
        signal: crate::SignalId(signal.0),
        case,
    });
    let typed = [
        "opa drempel",
        "drempel opa",
        "drempel fiets",
        "fie dre op",
        "opa yildiz",
        "yildiz drempel",
        "brieven opa",
        "muziek duif",
    ];
    finds(&mut noor, "Opa Duif", &typed);
    let hit = search(&mut noor, "opa drempel").cases.hits.remove(0);
    let text: String = hit.text.iter().map(|span| span.text.as_str()).collect();
    assert_eq!(text, "Stond op de drempel");
    assert!(cases(&mut noor, "opa kerk").is_empty());
    // This also holds after a nearby contact is renamed, and after a restart.
    noor.call(SetContactField {
        contact: imam,
        field: ContactField::Name,
        value: "Demir".into(),
    });
    let mut noor = noor.restart();
    finds(&mut noor, "Opa Duif", &["opa demir", "drempel fiets"]);
}

#[test]
fn words_of_a_text_that_changed_are_not_found_together_any_more() {
    let mut noor = TestPhone::new();
    let case = noor.case("Opa");
    let said = noor.log(Who::Case(case), "Stond op de drempel");
    finds(&mut noor, "Opa", &["opa drempel"]);
    noor.call(EditEncounter {
        who: Who::Case(case),
        id: said,
        text: "Stond op de stoep".into(),
        at: None,
        channel: None,
    });
    finds(&mut noor, "Opa", &["opa stoep"]);
    let found = search(&mut noor, "opa drempel");
    assert!(found.cases.is_empty());
    assert_eq!(found.cases.total.number, 0);
}

#[test]
fn a_contact_is_found_by_words_of_what_was_said_with_it() {
    let mut noor = TestPhone::new();
    let kapper = contact(&mut noor, "Kapper");
    noor.log(Who::Contact(kapper), "Weet van de schulden");
    assert_eq!(search(&mut noor, "kapper schulden").contacts.len(), 1);
    assert_eq!(search(&mut noor, "kapper honden").contacts.len(), 0);
}

#[test]
fn thirty_of_one_name_are_twelve_of_thirty_and_then_all() {
    let mut noor = TestPhone::new();
    for number in 0..30 {
        noor.case(&format!("Jan {number}"));
        contact(&mut noor, &format!("Jan van {number}"));
    }
    let found = search(&mut noor, "jan");
    for (hits, total, cut) in [
        (found.cases.len(), found.cases.total, found.cases.is_cut()),
        (
            found.contacts.len(),
            found.contacts.total,
            found.contacts.is_cut(),
        ),
    ] {
        assert_eq!(
            (hits, total.number, total.or_more, cut),
            (12, 30, false, true)
        );
    }
    let first = found.cases.hits;
    let all = noor.call(Search {
        text: "jan".into(),
        filter: CaseFilter::default(),
        shown: Shown {
            cases: 112,
            ..Shown::default()
        },
    });
    assert_eq!(all.cases.len(), 30);
    assert!(!all.cases.is_cut());
    // The order does not change.
    assert_eq!(all.cases.hits[..12], first);
    let who = noor.call(FindWho::new("jan"));
    assert_eq!((who.len(), who.total.number), (12, 60));
    let who = noor.call(FindWho {
        among: Among::Contacts,
        ..FindWho::new("jan")
    });
    assert_eq!((who.len(), who.total.number), (12, 30));
    assert!(
        who.iter()
            .all(|option| matches!(option.who, Who::Contact(_)))
    );
}

#[test]
fn more_than_a_thousand_are_not_counted_to_the_end() {
    let mut noor = TestPhone::new();
    let case = noor.case("Opa");
    noor.log(Who::Case(case), "Thee");
    search(&mut noor, "thee");
    let add = "CREATE TEMP TABLE n AS
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
          SELECT i FROM n;
        INSERT INTO encounters (id, document, kind, at, channel, by, text, rev)
          SELECT randomblob(16), document, kind, at, channel, by, text, rev FROM encounters, n;
        INSERT INTO search_encounters (rowid, text) SELECT i + 1, 'thee' FROM n;";
    noor.store
        .connection
        .execute_batch(add)
        .expect("adds words");
    let total = search(&mut noor, "thee").encounters.total;
    assert_eq!((total.number, total.or_more), (1000, true));
}

#[test]
fn a_beginning_of_few_words_and_one_of_very_many_find_the_same_way() {
    let mut noor = TestPhone::new();
    let case = noor.case("Opa");
    let name = |n: u32| format!("moe{}", n.to_string().replace('0', "a"));
    for n in 0..120 {
        noor.log(Who::Case(case), &name(n));
    }
    // All 120 words begin like this, more than a query lists; 21 begin like that, which are listed.
    assert_eq!(search(&mut noor, "moe").encounters.total.number, 120);
    let listed = (0..120).filter(|n| n.to_string().starts_with('7')).count();
    let found = search(&mut noor, "moe7").encounters.total.number;
    assert_eq!(found as usize, listed);
    assert_eq!(search(&mut noor, "moex").encounters.total.number, 0);
}

#[test]
fn whatever_is_typed_search_answers() {
    let mut noor = TestPhone::new();
    noor.case("Opa \"Duif\" (06) NEAR *");
    for text in [
        "\"",
        "*",
        "NEAR(a b)",
        "a AND",
        "OR",
        "-",
        "name:",
        "{}",
        "^a",
        "#",
        "#123",
        "€",
        "€€ 1",
        "'",
        "\0",
        "a\0b",
        "1,",
        ",1",
        "()",
        "(0)",
        "+",
        "+31",
        "0",
        "00",
        "\u{ad}",
        "½",
        "ﷺ",
        "ij",
        "i",
        "y",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "€·",
        "a'b'c",
        "12.34.56.78,90",
    ] {
        search(&mut noor, text);
        noor.call(FindWho::new(text));
        noor.call(ReadNetwork {
            text: text.into(),
            district: None,
            tags: Vec::new(),
            limit: 10,
        });
    }
    let long = "opa ".repeat(5_000);
    assert_eq!(cases(&mut noor, &long).len(), 1);
}

/// Reverts a store to the state that the previous version left.
fn as_it_was(connection: &Connection) {
    connection
        .execute_batch(
            "DELETE FROM search_cases; DELETE FROM search_contacts; DELETE FROM search_encounters;
             DROP TABLE search_whole;
             CREATE VIRTUAL TABLE search_whole USING fts5 (
                 text, content = '', tokenize = \"ascii tokenchars '#'\", prefix = '1 2',
                 detail = none, columnsize = 0);
             DELETE FROM name_words;
             INSERT INTO search_behind VALUES ('names', 0);
             INSERT INTO search_behind SELECT 'cases', max(key) + 1 FROM cases;
             INSERT INTO search_behind SELECT 'contacts', max(key) + 1 FROM contacts;
             INSERT INTO search_behind SELECT 'encounters', max(key) + 1 FROM encounters;",
        )
        .expect("sql");
}

#[test]
fn an_older_store_is_read_in_piece_by_piece_and_says_so() {
    let mut noor = TestPhone::new();
    let kapper = contact(&mut noor, "Kapper Müller");
    let signal = noor.log(Who::Unknown, "Buren horen muziek");
    let mut last = None;
    for number in 0..130 {
        let case = noor.case(&format!("Dijk {number}"));
        log(&mut noor, case, &format!("drempel {number}"));
        log(&mut noor, case, "thee");
        last = Some(case);
    }
    let last = last.expect("cases");
    noor.call(LinkSignal {
        signal: crate::SignalId(signal.0),
        case: last,
    });
    noor.call(SetCaseContact {
        case: last,
        contact: kapper,
        note: "knipt hem".into(),
        linked: true,
    });
    search(&mut noor, "x");
    as_it_was(&noor.store.connection);
    let mut noor = noor.restart();
    let before = search(&mut noor, "drempel");
    assert!(before.behind && before.encounters.is_empty());
    // Entries logged meanwhile are found.
    log(&mut noor, last, "stoep");
    assert_eq!(search(&mut noor, "stoep").encounters.len(), 1);
    let mut pieces = 0;
    while noor.store.when_idle() {
        pieces += 1;
        search(&mut noor, "dyk 1");
    }
    assert!((4..20).contains(&pieces), "{pieces}");
    let after = search(&mut noor, "drempel");
    assert!(!after.behind);
    assert_eq!(after.encounters.total.number, 130);
    finds(
        &mut noor,
        "Dijk 129",
        &["dyk 129 thee", "muziek thee dijk", "mueller dijk"],
    );
    assert_eq!(search(&mut noor, "muziek").encounters.len(), 1);
    assert_eq!(search(&mut noor, "muller").contacts.len(), 1);
}
