//! Made-up teams: one small and true to life, to try the app with, and big ones of any size, to
//! measure it with. Behind the cargo feature `sample`; no phone of a real team has it.

mod big;
mod core_team;
mod decisions;
mod expenses;
mod fill;
mod measure;
mod moment;
mod parse;
mod parts;
mod practice;
mod study;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use expenses::SeedExpense;
pub use measure::Weight;
pub use practice::SeedPractice;
pub(crate) use practice::{SeedDecision, SeedOther, SeedParty};
pub(crate) use study::SeedStudy;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

use crate::view::{CaseStatus, Channel, TrustStep};

/// A team with everything in it. People are numbered as in `people`, contacts and cases as in their
/// lists.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedTeam {
    /// Name.
    pub team: String,
    /// The two colleagues.
    pub people: [String; 2],
    /// Its cases.
    pub cases: Vec<SeedCase>,
    /// Its network.
    pub contacts: Vec<SeedContact>,
    /// What it heard.
    pub signals: Vec<SeedSignal>,
}

/// A case, with all that happened in it, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedCase {
    /// Its document; the time in it is that of the first entry.
    pub id: Uuid,
    /// The municipality's number.
    pub number: String,
    /// Nickname or initial.
    pub name: String,
    /// Street and number, or where somebody can be found.
    pub address: String,
    /// 1234 AB; may be empty.
    pub postcode: String,
    /// Neighbourhood.
    pub district: String,
    /// E.164; may be empty.
    pub phone: String,
    /// Who goes ahead.
    pub lead: usize,
    /// What matters; empty when not known yet.
    pub what_matters: String,
    /// Do, at the door.
    pub does: String,
    /// Don't, at the door.
    pub donts: String,
    /// Problem types.
    pub problems: Vec<String>,
    /// Politically sensitive.
    pub sensitive: bool,
    /// Who signed the person up.
    pub reported_by: String,
    /// When.
    pub reported_on: Option<NaiveDate>,
    /// Background.
    pub background: String,
    /// Where it stands.
    pub status: CaseStatus,
    /// Steps of trust: when, who set it, which.
    pub trust: Vec<(DateTime<Utc>, usize, TrustStep)>,
    /// Safety facts: when, who wrote it, what.
    pub safety: Vec<(DateTime<Utc>, usize, String)>,
    /// Promises.
    pub commitments: Vec<SeedCommitment>,
    /// Contacts who are near, and why they matter here.
    pub around: Vec<(usize, String)>,
    /// Encounters.
    pub encounters: Vec<SeedEncounter>,
    /// The rest of the practice. That of the small team is added when all its cases are there.
    pub practice: SeedPractice,
}

/// Who promised what by when.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedCommitment {
    /// What.
    pub text: String,
    /// Who promised.
    pub who: String,
    /// By which day.
    pub due: Option<NaiveDate>,
    /// At what time that day.
    pub time: Option<NaiveTime>,
    /// Kept already.
    pub done: bool,
    /// Who wrote it down.
    pub by: usize,
    /// When.
    pub at: DateTime<Utc>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedEncounter {
    /// Its number (UUIDv7 of its own time).
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: usize,
    /// How.
    pub channel: Channel,
    /// What.
    pub text: String,
}

/// Somebody in the neighbourhood.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedContact {
    /// Their document.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Organisation; may be empty.
    pub organisation: String,
    /// Neighbourhood.
    pub district: String,
    /// What they are good for.
    pub what_for: String,
    /// E.164.
    pub phone: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// Longer text.
    pub note: String,
    /// Talks with them, oldest first.
    pub talks: Vec<SeedEncounter>,
    /// What they are good with.
    pub tags: Vec<String>,
}

/// Something heard.
#[derive(Debug, Clone, PartialEq)]
pub struct SeedSignal {
    /// Its document.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: usize,
    /// How.
    pub channel: Channel,
    /// From whom.
    pub source: String,
    /// What.
    pub text: String,
    /// The case it was linked to.
    pub linked_case: Option<usize>,
}

/// A part of a big team, small enough to be taken one by one.
#[derive(Debug, Clone, PartialEq)]
pub enum SeedPart {
    /// A contact; these come first.
    Contact(Box<SeedContact>),
    /// A case.
    Case(Box<SeedCase>),
}

/// The team of Oosterhage, as it stands on this day: promises for today, notes of yesterday.
pub fn sample_team(today: NaiveDate) -> SeedTeam {
    parse::team(today)
}

/// A team of any size, made up by a machine, the same for the same seed and day. First the contacts,
/// then the cases; each is made when it is asked for, so that nothing of the rest is in memory.
pub fn big_team(
    seed: u64,
    today: NaiveDate,
    cases: usize,
    encounters_per_case: usize,
    contacts: usize,
) -> impl Iterator<Item = SeedPart> {
    big::parts(seed, today, cases, encounters_per_case, contacts)
}
