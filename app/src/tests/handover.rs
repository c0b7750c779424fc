use voorveld_core::api::{HandOver, Request, Response, SaveCallLine};
use voorveld_core::view::CaseView;

use super::data;
use super::screen::Screen;

fn path(page: &str) -> String {
    format!("/dossiers/{}/{page}", data::PIGEONS)
}

#[tokio::test]
async fn a_handover_says_which_lines_went_to_whom_and_on_what_ground() {
    let mut screen = Screen::open(&path("overdracht"));
    screen.shows("Draag over").await;
    screen.type_in("handover-receiver", "wijkteam Noord");
    screen.type_in("handover-ground", "Hij vond het goed.");
    screen.press("handover-matters");
    screen.press("handover-last");
    screen.press("handover-confirm");
    let over: HandOver = screen.sends_a().await;
    assert_eq!(over.receiver, "wijkteam Noord");
    assert_eq!(over.ground, "Hij vond het goed.");
    assert_eq!(
        over.what,
        "Wel en niet, Open afspraken, Laatste contacten, Veiligheid"
    );
    assert!(over.involved);
}

#[tokio::test]
async fn what_is_dangerous_goes_along_unless_one_leaves_it_out() {
    let mut screen = Screen::open(&path("overdracht"));
    screen.shows("Draag over").await;
    let chosen = |screen: &Screen| screen.page().attribute("handover-safety", "aria-pressed");
    assert_eq!(chosen(&screen).as_deref(), Some("true"));
    screen.press("handover-safety");
    screen
        .until(|page| page.attribute("handover-safety", "aria-pressed").as_deref() == Some("false"))
        .await;
    screen.press("handover-confirm");
    let over: HandOver = screen.sends_a().await;
    assert_eq!(over.what, "Wat telt, Wel en niet, Open afspraken");
}

#[tokio::test]
async fn without_a_danger_that_holds_none_can_go_along() {
    let mut screen = Screen::with(&path("overdracht"), |request| match request {
        Request::ReadCase(_) => Some(Ok(Response::ReadCase(CaseView {
            safety: vec![],
            ..data::pigeons()
        }))),
        _ => None,
    });
    let page = screen.shows("Draag over").await;
    assert!(page.attribute("handover-safety", "id").is_none());
}

#[tokio::test]
async fn somebody_of_the_network_is_chosen_with_a_tap() {
    let mut screen = Screen::open(&path("overdracht"));
    screen.shows("Draag over").await;
    screen.press("handover-from-network");
    screen.shows("Groenteman").await;
    screen.press_words("Groenteman kent iedereen op straat", 0);
    screen.shows("Aan wie").await;
    screen.press("handover-involved");
    screen.press("handover-confirm");
    let over: HandOver = screen.sends_a().await;
    assert!(over.receiver.starts_with("Groenteman"), "{}", over.receiver);
    assert!(!over.involved);
}

#[tokio::test]
async fn a_handover_to_nobody_is_refused_in_place() {
    let mut screen = Screen::open(&path("overdracht"));
    screen.shows("Draag over").await;
    screen.press("handover-confirm");
    screen
        .until(|page| page.all("role").iter().any(|role| role == "alert"))
        .await;
    screen.shows("Draag over").await;
}

#[tokio::test]
async fn cases_we_stay_involved_in_stand_on_netwerk() {
    let mut screen = Screen::open("/netwerk");
    let text = screen.shows("Blijf betrokken").await.text();
    assert!(text.contains("De heer W. bij wijkteam Noord"), "{text}");
}

#[tokio::test]
async fn calling_from_a_case_dials_and_keeps_one_line() {
    let mut screen = Screen::open(&path("opschalen"));
    let page = screen.shows("wethouder").await;
    let call = "escalate-00000000-0000-0000-0000-0000000000c2";
    assert_eq!(
        page.attribute(call, "href").as_deref(),
        Some("tel:+4930123456")
    );
    let undialled = "escalate-00000000-0000-0000-0000-0000000000c3";
    assert_eq!(page.attribute(undialled, "href"), None);
    screen.press(call);
    let text = screen
        .sends(|request| match request {
            Request::LogEscalation(log) => Some(log.text.clone()),
            _ => None,
        })
        .await;
    assert_eq!(text, "Gebeld: wethouder (opschaling)");
    screen.shows("In de tijdlijn gezet").await;
}

#[tokio::test]
async fn a_line_of_the_list_is_added_moved_and_taken_off() {
    let mut screen = Screen::open("/team/opschalen");
    screen.shows("wethouder").await;
    screen.press("call-line-new");
    screen.type_in("call-line-role", "burgemeester");
    screen.type_in("call-line-phone", "+49 30 12");
    screen.press("call-line-save");
    let saved: SaveCallLine = screen.sends_a().await;
    assert_eq!((saved.id, saved.phone.as_str()), (None, "+49 30 12"));
    screen.shows("Zet iemand").await;
    screen.press("call-line-00000000-0000-0000-0000-0000000000c2");
    screen.press("call-line-up");
    let up = |request: &Request| match request {
        Request::MoveCallLine(line) => Some(line.up),
        _ => None,
    };
    assert!(screen.sends(up).await);
    screen.press("call-line-remove");
    let gone = |request: &Request| match request {
        Request::RemoveCallLine(line) => Some(line.id),
        _ => None,
    };
    screen.sends(gone).await;
    screen.shows("Zet iemand").await;
}
