//! The warning for a burgerservicenummer, in every field whose text is stored.

use voorveld_core::api::{AddCommitment, Request};

use super::data;
use super::screen::Screen;

const WARNING: &str = "Dit lijkt een burgerservicenummer.";

#[tokio::test]
async fn any_field_points_a_bsn_out_while_it_stands_there_and_saves_it_all_the_same() {
    let mut screen = Screen::open(&format!("/dossiers/{}", data::PIGEONS));
    screen.shows("Afspraken 1").await;
    screen.press_words("Afspraken 1", 0);
    screen.shows("Nieuwe afspraak").await;
    screen.press("commitment-new");
    screen.shows("Wat is er afgesproken?").await;
    screen.type_in("commitment-text", "Kaart aanvragen 1112-22-333");
    screen.shows(WARNING).await;
    screen.type_in("commitment-text", "Kaart aanvragen");
    screen.until(|page| !page.text().contains(WARNING)).await;
    screen.type_in("commitment-text", "Kaart aanvragen 111222333");
    screen.shows(WARNING).await;
    screen.press("commitment-save");
    let saved = screen
        .sends(|request| match request {
            Request::AddCommitment(AddCommitment { text, .. }) => Some(text.clone()),
            _ => None,
        })
        .await;
    assert_eq!(saved, "Kaart aanvragen 111222333");
}
