//! Property test of the whole practice on two phones that are mostly offline: whatever they do to
//! the same few cases, both end up showing the same on every screen, and so does a phone that joins
//! at the end and builds every projection at once.

mod act;
mod fate;
mod shown;

use chrono::Duration;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{TestPhone, duo};
use act::{Step, act};
use shown::shown;

/// Generates actions of either phone, including syncs and crashes.
fn steps() -> impl Strategy<Value = Vec<(bool, Step)>> {
    let step = (any::<u8>(), any::<usize>(), any::<usize>(), any::<u8>());
    let step = step.prop_map(|(kind, one, other, word)| Step {
        kind,
        one,
        other,
        word,
    });
    prop::collection::vec((any::<bool>(), step), 1..120)
}

/// Returns the first line that differs, with its screen.
fn difference(one: &[String], other: &[String]) -> Option<String> {
    if one.len() != other.len() {
        return Some(format!("{} and {} screens", one.len(), other.len()));
    }
    let (one, other) = one.iter().zip(other).find(|(one, other)| one != other)?;
    let mut lines = one.lines().zip(other.lines());
    let (mine, theirs) = lines.find(|(mine, theirs)| mine != theirs)?;
    Some(format!("{}: {mine} / {theirs}", one.lines().next()?))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, rng_seed: RngSeed::Fixed(20_260_731), ..ProptestConfig::default() })]

    #[test]
    fn whatever_two_do_to_the_same_cases_every_screen_ends_equal_also_on_a_new_phone(steps in steps()) {
        let (noor, bas, log) = duo();
        let mut phones = [Some(noor), Some(bas)];
        for (place, (who, step)) in steps.iter().enumerate() {
            let place_of = &mut phones[usize::from(*who)];
            let mut phone = place_of.take().expect("there");
            // The phones never write in the same millisecond.
            let later = Duration::milliseconds(i64::try_from(place).expect("few") * 2 + i64::from(*who));
            phone.clock.pass(Duration::minutes(i64::from(step.word)) + later);
            match step.kind {
                0..16 => drop(phone.sync(&log)),
                16..20 => phone = phone.restart(),
                _ => act(&mut phone, step),
            }
            *place_of = Some(phone);
        }
        let [mut noor, mut bas] = phones.map(|phone| phone.expect("there"));
        let mut kees = TestPhone::in_team("Kees", false);
        for _ in 0..2 {
            for phone in [&mut noor, &mut bas, &mut kees] {
                phone.sync(&log);
            }
        }
        // Aligns the clocks, as some screens count days.
        let latest = noor.clock.now().max(bas.clock.now());
        for phone in [&mut noor, &mut bas, &mut kees] {
            phone.clock.pass(latest - phone.clock.now());
        }
        let (of_noor, of_bas, of_kees) = (shown(&mut noor), shown(&mut bas), shown(&mut kees));
        for (theirs, whose) in [(of_bas, "the other phone"), (of_kees, "the new phone")] {
            prop_assert_eq!(difference(&of_noor, &theirs), None, "{}", whose);
        }
    }

    #[test]
    fn whatever_was_only_here_counts_as_such_again_when_the_log_is_read_anew(steps in steps()) {
        let (mut noor, ..) = duo();
        for (_, step) in steps.iter().filter(|(_, step)| step.kind >= 20) {
            noor.clock.pass(Duration::minutes(i64::from(step.word)));
            act(&mut noor, step);
        }
        let before = only_here(&noor);
        noor.store.connection.execute("DELETE FROM unsent", []).expect("forgets");
        noor.store.atomically(crate::store::Store::reread).expect("begins anew");
        let now = only_here(&noor);
        let missing: Vec<_> = before.iter().filter(|row| !now.contains(row)).collect();
        let added: Vec<_> = now.iter().filter(|row| !before.contains(row)).collect();
        prop_assert!(missing.is_empty() && added.is_empty(), "{missing:?} {added:?}");
    }
}

/// Returns what is unsent on this phone: document, part and id.
fn only_here(phone: &TestPhone) -> Vec<(Vec<u8>, String, Vec<u8>)> {
    let all = "SELECT document, part, id FROM unsent ORDER BY 1, 2, 3";
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let mut statement = phone.store.connection.prepare(all).expect("asks");
    let rows = statement.query_map([], row).expect("reads");
    rows.collect::<Result<_, _>>().expect("rows")
}
