//! Details that keep namesakes apart, found in the background under the titles of a list.

use crate::import::columns::{Column, column};
use crate::import::date::{self, Order, Written};

use super::letters;

/// Parents and children are further apart than this; a list may be older than the next by as much.
const YEARS_APART: u16 = 14;

/// The longest title that is interpreted.
const LONGEST_TITLE: usize = 40;

/// Details about a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Particulars {
    /// First name and surname, as far as the name itself does not contain them.
    pub names: String,
    /// Date of birth, in one spelling where it is a day.
    pub born: String,
    /// `m` or `v`; otherwise empty.
    pub sex: String,
    /// Father or son, by their word; otherwise empty.
    pub kin: String,
    /// Age in years.
    pub age: Option<u16>,
}

impl Particulars {
    /// Extracts the details from lines such as "Achternaam: Wilg".
    pub fn in_text(text: &str) -> Self {
        let mut found = Self::default();
        for (title, value) in text.lines().filter_map(|line| line.split_once(": ")) {
            if title.len() > LONGEST_TITLE {
                continue;
            }
            match column(title) {
                Some(Column::FirstName | Column::Infix | Column::LastName) => {
                    found.names.push_str(value);
                    found.names.push(' ');
                }
                Some(Column::Born) if found.born.is_empty() => found.born = birth(value),
                _ => found.add(&plain(title), value),
            }
        }
        found.names.truncate(found.names.trim_end().len());
        found
    }

    fn add(&mut self, title: &str, value: &str) {
        match title {
            "mv" | "vm" | "mvx" | "manvrouw" | "geslacht" | "sekse" | "gender" | "sex"
            | "geschlecht" | "aanhef" | "aanspreekvorm" | "anrede"
                if self.sex.is_empty() =>
            {
                sex(value).clone_into(&mut self.sex);
            }
            "relatie" | "gezinsrol" | "rolingezin" | "rolinhetgezin" | "familierol"
            | "familierelatie" | "gezinspositie" | "verwantschap"
                if self.kin.is_empty() =>
            {
                kin(value).clone_into(&mut self.kin);
            }
            "leeftijd" | "leeftijdinjaren" | "lft" | "age" | "alter" if self.age.is_none() => {
                let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
                self.age = digits.parse().ok().filter(|age| *age < 130);
            }
            _ => {}
        }
    }

    /// Returns what identifies a row besides names: birth, sex and place in the family. An age does not:
    /// next year's list has another.
    pub fn identity(&self) -> String {
        let parts = [&self.born, &self.sex, &self.kin];
        let there: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        there.join("/")
    }

    /// Returns whether these are details of two people.
    pub fn contradict(&self, other: &Self) -> bool {
        let differ = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
        let ages = self.age.zip(other.age);
        differ(&self.sex, &other.sex)
            || differ(&self.kin, &other.kin)
            || ages.is_some_and(|(one, other)| one.abs_diff(other) > YEARS_APART)
            || births_differ(&self.born, &other.born)
    }
}

/// Writes a date of birth in one way. With a year of two digits it stays as written: the century is
/// unknown.
fn birth(text: &str) -> String {
    match date::day(text, Order::DayFirst) {
        Written::Day(day) if text.contains(&day.format("%Y").to_string()) => {
            day.format("%-d-%-m-%Y").to_string()
        }
        _ => text.trim().to_owned(),
    }
}

/// Returns whether two births are of two people, each as a day, possibly with a year of two digits, or
/// only as a year.
fn births_differ(one: &str, other: &str) -> bool {
    if one.is_empty() || other.is_empty() || letters(one) == letters(other) {
        return false;
    }
    let day = |text: &str| match date::day(text, Order::DayFirst) {
        Written::Day(day) => Some(day),
        Written::Unsure | Written::Nothing => None,
    };
    match (day(one), day(other)) {
        (Some(a), Some(b)) => {
            a.format("%d%m%y").to_string() != b.format("%d%m%y").to_string()
                || year(one).zip(year(other)).is_some_and(|(a, b)| a != b)
        }
        // "1950" and 3-5-1950 may be one birth, "1950" and "1951" are not.
        _ => match (year(one), year(other)) {
            (Some(a), Some(b)) => a != b,
            _ => true,
        },
    }
}

/// Returns the year of four digits in a text.
fn year(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 4)
}

/// Reduces a text to its letters and digits, in lower case. The folding of names reads ij as y.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn sex(value: &str) -> &'static str {
    match plain(value).as_str() {
        "m" | "man" | "male" | "mannelijk" | "jongen" | "dhr" | "heer" | "dehr" | "deheer"
        | "meneer" | "herr" | "mr" => "m",
        "v" | "f" | "vrouw" | "female" | "vrouwelijk" | "meisje" | "mw" | "mevr" | "mevrouw"
        | "frau" | "mrs" | "ms" => "v",
        _ => "",
    }
}

fn kin(value: &str) -> String {
    const KIN: [&str; 16] = [
        "vader",
        "moeder",
        "zoon",
        "dochter",
        "broer",
        "zus",
        "opa",
        "oma",
        "kleinzoon",
        "kleindochter",
        "kind",
        "ouder",
        "partner",
        "echtgenoot",
        "echtgenote",
        "tante",
    ];
    let word = plain(value);
    if KIN.contains(&word.as_str()) {
        word
    } else {
        String::new()
    }
}
