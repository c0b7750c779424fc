use voorveld_core::api::{LookAgain, MoveEntry, SetCaseField};
use voorveld_core::model::{CaseField, Who};

use super::data;
use super::screen::Screen;

#[tokio::test]
async fn closing_the_day_ends_with_what_only_people_can_settle_one_tap_each() {
    let mut screen = Screen::open("/team");
    let page = screen.shows("Alleen jullie kunnen dit beslissen 4").await;
    assert_eq!(page.faults(), [""; 0]);
    let text = page.text();
    let order = [
        "Meneer P. Telefoon: twee keer ingevuld",
        "06 12345678 Noor",
        "Bij twee mensen gezet Zijn zus belt donderdag.",
        "Gordijnen al dagen dicht op 14.",
        "Hij gaat zelf met de corporatie praten.",
    ];
    let places: Vec<_> = order.iter().map(|words| text.find(words)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?} in {text}");
    assert!(places.is_sorted(), "{places:?} in {text}");
    screen.press_words("Deze klopt: 0612345678", 0);
    let set: SetCaseField = screen.sends_a().await;
    assert_eq!(set.field, CaseField::Phone);
    assert_eq!(set.value, "0612345678");
    screen.press_words("Bij Meneer Duivenman", 0);
    let moved: MoveEntry = screen.sends_a().await;
    assert_eq!(moved.to, Who::Case(data::PIGEONS));
    screen.press_words("Hij gaat zelf met de corporatie praten.", 0);
    screen.sends_a::<LookAgain>().await;
}

#[tokio::test]
async fn a_clash_is_told_on_vandaag_and_in_the_list_of_cases() {
    let today = Screen::open("/").shows("Lang niet gezien").await.text();
    assert!(
        today.contains("Zijn twee keer ingevuld 1 Meneer P. Telefoon"),
        "{today}"
    );
    let cases = Screen::open("/dossiers").shows("Duivenman").await.text();
    assert!(
        cases.contains("Dahliastraat · twee keer ingevuld"),
        "{cases}"
    );
}
