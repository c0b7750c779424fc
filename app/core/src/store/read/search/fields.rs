//! The fields that a hit can show.

/// Fields of a case, most informative first.
pub(super) const CASE_FIELDS: [&str; 11] = [
    "address",
    "district",
    "what_matters",
    "does",
    "donts",
    "background",
    "reported_by",
    "number",
    "postcode",
    "phone",
    "problems",
];

/// Fields of a contact, most informative first.
pub(super) const CONTACT_FIELDS: [&str; 9] = [
    "role",
    "organisation",
    "what_for",
    "district",
    "note",
    "phone",
    "email",
    "address",
    "tags",
];

#[cfg(test)]
mod tests {
    use super::CONTACT_FIELDS;
    use crate::model::ContactField;

    #[test]
    fn a_hit_can_show_every_field_of_a_contact() {
        for field in ContactField::ALL {
            let shown = CONTACT_FIELDS.contains(&field.key());
            assert_eq!(shown, field != ContactField::Name, "{}", field.key());
        }
    }
}
