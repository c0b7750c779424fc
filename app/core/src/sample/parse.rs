//! Parses the team of Oosterhage from the human-readable texts in `oosterhage/`.
//!
//! The texts are embedded in the program: a mistake in one is a bug and panics, which the tests
//! detect.

use chrono::{NaiveDate, NaiveTime};

use super::moment::{id, moment};
use crate::model::{CaseStatus, Channel, TrustStep};
use crate::seed::{SeedCase, SeedCommitment, SeedContact, SeedEncounter, SeedSignal, SeedTeam};

const CONTACTS: &str = include_str!("oosterhage/contacten.txt");
const CASES: [&str; 2] = [
    include_str!("oosterhage/dossiers-1.txt"),
    include_str!("oosterhage/dossiers-2.txt"),
];
const SIGNALS: &str = include_str!("oosterhage/signalen.txt");

/// Parses the whole team.
pub(super) fn team(today: NaiveDate) -> SeedTeam {
    let contacts: Vec<_> = blocks(CONTACTS)
        .map(|block| contact(&block, today))
        .collect();
    let blocks = CASES.iter().flat_map(|text| blocks(text));
    let cases: Vec<_> = blocks.map(|block| case(&block, today, &contacts)).collect();
    let signals = lines(SIGNALS)
        .map(|line| signal(line, today, &cases))
        .collect();
    SeedTeam {
        team: "Oosterhage".to_owned(),
        people: ["Noor".to_owned(), "Bas".to_owned()],
        cases,
        contacts,
        signals,
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Returns the blocks that begin with "= ", each as its lines.
fn blocks(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    for line in lines(text) {
        match line.strip_prefix("= ") {
            Some(title) => blocks.push(vec![title]),
            None => blocks
                .last_mut()
                .expect("a line before the first block")
                .push(line),
        }
    }
    blocks.into_iter()
}

fn contact(block: &[&str], today: NaiveDate) -> SeedContact {
    let fields: Vec<&str> = block[0].split('|').map(str::trim).collect();
    let [
        name,
        role,
        organisation,
        district,
        what_for,
        phone,
        email,
        note,
    ] = fields[..]
    else {
        panic!("eight fields: {}", block[0]);
    };
    let talks: Vec<_> = block[1..]
        .iter()
        .map(|line| encounter(line, today, name))
        .collect();
    let since = talks
        .first()
        .map_or_else(|| start(today, 730), |talk| talk.at);
    SeedContact {
        id: id(since, &format!("contact {name}")),
        name: name.to_owned(),
        role: role.to_owned(),
        organisation: organisation.to_owned(),
        district: district.to_owned(),
        what_for: what_for.to_owned(),
        phone: phone.to_owned(),
        email: email.to_owned(),
        note: note.to_owned(),
        talks,
        tags: Vec::new(),
    }
}

fn case(block: &[&str], today: NaiveDate, contacts: &[SeedContact]) -> SeedCase {
    let name = block[0];
    let field = |key: &str| {
        let found = block
            .iter()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
        found.unwrap_or_default().trim().to_owned()
    };
    let marked = |mark: char| {
        block[1..]
            .iter()
            .filter_map(move |line| line.strip_prefix(mark))
    };
    let happened = |line: &&&str| line.starts_with('-');
    let encounters: Vec<_> = block[1..]
        .iter()
        .filter(happened)
        .map(|line| encounter(line, today, name))
        .collect();
    let since = encounters
        .first()
        .map_or_else(|| start(today, 730), |first| first.at);
    let around = |line: &str| {
        let (who, why) = line.split_once(':').expect("a contact and why");
        let at = contacts
            .iter()
            .position(|contact| contact.name == who.trim());
        (
            at.unwrap_or_else(|| panic!("no contact {who}")),
            why.trim().to_owned(),
        )
    };
    let reported_on = start(today, -i64::from(number(field("gemeld"))));
    SeedCase {
        id: id(since, &format!("case {name}")),
        number: field("nummer"),
        name: name.to_owned(),
        address: field("adres"),
        postcode: field("postcode"),
        district: field("wijk"),
        phone: field("telefoon"),
        lead: person(&field("trekker")),
        what_matters: field("wat"),
        does: field("wel"),
        donts: field("niet"),
        problems: field("problemen").split(", ").map(str::to_owned).collect(),
        sensitive: field("gevoelig") == "ja",
        reported_by: field("melder"),
        reported_on: Some(crate::day::of(reported_on)),
        background: field("achtergrond"),
        status: status(&field("status")),
        trust: marked('!')
            .map(|line| dated(line, today))
            .map(|(at, by, step)| (at, by, trust(&step)))
            .collect(),
        safety: marked('?').map(|line| dated(line, today)).collect(),
        commitments: marked('*').map(|line| commitment(line, today)).collect(),
        around: marked('@').map(around).collect(),
        encounters,
        practice: super::SeedPractice::default(),
    }
}

fn signal(line: &str, today: NaiveDate, cases: &[SeedCase]) -> SeedSignal {
    let (line, case) = line.split_once(" > ").unwrap_or((line, ""));
    let linked_case = cases.iter().position(|known| known.name == case);
    assert!(case.is_empty() || linked_case.is_some(), "no case {case}");
    let encounter = encounter(line, today, "signal");
    let (source, text) = encounter.text.split_once(" | ").expect("source and text");
    SeedSignal {
        id: encounter.id,
        at: encounter.at,
        by: encounter.by,
        channel: encounter.channel,
        source: source.to_owned(),
        text: text.to_owned(),
        linked_case,
    }
}

/// Parses "-days time author channel text".
fn encounter(line: &str, today: NaiveDate, salt: &str) -> SeedEncounter {
    let parts: Vec<&str> = line.splitn(5, ' ').collect();
    let [days, hour, by, channel, text] = parts[..] else {
        panic!("five parts: {line}");
    };
    let at = moment(today, i64::from(number(days)), time(hour));
    SeedEncounter {
        id: id(at, &format!("{salt} {text}")),
        at,
        by: person(by),
        channel: match channel {
            "s" => Channel::Street,
            "h" => Channel::Home,
            "b" => Channel::Phone,
            "a" => Channel::Message,
            "o" => Channel::Meeting,
            other => panic!("channel {other}: {line}"),
        },
        text: text.to_owned(),
    }
}

/// Parses " -days author rest"; the time is set to 17:00.
fn dated(line: &str, today: NaiveDate) -> (chrono::DateTime<chrono::Utc>, usize, String) {
    let parts: Vec<&str> = line.trim().splitn(3, ' ').collect();
    let [days, by, rest] = parts[..] else {
        panic!("three parts: {line}");
    };
    (
        start(today, -i64::from(number(days))),
        person(by),
        rest.to_owned(),
    )
}

/// Parses " -days author who | text | due, time | klaar".
fn commitment(line: &str, today: NaiveDate) -> SeedCommitment {
    let mut fields = line.split('|').map(str::trim);
    let (at, by, who) = dated(fields.next().unwrap_or_default(), today);
    let text = fields.next().expect("what was promised").to_owned();
    let mut due = fields.next().unwrap_or_default().split_whitespace();
    let day = due
        .next()
        .map(|days| today + chrono::Duration::days(i64::from(number(days))));
    let time = due.next().map(time);
    let done = fields.next() == Some("klaar");
    SeedCommitment {
        text,
        who,
        due: day,
        time,
        done,
        by,
        at,
    }
}

fn start(today: NaiveDate, days_ago: i64) -> chrono::DateTime<chrono::Utc> {
    moment(today, -days_ago, time("1700"))
}

fn number(text: impl AsRef<str>) -> i32 {
    text.as_ref()
        .parse()
        .unwrap_or_else(|_| panic!("a number: {}", text.as_ref()))
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H%M").unwrap_or_else(|_| panic!("a time: {text}"))
}

fn person(letter: &str) -> usize {
    ["N", "B"]
        .iter()
        .position(|known| *known == letter)
        .expect("N or B")
}

fn status(word: &str) -> CaseStatus {
    match word {
        "open" => CaseStatus::Open,
        "wacht" => CaseStatus::Waiting,
        "overgedragen" => CaseStatus::HandedOver,
        "gesloten" => CaseStatus::Closed,
        other => panic!("status {other}"),
    }
}

fn trust(word: &str) -> TrustStep {
    match word {
        "buiten" => TrustStep::Outside,
        "deur" => TrustStep::Door,
        "binnen" => TrustStep::Inside,
        "vertrouwen" => TrustStep::Trust,
        other => panic!("trust step {other}"),
    }
}
