//! Links to other apps: phone, maps and mail.

/// Prefix of a link that the page passes to the window (`phone.js`).
const HANDED: &str = "voorveld-open:";

/// The only schemes that are opened, whatever a document contains.
const OPENED: [&str; 4] = ["tel:", "sms:", "mailto:", "geo:"];

/// Returns whether the window may navigate to an address. It never may, because it only shows the app;
/// on a phone, links to other apps are opened from here.
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
        // The link itself is not logged: it says whom the user calls.
        tracing::warn!("no app on this phone opens such a link");
    }
}

/// On a desktop, Dioxus opens links in other programs before they get here.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn open(_link: &str) {}

/// iOS does not support `geo:`; its maps app accepts the same query.
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
