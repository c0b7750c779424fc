//! Which fields a hit shows.

/// Fields of a case that a hit shows, the most telling first.
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

/// The same of a contact.
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
