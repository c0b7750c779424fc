//! Which column holds what, by its title, in Dutch or English.

use super::fold::letters;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Name,
    FirstName,
    Infix,
    LastName,
    Address,
    HouseNumber,
    HouseSuffix,
    Postcode,
    Place,
    District,
    Phone,
    Problems,
    Sensitive,
    ReportedBy,
    ReportedOn,
    Status,
    Lead,
    LastContact,
    Background,
    Role,
    Organisation,
    WhatFor,
    Email,
    Uid,
    /// The citizen service number: never taken over.
    Bsn,
}

/// What a column with this title holds, if that is known.
pub(super) fn column(title: &str) -> Option<Column> {
    use Column as C;
    let column = match letters(title).as_str() {
        "dossiernr" | "dossiernummer" | "dossier" | "dossierid" | "zaaknr" | "zaaknummer"
        | "zaak" | "zaakid" | "casusnr" | "casusnummer" | "casus" | "volgnr" | "volgnummer"
        | "nr" | "nummer" | "kenmerk" | "clientnr" | "clientnummer" | "caseno" | "casenr"
        | "casenumber" | "caseid" | "number" | "fileno" | "filenumber" => C::Number,
        "roepnaam" | "naam" | "client" | "bijnaam" | "clientnaam" | "naamclient" | "bewoner"
        | "inwoner" | "naambewoner" | "naaminwoner" | "persoon" | "betrokkene" | "gezin"
        | "huishouden" | "contact" | "contactpersoon" | "volledigenaam" | "weergavenaam"
        | "name" | "nickname" | "fullname" | "displayname" | "resident" | "person" => C::Name,
        "voornaam" | "voornamen" | "voorletters" | "voorletter" | "firstname" | "givenname" => {
            C::FirstName
        }
        "tussenvoegsel" | "tussenvoegsels" | "tussenv" | "voorvoegsel" | "voorvoegsels"
        | "middlename" => C::Infix,
        "achternaam" | "familienaam" | "geslachtsnaam" | "lastname" | "surname" | "familyname" => {
            C::LastName
        }
        "adres" | "straat" | "straatnaam" | "woonadres" | "straatenhuisnummer"
        | "straatennummer" | "straatnummer" | "bezoekadres" | "address" | "street"
        | "streetaddress" | "homestreet" | "businessstreet" => C::Address,
        "huisnummer" | "huisnr" | "housenumber" | "houseno" => C::HouseNumber,
        "toevoeging" | "huisnummertoevoeging" | "huisletter" | "toev" => C::HouseSuffix,
        "postcode" | "pc" | "postalcode" | "zipcode" | "zip" | "homepostalcode"
        | "businesspostalcode" => C::Postcode,
        "plaats" | "woonplaats" | "plaatsnaam" | "stad" | "city" | "town" | "homecity"
        | "businesscity" => C::Place,
        "wijk" | "buurt" | "gebied" | "stadsdeel" | "district" | "neighbourhood"
        | "neighborhood" | "area" => C::District,
        "telefoon" | "telefoonnummer" | "telefoonnr" | "tel" | "telnr" | "telnummer" | "mobiel"
        | "mobielnummer" | "mobielenummer" | "gsm" | "06" | "06nummer" | "phone"
        | "phonenumber" | "mobile" | "mobilephone" | "phone1value" | "cell" => C::Phone,
        "problematiek" | "problemen" | "probleem" | "thema" | "themas" | "leefgebied"
        | "leefgebieden" | "soortproblematiek" | "typeproblematiek" | "problems" | "issues"
        | "problem" => C::Problems,
        "bestuurlijkgevoelig" | "gevoelig" | "sensitive" => C::Sensitive,
        "aangemelddoor" | "melder" | "aanmelder" | "verwijzer" | "gemelddoor" | "bron"
        | "aangemeldvia" | "reportedby" | "referredby" | "source" => C::ReportedBy,
        "datumaanmelding" | "aanmelddatum" | "aanmeldingsdatum" | "aangemeldop" | "aangemeld"
        | "datummelding" | "melddatum" | "startdatum" | "instroomdatum" | "reportedon"
        | "datereported" | "startdate" | "reported" => C::ReportedOn,
        "status" | "stand" | "fase" | "stavanzaken" | "state" => C::Status,
        "trekker" | "casushouder" | "regisseur" | "regiehouder" | "behandelaar" | "eigenaar"
        | "begeleider" | "casusregisseur" | "medewerker" | "lead" | "caseworker" | "owner" => {
            C::Lead
        }
        "laatstecontact"
        | "laatstecontactmoment"
        | "datumlaatstecontact"
        | "laatstgezien"
        | "laatstgesproken"
        | "lastcontact"
        | "lastseen"
        | "lastcontactdate" => C::LastContact,
        "opmerking" | "opmerkingen" | "notitie" | "notities" | "bijzonderheden" | "toelichting"
        | "achtergrond" | "omschrijving" | "remark" | "remarks" | "note" | "notes" | "comment"
        | "comments" | "background" => C::Background,
        "functie" | "rol" | "beroep" | "role" | "jobtitle" | "function" | "organizationtitle" => {
            C::Role
        }
        "organisatie" | "bedrijf" | "instelling" | "instantie" | "organisation"
        | "organization" | "company" | "organizationname" => C::Organisation,
        "waarvoor" | "goedvoor" | "expertise" | "whatfor" => C::WhatFor,
        "email" | "emailadres" | "mail" | "mailadres" | "emailaddress" | "email1value" => C::Email,
        "uid" => C::Uid,
        "bsn" | "bsnnummer" | "burgerservicenummer" | "sofinummer" | "sofi" => C::Bsn,
        _ => return None,
    };
    Some(column)
}

/// The table names people: it can be read.
pub(super) fn name_people(columns: &[Option<Column>]) -> bool {
    let names = [Column::Name, Column::FirstName, Column::LastName];
    columns
        .iter()
        .flatten()
        .any(|column| names.contains(column))
}

/// An address book rather than a list of cases: it has columns only an address book has, and none
/// that only cases have.
pub(super) fn are_contacts(columns: &[Option<Column>]) -> bool {
    use Column as C;
    let contacts_only = [C::Role, C::Organisation, C::WhatFor, C::Email, C::Uid];
    let cases_only = [
        C::Number,
        C::Problems,
        C::Sensitive,
        C::ReportedBy,
        C::ReportedOn,
        C::Status,
        C::Lead,
        C::LastContact,
        C::Bsn,
    ];
    let has = |some: &[C]| columns.iter().flatten().any(|column| some.contains(column));
    has(&contacts_only) && !has(&cases_only)
}
