//! Makes `src/crypto/dictionary-1.bin`, the same bytes every time:
//!
//! ```text
//! cargo run --release -p voorveld-core --example train_dictionary --features train
//! ```
//!
//! Once phones have it the dictionary is never made again under that number: what they sealed with
//! it must stay readable. A better one is dictionary 2, beside it.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ObjId, ObjType, ROOT};
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

#[allow(dead_code, clippy::duplicate_mod)]
#[path = "../src/sync/payload.rs"]
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

/// One payload: what a worker did in one document since the last sync.
fn sample(rng: &mut ChaCha8Rng) -> Vec<u8> {
    let people: Vec<String> = (0..6).map(|_| id(rng).to_string()).collect();
    let mut case = Case::new(rng, &people);
    for _ in 0..rng.random_range(0..4) {
        case.work(rng);
    }
    let heads = case.document.get_heads();
    if rng.random_ratio(1, 12) {
        return Payload::pack_whole(id(rng), 0, case.document.document());
    }
    for _ in 0..rng.random_range(1..6) {
        case.work(rng);
    }
    Payload::pack_changes(id(rng), 0, &case.document.get_changes(&heads))
}

/// A version-7 id of this year, so that their common beginnings are in the samples.
fn id(rng: &mut ChaCha8Rng) -> Uuid {
    let mut rest = [0; 10];
    rng.fill(&mut rest);
    uuid::Builder::from_unix_timestamp_millis(time(rng), &rest).into_uuid()
}

fn time(rng: &mut ChaCha8Rng) -> u64 {
    rng.random_range(1_790_000_000_000..1_860_000_000_000)
}

struct Case {
    document: AutoCommit,
    me: String,
    now: i64,
}

impl Case {
    fn new(rng: &mut ChaCha8Rng, people: &[String]) -> Self {
        let mut actor = [0; 16];
        rng.fill(&mut actor);
        let mut document = AutoCommit::new().with_actor(ActorId::from(actor));
        for map in ["encounters", "commitments", "safety", "trust"] {
            document.put_object(ROOT, map, ObjType::Map).unwrap();
        }
        document.commit();
        Self {
            document,
            me: people.choose(rng).unwrap().clone(),
            now: time(rng) as i64,
        }
    }

    fn map(&self, name: &str) -> ObjId {
        use automerge::ReadDoc as _;
        self.document.get(ROOT, name).unwrap().unwrap().1
    }

    /// One form save.
    fn work(&mut self, rng: &mut ChaCha8Rng) {
        self.now += rng.random_range(60_000..90_000_000);
        match rng.random_range(0..20) {
            0..15 => self.encounter(rng),
            15..17 => self.commitment(rng),
            17 => self.safety(rng),
            18 => self.trust(rng),
            _ => self.field(rng),
        }
        self.document.commit();
    }

    fn entry(&mut self, rng: &mut ChaCha8Rng, map: &str) -> ObjId {
        let mut rest = [0; 10];
        rng.fill(&mut rest);
        let id = uuid::Builder::from_unix_timestamp_millis(self.now as u64, &rest).into_uuid();
        let map = self.map(map);
        let entry = self.document.put_object(map, id.to_string(), ObjType::Map).unwrap();
        self.document.put(&entry, "by", self.me.as_str()).unwrap();
        self.put_time(&entry, "made", self.now);
        entry
    }

    fn put_time(&mut self, entry: &ObjId, key: &str, time: i64) {
        let value = automerge::ScalarValue::Timestamp(time);
        self.document.put(entry, key, value).unwrap();
    }

    fn put_text(&mut self, entry: &ObjId, text: &str) {
        let object = self.document.put_object(entry, "text", ObjType::Text).unwrap();
        self.document.splice_text(&object, 0, 0, text).unwrap();
    }

    fn encounter(&mut self, rng: &mut ChaCha8Rng) {
        let entry = self.entry(rng, "encounters");
        let channels = ["street", "street", "home", "home", "phone", "message", "meeting"];
        let channel = *channels.choose(rng).unwrap();
        self.document.put(&entry, "channel", channel).unwrap();
        let before = rng.random_range(0..7_200_000);
        self.put_time(&entry, "at", self.now - before);
        let text = note(rng);
        self.put_text(&entry, &text);
    }

    fn commitment(&mut self, rng: &mut ChaCha8Rng) {
        let entry = self.entry(rng, "commitments");
        let text = *list("next").choose(rng).unwrap();
        self.document.put(&entry, "text", text).unwrap();
        self.document.put(&entry, "who", "ik").unwrap();
        let (month, day) = (rng.random_range(1..13), rng.random_range(1..29));
        let due = format!("2027-{month:02}-{day:02}");
        self.document.put(&entry, "due", due).unwrap();
        self.document.put(&entry, "done", false).unwrap();
    }

    fn safety(&mut self, rng: &mut ChaCha8Rng) {
        let entry = self.entry(rng, "safety");
        let text = *list("mood").choose(rng).unwrap();
        self.document.put(&entry, "text", text).unwrap();
    }

    fn trust(&mut self, rng: &mut ChaCha8Rng) {
        let entry = self.entry(rng, "trust");
        let steps = ["outside", "door", "inside", "trust"];
        let step = *steps.choose(rng).unwrap();
        self.document.put(&entry, "step", step).unwrap();
    }

    fn field(&mut self, rng: &mut ChaCha8Rng) {
        let field = *["matters", "background", "street", "lead"].choose(rng).unwrap();
        let text = note(rng);
        self.document.put(ROOT, field, text).unwrap();
    }
}

/// A note of about 60 to 250 characters.
fn note(rng: &mut ChaCha8Rng) -> String {
    let length = rng.random_range(60..250);
    let mut text = (*list("opening").choose(rng).unwrap()).to_owned();
    while text.chars().count() < length {
        let part = match rng.random_range(0..10) {
            0..4 => format!(" {}", list("mood").choose(rng).unwrap()),
            4..7 => format!(". {}", list("next").choose(rng).unwrap()),
            7 => format!("{}{}", list("joint").choose(rng).unwrap(), list("mood").choose(rng).unwrap()),
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

/// The lines under a heading. Joints keep their spaces.
fn list(heading: &str) -> Vec<&'static str> {
    let start = format!("[{heading}]");
    PHRASES
        .lines()
        .skip_while(|line| **line != start)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .collect()
}
