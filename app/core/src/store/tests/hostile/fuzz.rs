//! Fuzzing: applies mutated changes to a real store. Runs a few rounds here; `./run fuzz` runs for a
//! given time.

use std::time::{Duration, Instant};

use automerge::transaction::Transactable;
use automerge::{ROOT, ReadDoc};

use super::super::duo;
use super::member::{Hostile, data_of};
use super::{encounters, reasons};
use crate::model::Who;

/// Returns how many seconds to run, when set by `./run fuzz`.
fn seconds() -> Option<u64> {
    std::env::var("VOORVELD_FUZZ_SECONDS").ok()?.parse().ok()
}

/// A deterministic pseudorandom generator (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// Changes, removes or inserts some bytes.
fn mutated(data: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = data.to_vec();
    for _ in 0..=chance.below(4) {
        // Favours the part after the dependencies, which is more productive.
        let at = match chance.below(4) {
            0 => chance.below(bytes.len()),
            _ => (33 + chance.below(bytes.len().saturating_sub(33))).min(bytes.len() - 1),
        };
        match chance.below(6) {
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => bytes[at] = chance.below(256) as u8,
            2 => bytes[at] = bytes[at].wrapping_add(1),
            3 => bytes[at] = bytes[at].wrapping_sub(1),
            4 => bytes.insert(at, chance.below(256) as u8),
            _ if bytes.len() > 64 => drop(bytes.remove(at)),
            _ => {}
        }
    }
    bytes[0] &= 1;
    bytes
}

#[test]
fn no_mutation_of_a_change_stops_a_phone() {
    let (mut noor, mut bas, log) = duo();
    let case = noor.case("G.");
    noor.log(Who::Case(case), "Trof hem op het plein.");
    noor.sync(&log);
    bas.sync(&log);
    let mut sanne = Hostile::of(&mut noor, case, &log);
    let changes = [
        sanne.edit(|edit| {
            let (_, map) = edit.get(ROOT, "encounters").expect("reads").expect("there");
            let key = uuid::Uuid::from_u128(3).simple().to_string();
            let entry = edit
                .put_object(&map, key, automerge::ObjType::Map)
                .expect("puts");
            edit.put(&entry, "text", "Zei goedemorgen terug.")
                .expect("puts");
            edit.put(&entry, "channel", "street").expect("puts");
        }),
        sanne.edit(|edit| {
            let (_, text) = edit.get(ROOT, "background").expect("reads").expect("there");
            edit.splice_text(&text, 0, 0, "Duiven.").expect("writes");
            edit.put(ROOT, "name", "G. van het dak").expect("puts");
        }),
        sanne.edit(|edit| {
            let (_, text) = edit.get(ROOT, "background").expect("reads").expect("there");
            edit.update_text(&text, "Dure duiven").expect("writes");
            edit.put(ROOT, "name", "G.").expect("puts");
        }),
    ];
    let data: Vec<Vec<u8>> = changes.iter().map(|c| data_of(c.raw_bytes())).collect();
    let seed = std::env::var("VOORVELD_FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let mut chance = Chance(seed.unwrap_or(0x5eed));
    let until = seconds().map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut rounds = 0;
    loop {
        rounds += 1;
        for _ in 0..40 {
            let first = chance.below(data.len());
            // With or without the changes it builds on.
            let from = chance.below(first + 1);
            let mut batch = data[from..=first].to_vec();
            let last = batch.len() - 1;
            batch[last] = mutated(&batch[last], &mut chance);
            sanne.send_changes(&batch);
        }
        bas.sync(&log);
        let goes_on = until.map_or(rounds < 6, |until| Instant::now() < until);
        if !goes_on {
            break;
        }
        if rounds % 50 == 0 {
            // Keeps the quarantine from reaching its limit.
            let clear = "DELETE FROM set_aside; DELETE FROM set_aside_beyond";
            bas.store.connection.execute_batch(clear).expect("clears");
        }
    }
    if until.is_some() {
        println!(
            "{} mutated changes, {} set aside at last",
            rounds * 40,
            reasons(&bas).len()
        );
    }
    noor.log(Who::Case(case), "Niet thuis.");
    noor.sync(&log);
    let mut bas = bas.restart();
    bas.sync(&log);
    assert!(encounters(&mut bas, case) >= 2);
    bas.log(Who::Case(case), "Wel thuis.");
    bas.sync(&log);
}
