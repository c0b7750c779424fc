use voorveld_core::api::{Request, Response, SaveContact, SetContactField};
use voorveld_core::model::{ContactField, Who};
use voorveld_core::view::Network;

use super::network_data as data;
use super::screen::Screen;

const GREENGROCER: &str = "/netwerk/00000000-0000-0000-0000-00000000003d";

#[tokio::test]
async fn those_not_spoken_with_for_long_come_first_and_can_be_called() {
    let mut screen = Screen::open("/netwerk");
    let page = screen.shows("Lang niet gesproken").await;
    let long = page.text_of("network-long").unwrap_or_default();
    assert_eq!(
        long,
        "Lang niet gesproken Sportschoolleraar 9 weken · De Akkers · jongeren \
         Bezoekbroeder 7 weken · Markt · ouderen, alleen"
    );
    assert!(page.all("href").contains(&"tel:+31612345678".to_owned()));
    assert!(
        page.all("aria-label")
            .contains(&"Bel Bezoekbroeder".to_owned())
    );
    assert!(page.text().contains("De Akkers 6"), "{}", page.text());
    assert!(page.text().contains("Zonder wijk 1"), "{}", page.text());
}

#[tokio::test]
async fn typing_narrows_the_network_down() {
    let mut screen = Screen::open("/netwerk");
    screen.shows("Huismeester").await;
    screen.type_in("network-search", "groen");
    let page = screen
        .until(|page| page.text().contains("Groenteman") && !page.text().contains("Huismeester"))
        .await;
    assert!(!page.text().contains("Lang niet gesproken"));
    screen.press("network-search-clear");
    screen.shows("Huismeester").await;
}

#[tokio::test]
async fn nobody_found_offers_a_new_contact_by_that_name() {
    let mut screen = Screen::open("/netwerk");
    screen.shows("Huismeester").await;
    screen.type_in("network-search", "kapper");
    screen.shows("Niemand gevonden op deze telefoon.").await;
    screen.press("contact-new-named");
    screen.press("contact-new-save");
    let new: SaveContact = screen.sends_a().await;
    assert_eq!((new.name.as_str(), new.fields), ("kapper", vec![]));
    screen.shows("Gesproken").await;
}

#[tokio::test]
async fn only_the_name_of_a_contact_must_be_filled_in() {
    let mut screen = Screen::open("/netwerk");
    screen.shows("Huismeester").await;
    screen.press("contact-new");
    screen.press("contact-new-save");
    screen
        .shows("Vul een naam of rol in, meer hoeft niet.")
        .await;
    screen.type_in("contact-new-name", " Kapper ");
    screen.type_in("contact-new-phone", "06 1");
    screen.press("contact-new-save");
    let new = screen
        .sends_nth(1, |request| match request {
            Request::SaveContact(new) => Some(new.clone()),
            _ => None,
        })
        .await;
    assert_eq!(new.name, "Kapper");
    assert_eq!(new.fields, vec![(ContactField::Phone, "06 1".into())]);
}

#[tokio::test]
async fn an_empty_network_says_how_to_begin() {
    let mut screen = Screen::with("/netwerk", |request| match request {
        Request::ReadNetwork(_) => Some(Ok(Response::ReadNetwork(Network::default()))),
        _ => None,
    });
    screen.shows("Begin met één naam").await;
}

#[tokio::test]
async fn a_contact_can_be_called_mailed_and_found_on_the_map() {
    let mut screen = Screen::open(GREENGROCER);
    let page = screen.shows("Groenteman").await;
    let links = page.all("href");
    for link in [
        "tel:+31612345678",
        "mailto:kraam14@voorbeeld.nl",
        "geo:0,0?q=Marktplein%208",
    ] {
        assert!(links.contains(&link.to_owned()), "{links:?}");
    }
    let talks = page.text_of("contact-talks").unwrap_or_default();
    assert!(
        talks.contains("Straat · Noor alleen op deze telefoon"),
        "{talks}"
    );
    assert!(talks.contains("bij het team"), "{talks}");
}

#[tokio::test]
async fn each_of_several_numbers_has_its_own_button_and_the_text_stays() {
    let mut screen = Screen::with(GREENGROCER, |request| match request {
        Request::ReadContact(_) => {
            let mut contact = data::greengrocer();
            contact.texts[ContactField::Phone] =
                "06-12345678 (zus: na 17 uur) / werk 035-1234567 tst 12".to_owned();
            Some(Ok(Response::ReadContact(contact)))
        }
        _ => None,
    });
    let page = screen.shows("Groenteman").await;
    let link = |id: &str| page.attribute(id, "href");
    assert_eq!(link("contact-call").as_deref(), Some("tel:+31612345678"));
    assert_eq!(link("contact-call-2").as_deref(), Some("tel:+31351234567"));
    let text = page.text();
    for shown in [
        "Bel 06 12345678 · zus: na 17 uur",
        "Bel 035 1234567 · werk, tst 12",
        "06-12345678 (zus: na 17 uur) / werk 035-1234567 tst 12",
    ] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
}

#[tokio::test]
async fn what_is_not_sure_is_shown_and_not_dialled() {
    let mut screen = Screen::with(GREENGROCER, |request| match request {
        Request::ReadContact(_) => {
            let mut contact = data::greengrocer();
            contact.texts[ContactField::Phone] = "6,12E+08".to_owned();
            Some(Ok(Response::ReadContact(contact)))
        }
        _ => None,
    });
    let page = screen.shows("6,12E+08").await;
    assert!(
        page.all("href")
            .iter()
            .all(|link| !link.starts_with("tel:"))
    );
}

#[tokio::test]
async fn two_numbers_are_settled_by_one_tap() {
    let mut screen = Screen::with(GREENGROCER, |request| match request {
        Request::ReadContact(_) => Some(Ok(Response::ReadContact(data::clashing_contact()))),
        _ => None,
    });
    let page = screen.shows("Telefoon: twee keer ingevuld").await;
    assert!(page.text().contains("06 87654321 Bas · gisteren 10:08"));
    screen.press_words("Deze klopt: 0687654321", 0);
    let set: SetContactField = screen.sends_a().await;
    assert_eq!(
        (set.field, set.value.as_str()),
        (ContactField::Phone, "0687654321")
    );
}

#[tokio::test]
async fn a_field_is_rewritten_where_it_stands() {
    let mut screen = Screen::open(GREENGROCER);
    screen.shows("Groenteman").await;
    screen.press("contact-edit");
    screen.press("contact-what_for-open");
    screen.type_in("contact-what_for", "weet alles");
    screen.press("contact-what_for-save");
    let set: SetContactField = screen.sends_a().await;
    assert_eq!(
        (set.field, set.value.as_str()),
        (ContactField::WhatFor, "weet alles")
    );
}

#[tokio::test]
async fn the_plus_on_a_contact_starts_with_that_contact() {
    let mut screen = Screen::open(GREENGROCER);
    screen.shows("Gesproken").await;
    screen.press("capture-open");
    screen.shows("Contactmoment · nu").await;
    screen.type_in("capture-text", "Even gebeld.");
    screen.press("capture-save");
    let who = screen
        .sends(|request| match request {
            Request::SaveEncounter(save) => Some(save.who),
            _ => None,
        })
        .await;
    assert_eq!(who, Who::Contact(data::greengrocer().id));
}

#[tokio::test]
async fn a_contact_with_only_a_name_invites_to_fill_in() {
    let mut screen = Screen::with(GREENGROCER, |request| match request {
        Request::ReadContact(_) => Some(Ok(Response::ReadContact(data::bare_contact()))),
        _ => None,
    });
    screen
        .shows("Tik op de plus na een gesprek met Buurvrouw van 14")
        .await;
    screen.press("contact-fill");
    screen.shows("niet ingevuld").await;
}
