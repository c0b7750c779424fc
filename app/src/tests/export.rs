//! Exported files: complete, without duplication, escaped, and split over sheets.

use voorveld_core::api::{Request, Response};

use super::data;
use super::paper_answers::dossier;
use super::screen::Screen;
use crate::export::{ExportFile, FileKind};
use crate::platform::take_handed;

/// Presses these buttons and returns the file each produces.
async fn handed(screen: &mut Screen, buttons: &[&str]) -> Vec<ExportFile> {
    let mut files = Vec::new();
    for (n, button) in buttons.iter().enumerate() {
        screen
            .until(|page| page.listener(button, "click").is_some())
            .await;
        screen.press(button);
        for _ in 0..100 {
            screen.settle().await;
            files.extend(take_handed());
            if files.len() > n {
                break;
            }
        }
        assert_eq!(files.len(), n + 1, "{button} makes one file");
    }
    files
}

fn text(file: &ExportFile) -> String {
    String::from_utf8(file.bytes.clone()).expect("text")
}

/// Opens the export of a case with this many encounters; the first contains a formula and markup.
fn case_with(encounters: u32) -> Screen {
    let path = format!("/dossiers/{}/export", data::PIGEONS);
    Screen::with(&path, move |request| match request {
        Request::ReadCaseExport(ask) => {
            let mut all = dossier(ask.case, encounters);
            if let Some(first) = all.timeline.first_mut() {
                first.text = "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)>".into();
            }
            Some(Ok(Response::ReadCaseExport(all)))
        }
        _ => None,
    })
}

const CASE: [&str; 4] = [
    "export-case-html",
    "export-case-csv",
    "export-case-json",
    "export-case-automerge",
];

#[tokio::test]
async fn a_case_goes_out_in_four_forms_and_no_name_stands_in_a_files_name() {
    take_handed();
    let mut screen = case_with(3);
    screen.shows("niet meer verzegeld").await;
    let files = handed(&mut screen, &CASE).await;
    let kinds: Vec<FileKind> = files.iter().map(|file| file.kind).collect();
    assert_eq!(
        kinds,
        [
            FileKind::Page,
            FileKind::Table,
            FileKind::Data,
            FileKind::Automerge
        ]
    );
    for file in &files {
        assert!(
            file.name.starts_with("dossier-000001-2025-11-18."),
            "{}",
            file.name
        );
    }
    let page = text(&files[0]);
    assert!(
        page.contains("<title>Dossier</title>"),
        "a browser prints it on each sheet"
    );
    // Each typed text occurs once; the foot of each sheet repeats only the subject.
    let (_, page) = page.split_once("</style>").expect("a style");
    for words in [
        "Dossier Duivenman",
        "Had een jaar geleden een hond die beet.",
        "geldt niet meer sinds 29-10-2025",
        "Formulier voor de kelder meenemen",
        "Mogen de duiven bij de dijk?",
        "Moment 2.",
        "14-11-2025",
        "Hij gaat zelf met de corporatie praten.",
        "De huisarts weet dat hij weer eet.",
        "Hij vond het goed.",
        "tweedehands, met slot",
        "terugboeking · 09-11-2025",
        "−65,00",
    ] {
        let times = page.matches(words).count();
        assert!(
            times == 1 || words.ends_with("2025"),
            "{times} times {words}"
        );
    }
    // An amount is in its own line and in the total; a hash is in its decision and in its successors.
    assert_eq!(page.matches(">12,34<").count(), 2);
    for (hash, times) in [("0a", 2), ("1a", 2), ("2a", 1)] {
        assert_eq!(page.matches(&hash.repeat(32)).count(), times, "{hash}");
    }
    assert_eq!(page.matches(&"0c".repeat(64)).count(), 3);
    assert!(page.contains("&lt;img src=x"), "escaped");
    assert!(!page.contains("<img"));
    let data: serde_json::Value = serde_json::from_slice(&files[2].bytes).expect("JSON");
    for (list, count) in [("decisions", 3), ("expenses", 3), ("agenda", 1)] {
        assert_eq!(data[list].as_array().map(Vec::len), Some(count), "{list}");
    }
    let table = text(&files[1]);
    assert!(
        table.contains(";\"'=cmd") || table.contains(";'=cmd"),
        "{table}"
    );
    assert_eq!(table.lines().count(), 4);
}

#[tokio::test]
async fn a_case_of_two_hundred_encounters_prints_whole() {
    take_handed();
    let mut screen = case_with(200);
    screen.shows("niet meer verzegeld").await;
    let files = handed(&mut screen, &CASE[..1]).await;
    if let Some(place) = std::env::var_os("VOORVELD_WRITE_PAPER") {
        std::fs::write(place, &files[0].bytes).expect("writes");
    }
    let page = text(&files[0]);
    assert_eq!(page.matches("class=\"when\"").count(), 200);
    for n in 1..200 {
        assert_eq!(page.matches(&format!("Moment {n}. ")).count(), 1, "{n}");
    }
    assert!(page.len() < 200_000, "{} bytes", page.len());
    // Each sheet repeats the table head, and entries are not split where avoidable.
    assert_eq!(
        page.matches("<thead>").count(),
        2,
        "of the money and of the timeline"
    );
    for rule in [
        "tr{break-inside:avoid}",
        "@page{size:A4",
        "break-after:avoid",
    ] {
        assert!(page.contains(rule), "{rule}");
    }
}

#[tokio::test]
async fn the_whole_team_goes_out_as_lists_and_as_data() {
    take_handed();
    let mut screen = Screen::open("/team/export");
    screen.shows("Netwerk").await;
    let buttons = [
        "export-cases-html",
        "export-cases-csv",
        "export-contacts-csv",
        "export-all-json",
    ];
    let files = handed(&mut screen, &buttons).await;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "dossiers-2025-11-18.html",
            "dossiers-2025-11-18.csv",
            "netwerk-2025-11-18.csv",
            "voorveld-2025-11-18.json"
        ]
    );
    assert_eq!(text(&files[0]).matches("<tr>").count(), 3);
    assert_eq!(text(&files[1]).lines().count(), 3);
    assert!(text(&files[2]).contains("Groenteman"));
    let all: serde_json::Value = serde_json::from_slice(&files[3].bytes).expect("JSON");
    assert_eq!(all["cases"].as_array().map(Vec::len), Some(2));
    assert_eq!(all["contacts"].as_array().map(Vec::len), Some(1));
    assert_eq!(all["signals"].as_array().map(Vec::len), Some(1));
    assert_eq!(all["last"], true);
}

#[tokio::test]
async fn a_team_too_large_for_one_file_gets_more_of_them_and_each_case_once() {
    take_handed();
    let mut screen = Screen::with("/team/export", |request| match request {
        Request::ReadCaseExport(ask) => {
            let mut all = dossier(ask.case, 1);
            all.facts.background = "x".repeat(9 * 1024 * 1024);
            Some(Ok(Response::ReadCaseExport(all)))
        }
        _ => None,
    });
    screen.shows("Netwerk").await;
    screen.press("export-all-json");
    screen.shows("Bewaard: voorveld-2025-11-18-2.json").await;
    let files = take_handed();
    let mut cases = Vec::new();
    for (n, file) in files.iter().enumerate() {
        let part: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
        assert_eq!(part["part"], n + 1);
        assert_eq!(part["last"], n + 1 == files.len());
        for case in part["cases"].as_array().expect("a list") {
            cases.push(case["facts"]["id"].as_str().expect("an id").to_owned());
        }
    }
    assert_eq!(cases, [data::PIGEONS.to_string(), data::G.to_string()]);
}

#[tokio::test]
async fn what_cannot_be_read_is_not_handed_out_and_that_is_said() {
    take_handed();
    let mut screen = Screen::with("/team/export", |request| match request {
        Request::ReadCaseExport(_) => Some(Err(voorveld_core::Error::NotFound)),
        _ => None,
    });
    screen.shows("Netwerk").await;
    screen.press("export-all-json");
    screen.shows("kon niet worden bewaard").await;
    assert_eq!(take_handed(), []);
}
