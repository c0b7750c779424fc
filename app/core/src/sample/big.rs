//! Generated teams of any size.

mod closings;
mod decisions;
mod expenses;
mod parties;
mod signals;
mod studies;
mod tags;
pub(super) mod team;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rand::{RngExt, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;

use super::moment::{moment, with_bytes};
use super::parts::{
    DISTRICTS, ENDINGS, MIDDLES, NICKNAMES, OPENINGS, PROBLEMS, QUOTES, ROLES, STREETS, SUBJECTS,
    TAILS, VERBS, WHENS,
};
use crate::crypto::words;
use crate::model::{CaseStatus, Channel, TrustStep};
use crate::seed::{SeedCase, SeedCommitment, SeedContact, SeedEncounter, SeedPart, SeedPractice};

/// The length of a team's history, in days.
const DAYS: i64 = 730;
/// The average length of an encounter's text, in characters.
const TEXT: usize = 200;

/// Generates contacts, then cases. Each has its own stream of the generator, so that it does not
/// depend on what was generated before.
pub(super) fn parts(
    seed: u64,
    today: NaiveDate,
    cases: usize,
    encounters_per_case: usize,
    contacts: usize,
) -> impl Iterator<Item = SeedPart> {
    let contacts_first = (0..contacts).map(move |at| {
        let mut contact = maker(seed, today, 1, at).contact(at);
        contact.tags = maker(seed, today, 6, at).tags();
        SeedPart::Contact(Box::new(contact))
    });
    let cases = (0..cases).map(move |at| {
        let mut case = maker(seed, today, 2, at).case(at, encounters_per_case, contacts);
        case.practice = maker(seed, today, 3, at).practice(at, &case, contacts);
        SeedPart::Case(Box::new(case))
    });
    contacts_first.chain(cases)
}

/// Creates the generator for one document; each kind of document has its own streams.
fn maker(seed: u64, today: NaiveDate, kind: u64, number: usize) -> Maker {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(kind << 40 | number as u64);
    Maker { rng, today }
}

struct Maker {
    rng: ChaCha8Rng,
    today: NaiveDate,
}

impl Maker {
    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.choose(&mut self.rng).copied().unwrap_or_default()
    }

    /// Returns a time between 7:00 and 22:00, this many days ago.
    fn at(&mut self, days_ago: i64) -> DateTime<Utc> {
        let seconds = self.rng.random_range(7 * 3600..22 * 3600);
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
        moment(self.today, -days_ago, time)
    }

    fn id(&mut self, at: DateTime<Utc>) -> uuid::Uuid {
        with_bytes(at, self.rng.random())
    }

    /// Fills in the placeholders. Lower ranks are more likely, as in real notes, where a few words are
    /// common and most are rare.
    fn fill(&mut self, pattern: &str) -> String {
        let mut text = String::with_capacity(pattern.len() + 8);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            match slot {
                "w" => {
                    let place: f64 = self.rng.random();
                    let rank = (place * place * f64::from(words::COUNT)) as u16;
                    // The list is alphabetical: spread the frequent words over it.
                    text.push_str(words::word(rank.wrapping_mul(389)));
                }
                "n" => text.push_str(&self.rng.random_range(2..31).to_string()),
                "s" => text.push_str(self.one(&STREETS)),
                _ => {
                    text.push(char::from(self.rng.random_range(b'A'..=b'Z')));
                    text.push('.');
                }
            }
            rest = after;
        }
        text.push_str(rest);
        text
    }

    fn phrase(&mut self, of: &[&str]) -> String {
        let pattern = self.one(of);
        self.fill(pattern)
    }

    /// Combines small parts: a fixed set of sentences would repeat itself and compress far better than
    /// real notes.
    fn sentence(&mut self) -> String {
        let (subject, verb) = (self.one(&SUBJECTS), self.one(&VERBS));
        let (when, tail) = (self.one(&WHENS), self.one(&TAILS));
        self.fill(&format!("{subject} {verb} {when} een {{w}} {tail}."))
    }

    fn note(&mut self) -> String {
        let mut text = self.phrase(&OPENINGS);
        // Varies between half and one and a half times the average length.
        let wanted = self
            .rng
            .random_range(TEXT / 2..TEXT * 3 / 2)
            .saturating_sub(25);
        while text.chars().count() < wanted {
            let phrase = match self.rng.random_range(0..10) {
                0..2 => self.phrase(&MIDDLES),
                2..4 => self.phrase(&QUOTES),
                _ => self.sentence(),
            };
            if !text.contains(&phrase) {
                text.push(' ');
                text.push_str(&phrase);
            }
        }
        text + " " + &self.phrase(&ENDINGS)
    }

    fn encounter(&mut self, days_ago: i64) -> SeedEncounter {
        let at = self.at(days_ago);
        SeedEncounter {
            id: self.id(at),
            at,
            by: self.rng.random_range(0..2),
            channel: Channel::ALL
                .choose(&mut self.rng)
                .copied()
                .unwrap_or_default(),
            text: self.note(),
        }
    }

    fn encounters(&mut self, count: usize, first_day: i64) -> Vec<SeedEncounter> {
        let mut all: Vec<_> = (0..count)
            .map(|_| {
                let days_ago = self.rng.random_range(1..=first_day);
                self.encounter(days_ago)
            })
            .collect();
        all.sort_by_key(|encounter| (encounter.at, encounter.id));
        all
    }

    fn address(&mut self) -> String {
        format!("{} {}", self.one(&STREETS), self.rng.random_range(1..200))
    }

    fn contact(&mut self, number: usize) -> SeedContact {
        let role = self.one(&ROLES);
        let at = self.at(DAYS);
        let talks = self.rng.random_range(0..3);
        SeedContact {
            id: self.id(at),
            name: format!("{role} {}", self.address()),
            role: role.to_owned(),
            organisation: String::new(),
            district: self.one(&DISTRICTS).to_owned(),
            what_for: self.fill("{w}, {w}"),
            phone: format!("+316800{number:05}"),
            email: format!("contact{number}@example.org"),
            note: self.phrase(&MIDDLES),
            talks: self.encounters(talks, DAYS),
            tags: Vec::new(),
        }
    }

    /// Generates the further casework of a case.
    fn practice(&mut self, number: usize, case: &SeedCase, contacts: usize) -> SeedPractice {
        let since = case.reported_on.unwrap_or(self.today);
        let first_day = (self.today - since).num_days();
        SeedPractice {
            decisions: self.decisions(first_day),
            expenses: self.expenses(case.id, first_day),
            parties: self.parties(first_day),
            relations: self
                .relation(number, contacts, first_day)
                .into_iter()
                .collect(),
            closing: match case.status {
                CaseStatus::Closed => self.closing(&case.encounters),
                _ => None,
            },
            agenda: self.agenda(number),
        }
    }

    fn case(&mut self, number: usize, encounters: usize, contacts: usize) -> SeedCase {
        let first_day = self.rng.random_range(60..=DAYS);
        let since = self.at(first_day);
        let mut problems = PROBLEMS.to_vec();
        let keep = self.rng.random_range(1..4);
        problems = problems.sample(&mut self.rng, keep).copied().collect();
        let steps = self.rng.random_range(1..=TrustStep::ALL.len());
        let trust = TrustStep::ALL
            .into_iter()
            .take(steps)
            .zip(0..)
            .map(|(step, nth)| {
                let days_ago = first_day - nth * first_day / TrustStep::ALL.len() as i64;
                (moment(self.today, -days_ago, NaiveTime::default()), 0, step)
            });
        let trust = trust.collect();
        let safety = if self.rng.random_bool(0.3) {
            vec![(since, 0, self.fill("Kwaad als het over {w} gaat."))]
        } else {
            Vec::new()
        };
        let due_in = self.rng.random_range(-5..60);
        let commitment = SeedCommitment {
            text: self.fill("Bellen over de {w}"),
            who: "wij".to_owned(),
            due: Some(self.today + chrono::Duration::days(due_in)),
            time: None,
            done: self.rng.random_bool(0.6),
            by: 0,
            at: since,
        };
        let around = if contacts == 0 {
            Vec::new()
        } else {
            vec![(self.rng.random_range(0..contacts), self.fill("kent de {w}"))]
        };
        SeedCase {
            id: self.id(since),
            number: format!("{}-{number:05}", since.format("%Y")),
            name: self.phrase(&NICKNAMES),
            address: self.address(),
            postcode: format!(
                "12{:02} {}",
                number % 100,
                self.one(&["AB", "CD", "EG", "KL", "XZ"])
            ),
            district: self.one(&DISTRICTS).to_owned(),
            phone: format!("+316801{number:05}"),
            lead: self.rng.random_range(0..2),
            what_matters: self.fill("Dat de {w} mag blijven."),
            does: self.fill("vraag naar de {w}"),
            donts: self.fill("over de {w} beginnen"),
            problems: problems.into_iter().map(str::to_owned).collect(),
            sensitive: self.rng.random_bool(0.05),
            reported_by: self.one(&ROLES).to_owned(),
            reported_on: Some(crate::day::of(since)),
            background: self.note(),
            status: if self.rng.random_bool(0.7) {
                CaseStatus::Open
            } else {
                CaseStatus::Closed
            },
            trust,
            safety,
            commitments: vec![commitment],
            around,
            encounters: self.encounters(encounters, first_day),
            practice: SeedPractice::default(),
        }
    }
}
