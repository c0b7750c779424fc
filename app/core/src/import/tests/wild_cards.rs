//! Address books as real programs write them, including broken ones.

use super::{ImportReason as Why, contacts_of, read, remarks, today};

fn names(bytes: impl AsRef<[u8]>) -> Vec<String> {
    let (rows, _) = contacts_of("boek.vcf", bytes.as_ref());
    rows.into_iter().map(|row| row.name).collect()
}

/// Returns the note of the only card in a book.
fn note(bytes: impl AsRef<[u8]>) -> String {
    let (rows, _) = contacts_of("boek.vcf", bytes.as_ref());
    assert_eq!(rows.len(), 1);
    rows[0].note.clone()
}

fn card(lines: &str) -> String {
    format!("BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n")
}

#[test]
fn cards_that_are_glued_to_each_other_are_all_read() {
    let three = ["Poort", "Plein", "Wijkagent"];
    for text in [
        "BEGIN:VCARD\r\nFN:Poort\r\nEND:VCARDBEGIN:VCARD\r\nFN:Plein\r\nEND:VCARDBEGIN:VCARD\r\nFN:Wijkagent\r\nEND:VCARD\r\n",
        "BEGIN:VCARD\nFN:Poort\nEND:VCARD BEGIN:VCARD\nFN:Plein\nEND:VCARD\u{feff}BEGIN:VCARD\nFN:Wijkagent\nEND:VCARD",
        "BEGIN:VCARD\nFN:PoortEND:VCARDBEGIN:VCARD\nFN:PleinEND:VCARD\nBEGIN:VCARD\nFN:Wijkagent\nend:vcard",
        "BEGIN:VCARD VERSION:3.0 FN:Poort END:VCARD BEGIN:VCARD VERSION:3.0 FN:Plein TEL;TYPE=CELL:06 12345678 END:VCARD\nBEGIN:VCARD\nFN:Wijkagent\nEND:VCARD",
        "BEGIN:VCARD\\nVERSION:3.0\\nFN:Poort\\nEND:VCARD\\nBEGIN:VCARD\\nFN:Plein\\nEND:VCARD\nBEGIN:VCARD\nFN:Wijkagent\nEND:VCARD",
        "BEGIN:VCARD\rFN:Poort\rEND:VCARD\rBEGIN:VCARD\rFN:Plein\rEND:VCARD\rBEGIN:VCARD\rFN:Wijkagent\rEND:VCARD",
        "  BEGIN:VCARD\n  FN:Poort\n  END:VCARD\n\tBEGIN:VCARD\n\tFN:Plein\n\tEND:VCARD\nBEGIN:VCARD\nFN:Wijkagent\nEND:VCARD",
    ] {
        assert_eq!(names(text), three, "{text}");
    }
}

#[test]
fn lines_are_put_together_as_bytes_before_letters_are_made_of_them() {
    // Folded in the middle of an ë in UTF-8.
    let mut folded = b"BEGIN:VCARD\nFN:Zo\xC3".to_vec();
    folded.extend_from_slice(b"\n \xAB\nNOTE:caf\xC3\r\n\t\xA9\nEND:VCARD\n");
    let (rows, _) = contacts_of("boek.vcf", &folded);
    assert_eq!(
        (rows[0].name.as_str(), rows[0].note.as_str()),
        ("Zoë", "café")
    );
    // A soft line break in the middle of a character, and of a pair of hexadecimal digits.
    let soft = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=\n=AB\nNOTE;ENCODING=QUOTED-PRINTABLE:eerst=0D=0Adan=\n =C3=A9\nEND:VCARD\n";
    let (rows, _) = contacts_of("boek.vcf", soft.as_bytes());
    assert_eq!(
        (rows[0].name.as_str(), rows[0].note.as_str()),
        ("Zoë", "eerst\ndan é")
    );
    assert_eq!(
        note(card(
            "FN:Imam\nNOTE;ENCODING=BASE64:SGVlZnQgZGUg\n c2xldXRlbHMu"
        )),
        "Heeft de sleutels."
    );
}

#[test]
fn each_line_has_the_encoding_that_fits_it() {
    let mixed = b"BEGIN:VCARD\nFN:Zo\xC3\xAB\nORG:Ren\xE9 \x80\nNOTE:\xC3\xA9 en \xE9\nEND:VCARD\n";
    let (rows, _) = contacts_of("boek.vcf", mixed);
    let row = &rows[0];
    assert_eq!(
        (
            row.name.as_str(),
            row.organisation.as_str(),
            row.note.as_str()
        ),
        ("Zoë", "René €", "é en é")
    );
    let named = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-2:\xA3\xF3dka\nEND:VCARD\n";
    assert_eq!(names(named), ["Łódka"]);
    let lying = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=ISO-8859-1:Zoë\nEND:VCARD\n";
    assert_eq!(names(lying), ["Zoë"]);
    for big in [false, true] {
        for mark in ["\u{feff}", ""] {
            let text = format!("{mark}{}", card("FN:Łódka"));
            let wide: Vec<u8> = text
                .encode_utf16()
                .flat_map(|unit| {
                    if big {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect();
            assert_eq!(names(&wide), ["Łódka"], "big {big}, mark {mark:?}");
        }
    }
}

#[test]
fn lines_that_were_broken_without_a_fold_are_kept() {
    let text = card(
        "FN:Gina Groen\n\nvan de markt\nNOTE:Heeft sleutels van\nportiek 12 tot 20\nlet op: hond\nTEL:0612345678\nna vijven",
    );
    let (rows, _) = contacts_of("boek.vcf", text.as_bytes());
    let row = &rows[0];
    assert_eq!(
        (row.name.as_str(), row.phone.as_str()),
        ("Gina Groen van de markt", "+31612345678")
    );
    assert_eq!(
        row.note,
        "Heeft sleutels van\nportiek 12 tot 20\nlet op: hond\nna vijven"
    );
}

#[test]
fn nicknames_labels_and_what_has_no_field_stand_in_the_note() {
    let text = card(
        "FN:Gina Groen\nNICKNAME:de Kapitein\nitem1.TEL:0612345678\nitem1.X-ABLabel:zus\nitem2.TEL:0687654321\nitem2.X-ABLabel:bewindvoerder\nTEL;TYPE=_$!<Work>!$_:035 1234567\nitem3.X-ABRELATEDNAMES:Ans\nitem3.X-ABLabel:_$!<Mother>!$_\nBDAY:1980-03-22\nGEO:52.2,5.2\nX-PHONETIC-FIRST-NAME:Zjiena\nX-SOCIALPROFILE;TYPE=twitter:https://example.org/gina\nIMPP:xmpp:gina@example.org\nX-IETS-EIGENS:wat hier staat",
    );
    for line in [
        "Bijnaam: de Kapitein",
        "zus: 0612345678",
        "bewindvoerder: 0687654321",
        "Moeder: Ans",
        "Geboren: 22-03-1980",
        "Plaats op de kaart: 52.2,5.2",
        "Uitspraak voornaam: Zjiena",
        "twitter: https://example.org/gina",
        "Chat: xmpp:gina@example.org",
        "Iets eigens: wat hier staat",
    ] {
        let note = note(&text);
        assert!(note.lines().any(|found| found == line), "{line}: {note}");
    }
    let types = "FN:Imam\nTEL;X-zus:0612345678\nTEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=7A=6F=6F=6E):0687654321\nTEL;TYPE=VOICE\\,CELL:0611112222";
    assert_eq!(note(card(types)), "zus: 0612345678\nzoon: 0687654321");
}

#[test]
fn every_phone_address_and_mail_of_a_card_is_kept() {
    let text = card(
        "FN:Imam\nTEL;VALUE=uri:tel:+31-35-1234567;ext=12\nTEL:0612345678 / 0687654321\nEMAIL:a@example.org\nEMAIL;TYPE=WORK:b@example.org\nADR:;;Dijk 1;Oosterhage;;1203 KL;Nederland\nADR;TYPE=WORK:bus 3;2e verdieping;Plein 2;Oosterhage;Utrecht;1203 KM;\nORG:Wijkteam;Noord;Balie\nORG:Moskee\nTITLE:imam\nROLE:voorganger\nN:Yildiz;Mehmet;;;",
    );
    let (rows, _) = contacts_of("boek.vcf", text.as_bytes());
    let row = &rows[0];
    assert_eq!(row.phone, "+31351234567");
    assert_eq!(
        (row.email.as_str(), row.address.as_str()),
        ("a@example.org", "Dijk 1, 1203 KL Oosterhage")
    );
    assert_eq!(
        (row.organisation.as_str(), row.role.as_str()),
        ("Wijkteam, Noord, Balie", "imam")
    );
    let expected = "Toestel: 12\nTelefoon: 0612345678 / 0687654321\nE-mail: b@example.org\nAdres: bus 3, Plein 2, 2e verdieping, 1203 KM Oosterhage, Utrecht\nOrganisatie: Moskee\nRol: voorganger\nNaam: Mehmet Yildiz";
    assert_eq!(row.note, expected);
}

#[test]
fn a_card_that_groups_others_is_left_out_with_a_remark() {
    for group in [
        "FN:Buurtteam\nX-ADDRESSBOOKSERVER-KIND:group\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1\nUID:g1",
        "FN:Buurtteam\nKIND:group\nMEMBER:urn:uuid:1\nUID:g1",
    ] {
        let (rows, reading) = contacts_of("boek.vcf", (card("FN:Imam") + &card(group)).as_bytes());
        assert_eq!(rows.len(), 1);
        assert_eq!(remarks(&reading), [(5, Why::Group { members: 1 })]);
        assert_eq!(reading.problems[0].name, "Buurtteam");
    }
}

#[test]
fn a_card_within_a_card_stands_in_its_note() {
    let agent = card(
        "FN:Imam\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:Yildiz;Ans\nTEL:0687654321\nEND:VCARD\nTEL:0612345678",
    );
    let (rows, _) = contacts_of("boek.vcf", agent.as_bytes());
    assert_eq!((rows.len(), rows[0].phone.as_str()), (1, "+31612345678"));
    assert_eq!(
        rows[0].note,
        "Contactpersoon N: Ans Yildiz\nContactpersoon TEL: 0687654321"
    );
    let inline = card("FN:Imam\nAGENT:BEGIN:VCARD\\nFN:Ans\\nTEL:0687654321\\nEND:VCARD\\n");
    assert_eq!(
        note(inline),
        "Contactpersoon: FN:Ans\nContactpersoon: TEL:0687654321"
    );
}

#[test]
fn lines_that_only_the_address_book_needs_are_told_of_once() {
    let text =
        card("FN:Imam\nREV:20160908T170847Z\nPRODID:x") + &card("FN:Kapper\nREV:1\nX-ABUID:2");
    let (_, reading) = contacts_of("boek.vcf", text.as_bytes());
    let own = Why::OwnLines {
        names: "PRODID, REV, X-ABUID".to_owned(),
    };
    assert_eq!(remarks(&reading), [(1, own)]);
}

#[test]
fn other_forms_of_cards_are_refused() {
    for text in [
        "[\"vcard\",[[\"version\",{},\"text\",\"4.0\"],[\"fn\",{},\"text\",\"Imam\"]]]",
        "<?xml version=\"1.0\"?><vcards><vcard><fn><text>Imam</text></fn></vcard></vcards>",
    ] {
        assert!(
            read("boek.vcf", text.as_bytes(), today()).is_err(),
            "{text}"
        );
    }
}
