//! Tags on contacts, and finding contacts by them.

use super::{TestPhone, duo};
use crate::ContactId;
use crate::api::*;
use crate::model::*;
use crate::view::*;

fn contact(phone: &mut TestPhone, name: &str, district: &str, tags: &[&str]) -> ContactId {
    let contact = phone.call(SaveContact {
        name: name.into(),
        fields: vec![(ContactField::District, district.into())],
    });
    for word in tags {
        tag(phone, contact, word, true);
    }
    contact
}

fn tag(phone: &mut TestPhone, contact: ContactId, word: &str, applies: bool) {
    let tag = word.to_owned();
    phone.call(SetContactTag {
        contact,
        tag,
        applies,
    });
}

fn network(phone: &mut TestPhone, text: &str, district: &str, tags: &[&str]) -> Network {
    phone.call(ReadNetwork {
        text: text.into(),
        district: (!district.is_empty()).then(|| district.into()),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        limit: 100,
    })
}

fn names(network: Network) -> Vec<String> {
    let contacts = network.districts.into_iter().flat_map(|d| d.contacts);
    contacts.map(|line| line.name).collect()
}

fn town() -> TestPhone {
    let mut noor = TestPhone::new();
    contact(
        &mut noor,
        "Sportschoolleraar",
        "De Akkers",
        &["jongeren", "sport"],
    );
    contact(
        &mut noor,
        "Imam",
        "De Akkers",
        &["geloof", "jongeren", "taal"],
    );
    contact(&mut noor, "Groenteman", "Markt", &[]);
    contact(&mut noor, "Taalmaatje", "Markt", &["taal"]);
    noor
}

#[test]
fn whom_to_ask_is_found_by_words_neighbourhood_and_text_together() {
    let mut noor = town();
    let mut check = |text, district, tags: &[&str], found: &[&str]| {
        assert_eq!(names(network(&mut noor, text, district, tags)), found);
    };
    check("", "", &["jongeren"], &["Imam", "Sportschoolleraar"]);
    check("", "", &["jongeren", "taal"], &["Imam"]);
    check("", "", &["taal"], &["Imam", "Taalmaatje"]);
    check("", "Markt", &["taal"], &["Taalmaatje"]);
    check("ima", "De Akkers", &["taal"], &["Imam"]);
    check("groen", "", &["taal"], &[]);
    // Tags are also found by text search.
    check("gelo", "", &[], &["Imam"]);
}

#[test]
fn the_words_in_use_are_offered_with_the_most_used_first() {
    let mut noor = town();
    let all = network(&mut noor, "", "", &[]);
    assert_eq!(all.tags, ["jongeren", "taal", "geloof", "sport"]);
    assert_eq!(all.all_districts, ["De Akkers", "Markt"]);
    // This also holds while the list is filtered.
    assert_eq!(network(&mut noor, "imam", "", &[]).tags.len(), 4);
    let found = network(&mut noor, "groente", "", &[]);
    let view = noor.call(ReadContact {
        contact: found.districts[0].contacts[0].id,
    });
    assert_eq!(view.tags, Vec::<String>::new());
    assert_eq!(view.other_tags, ["jongeren", "taal", "geloof", "sport"]);
}

#[test]
fn a_word_that_is_in_use_is_not_written_in_a_second_way() {
    let mut noor = town();
    let coach = contact(&mut noor, "Coach", "Markt", &[" Jongeren ", "GGZ"]);
    let view = noor.call(ReadContact { contact: coach });
    assert_eq!(view.tags, ["GGZ", "jongeren"]);
    tag(&mut noor, coach, "jongeren", false);
    let view = noor.call(ReadContact { contact: coach });
    assert_eq!(view.tags, ["GGZ"]);
    assert_eq!(names(network(&mut noor, "ggz", "", &[])), ["Coach"]);
}

#[test]
fn what_two_say_offline_of_one_contact_is_all_kept() {
    let (mut noor, mut bas, log) = duo();
    let imam = contact(&mut noor, "Imam", "De Akkers", &["geloof"]);
    noor.sync(&log);
    bas.sync(&log);
    tag(&mut noor, imam, "jongeren", true);
    tag(&mut bas, imam, "taal", true);
    tag(&mut bas, imam, "jongeren", true);
    tag(&mut noor, imam, "geloof", false);
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let view = phone.call(ReadContact { contact: imam });
        assert_eq!(view.tags, ["jongeren", "taal"]);
    }
}

#[test]
fn a_long_list_is_given_as_far_as_it_is_asked_for() {
    let mut noor = TestPhone::new();
    for n in 0..70 {
        contact(&mut noor, &format!("Winkelier {n:02}"), "Markt", &[]);
    }
    let all = network(&mut noor, "", "", &[]);
    assert_eq!((all.total, all.districts[0].total), (70, 70));
    assert_eq!(all.districts[0].contacts.len(), 50);
    let some = noor.call(ReadNetwork {
        text: "winkel".into(),
        district: None,
        tags: Vec::new(),
        limit: 60,
    });
    assert_eq!((some.total, some.districts[0].contacts.len()), (70, 60));
}

/// Returns the stored counts and the same counts computed afresh, both sorted.
fn counts(phone: &TestPhone) -> [Vec<(String, String, u32)>; 2] {
    let rows = |sql: &str| {
        let mut statement = phone.store.connection.prepare(sql).expect("sql");
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        rows.expect("rows").collect::<Result<_, _>>().expect("rows")
    };
    [
        rows("SELECT what, word, contacts FROM contact_counts ORDER BY what, word"),
        rows(
            "SELECT 'district' AS what, district AS word, count(*) FROM contacts GROUP BY district
             UNION ALL SELECT 'tag', tag, count(*) FROM contact_tags GROUP BY tag
             ORDER BY what, word",
        ),
    ]
}

#[test]
fn neighbourhoods_and_words_are_counted_along_with_every_change() {
    let (mut noor, mut bas, log) = duo();
    let imam = contact(&mut noor, "Imam", "De Akkers", &["geloof", "taal"]);
    contact(&mut noor, "Groenteman", "Markt", &["taal"]);
    noor.sync(&log);
    bas.sync(&log);
    bas.call(SetContactField {
        contact: imam,
        field: ContactField::District,
        value: "Markt".into(),
    });
    tag(&mut bas, imam, "geloof", false);
    tag(&mut bas, imam, "jongeren", true);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&noor, &bas] {
        let [kept, counted] = counts(phone);
        let line = |what: &str, word: &str, n| (what.to_owned(), word.to_owned(), n);
        assert_eq!(
            kept,
            [
                line("district", "Markt", 2),
                line("tag", "jongeren", 1),
                line("tag", "taal", 2)
            ]
        );
        assert_eq!(kept, counted);
    }
}

#[test]
fn a_word_that_very_many_have_gives_them_in_the_same_order() {
    let mut noor = town();
    noor.store
        .connection
        .execute_batch(
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2100)
             INSERT INTO contacts (id, name, sort_name, role, organisation, district, what_for,
               phone, email, address, note, clashes, rev)
             SELECT randomblob(16), 'Buur ' || n, printf('buur %05d', (n * 7919) % 2100), '', '',
               CASE n % 3 WHEN 0 THEN '' WHEN 1 THEN 'Veld' ELSE 'Aan de vaart' END,
               '', '', '', '', '', '[]', 0 FROM n;
             INSERT INTO contact_tags SELECT 'oog', key FROM contacts WHERE name LIKE 'Buur %';",
        )
        .expect("fills");
    let in_order: Vec<String> = {
        let mut statement = noor
            .store
            .connection
            .prepare(
                "SELECT name FROM contacts WHERE name LIKE 'Buur %'
                 ORDER BY district = '', district, sort_name",
            )
            .expect("sql");
        let names = statement.query_map([], |row| row.get(0)).expect("rows");
        names.collect::<Result<_, _>>().expect("rows")
    };
    for limit in [50, 1_900] {
        let found = noor.call(ReadNetwork {
            text: String::new(),
            district: None,
            tags: vec!["oog".into()],
            limit,
        });
        assert_eq!(found.total, 2_100);
        assert_eq!(names(found), in_order[..limit as usize]);
    }
}

#[test]
fn somebody_without_a_note_is_near_a_case_on_both_phones_and_said_twice_it_is_written_once() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    let baker = contact(&mut noor, "Bakker", "Markt", &[]);
    let near = |phone: &mut TestPhone, note: &str, linked: bool| {
        phone.call(SetCaseContact {
            case,
            contact: baker,
            note: note.into(),
            linked,
        });
    };
    let notes = |phone: &mut TestPhone| -> Vec<String> {
        let around = phone.call(ReadCase { case }).around;
        around.into_iter().map(|line| line.note).collect()
    };
    near(&mut noor, "", true);
    assert_eq!(notes(&mut noor), [""]);
    noor.sync(&log);
    bas.sync(&log);
    assert_eq!(notes(&mut bas), [""]);
    near(&mut noor, "", true);
    let again = noor.store.next_request().expect("a request");
    assert_eq!(again.pushes, []);
    near(&mut bas, "", false);
    assert_eq!(notes(&mut bas), [""; 0]);
    near(&mut bas, "", true);
    bas.sync(&log);
    noor.sync(&log);
    assert_eq!(notes(&mut noor), [""]);
}
