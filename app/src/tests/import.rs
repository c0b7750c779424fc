use voorveld_core::api::{ConfirmImport, Request, Response};
use voorveld_core::{Error, ImportRefusal};

use super::network_data as data;
use super::screen::Screen;

async fn pasted(screen: &mut Screen) {
    screen.shows("Kies een bestand").await;
    screen.press("import-paste-open");
    screen.type_in("import-paste", "naam;wijk\nGezin O.;De Akkers\n");
    screen.press("import-read");
}

#[tokio::test]
async fn what_was_understood_is_shown_before_anything_is_kept() {
    let mut screen = Screen::open("/team/import");
    pasted(&mut screen).await;
    let page = screen.shows("Bewaar 122 dossiers").await;
    assert_eq!(
        page.text_of("import-counts").as_deref(),
        Some(
            "122 nieuwe dossiers 1 stond er al en blijft zoals hij is. \
             2 regels worden overgeslagen, zie hieronder. Er is nog niets bewaard."
        )
    );
    let remarks = page.text_of("import-remarks").unwrap_or_default();
    assert!(
        remarks.contains("Regel 4 Er staat geen naam. Deze regel wordt overgeslagen."),
        "{remarks}"
    );
    assert!(
        remarks.contains("Regel 5 · Gezin O. “31-02-2025” is geen dag."),
        "{remarks}"
    );
    let kept = screen
        .sent()
        .iter()
        .any(|request| matches!(request, Request::ConfirmImport(_)));
    assert!(!kept);
}

#[tokio::test]
async fn a_long_list_shows_its_first_fifty_rows() {
    let mut screen = Screen::open("/team/import");
    pasted(&mut screen).await;
    let text = screen.shows("Toon meer (nog 73)").await.text();
    assert!(text.contains("Dossier 46"), "{text}");
    assert!(!text.contains("Dossier 47"), "{text}");
    screen.press("import-more-rows");
    screen.shows("Toon meer (nog 23)").await;
}

#[tokio::test]
async fn keeping_says_what_was_added_and_what_was_there() {
    let mut screen = Screen::open("/team/import");
    pasted(&mut screen).await;
    screen.shows("Bewaar 122 dossiers").await;
    screen.press("import-keep");
    let token = screen
        .sends(|request| match request {
            Request::ConfirmImport(keep) => Some(keep.token),
            _ => None,
        })
        .await;
    assert_eq!(token, data::import().token);
    let page = screen.shows("122 dossiers bewaard").await;
    let report = page.text_of("import-report").unwrap_or_default();
    assert!(report.contains("2 regels zijn overgeslagen"), "{report}");
    // Which ones can still be read.
    let remarks = page.text_of("import-remarks").unwrap_or_default();
    assert!(remarks.contains("Regel 4 Er staat geen naam."), "{remarks}");
}

#[tokio::test]
async fn the_same_list_once_more_says_that_all_is_there() {
    let mut screen = Screen::with("/team/import", |request| match request {
        Request::PreviewImport(_) => Some(Ok(Response::PreviewImport(data::import_again()))),
        _ => None,
    });
    pasted(&mut screen).await;
    let text = screen.shows("Niets nieuws in deze lijst").await.text();
    assert!(text.contains("3 stonden er al"), "{text}");
    assert!(!text.contains("Bewaar"), "{text}");
}

#[tokio::test]
async fn a_file_that_is_no_list_is_refused_in_place_and_the_text_stays() {
    let mut screen = Screen::with("/team/import", |request| match request {
        Request::PreviewImport(_) => Some(Err(Error::Import(ImportRefusal::NoNameColumn))),
        _ => None,
    });
    pasted(&mut screen).await;
    let page = screen.shows("geen kolom met namen").await;
    assert!(page.text_of("import-paste").is_some());
}

#[tokio::test]
async fn what_was_read_in_is_taken_back_after_one_question_and_says_who_stays() {
    let mut screen = Screen::open("/team/import");
    let page = screen.shows("Eerder ingelezen").await;
    let past = page.text_of("import-past").unwrap_or_default();
    assert!(
        past.contains("dossierlijst.csv 122 dossiers · vandaag 08:12"),
        "{past}"
    );
    screen.press("import-back-2");
    let page = screen.shows("Weghalen bij het hele team?").await;
    assert_eq!(page.text_of("import-back-2"), None);
    screen.press("import-back-2-yes");
    let id = screen
        .sends(|request| match request {
            Request::TakeBackImport(back) => Some(back.id),
            _ => None,
        })
        .await;
    assert_eq!(id, 2);
    let page = screen.shows("120 zijn teruggenomen").await;
    let said = page.text_of("import-taken").unwrap_or_default();
    assert!(
        said.contains("Blijft staan, want iemand deed er al iets mee Duivenman, Gezin O."),
        "{said}"
    );
}

#[tokio::test]
async fn a_list_that_was_just_kept_can_be_taken_back_from_where_it_is_said() {
    let mut screen = Screen::open("/team/import");
    pasted(&mut screen).await;
    screen.shows("Bewaar 122 dossiers").await;
    screen.press("import-keep");
    screen.shows("122 dossiers bewaard").await;
    let page = screen.shows("Eerder ingelezen").await;
    assert!(page.text_of("import-report").is_some());
}

#[tokio::test]
async fn what_only_a_person_can_say_is_asked_and_goes_along_when_the_list_is_kept() {
    let mut screen = Screen::with("/team/import", |request| match request {
        Request::PreviewImport(_) => Some(Ok(Response::PreviewImport(data::import_asking()))),
        _ => None,
    });
    pasted(&mut screen).await;
    let page = screen.shows("Klinkt gevaarlijk").await;
    let danger = page.text_of("import-danger").unwrap_or_default();
    assert!(danger.contains("heeft een mes Gezin O."), "{danger}");
    let alike = page.text_of("import-alike").unwrap_or_default();
    assert!(
        alike.contains("Zelfde nummer als Duivenman, andere naam"),
        "{alike}"
    );
    let unseen = page.text_of("import-unseen").unwrap_or_default();
    assert!(unseen.contains("belt nu wel Duivenman"), "{unseen}");
    screen.press("import-same-1");
    screen.press("import-danger-2-0");
    // Whoever is already there does not count as new.
    screen.shows("Bewaar 1 dossier").await;
    screen.press("import-keep");
    let keep: ConfirmImport = screen.sends_a().await;
    assert_eq!((keep.joined, keep.dangers), (vec![1], vec![(2, 0)]));
}

#[tokio::test]
async fn new_danger_can_be_kept_although_everybody_on_the_list_is_known() {
    let mut screen = Screen::with("/team/import", |request| match request {
        Request::PreviewImport(_) => {
            let mut seen = data::import_asking();
            seen.rows[2].danger.push("spuugt".into());
            seen.fresh = 0;
            seen.rows.iter_mut().for_each(|row| row.known = true);
            Some(Ok(Response::PreviewImport(seen)))
        }
        _ => None,
    });
    pasted(&mut screen).await;
    let page = screen.shows("Klinkt gevaarlijk").await;
    // Nothing to keep, but that it was looked at.
    assert_eq!(
        page.text_of("import-keep").as_deref(),
        Some("Klaar, niets aangevinkt")
    );
    screen.press("import-danger-2-0");
    screen.shows("Bewaar wat je koos").await;
    screen.press("import-keep");
    let keep: ConfirmImport = screen.sends_a().await;
    assert_eq!((keep.joined, keep.dangers), (vec![], vec![(2, 0)]));
    // Those that were shown and not ticked.
    assert_eq!(keep.passed_over, [(2, 1)]);
}

#[tokio::test]
async fn a_column_that_may_be_something_else_is_one_tap_away_from_it() {
    let mut screen = Screen::with("/team/import", |request| match request {
        Request::PreviewImport(_) => Some(Ok(Response::PreviewImport(data::import_asking()))),
        Request::ChooseColumn(_) => Some(Ok(Response::ChooseColumn(data::import()))),
        _ => None,
    });
    pasted(&mut screen).await;
    screen
        .shows("“Adres zwerfplek”, bijvoorbeeld “Dijk 1”")
        .await;
    screen.press_words("het adres van de cliënt", 0);
    let choice = screen
        .sends(|request| match request {
            Request::ChooseColumn(choose) => Some(choose.choice.clone()),
            _ => None,
        })
        .await;
    assert_eq!(choice.title, "Adres zwerfplek");
    assert_eq!(choice.holds, voorveld_core::model::Holds::Address);
    screen.shows("Bewaar 122 dossiers").await;
}
