//! Titles of a card's lines in the note.

use chrono::NaiveDate;

use super::card_line::Line;
use super::fold::one_line;

/// Returns the custom label of a line: from the X-ABLABEL in its group, as Apple and Google write it,
/// or an unusual TYPE. `None` for standard labels.
pub(super) fn label(line: &Line, all: &[Line]) -> Option<String> {
    let beside = all.iter().find(|other| {
        !line.group.is_empty() && other.group == line.group && other.name == "X-ABLABEL"
    });
    if let Some(label) = beside
        .map(|label| one_line(&label.text()))
        .filter(|label| !label.is_empty())
    {
        let usual = label
            .strip_prefix("_$!<")
            .and_then(|label| label.strip_suffix(">!$_"));
        return match usual {
            Some(usual) => apple(usual).map(str::to_owned),
            None => Some(label),
        };
    }
    // The LABEL of an address is the address written out.
    let named = ["LABEL", "X-LABEL", "X-ABLABEL"].into_iter();
    let named = named
        .filter(|_| line.name != "ADR")
        .find_map(|name| line.parameter(name));
    if let Some(own) = named.map(one_line).filter(|own| !own.is_empty()) {
        return Some(own);
    }
    const USUAL: [&str; 32] = [
        "",
        "VOICE",
        "CELL",
        "MOBILE",
        "HOME",
        "WORK",
        "FAX",
        "PAGER",
        "PREF",
        "MAIN",
        "MSG",
        "TEXT",
        "VIDEO",
        "CAR",
        "ISDN",
        "MODEM",
        "BBS",
        "PCS",
        "INTERNET",
        "X400",
        "IPHONE",
        "OTHER",
        "DOM",
        "INTL",
        "POSTAL",
        "PARCEL",
        "TEXTPHONE",
        "TLX",
        "URI",
        "QUOTED-PRINTABLE",
        "BASE64",
        "B",
    ];
    let mut types = line.parameters.iter().filter(|(name, _)| name == "TYPE");
    types.find_map(|(_, value)| {
        let mut values = value.split(',').map(str::trim);
        let own = values.find(|value| !USUAL.contains(&value.to_uppercase().as_str()))?;
        let own = own
            .strip_prefix("x-")
            .or_else(|| own.strip_prefix("X-"))
            .unwrap_or(own);
        (!own.is_empty()).then(|| own.replace('_', " "))
    })
}

/// Returns whether the line is the label that [`label`] uses for the other lines in its group.
pub(super) fn is_label_of_another(line: &Line, all: &[Line]) -> bool {
    let mut group = all.iter().filter(|other| other.group == line.group);
    let first = group.clone().find(|other| other.name == line.name);
    !line.group.is_empty()
        && first.is_some_and(|first| std::ptr::eq(first, line))
        && group.any(|other| other.name != line.name)
}

/// Translates Apple's built-in labels; `None` for those that add nothing to the property.
fn apple(label: &str) -> Option<&str> {
    Some(match label {
        "Mobile" | "Home" | "Work" | "Main" | "Other" | "HomeFAX" | "WorkFAX" | "Pager"
        | "HomePage" => return None,
        "Mother" => "Moeder",
        "Father" => "Vader",
        "Parent" => "Ouder",
        "Brother" => "Broer",
        "Sister" => "Zus",
        "Child" => "Kind",
        "Son" => "Zoon",
        "Daughter" => "Dochter",
        "Friend" => "Vriend",
        "Spouse" => "Echtgenoot",
        "Partner" => "Partner",
        "Assistant" => "Assistent",
        "Manager" => "Leidinggevende",
        "Anniversary" => "Jubileum",
        other => other,
    })
}

/// Returns the title of a property.
pub(super) fn title(name: &str) -> String {
    let known = match name {
        "URL" => "Web",
        "BDAY" => "Geboren",
        "BIRTHPLACE" => "Geboorteplaats",
        "DEATHDATE" => "Overleden",
        "DEATHPLACE" => "Overleden in",
        "ANNIVERSARY" | "X-ANNIVERSARY" | "X-EVOLUTION-ANNIVERSARY" => "Jubileum",
        "X-ABDATE" => "Datum",
        "GENDER" | "X-GENDER" => "Geslacht",
        "PRONOUNS" => "Voornaamwoorden",
        "LANG" | "LANGUAGE" => "Taal",
        "TZ" => "Tijdzone",
        "GEO" => "Plaats op de kaart",
        "IMPP" => "Chat",
        "SOCIALPROFILE" | "X-SOCIALPROFILE" => "Profiel",
        "RELATED" | "X-ABRELATEDNAMES" => "Relatie",
        "X-SPOUSE" | "X-MS-SPOUSE" | "X-EVOLUTION-SPOUSE" => "Partner",
        "X-MANAGER" | "X-MS-MANAGER" | "X-EVOLUTION-MANAGER" => "Leidinggevende",
        "X-ASSISTANT" | "X-MS-ASSISTANT" | "X-EVOLUTION-ASSISTANT" => "Assistent",
        "X-PHONETIC-FIRST-NAME" => "Uitspraak voornaam",
        "X-PHONETIC-MIDDLE-NAME" => "Uitspraak tweede naam",
        "X-PHONETIC-LAST-NAME" => "Uitspraak achternaam",
        "X-PHONETIC-ORG" => "Uitspraak organisatie",
        "X-MAIDENNAME" => "Meisjesnaam",
        "SORT-STRING" => "Sorteernaam",
        "nickname" => "Bijnaam",
        "relation" => "Relatie",
        "UID" => "Kenmerk",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let plain = name
        .strip_prefix("X-")
        .unwrap_or(name)
        .replace(['-', '_'], " ")
        .to_lowercase();
    let mut letters = plain.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// Formats the date on a line. Apple writes a day without a year as one in 1604, and says so.
pub(super) fn day_on(line: &Line, text: &str) -> String {
    let without_year = line
        .parameter("X-APPLE-OMIT-YEAR")
        .and_then(|year| text.strip_prefix(year));
    match without_year {
        Some(day) => format!("--{}", day.trim_start_matches('-')),
        None => shown_date(text),
    }
}

/// Formats a date the Dutch way. Other text, including a date without a year, is returned unchanged.
fn shown_date(text: &str) -> String {
    let day = text.split('T').next().unwrap_or_default();
    let found = ["%Y-%m-%d", "%Y%m%d"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(day, format).ok());
    match found {
        Some(day) => day.format("%d-%m-%Y").to_string(),
        None => text.to_owned(),
    }
}

/// Returns whether a line matters only to the address book that wrote the card.
pub(super) fn is_technical(line: &Line, text: &str) -> bool {
    const NAMES: [&str; 25] = [
        "PRODID",
        "REV",
        "SOURCE",
        "CLASS",
        "PROFILE",
        "NAME",
        "MAILER",
        "CLIENTPIDMAP",
        "CREATED",
        "KIND",
        "XML",
        "KEY",
        "PHOTO",
        "LOGO",
        "SOUND",
        "X-ABUID",
        "X-ABADR",
        "X-ABSHOWAS",
        "X-IMAGETYPE",
        "X-IMAGEHASH",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-ADDRESSBOOKSERVER-PHONEME-DATA",
        "X-SHARED-PHOTO-DISPLAY-PREF",
        "X-ABRELATEDNAMES-TYPE",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
    ];
    let link = |begin: &str| text.starts_with(begin);
    NAMES.contains(&line.name.as_str())
        || line.name.starts_with("X-MS-OL-DESIGN")
        || line.name.starts_with("X-MOZILLA-")
        || line.name.starts_with("X-EVOLUTION-FILE-AS")
        || matches!(line.name.as_str(), "X-PHOTO") && link("http")
}
