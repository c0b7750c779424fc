use voorveld_core::api::{
    AddRelation, ReopenCase, Request, SetCaseField, SetPartyState, SetTeamSetting, SnoozeReview,
    SwapLead,
};
use voorveld_core::model::{CaseField, Outcome, PartyState, RelationKind, TeamSetting};

use super::data;
use super::screen::Screen;

fn path() -> String {
    format!("/dossiers/{}", data::PIGEONS)
}

fn edit() -> String {
    format!("{}/wijzig", path())
}

#[tokio::test]
async fn closing_asks_one_sentence_and_until_then_the_case_is_not_shown_as_closed() {
    let mut screen = Screen::open(&edit());
    screen.shows("Wie loopt voorop").await;
    screen.press_words("Gesloten", 0);
    let page = screen.shows("Waarom sluit je?").await;
    let chosen = |status: &str| page.attribute(&format!("status-{status}"), "aria-pressed");
    assert_eq!(chosen("open").as_deref(), Some("true"), "as it still is");
    assert_eq!(chosen("closed").as_deref(), Some("false"), "not yet");
    let asked = |request: &Request| matches!(request, Request::SetCaseField(_));
    assert!(!screen.sent().iter().any(asked), "nothing is closed yet");
    screen.press("close-save");
    screen.shows("Schrijf eerst").await;
    screen.type_in("close-text", "Zus zorgt.");
    screen
        .until(|page| !page.text().contains("Schrijf eerst"))
        .await;
    screen.press("close-save");
    let call = screen
        .sends_nth(1, |request| match request {
            Request::CloseCase(call) => Some(call.clone()),
            _ => None,
        })
        .await;
    assert_eq!((call.text.as_str(), call.outcome), ("Zus zorgt.", None));
    screen
        .until(|page| page.attribute("close-form", "id").is_none())
        .await;
}

#[tokio::test]
async fn what_came_of_it_is_one_tap_and_a_number_that_must_not_be_there_is_said() {
    let mut screen = Screen::open(&edit());
    screen.shows("Wie loopt voorop").await;
    screen.press_words("Gesloten", 0);
    screen.type_in("close-text", "Klaar, 111222333.");
    screen.shows("burgerservicenummer").await;
    screen.press("outcome-accepted_help");
    screen.press("close-save");
    let outcome = screen
        .sends(|request| match request {
            Request::CloseCase(call) => Some(call.outcome),
            _ => None,
        })
        .await;
    assert_eq!(outcome, Some(Outcome::AcceptedHelp));
}

#[tokio::test]
async fn a_closed_case_says_why_and_reopens_with_one_tap() {
    let mut screen = Screen::varied(&path(), &["closed"]);
    let page = screen.shows("Zus zorgt voor de vogels.").await;
    let line = page.text_of("case-closed").expect("a line");
    assert!(line.contains("Noor · stabiel"), "{line}");
    let text = page.text();
    let head = text.split("Wat telt").next().unwrap_or_default();
    assert!(head.contains("Gesloten"), "at the top too: {head}");
    assert!(page.attribute("case-weeks", "id").is_none());
    screen.press("case-reopen");
    screen.sends_a::<ReopenCase>().await;
}

#[tokio::test]
async fn closings_stand_in_the_timeline_where_they_happened() {
    let mut screen = Screen::varied(&path(), &["whole"]);
    let text = screen.shows("Conciërge").await.text();
    let order = [
        "Mocht één krat",
        "Heropend door een contactmoment na het sluiten",
        "Conciërge",
        "Zus zorgt voor de vogels. Gesloten · stabiel · Noor",
    ];
    let places: Vec<_> = order.iter().map(|words| text.find(words)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?} in {text}");
    assert!(places.is_sorted(), "{places:?} in {text}");
}

#[tokio::test]
async fn new_things_stand_below_what_one_must_know_at_the_door() {
    let mut screen = Screen::varied(&path(), &["whole"]);
    let text = screen.shows("In de buurt").await.text();
    let order = [
        "Noor loopt voorop · Bas valt in t/m vrijdag · bestuurlijk gevoelig",
        "Wat telt",
        "Afspraken",
        "Laatste drie",
        "In de buurt",
        "Woont samen met G.",
        "Bij crisis: Zus Marja Samen naar buiten lopen. · Bas is bereikbaar",
        "week 12 van 16",
        "buiten deur",
        "Tijdlijn Afspraken 1 Partijen 2 Uitgaven Afwegingen Gegevens",
    ];
    let places: Vec<_> = order.iter().map(|words| text.find(words)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?} in {text}");
    assert!(places.is_sorted(), "{places:?} in {text}");
}

#[tokio::test]
async fn whom_to_call_in_a_crisis_is_one_tap_away() {
    let mut screen = Screen::varied(&path(), &["whole"]);
    let page = screen.shows("Bij crisis").await;
    assert!(page.all("href").contains(&"tel:+31612345678".to_owned()));
    screen.press("crisis-open");
    screen.press("field-crisis_helps-open");
    screen.type_in("field-crisis_helps", "Radio aan");
    screen.press("field-crisis_helps-save");
    let set: SetCaseField = screen.sends_a().await;
    assert_eq!(
        (set.field, set.value.as_str()),
        (CaseField::CrisisHelps, "Radio aan")
    );
}

#[tokio::test]
async fn the_weeks_ask_one_quiet_question_that_one_tap_answers() {
    let mut screen = Screen::varied(&path(), &["weeks"]);
    screen
        .shows("16 weken om: door, overdragen of sluiten?")
        .await;
    screen.press("weeks-on");
    screen.sends_a::<SnoozeReview>().await;
}

#[tokio::test]
async fn parties_are_counted_and_one_tap_says_needed_or_away() {
    let mut screen = Screen::varied(&path(), &["whole"]);
    screen.shows("Partijen 2").await;
    screen.press("case-parties");
    let text = screen.shows("10 → 4 sinds").await.text();
    assert!(
        text.contains("Jeugdzorg weg · Noor · do 6 november"),
        "{text}"
    );
    let jeugdzorg = format!("party-{}", data::id(93));
    screen.press(&jeugdzorg);
    let set: SetPartyState = screen.sends_a().await;
    assert_eq!(set.state, PartyState::Needed);
    screen.press("party-new");
    screen.type_in("party-name", "Reclassering");
    screen.press("party-name-save");
    let name = screen
        .sends(|request| match request {
            Request::AddParty(add) => Some(add.name.clone()),
            _ => None,
        })
        .await;
    assert_eq!(name, "Reclassering");
}

#[tokio::test]
async fn what_two_say_of_a_party_stands_there_with_both_names() {
    let mut screen = Screen::varied(&path(), &["party-clash"]);
    screen.shows("Partijen").await;
    screen.press("case-parties");
    let text = screen.shows("Huisarts: twee keer ingevuld").await.text();
    assert!(text.contains("weg Bas"), "{text}");
    screen.press_words("Deze klopt: needed", 0);
    let set = screen
        .sends(|request| match request {
            Request::SetPartyState(set) => Some(set.state),
            _ => None,
        })
        .await;
    assert_eq!(set, PartyState::Needed);
}

#[tokio::test]
async fn what_was_begun_for_one_person_does_not_stand_on_the_page_of_the_next() {
    let mut screen = Screen::varied(&path(), &["whole"]);
    screen.shows("Gegevens").await;
    screen.press("case-facts");
    screen.shows("Wie hoort bij wie").await;
    screen.press("relation-new");
    screen.type_in("relation-find", "Groente");
    screen.press_words("Woont samen met G.", 0);
    screen
        .until(|page| page.text_of("relation-find").is_none())
        .await;
    screen.shows("Gegevens").await;
    screen.press("case-facts");
    let page = screen.shows("Wie hoort bij wie").await;
    assert_eq!(page.text_of("relation-find"), None);
}

#[tokio::test]
async fn a_tie_is_made_of_who_and_what_they_are_to_each_other() {
    let mut screen = Screen::varied(&path(), &["whole"]);
    screen.shows("Gegevens").await;
    screen.press("case-facts");
    let text = screen.shows("Wie hoort bij wie").await.text();
    assert!(
        text.contains("Is bang voor Secretaris duivenclub sinds de brand"),
        "{text}"
    );
    assert!(
        text.contains("geldt niet meer sinds 13-11-2025 Noor"),
        "{text}"
    );
    screen.press("relation-new");
    screen.type_in("relation-find", "Groente");
    screen.shows("kent iedereen op straat").await;
    screen.press_words("Groenteman kent iedereen op straat", 0);
    screen.shows("Wat is Duivenman van Groenteman?").await;
    screen.press("relation-friend");
    screen.press("relation-save");
    let add: AddRelation = screen.sends_a().await;
    assert_eq!((add.kind, add.note.as_str()), (RelationKind::Friend, ""));
}

#[tokio::test]
async fn who_fills_in_is_one_tap_and_so_is_the_swap() {
    let mut screen = Screen::varied(&edit(), &["whole"]);
    screen.shows("Wissel wie voorop loopt").await;
    screen.press("cover-swap");
    screen.sends_a::<SwapLead>().await;
    screen.press("cover-nobody");
    let set: SetCaseField = screen.sends_a().await;
    assert_eq!((set.field, set.value.as_str()), (CaseField::Cover, ""));
}

#[tokio::test]
async fn the_team_agrees_on_weeks_and_money_in_its_own_notation() {
    let mut screen = Screen::open("/team");
    screen.shows("Afspraken van het team").await;
    screen.press("team-agreements");
    screen.shows("€ 1.250,50").await;
    screen.press("agreed-budget-open");
    screen.type_in("agreed-budget", "900");
    screen.press("agreed-budget-save");
    let set: SetTeamSetting = screen.sends_a().await;
    assert_eq!(
        (set.setting, set.value.as_str()),
        (TeamSetting::BudgetMonth, "90000")
    );
}

#[tokio::test]
async fn what_is_sensitive_says_so_in_the_list_with_a_word() {
    let mut screen = Screen::open("/dossiers");
    let text = screen.shows("Gezin V.").await.text();
    assert!(
        text.contains("Y. vertrouwen · 5 dagen · Markt · bestuurlijk gevoelig"),
        "{text}"
    );
    assert_eq!(text.matches("gevoelig").count(), 1, "{text}");
}
