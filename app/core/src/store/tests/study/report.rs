//! What a report contains, and what it must not.

use super::{interview, quote, read, shared, study, theme};
use crate::api::*;
use crate::model::*;
use crate::store::tests::TestPhone;
use crate::view::*;

#[test]
fn the_report_is_written_together() {
    let (mut noor, mut bas, log, of, _) = shared();
    let write = |phone: &mut TestPhone, value: &str| {
        phone.call(SetStudyField {
            study: of,
            field: StudyField::Report,
            value: value.into(),
        });
    };
    write(&mut noor, "Wat we hoorden.");
    noor.sync(&log);
    bas.sync(&log);
    write(&mut noor, "Wat we hoorden. Advies: een bank op het plein.");
    write(&mut bas, "In het kort. Wat we hoorden.");
    noor.sync(&log);
    bas.sync(&log);
    noor.sync(&log);
    for phone in [&mut noor, &mut bas] {
        let text = phone.call(ReadStudyReport { study: of }).text;
        assert_eq!(
            text,
            "In het kort. Wat we hoorden. Advies: een bank op het plein."
        );
    }
}

#[test]
fn a_report_counts_by_who_told_and_names_nobody_who_did() {
    let mut phone = TestPhone::new();
    let of = study(&mut phone, "De Akkers");
    theme(&mut phone, of, "Winkels", true);
    theme(&mut phone, of, "Armoede", true);
    let baker = phone.call(SaveContact {
        name: "Bakker Snoek".into(),
        fields: Vec::new(),
    });
    let told = interview(&mut phone, of, "De straat loopt leeg.", &["Winkels"]);
    interview(&mut phone, of, "Alles is duur.", &["Winkels", "Armoede"]);
    phone.call(SetInterviewRole {
        study: of,
        interview: told,
        role: InterviewRole::Entrepreneur,
    });
    phone.call(SetInterviewContact {
        study: of,
        interview: told,
        contact: Some(baker),
    });
    quote(&mut phone, of, told, "De straat loopt leeg.");
    let line = read(&mut phone, of).interviews.remove(1);
    assert_eq!(line.contact, Some((baker, "Bakker Snoek".into())));
    let report = phone.call(ReadStudyReport { study: of });
    assert_eq!(report.counts, [1, 1, 0]);
    let themes: Vec<_> = report
        .themes
        .iter()
        .map(|theme| (theme.name.as_str(), theme.counts))
        .collect();
    assert_eq!(themes, [("Winkels", [1, 1, 0]), ("Armoede", [1, 0, 0])]);
    let written = serde_json::to_string(&report).expect("json");
    assert!(!written.contains("Snoek"), "{written}");
    assert!(report.themes[0].quotes[0].tells.is_empty());
}

#[test]
fn by_what_somebody_may_be_known_is_pointed_out() {
    let mut phone = TestPhone::new();
    phone.case("Duivenman");
    phone.case("Meneer P.");
    phone.case("Gezin van der Grijp");
    for name in ["Annie Visser", "Buurthuis De Kade", "Groenteman"] {
        phone.call(SaveContact {
            name: name.into(),
            fields: Vec::new(),
        });
    }
    let of = study(&mut phone, "De Akkers");
    let name = |name: &str| Tell::Name(name.into());
    for (text, tells) in [
        ("Niemand kent hier de buren.", vec![]),
        ("Annie helpt iedereen.", vec![name("Annie")]),
        ("volgens de heer Grijp niet", vec![name("Grijp")]),
        ("de duivenman voert ze", vec![name("duivenman")]),
        ("Meneer P. maakt herrie", vec![name("P")]),
        ("Meneer de buurman maakt herrie", vec![]),
        ("een meneer die helpt", vec![]),
        ("we gaan langs de kade", vec![]),
        ("vis kopen bij de visser", vec![]),
        ("bel 06-12345678", vec![Tell::Phone("+31612345678".into())]),
        (
            "op de Dahliastraat 12a",
            vec![Tell::Address("Dahliastraat 12a".into())],
        ),
        ("over de weg 3 keer", vec![]),
        ("postcode 5051 AB", vec![Tell::Address("5051 AB".into())]),
        (
            "mail naar wij@akkers.nl",
            vec![Tell::Email("wij@akkers.nl".into())],
        ),
    ] {
        let id = interview(&mut phone, of, text, &[]);
        quote(&mut phone, of, id, text);
        let report = phone.call(ReadStudyReport { study: of });
        let quotes = &report.themes.last().expect("what is about none").quotes;
        let found = quotes.iter().find(|quote| quote.interview == id);
        assert_eq!(found.map(|quote| &quote.tells), Some(&tells), "{text}");
    }
    phone.call(SetStudyField {
        study: of,
        field: StudyField::Report,
        value: "Met dank aan Annie.".into(),
    });
    let report = phone.call(ReadStudyReport { study: of });
    assert_eq!(report.tells, [name("Annie")]);
}

#[test]
fn a_report_goes_by_the_names_that_people_have_now() {
    let (mut noor, mut bas, log, of, _) = shared();
    let told = interview(&mut noor, of, "Snoek en Zalm en Kabeljauw.", &[]);
    quote(&mut noor, of, told, "Snoek en Zalm en Kabeljauw.");
    let case = noor.case("Snoek");
    let contact = noor.call(SaveContact {
        name: "Bakker Zalm".into(),
        fields: Vec::new(),
    });
    let tells = |phone: &mut TestPhone| -> Vec<String> {
        let report = phone.call(ReadStudyReport { study: of });
        let quotes = report.themes.into_iter().flat_map(|theme| theme.quotes);
        let tells = quotes.flat_map(|quote| quote.tells);
        tells
            .map(|tell| match tell {
                Tell::Name(name) => name,
                other => panic!("{other:?}"),
            })
            .collect()
    };
    assert_eq!(tells(&mut noor), ["Snoek", "Zalm"]);
    noor.call(SetCaseField {
        case,
        field: CaseField::Name,
        value: "Kabeljauw".into(),
    });
    noor.call(SetContactField {
        contact,
        field: ContactField::Name,
        value: "Bakker".into(),
    });
    noor.sync(&log);
    bas.sync(&log);
    for phone in [&mut noor, &mut bas] {
        assert_eq!(tells(phone), ["Kabeljauw"]);
        // No words of the old names remain.
        let left = "SELECT count(*) FROM name_words WHERE word IN ('snoek', 'zalm')";
        let connection = &phone.store.connection;
        let left: u32 = connection
            .query_row(left, [], |row| row.get(0))
            .expect("counts");
        assert_eq!(left, 0);
    }
}
