//! Characters, lines and words of files that once went wrong.

use super::{ImportReason as Why, cases_of, remarks};

#[test]
fn line_breaks_of_other_programs_are_line_breaks() {
    for mark in ["\u{b}", "\u{2028}", "_x000D_", "_x000D_\n", "\r\n"] {
        let text =
            format!("Dossiernummer;Naam;Opmerking\nV-1;Poedel;\"hond bijt{mark}bel eerst\"\n");
        assert_eq!(
            cases_of(text.as_bytes()).0[0].background,
            "hond bijt\nbel eerst",
            "{mark:?}"
        );
    }
}

#[test]
fn two_files_behind_each_other_are_both_read() {
    let (rows, _) = cases_of(
        "\u{feff}Dossiernummer;Naam\nX-1;Poedel\n\u{feff}Dossiernummer;Naam\nX-2;Kers\n".as_bytes(),
    );
    assert_eq!(
        rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["Poedel", "Kers"]
    );
    // Also without a line break in between, and with other columns.
    let (rows, _) = cases_of("\u{feff}Dossiernummer;Naam\nX-1;Poedel\u{feff}Dossiernummer;Naam\nX-2;Kers\nAdres;Naam;Dossiernummer\nDijk 1;Neon;X-3\n".as_bytes());
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row.name.as_str(), row.address.as_str(), row.number.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("Poedel", "", "X-1"),
            ("Kers", "", "X-2"),
            ("Neon", "Dijk 1", "X-3")
        ]
    );
}

#[test]
fn totals_and_sources_are_no_people() {
    let (rows, reading) = cases_of(b"Dossiernr;Naam;Adres\nA-1;Poedel;Dijk 1\nA-2;Totaal;Dijk 2\nA-3;Bron;\nTotaal;3;\nAantal: 3;;\nBron: gemeente Oosterhage;;\nBijgewerkt op 3-4-2026;;\n");
    assert_eq!(
        rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["Poedel", "Totaal", "Bron"]
    );
    assert!(
        reading
            .problems
            .iter()
            .all(|problem| matches!(problem.reason, Why::NoRow { .. }))
    );
    assert_eq!(reading.problems.len(), 4);
}

#[test]
fn letters_of_two_encodings_are_read_line_by_line() {
    let mut bytes = "Dossiernummer;Naam\nM-1;Zoë\nM-2;Łódka\n"
        .as_bytes()
        .to_vec();
    bytes.extend(b"M-3;Ren\xe9\n");
    bytes.extend("M-4;Jürgen\n".as_bytes());
    let (rows, reading) = cases_of(&bytes);
    assert_eq!(
        rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["Zoë", "Łódka", "René", "Jürgen"]
    );
    assert_eq!(remarks(&reading), [(4, Why::OtherEncoding)]);
    // Encoded twice: repaired only if all its characters fit.
    let (rows, _) = cases_of("Naam\nZoÃ«\nRenÃ©\n".as_bytes());
    assert_eq!(rows[0].name, "Zoë");
    let (rows, _) = cases_of("Naam\nÃ©n van ons\nZoë\n".as_bytes());
    assert_eq!(rows[1].name, "Zoë");
    // UTF-16 without a byte order mark.
    let wide: Vec<u8> = "Naam;Adres\nZoë;Dijk 1\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(cases_of(&wide).0[0].name, "Zoë");
    let wide: Vec<u8> = "Naam;Adres\nZoë;Dijk 1\n"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(cases_of(&wide).0[0].name, "Zoë");
}

#[test]
fn the_guards_of_spreadsheets_are_seen_through() {
    let (rows, _) = cases_of(b"Naam;Telefoon;Opmerking\nPoedel;\"=\"\"0612345678\"\"\";'=boos\n't Hoentje;'0612345678;'- streepje\n");
    assert_eq!(rows[0].phones, ["+31612345678"]);
    assert_eq!(
        (rows[0].background.as_str(), rows[1].background.as_str()),
        ("=boos", "- streepje")
    );
    assert_eq!(rows[1].name, "'t Hoentje");
}

/// Returns the encoding that was guessed, and the names.
fn guessed(list: &[u8]) -> (Option<String>, Vec<String>) {
    let (rows, reading) = cases_of(list);
    let encodings = remarks(&reading)
        .into_iter()
        .filter_map(|(_, why)| match why {
            Why::GuessedEncoding { encoding, .. } => Some(encoding),
            _ => None,
        });
    let names = rows.into_iter().map(|row| row.name).collect();
    (encodings.collect::<Vec<_>>().first().cloned(), names)
}

#[test]
fn letters_of_older_encodings_are_read_where_they_tell_which() {
    for (encoding, list, names) in [
        ("DOS (850)", &b"Naam;Adres\nRen\x82;Dijk 1\nKers;Dijk 2\nZo\x89;Dijk 3\nFran\x87ois;\nN\xa3\xa4ez;\n"[..], &["René", "Kers", "Zoë", "François", "Núñez"][..]),
        ("DOS (850)", b"Naam;Adres\nJ\x94rg M\x81ller;\nBJ\x99RN;\n", &["Jörg Müller", "BJÖRN"]),
        ("Mac Roman", b"Naam;Adres\nJ\x9frgen;Dijk 1\nKers;\nChlo\x8e;Dijk 2\nMu\x96oz;\n", &["Jürgen", "Kers", "Chloé", "Muñoz"]),
        ("Windows-1250", b"Naam;Adres\nMa\xb3gorzata;\n\xa3ukasz D\xeabski;\nRen\xe9e;\nAna\xefs;\n", &["Małgorzata", "Łukasz Dębski", "Renée", "Anaïs"]),
        ("Windows-1250", b"Naam;Adres\nPetrovi\xe6;\nKova\xe8;\n", &["Petrović", "Kovač"]),
        ("Windows-1254", b"Naam;Adres\n\xdeahin;\nO\xf0uz Y\xfdld\xfdz;\n\xc7elik;\nZo\xeb;\n", &["Şahin", "Oğuz Yıldız", "Çelik", "Zoë"]),
    ] {
        let (found, read) = guessed(list);
        assert_eq!(read, names, "{encoding}");
        assert_eq!(found.as_deref(), Some(encoding), "{names:?}");
    }
    // One remark for all lines of an encoding, on the first.
    let (_, reading) = cases_of(b"Naam\nKers\nRen\x82\nZo\x89\n");
    let encoding = "DOS (850)".to_owned();
    assert_eq!(
        remarks(&reading),
        [(3, Why::GuessedEncoding { encoding, lines: 2 })]
    );
}

#[test]
fn letters_that_do_not_tell_their_encoding_are_told_line_by_line() {
    // ç in code page 850, and á in Mac Roman.
    let (_, reading) = cases_of(b"Naam;Adres\nKers;\nFran\x87ois;Dijk 1\n");
    assert_eq!(remarks(&reading), [(3, Why::OtherEncoding)]);
    // ğ in Windows-1254, and an Icelandic name in Windows-1252.
    let (rows, reading) = cases_of(b"Naam;Adres\nGu\xf0r\xfan J\xf3nsd\xf3ttir;Dijk 1\n");
    assert_eq!(rows[0].name, "Guðrún Jónsdóttir");
    assert_eq!(remarks(&reading), [(2, Why::OtherEncoding)]);
    // Windows-1252 with its quotes, dashes and letters.
    let (rows, reading) =
        cases_of(b"Naam;Opmerking\nRen\xe9;foto\x92s \x93snel\x94 5\x80\x85 3 \xe0 4 m\xb2 Jan\x86 1\xbdjaar d\xb4r foto\x91s Bas\xb9\nMi\x9aa;ja\x96nee\n");
    assert_eq!(rows[1].name, "Mi\u{161}a");
    assert_eq!(remarks(&reading), []);
}

#[test]
fn lines_of_dos_and_of_windows_in_one_file_are_each_read() {
    let (encoding, names) =
        guessed(b"Naam;Opmerking\nRen\x82;\nRen\xe9;foto\x92s\nZo\x89;a\nZo\xeb;b\n");
    assert_eq!(names, ["René", "René", "Zoë", "Zoë"].map(str::to_owned));
    assert_eq!(encoding.as_deref(), Some("DOS (850)"));
}
