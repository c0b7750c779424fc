use voorveld_core::api::Request;
use voorveld_core::view::{Appearance, Language, LockAfter, Settings};

use super::screen::Screen;

fn sets(request: &Request) -> Option<Settings> {
    match request {
        Request::SetSettings(set) => Some(set.settings),
        _ => None,
    }
}

#[tokio::test]
async fn one_tap_changes_the_language_and_leaves_the_rest() {
    let mut screen = Screen::open("/team/instellingen");
    let page = screen.shows("Uiterlijk").await;
    assert_eq!(
        page.attribute("language-nl", "aria-pressed").as_deref(),
        Some("true")
    );
    screen.press("language-en");
    let expected = Settings {
        language: Language::English,
        appearance: Appearance::System,
        lock_after: LockAfter::FiveMinutes,
    };
    assert_eq!(screen.sends(sets).await, expected);
}

#[tokio::test]
async fn dark_can_be_chosen_whatever_the_phone_does() {
    let mut screen = Screen::open("/team/instellingen");
    screen.shows("Uiterlijk").await;
    screen.press("appearance-dark");
    assert_eq!(screen.sends(sets).await.appearance, Appearance::Dark);
}

#[tokio::test]
async fn it_says_whose_type_and_icons_these_are() {
    let mut screen = Screen::open("/team/instellingen");
    let text = screen.shows("Over Voorveld").await.text();
    for words in ["0.1.0", "EUPL-1.2", "Atkinson Hyperlegible Next", "Lucide"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
