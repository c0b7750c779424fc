//! What a column can hold, and what the columns of a table together say: a list of cases or an
//! address book.

pub(super) use super::titles::column;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// A number that stands for one person.
    Number,
    /// Nr, #, Volgnummer: what it is only its values tell.
    Numbering,
    /// A numbering that counts rows: not taken over.
    Counter,
    Name,
    /// What the person is called: goes before the full name in a case.
    Nickname,
    FirstName,
    Infix,
    LastName,
    /// Somebody to talk to about the person; the name itself only where there is no other.
    ContactPerson,
    Born,
    Address,
    HouseNumber,
    HouseSuffix,
    Postcode,
    Place,
    Country,
    District,
    Phone,
    /// What the phone after it is: Google's "Phone 1 - Label".
    PhoneLabel,
    Problems,
    Sensitive,
    ReportedBy,
    ReportedOn,
    FirstContact,
    Status,
    Trust,
    Lead,
    LastContact,
    WhatMatters,
    Do,
    Dont,
    Background,
    Role,
    Organisation,
    WhatFor,
    Tags,
    Email,
    Uid,
    /// The identifier in our own export.
    OwnId,
    /// The citizen service number: never taken over.
    Bsn,
}

/// Of several phones or addresses of one person, which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Kind {
    /// One that is always with them.
    Mobile,
    /// Without a word about it.
    #[default]
    Plain,
    Home,
    Work,
    Other,
}

/// A title as understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Title {
    /// What the column holds; none goes to the background under its title.
    pub column: Option<Column>,
    /// What it may hold, where a word of the title is not known: it does when no other column is.
    pub maybe: Option<Column>,
    /// Which of several.
    pub kind: Kind,
}

/// The table names people: it can be read.
pub(super) fn name_people(titles: &[Title]) -> bool {
    use Column as C;
    let names = [
        C::Name,
        C::Nickname,
        C::FirstName,
        C::LastName,
        C::ContactPerson,
    ];
    has(titles, &names)
}

/// Some column holds one of these.
pub(super) fn has(titles: &[Title], some: &[Column]) -> bool {
    titles
        .iter()
        .any(|title| title.column.is_some_and(|column| some.contains(&column)))
}

/// An address book rather than a list of cases: it has columns only an address book has, and none
/// that only cases have. A numbering, a status or a last contact both may have.
pub(super) fn are_contacts(titles: &[Title]) -> bool {
    use Column as C;
    let of_contacts = [C::Role, C::Organisation, C::WhatFor, C::Uid, C::Tags];
    let of_cases = [
        C::Number,
        C::Problems,
        C::Sensitive,
        C::ReportedBy,
        C::ReportedOn,
        C::FirstContact,
        C::Trust,
        C::WhatMatters,
        C::Lead,
        C::Bsn,
    ];
    let of_both = [C::Status, C::LastContact];
    if has(titles, &of_cases) {
        return false;
    }
    let at_work = |title: &Title| title.kind == Kind::Work && title.column.is_some();
    has(titles, &of_contacts)
        || titles.iter().any(at_work)
        || (has(titles, &[C::Email]) && !has(titles, &of_both))
}
