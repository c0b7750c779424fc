use voorveld_core::api::{Request, Search};
use voorveld_core::view::CaseFilter;

use super::data;
use super::screen::Screen;

fn asked(request: &Request) -> Option<CaseFilter> {
    match request {
        Request::ReadCases(ask) if !ask.filter.is_empty() => Some(ask.filter.clone()),
        _ => None,
    }
}

#[tokio::test]
async fn cases_are_narrowed_down_by_a_chip_and_what_was_chosen_stands_in_it() {
    let mut screen = Screen::open("/dossiers");
    screen.shows("Trekker").await;
    screen.press("filter-district");
    screen.shows("alle").await;
    screen.press_words("De Akkers", 0);
    assert_eq!(
        screen.sends(asked).await.district.as_deref(),
        Some("De Akkers")
    );
    let chip = screen.page().text_of("filter-district");
    assert_eq!(chip.as_deref(), Some("Wijk: De Akkers"));
    assert!(!screen.page().text().contains("alle Markt"));
    screen.press("filter-status");
    screen.press_words("open", 0);
    let both = screen.sends_nth(1, asked).await;
    assert_eq!(both.open, Some(true));
    assert_eq!(both.district.as_deref(), Some("De Akkers"));
    screen.press("filter-district");
    screen.press("filter-district-all");
    let one = screen.sends_nth(2, asked).await;
    assert_eq!((one.open, one.district), (Some(true), None));
}

#[tokio::test]
async fn what_is_typed_is_searched_in_what_is_chosen() {
    let mut screen = Screen::open("/dossiers");
    screen.shows("Trekker").await;
    screen.press("filter-lead");
    screen.press_words("Bas", 0);
    screen.sends(asked).await;
    screen.type_in("search", "dui");
    let searched: Search = screen.sends_a().await;
    assert_eq!(searched.filter.lead.as_deref(), Some("Bas"));
    screen.shows("Duivenman").await;
    assert!(screen.page().text_of("filter-lead").is_some());
}

#[tokio::test]
async fn who_fits_is_found_by_words_and_neighbourhood() {
    let mut screen = Screen::open("/netwerk");
    screen.shows("Huismeester").await;
    screen.press_words("jongeren", 0);
    let page = screen
        .until(|page| !page.text().contains("Huismeester"))
        .await;
    assert!(page.text().contains("Sportschoolleraar"), "{}", page.text());
    screen.press("filter-district");
    screen.press_words("Markt", 0);
    screen.shows("Hier past niemand bij.").await;
    screen.press_words("jongeren", 0);
    screen.shows("Groenteman").await;
}

#[tokio::test]
async fn from_a_case_the_network_opens_on_its_neighbourhood() {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Wie past hier?").await;
    screen.press("case-fits");
    let district = screen
        .sends(|request| match request {
            Request::ReadNetwork(ask) => Some(ask.district.clone()),
            _ => None,
        })
        .await;
    assert_eq!(district, Some(data::pigeons().district));
}

#[tokio::test]
async fn a_word_is_put_on_a_contact_by_one_press_and_taken_off_by_another() {
    let tagged = |request: &Request| match request {
        Request::SetContactTag(set) => Some((set.tag.clone(), set.applies)),
        _ => None,
    };
    let mut screen = Screen::open(&format!("/netwerk/{}", data::id(61)));
    screen.shows("Past bij").await;
    screen.press_words("jongeren", 0);
    assert_eq!(screen.sends(tagged).await, ("jongeren".into(), true));
    screen.press_words("ouderen", 0);
    assert_eq!(screen.sends_nth(1, tagged).await, ("ouderen".into(), false));
    screen.press("contact-tag-new");
    screen.type_in("contact-tag", "taal");
    screen.press("contact-tag-save");
    assert_eq!(screen.sends_nth(2, tagged).await, ("taal".into(), true));
}

#[tokio::test]
async fn a_contact_can_be_written_to_from_the_list_and_from_its_page() {
    for path in ["/netwerk".to_owned(), format!("/netwerk/{}", data::id(61))] {
        let mut screen = Screen::open(&path);
        let page = screen.shows("Groenteman").await;
        let links = page.all("href");
        assert!(links.contains(&"sms:+31612345678".to_owned()), "{links:?}");
        assert!(links.contains(&"tel:+31612345678".to_owned()), "{links:?}");
    }
}
