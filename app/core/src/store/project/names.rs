//! How names sort: without their tussenvoegsel (van der Grijp under G), accents and capitals aside.

/// Longest first, so that "van der" is not taken for "van".
const TUSSENVOEGSELS: &[&str] = &[
    "in het ", "in 't ", "op den ", "op de ", "van den ", "van der ", "van het ", "van 't ",
    "van de ", "aan de ", "uit de ", "voor de ", "van ", "den ", "der ", "het ", "ten ", "ter ",
    "de ", "te ", "'t ",
];

/// The text a name sorts by.
pub(super) fn sort_name(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let bare = TUSSENVOEGSELS
        .iter()
        .find_map(|prefix| lower.strip_prefix(prefix))
        .unwrap_or(&lower);
    crate::text::fold(bare)
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::sort_name;

    #[test]
    fn names_sort_without_their_tussenvoegsel() {
        for (name, sorted) in [
            ("van der Grijp", "grijp"),
            ("de Duivenman", "duivenman"),
            ("'t Hoefijzer", "hoefijzer"),
            ("Ö.", "o."),
            ("'de generaal'", "de generaal'"),
            ("Denise", "denise"),
        ] {
            assert_eq!(sort_name(name), sorted);
        }
    }
}
