use std::sync::{Arc, Mutex};

use dioxus::prelude::{Key, Modifiers};
use voorveld_core::ExpenseId;
use voorveld_core::api::{ChangeExpense, Request, Response, SaveExpense, SetTeamSetting};
use voorveld_core::model::{EntryRef, TeamSetting};
use voorveld_core::view::{ExpenseDraft, Language};

use super::screen::Screen;
use super::{data, expense_data};

fn sheet() -> String {
    format!("/dossiers/{}/uitgave", data::PIGEONS)
}

fn case() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

fn saved(request: &Request) -> Option<SaveExpense> {
    match request {
        Request::SaveExpense(save) => Some(save.clone()),
        _ => None,
    }
}

fn kept(screen: &Screen) -> Vec<Option<ExpenseDraft>> {
    let sent = screen.sent().into_iter();
    sent.filter_map(|request| match request {
        Request::SaveExpenseDraft(keep) => Some(keep.draft),
        _ => None,
    })
    .collect()
}

async fn opened() -> Screen {
    let mut screen = Screen::open(&sheet());
    screen.shows("Boodschappen").await;
    screen
}

#[tokio::test]
async fn four_presses_and_the_amount_write_an_expense_down() {
    let mut screen = Screen::open(&case());
    screen.shows("Laatste drie").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    screen.press("capture-expense");
    screen.shows("Uitgave Duivenman").await;
    screen.shows("Boodschappen").await;
    for key in ["key-3", "key-8", "key-2", "key-0"] {
        screen.press(key);
    }
    screen.shows("€ 38,20").await;
    screen.press("purpose-taxi");
    screen.press("expense-save");
    let save = screen.sends(saved).await;
    assert_eq!(
        (save.amount.as_str(), save.purpose.as_str()),
        ("3820", "Taxi")
    );
    assert_eq!(
        (save.case, save.photo, save.day),
        (data::PIGEONS, false, None)
    );
    screen.shows("Laatste drie").await;
    // The chosen tab is marked.
    let chosen = screen.page().attribute("case-expenses", "aria-selected");
    assert_eq!(chosen.as_deref(), Some("true"));
}

#[tokio::test]
async fn a_sentence_that_was_begun_stays_and_an_empty_one_leaves_nothing() {
    for sentence in ["", "Zat op de stoep"] {
        let mut screen = Screen::open(&case());
        screen.shows("Laatste drie").await;
        screen.press("capture-open");
        screen.shows("Contactmoment").await;
        if !sentence.is_empty() {
            screen.type_in("capture-text", sentence);
        }
        screen.press("capture-expense");
        screen.shows("Boodschappen").await;
        screen.settle().await;
        let mut drafts = screen
            .sent()
            .into_iter()
            .filter_map(|request| match request {
                Request::SaveDraft(keep) => Some(keep.draft),
                _ => None,
            });
        let last = drafts.next_back();
        let text = last.map(|draft| draft.text).unwrap_or_default();
        assert_eq!(text, sentence);
    }
}

#[tokio::test]
async fn the_row_is_there_only_for_somebody_there_is_a_case_of() {
    let mut screen = Screen::open("/");
    screen.shows("Team").await;
    screen.press("capture-open");
    screen.shows("Contactmoment").await;
    assert_eq!(screen.page().attribute("capture-expense", "id"), None);
}

#[tokio::test]
async fn a_real_keyboard_writes_the_amount_too_and_enter_saves_it() {
    let mut screen = opened().await;
    let plain = Modifiers::empty();
    for key in ["3", "8", ",", "2", "9"] {
        screen.key("expense-amount", Key::Character(key.into()), plain);
    }
    screen.key("expense-amount", Key::Backspace, plain);
    screen.key(
        "expense-amount",
        Key::Character("v".into()),
        Modifiers::CONTROL,
    );
    screen.shows("€ 38,2").await;
    screen.key("expense-amount", Key::Enter, plain);
    assert_eq!(screen.sends(saved).await.amount, "38,2");
}

#[tokio::test]
async fn what_is_no_amount_is_said_and_stays() {
    let mut screen = opened().await;
    screen.press("expense-save");
    screen.shows("bedrag").await;
    for key in ["-", "5"] {
        screen.key(
            "expense-amount",
            Key::Character(key.into()),
            Modifiers::empty(),
        );
    }
    screen.press("expense-save");
    let save = screen.sends_nth(1, saved).await;
    assert_eq!(save.amount, "-5");
    screen.shows("€ -5").await;
    assert!(screen.page().attribute("expense-save", "id").is_some());
}

#[tokio::test]
async fn the_draft_goes_to_disk_with_every_key_and_comes_back() {
    let mut screen = opened().await;
    screen.press("key-5");
    screen.press("purpose-bicycle");
    screen.settle().await;
    let draft = kept(&screen).pop().flatten().expect("a draft");
    assert_eq!(
        (draft.amount.as_str(), draft.purpose.as_str()),
        ("5", "Fiets")
    );
    screen.press("key-back");
    screen.press("purpose-bicycle");
    screen.settle().await;
    assert_eq!(
        kept(&screen).pop(),
        Some(None),
        "an empty sheet is no draft"
    );

    let left = ExpenseDraft {
        id: ExpenseId(data::id(77)),
        amount: "1850".into(),
        purpose: "Anders".into(),
        note: "Sleutel".into(),
        day: None,
        photo: Some(expense_data::RECEIPT),
    };
    let again = left.clone();
    let mut screen = Screen::with(&sheet(), move |request| match request {
        Request::ReadExpenseDraft(_) => Some(Ok(Response::ReadExpenseDraft(Some(again.clone())))),
        _ => None,
    });
    screen.shows("€ 18,50").await;
    let page = screen.page();
    let note = page.attribute("expense-note", "initial_value");
    assert_eq!(note.as_deref(), Some("Sleutel"));
    screen.press("expense-save");
    let save = screen.sends(saved).await;
    assert_eq!((save.id, save.photo), (left.id, true));
}

#[tokio::test]
async fn leaving_with_a_note_half_written_keeps_it() {
    let mut screen = opened().await;
    screen.press("expense-note-open");
    screen.settle().await;
    screen.type_in("expense-note", "Naar de kliniek");
    screen.press("back");
    screen.settle().await;
    let draft = kept(&screen).pop().flatten().expect("a draft");
    assert_eq!(draft.note, "Naar de kliniek");
}

#[tokio::test]
async fn a_number_that_looks_like_a_bsn_is_warned_about_and_can_be_saved() {
    let mut screen = opened().await;
    screen.press("key-5");
    screen.press("expense-note-open");
    screen.settle().await;
    screen.type_in("expense-note", "111222333");
    screen.shows("burgerservicenummer").await;
    screen.press("expense-save");
    assert_eq!(screen.sends(saved).await.note, "111222333");
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_trying_again_makes_one_expense() {
    let mut screen = Screen::varied(&sheet(), &["fail"]);
    screen.shows("Boodschappen").await;
    screen.press("key-5");
    screen.press("expense-save");
    screen.shows("De telefoon is vol").await;
    screen.press("expense-save");
    let first = screen.sends(saved).await;
    let second = screen.sends_nth(1, saved).await;
    assert_eq!(first, second);
}

/// The tab with an expense opened.
async fn opened_expense(number: usize) -> Screen {
    let mut screen = Screen::open(&case());
    screen.shows("Laatste drie").await;
    screen.press("case-expenses");
    let text = screen.shows("Zak duivenvoer").await.text();
    for words in ["€ 24,00", "terugboeking", "teruggedraaid", "−12,50"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    screen.press(&format!("expense-{number}"));
    screen.shows("Bonnetje erbij").await;
    screen
}

#[tokio::test]
async fn an_expense_is_changed_where_it_stands_and_a_reversed_one_is_not() {
    let screen = opened_expense(1).await;
    assert_eq!(screen.page().attribute("expense-change", "id"), None);
    let mut screen = opened_expense(2).await;
    let shown = screen.until(|page| !page.all("src").is_empty()).await;
    assert!(
        shown
            .all("src")
            .iter()
            .all(|src| src.starts_with("data:image/jpeg;base64,"))
    );
    screen.press("expense-change");
    screen
        .until(|page| page.attribute("expense-edit-amount", "id").is_some())
        .await;
    let initial = screen
        .page()
        .attribute("expense-edit-amount", "initial_value");
    assert_eq!(initial.as_deref(), Some("24,00"));
    screen.type_in("expense-edit-amount", "2,40");
    screen.press("expense-edit-groceries");
    screen.press("expense-edit-save");
    let change = screen
        .sends(|request| match request {
            Request::ChangeExpense(change) => Some(change.clone()),
            _ => None,
        })
        .await;
    let line = expense_data::of_case(data::PIGEONS).lines.remove(2);
    let wanted = ChangeExpense {
        case: data::PIGEONS,
        id: line.id,
        amount: "2,40".into(),
        purpose: "Boodschappen".into(),
        note: "Zak duivenvoer".into(),
        day: Some(line.day),
    };
    assert_eq!(change, wanted);
}

#[tokio::test]
async fn an_expense_is_withdrawn_with_a_reason() {
    let mut screen = opened_expense(2).await;
    screen.press("expense-change");
    screen
        .until(|page| page.attribute("expense-edit-withdraw", "id").is_some())
        .await;
    screen.press("expense-edit-withdraw");
    screen.type_in("expense-edit-why", "Zelf betaald.");
    screen.press("expense-edit-withdraw-now");
    let withdrawn = screen
        .sends(|request| match request {
            Request::WithdrawEntry(withdraw) => Some(withdraw.clone()),
            _ => None,
        })
        .await;
    let id = expense_data::of_case(data::PIGEONS).lines[2].id;
    let case = data::PIGEONS;
    assert_eq!(withdrawn.entry, EntryRef::Expense { case, id });
    assert_eq!(withdrawn.why, "Zelf betaald.");
}

#[tokio::test]
async fn the_line_after_an_expense_leads_to_changing_it() {
    let id = Arc::new(Mutex::new(None));
    let kept = id.clone();
    let mut screen = Screen::with(&sheet(), move |request| match request {
        Request::SaveExpense(save) => {
            *kept.lock().expect("one thread") = Some(save.id);
            None
        }
        Request::ReadExpenses(read) => {
            let mut view = expense_data::of_case(read.case);
            view.lines[2].of = (*kept.lock().expect("one thread"))?;
            Some(Ok(Response::ReadExpenses(view)))
        }
        _ => None,
    });
    screen.shows("Boodschappen").await;
    screen.press("key-5");
    screen.press("expense-save");
    screen.shows("Bewaard bij Duivenman").await;
    screen.press("saved-change");
    screen
        .until(|page| page.attribute("saved-expense-amount", "id").is_some())
        .await;
    screen.shows("Trek in").await;
}

#[tokio::test]
async fn a_withdrawn_expense_is_shown_on_request_with_its_amount() {
    let mut screen = Screen::varied(&case(), &["gone"]);
    screen.shows("Laatste drie").await;
    screen.press("case-expenses");
    screen.shows("1 ingetrokken").await;
    assert!(!screen.page().text().contains("38,20"));
    screen.press("gone-open");
    screen.shows("€ 38,20 · Taxi · naar de kliniek").await;
    screen.press_words("Zet terug", 0);
    screen
        .sends(|request| matches!(request, Request::RestoreEntry(_)).then_some(()))
        .await;
}

#[tokio::test]
async fn a_month_adds_up_and_says_what_is_left() {
    let mut screen = Screen::open("/team/uitgaven");
    screen.shows("November 2025").await;
    let text = screen.shows("Budget per maand").await.text();
    for words in [
        "6 dossiers · 7 uitgaven",
        "€ 343,60",
        "nog € 656,40",
        "18-11 ID-kaart Y. · Noor · met pasfoto's",
        "G. · Bas · bon komt nog",
        "04-11 Sleutel bijgemaakt Meneer P. · Noor · geen bon 18,50",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(screen.page().attribute("month-later", "disabled").is_some());
    screen.press("month-earlier");
    screen.shows("Oktober 2025").await;
    screen.shows("niets uitgegeven").await;
    screen.press("month-later");
    screen.shows("€ 343,60").await;

    let mut dear = Screen::varied("/team/uitgaven", &["dear"]);
    dear.shows("€ 143,60 te veel").await;
}

#[tokio::test]
async fn the_budget_is_agreed_on_where_it_stands() {
    let mut screen = Screen::open("/team/uitgaven");
    screen.shows("Budget per maand").await;
    screen.press("budget-open");
    screen.settle().await;
    screen.type_in("budget", "vijfhonderd");
    screen.press("budget-save");
    screen.shows("bedrag").await;
    screen.type_in("budget", "1.250");
    screen.press("budget-save");
    let set: SetTeamSetting = screen.sends_a().await;
    let wanted = SetTeamSetting {
        setting: TeamSetting::BudgetMonth,
        value: "125000".into(),
    };
    assert_eq!(set, wanted);
}

#[test]
fn a_month_is_handed_out_as_a_table_and_as_a_page() {
    use crate::pages::export_expenses as export;

    let month = expense_data::month(data::today(), Some(100_000));
    let table = export::table(Language::Dutch, &month);
    assert_eq!(table.name, "uitgaven-2025-11.csv");
    let text = String::from_utf8(table.bytes).expect("text");
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(rows.len(), 8);
    assert_eq!(
        rows[0],
        "Datum;Nummer;Dossier;Waarvoor;Toelichting;Bedrag;Door;Bon;Terugboeking"
    );
    assert_eq!(
        rows[1],
        "04-11-2025;2025-004;Meneer P.;Anders;Sleutel bijgemaakt;\"18,50\";Noor;nee;nee"
    );

    let page = export::page(Language::Dutch, &month);
    let html = String::from_utf8(page.bytes).expect("text");
    for words in [
        "Uitgaven november 2025",
        "€\u{a0}343,60",
        "€\u{a0}656,40",
        "Per dossier",
    ] {
        assert!(html.contains(words), "{words}");
    }
    assert!(html.contains("71,15"), "both of G. together");
}
