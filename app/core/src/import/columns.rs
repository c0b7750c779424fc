//! Meanings of columns, and whether the columns of a table make it a list of cases or an address book.

pub(super) use super::titles::column;

/// The meaning of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// A number that identifies one person.
    Number,
    /// Nr, #, Volgnummer: only the values tell which kind of number it is.
    Numbering,
    /// A row counter: not imported.
    Counter,
    Name,
    /// A nickname: precedes the full name in a case.
    Nickname,
    FirstName,
    Infix,
    LastName,
    /// A contact person; used as the name only if there is no other.
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
    /// The label of the phone number in the next column, such as Google's "Phone 1 - Label".
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
    /// The id from our own export.
    OwnId,
    /// The citizen service number: never imported.
    Bsn,
}

/// Distinguishes several phone numbers or addresses of a person, most preferred first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Kind {
    /// A mobile number, which reaches the person anywhere.
    Mobile,
    /// Unspecified.
    #[default]
    Plain,
    Home,
    Work,
    Other,
    /// A place rather than an address (*locatie*): not where a client lives if there is an address.
    Venue,
    /// Of an organisation, or no longer in use: not where a client is reached.
    Another,
}

/// An interpreted column title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Title {
    /// What the column holds; `None` puts its values in the background under the title.
    pub column: Option<Column>,
    /// What the column may hold if a word of its title is unknown; used when no other column holds it.
    pub maybe: Option<Column>,
    /// Which of several phone numbers or addresses.
    pub kind: Kind,
    /// Whether some of its values are citizen service numbers, which are not imported.
    pub service_numbers: bool,
    /// Whether it calls the people clients.
    pub of_client: bool,
    /// Whether it is about somebody else.
    pub of_another: bool,
}

/// Returns whether the table has a column with names, which it needs to be read.
pub(super) fn name_people(titles: &[Title]) -> bool {
    use Column as C;
    let names = [
        C::Name,
        C::Nickname,
        C::FirstName,
        C::LastName,
        C::ContactPerson,
        // "Voedselbank": a row of an organisation may name no person.
        C::Organisation,
    ];
    has(titles, &names)
}

/// Returns whether any column holds one of these.
pub(super) fn has(titles: &[Title], some: &[Column]) -> bool {
    titles
        .iter()
        .any(|title| title.column.is_some_and(|column| some.contains(&column)))
}

/// Returns whether the table is an address book: it has columns specific to contacts and none specific
/// to cases. Both may have a status or a last contact; `works_on_it` tells whether the values of the
/// status are those of a case.
pub(super) fn are_contacts(titles: &[Title], works_on_it: bool) -> bool {
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
    let of_clients = |title: &Title| title.of_client && title.column == Some(C::Name);
    if has(titles, &of_cases) || titles.iter().any(of_clients) && !has(titles, &[C::Role]) {
        return false;
    }
    let placed = has(titles, &[C::Address, C::Postcode, C::District]);
    let of_both = has(titles, &[C::Status, C::LastContact]) && (works_on_it || placed);
    let at_work = |title: &Title| title.kind == Kind::Work && title.column.is_some();
    has(titles, &of_contacts)
        || titles.iter().any(at_work)
        || (has(titles, &[C::Email]) && !of_both)
}
