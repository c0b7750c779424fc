//! For any bytes, reading terminates and no line is lost without a remark.

use proptest::prelude::*;

use super::{Reading, Rows, read, today};

fn lines_with_a_word(reading: &Reading) -> Vec<u32> {
    let rows: Vec<u32> = match &reading.rows {
        Rows::Cases(rows) => rows.iter().map(|row| row.line).collect(),
        Rows::Contacts(rows) => rows.iter().map(|row| row.line).collect(),
    };
    rows.into_iter()
        .chain(reading.problems.iter().map(|problem| problem.line))
        .collect()
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        let _ends = read("lijst.csv", &bytes, today());
    }

    #[test]
    fn no_table_makes_it_panic(text in "(Naam|Adres|Status|[;,\"\r\n\t| a-zé0-9-]){0,60}") {
        let _ends = read("lijst.csv", text.as_bytes(), today());
    }

    #[test]
    fn no_address_book_makes_it_panic(text in "BEGIN:VCARD\n((FN|TEL|PHOTO|N|AGENT|ENCODING=|QUOTED-PRINTABLE|BASE64|BEGIN:VCARD|END:VCARD|CHARSET=)|[:;=.,\"\r\n a-zé0-9]){0,60}") {
        let _ends = read("boek.vcf", text.as_bytes(), today());
    }

    #[test]
    fn every_line_of_a_list_is_a_row_a_remark_or_blank(
        rows in prop::collection::vec(("[a-zé ]{0,6}", "[a-z0-9é;,-]{0,8}", "[a-z0-9 -]{0,10}"), 1..20)
    ) {
        let mut text = "Naam;Telefoon;Laatste contact\n".to_owned();
        for (name, phone, date) in &rows {
            text.push_str(&format!("{name};\"{phone}\";{date}\n"));
        }
        let reading = read("lijst.csv", text.as_bytes(), today()).expect("a list");
        let told = lines_with_a_word(&reading);
        for (row, line) in rows.iter().zip(2_u32..) {
            let blank = [&row.0, &row.1, &row.2].iter().all(|cell| cell.trim().is_empty());
            prop_assert_eq!(told.contains(&line), !blank, "line {}", line);
        }
    }
}
