//! Trains `src/crypto/dictionary-1.bin`; the output is deterministic:
//!
//! ```text
//! cargo run --release -p voorveld-core --example train_dictionary --features train
//! ```
//!
//! Once released, a dictionary is never regenerated under the same number: payloads compressed with
//! it must stay readable. An improved one becomes dictionary 2, beside it.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use automerge::transaction::CommitOptions;
use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ChangeHash, ObjType, ROOT, ReadDoc as _, ScalarValue};
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

#[allow(dead_code, clippy::duplicate_mod)]
#[path = "../src/store/payload.rs"]
mod payload;

use payload::Payload;

const SAMPLES: usize = 2_000;
const SIZE: usize = 32 * 1024;
const PHRASES: &str = include_str!("train_dictionary/phrases.txt");

fn main() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let samples: Vec<Vec<u8>> = (0..SAMPLES).map(|_| sample(&mut rng)).collect();
    let total: usize = samples.iter().map(Vec::len).sum();
    let dictionary = zstd::dict::from_samples(&samples, SIZE).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/crypto/dictionary-1.bin");
    std::fs::write(&path, &dictionary).unwrap();
    println!(
        "{} samples of {} bytes on average → {} bytes",
        samples.len(),
        total / samples.len(),
        dictionary.len()
    );
}

/// Samples mirror `src/document`: the same genesis changes and the same keys in the same order.
const CASE: &[u8] = include_bytes!("../src/document/genesis/case-1.automerge");
const CONTACT: &[u8] = include_bytes!("../src/document/genesis/contact-1.automerge");
const SIGNAL: &[u8] = include_bytes!("../src/document/genesis/signal-1.automerge");

/// Generates one payload: a worker's edits in one document since the last sync.
fn sample(rng: &mut ChaCha8Rng) -> Vec<u8> {
    match rng.random_range(0..20) {
        0..2 => {
            let mut signal = Work::new(rng, SIGNAL);
            signal.signal(rng);
            signal.packed(rng, 3, &[])
        }
        2 => {
            let mut contact = Work::new(rng, CONTACT);
            contact.contact(rng);
            contact.packed(rng, 2, &[])
        }
        day => {
            let mut case = Work::new(rng, CASE);
            let known = case.document.get_heads();
            case.fields(rng);
            let heads = if day < 5 {
                known
            } else {
                case.document.get_heads()
            };
            for _ in 0..rng.random_range(1..6) {
                case.entry(rng);
            }
            case.packed(rng, 1, &heads)
        }
    }
}

/// Generates a version-7 id of about the present, so that the samples contain the common prefixes.
fn id(rng: &mut ChaCha8Rng, at: i64) -> String {
    uuid(rng, at).simple().to_string()
}

fn uuid(rng: &mut ChaCha8Rng, at: i64) -> Uuid {
    let mut rest = [0; 10];
    rng.fill(&mut rest);
    uuid::Builder::from_unix_timestamp_millis(at as u64, &rest).into_uuid()
}

fn moment(rng: &mut ChaCha8Rng) -> i64 {
    rng.random_range(1_790_000_000_000..1_860_000_000_000)
}

struct Work {
    document: AutoCommit,
    me: String,
    now: i64,
}

impl Work {
    fn new(rng: &mut ChaCha8Rng, genesis: &[u8]) -> Self {
        let mut actor = [0; 16];
        rng.fill(&mut actor);
        let document = AutoCommit::load(genesis).unwrap();
        let (now, joined) = (moment(rng), moment(rng));
        Self {
            document: document.with_actor(ActorId::from(actor)),
            me: id(rng, joined),
            now,
        }
    }

    fn packed(&mut self, rng: &mut ChaCha8Rng, kind: u8, heads: &[ChangeHash]) -> Vec<u8> {
        let document = uuid(rng, self.now);
        if heads.is_empty() {
            Payload::pack_whole(document, kind, self.document.document())
        } else {
            Payload::pack_changes(document, kind, &self.document.get_changes(heads))
        }
    }

    fn save(&mut self, rng: &mut ChaCha8Rng) {
        let time = CommitOptions::default().with_time(self.now / 1000);
        self.document.commit_with(time);
        self.now += rng.random_range(60_000..20_000_000);
    }

    /// Writes an entry as one saved form does.
    fn entry(&mut self, rng: &mut ChaCha8Rng) {
        let before = rng.random_range(0..3_600_000);
        let at = ScalarValue::Timestamp(self.now - before);
        let me = ScalarValue::from(self.me.as_str());
        match rng.random_range(0..20) {
            0..15 => {
                let channels = [
                    "street", "street", "home", "home", "phone", "message", "meeting",
                ];
                let channel = pick(rng, &channels).into();
                let text = note(rng).into();
                let fields = [("at", at), ("by", me), ("channel", channel), ("text", text)];
                self.put(rng, "encounters", &fields);
            }
            15..17 => {
                let (month, day) = (rng.random_range(1..13), rng.random_range(1..29));
                let due = format!("2027-{month:02}-{day:02}").into();
                let text = pick(rng, &list("next")).into();
                let fields = [("by", me), ("made", at), ("text", text), ("due", due)];
                self.put(rng, "commitments", &fields);
            }
            17..19 => {
                let text = pick(rng, &list("mood")).into();
                self.put(rng, "safety", &[("at", at), ("by", me), ("text", text)]);
            }
            _ => {
                let step = pick(rng, &["outside", "door", "inside", "trust"]).into();
                self.put(rng, "trust", &[("at", at), ("by", me), ("step", step)]);
            }
        }
        self.save(rng);
    }

    fn put(&mut self, rng: &mut ChaCha8Rng, map: &str, fields: &[(&str, ScalarValue)]) {
        let map = self.document.get(ROOT, map).unwrap().unwrap().1;
        let key = id(rng, self.now);
        let entry = self.document.put_object(map, key, ObjType::Map).unwrap();
        for (name, value) in fields {
            self.document.put(&entry, *name, value.clone()).unwrap();
        }
    }

    /// Sets a case's own fields.
    fn fields(&mut self, rng: &mut ChaCha8Rng) {
        let digits = rng.random_range(1_000..9_999);
        let values = [
            (
                "name",
                format!(
                    "{}. {}",
                    pick(rng, &["A", "M", "S", "J", "K", "R"]),
                    pick(rng, &list("names"))
                ),
            ),
            (
                "address",
                format!("{} {}", pick(rng, &list("streets")), digits % 200),
            ),
            ("postcode", format!("{digits} AB")),
            ("district", pick(rng, &list("districts")).to_owned()),
            ("phone", format!("+316{digits}{digits}")),
            ("what_matters", pick(rng, &list("next")).to_owned()),
            ("do", pick(rng, &list("next")).to_owned()),
            ("dont", pick(rng, &list("next")).to_owned()),
            ("lead", self.me.clone()),
            ("status", "open".to_owned()),
            ("number", format!("2026-{digits}")),
        ];
        for (field, value) in values {
            if rng.random_ratio(2, 3) {
                self.document.put(ROOT, field, value).unwrap();
            }
        }
        let background = self.document.get(ROOT, "background").unwrap().unwrap().1;
        self.document.update_text(&background, note(rng)).unwrap();
        self.save(rng);
    }

    fn signal(&mut self, rng: &mut ChaCha8Rng) {
        let at = ScalarValue::Timestamp(self.now);
        self.document.put(ROOT, "at", at).unwrap();
        self.document.put(ROOT, "by", self.me.as_str()).unwrap();
        self.document.put(ROOT, "channel", "street").unwrap();
        let source = pick(
            rng,
            &[
                "buurvrouw",
                "wijkagent",
                "huisarts",
                "school",
                "Veilig Thuis",
            ],
        );
        self.document.put(ROOT, "source", source).unwrap();
        self.document.put(ROOT, "text", note(rng)).unwrap();
        self.save(rng);
    }

    fn contact(&mut self, rng: &mut ChaCha8Rng) {
        let digits = rng.random_range(1_000..9_999);
        let roles = [
            "wijkagent",
            "huisarts",
            "imam",
            "groenteman",
            "trainer",
            "woonconsulent",
        ];
        let name = pick(rng, &list("names"));
        self.document.put(ROOT, "name", name).unwrap();
        self.document.put(ROOT, "role", pick(rng, &roles)).unwrap();
        self.document
            .put(ROOT, "organisation", pick(rng, &list("organisations")))
            .unwrap();
        self.document
            .put(ROOT, "district", pick(rng, &list("districts")))
            .unwrap();
        self.document
            .put(ROOT, "phone", format!("+316{digits}{digits}"))
            .unwrap();
        self.document
            .put(ROOT, "email", format!("{name}@gemeente.nl").to_lowercase())
            .unwrap();
        self.document
            .put(ROOT, "what_for", pick(rng, &list("next")))
            .unwrap();
        self.save(rng);
    }
}

fn pick<'a>(rng: &mut ChaCha8Rng, from: &[&'a str]) -> &'a str {
    from.choose(rng).unwrap()
}

/// Generates a note of about 60 to 250 characters.
fn note(rng: &mut ChaCha8Rng) -> String {
    let length = rng.random_range(60..250);
    let mut text = (*list("opening").choose(rng).unwrap()).to_owned();
    while text.chars().count() < length {
        let part = match rng.random_range(0..10) {
            0..4 => format!(" {}", list("mood").choose(rng).unwrap()),
            4..7 => format!(". {}", list("next").choose(rng).unwrap()),
            7 => format!(
                "{}{}",
                list("joint").choose(rng).unwrap(),
                list("mood").choose(rng).unwrap()
            ),
            _ => {
                let words = list("common");
                let mut words: Vec<&str> = (0..4).map(|_| *words.choose(rng).unwrap()).collect();
                words.insert(0, "");
                words.join(" ")
            }
        };
        text.push_str(&part);
    }
    text
}

/// Returns the lines under a heading. Joints keep their surrounding spaces.
fn list(heading: &str) -> Vec<&'static str> {
    let start = format!("[{heading}]");
    PHRASES
        .lines()
        .skip_while(|line| **line != start)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .collect()
}
