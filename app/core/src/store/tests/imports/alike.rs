//! Two phones that import the same file.

use super::super::{TestPhone, duo};
use super::{all_cases, contacts, keep};
use crate::api::*;
use crate::document::Kind;
use crate::model::*;

const LIST: &str = "Nr;Naam;Adres;Opmerking\nA-1;Poedel;Dijk 1;hond bijt, bel eerst\n";
const BOOK: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Gina Groen\nTEL:0612345678\n\
                    NOTE:weet alles van de flat\nEND:VCARD\n";

fn equal(noor: &mut TestPhone, bas: &mut TestPhone) {
    let digest = |phone: &TestPhone| phone.store.digest().expect("reads");
    assert_eq!(digest(noor), digest(bas));
    for phone in [noor, bas] {
        let sync = phone.call(ReadTeam).sync;
        assert_eq!(sync.only_here, 0);
        assert!(sync.partners[0].equal);
    }
}

#[test]
fn the_same_row_on_two_phones_is_one_change() {
    let (mut noor, mut bas, log) = duo();
    bas.clock.pass(chrono::Duration::minutes(7));
    for phone in [&mut noor, &mut bas] {
        assert_eq!(keep(phone, "lijst.csv", LIST).added, 1);
        assert_eq!(keep(phone, "boek.vcf", BOOK).added, 1);
    }
    for kind in [Kind::Case, Kind::Contact] {
        let file = |phone: &mut TestPhone| {
            let sql = "SELECT id FROM documents WHERE kind = ?1";
            let id = phone
                .store
                .connection
                .query_row(sql, [kind as u8], |row| row.get::<_, [u8; 16]>(0))
                .expect("one");
            let document = phone.store.open_document(uuid::Uuid::from_bytes(id));
            document.expect("opens").save()
        };
        assert_eq!(file(&mut noor), file(&mut bas), "before anybody synced");
    }
    for _ in 0..2 {
        noor.sync(&log);
        bas.sync(&log);
    }
    equal(&mut noor, &mut bas);
    for phone in [&mut noor, &mut bas] {
        let cases = all_cases(phone);
        assert_eq!(cases.len(), 1);
        let view = phone.call(ReadCase { case: cases[0] });
        assert_eq!(view.background, "hond bijt, bel eerst");
        assert!(view.clashes.is_empty(), "{:?}", view.clashes);
        assert_eq!(view.mark, SyncMark::WithTeam);
        let contacts = contacts(phone);
        assert_eq!(contacts.len(), 1);
        assert_eq!(
            contacts[0].texts[ContactField::Note],
            "weet alles van de flat"
        );
    }
}

#[test]
fn an_import_is_only_here_until_the_team_has_it() {
    let (mut noor, mut bas, log) = duo();
    keep(&mut noor, "lijst.csv", LIST);
    let case = all_cases(&mut noor)[0];
    assert_eq!(noor.call(ReadCase { case }).mark, SyncMark::OnlyHere);
    assert_eq!(noor.call(ReadTeam).sync.only_here, 1);
    noor.sync(&log);
    assert_eq!(noor.call(ReadCase { case }).mark, SyncMark::WithTeam);
    bas.sync(&log);
    assert_eq!(bas.call(ReadCase { case }).name, "Poedel");
}

#[test]
fn what_each_writes_on_top_of_the_same_import_comes_to_both() {
    let (mut noor, mut bas, log) = duo();
    for (phone, text) in [
        (&mut noor, "hond bijt, bel eerst. Heet Max"),
        (&mut bas, "Let op: hond bijt, bel eerst"),
    ] {
        keep(phone, "lijst.csv", LIST);
        let case = all_cases(phone)[0];
        phone.call(SetCaseField {
            case,
            field: CaseField::Background,
            value: text.into(),
        });
    }
    for _ in 0..2 {
        noor.sync(&log);
        bas.sync(&log);
    }
    equal(&mut noor, &mut bas);
    let case = all_cases(&mut bas)[0];
    let view = bas.call(ReadCase { case });
    assert_eq!(
        view.background, "Let op: hond bijt, bel eerst. Heet Max",
        "they know the same beginning, so it is one text"
    );
}

#[test]
fn a_row_that_differs_on_the_two_phones_holds_both_as_a_clash() {
    let (mut noor, mut bas, log) = duo();
    keep(&mut noor, "lijst.csv", LIST);
    keep(
        &mut bas,
        "lijst.csv",
        "Nr;Naam;Adres;Opmerking\nA-1;Poedel;Dijk 1;hond is weg\n",
    );
    for _ in 0..2 {
        noor.sync(&log);
        bas.sync(&log);
    }
    equal(&mut noor, &mut bas);
    let case = all_cases(&mut noor)[0];
    let [noors, bass] = [&mut noor, &mut bas].map(|phone| phone.call(ReadCase { case }));
    assert_eq!(noors.clashes, bass.clashes);
    let [clash] = &noors.clashes[..] else {
        panic!("{:?}", noors.clashes);
    };
    assert_eq!(clash.field, CaseField::Background);
    let mut values: Vec<&str> = clash.values.iter().map(|v| v.value.as_str()).collect();
    assert_eq!(noors.background, values[0]);
    values.sort_unstable();
    assert_eq!(values, ["hond bijt, bel eerst", "hond is weg"]);
}
