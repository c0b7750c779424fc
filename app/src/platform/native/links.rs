//! Links to other apps: the phone, its maps, its mail.

/// What stands before a link that the page hands over (`phone.js`).
const HANDED: &str = "voorveld-open:";

/// Kinds of links that the app has; nothing else is opened, whatever a document holds.
const OPENED: [&str; 4] = ["tel:", "sms:", "mailto:", "geo:"];

/// Whether the window may go to an address: never. It holds the app and nothing else; on a phone a
/// link to another app is opened there.
pub(super) fn goes_to(address: &str) -> bool {
    if let Some(link) = handed(address) {
        open(link);
    }
    false
}

fn handed(address: &str) -> Option<&str> {
    let link = address.strip_prefix(HANDED).unwrap_or(address);
    OPENED
        .iter()
        .any(|kind| link.starts_with(kind))
        .then_some(link)
}

#[cfg(any(target_os = "android", target_os = "ios"))]
fn open(link: &str) {
    let link = if cfg!(target_os = "ios") {
        for_apple(link)
    } else {
        link.into()
    };
    if robius_open::Uri::new(&link).open().is_err() {
        // Not the link: it says whom somebody calls.
        tracing::warn!("no app on this phone opens such a link");
    }
}

/// In a window Dioxus opens links with the machine's own programs before they get here.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn open(_link: &str) {}

/// Apple's phones know no `geo:`; their maps take the same question.
#[cfg(any(target_os = "android", target_os = "ios", test))]
fn for_apple(link: &str) -> std::borrow::Cow<'_, str> {
    match link
        .strip_prefix("geo:")
        .and_then(|at| at.split_once("?q="))
    {
        Some((_, question)) => format!("maps://?q={question}").into(),
        None => link.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_that_the_app_has_are_handed_over() {
        assert_eq!(
            handed("voorveld-open:tel:+31612345678"),
            Some("tel:+31612345678")
        );
        assert_eq!(
            handed("geo:0,0?q=Marktplein%208"),
            Some("geo:0,0?q=Marktplein%208")
        );
        for other in [
            "voorveld-open:intent://scan",
            "voorveld-open:https://voorbeeld.nl",
            "file:///etc/passwd",
            "javascript:alert(1)",
        ] {
            assert_eq!(handed(other), None, "{other}");
        }
    }

    #[test]
    fn the_window_stays_where_it_is() {
        assert!(!goes_to("tel:112"));
        assert!(!goes_to("data:text/html,x"));
    }

    #[test]
    fn a_place_is_a_question_to_apples_maps() {
        assert_eq!(
            for_apple("geo:0,0?q=Marktplein%208"),
            "maps://?q=Marktplein%208"
        );
        assert_eq!(for_apple("tel:112"), "tel:112");
    }
}
