//! Records that are small on the wire and large once they are opened.

use super::member::number;
use super::*;
use crate::crypto::TeamKey;

/// Letters that fit into a record with their change; they compress to a few hundred bytes.
const MOST: usize = 16 * 1024 * 1024 - 4096;

/// Builds a change that claims to hold this many operations, with these bytes as their values.
fn claims(sanne: &Hostile, operations: i64, values: &[u8]) -> Vec<u8> {
    let heads = sanne.document.get_heads();
    let head = [
        number(heads.len() as u64),
        heads.iter().flat_map(|hash| hash.0).collect(),
        number(16),
        sanne.actor.to_bytes().to_vec(),
        number(1),
        number(sanne.next_op()),
        // Time, message and other actors: all empty.
        vec![0, 0, 0],
    ];
    let run = |value: &[u8]| match operations {
        // A single value is a literal: a run of minus one.
        1 => [&[0x7f], value].concat(),
        _ => [&times(operations)[..], value].concat(),
    };
    let each = values.len() as u64 / operations.unsigned_abs();
    let mut columns = vec![
        (0x15, run(&[1, b'a'])),
        (0x34, number(operations as u64)),
        (0x42, run(&[1])),
        // Null, or a string.
        (0x56, run(&number(each << 4 | if each > 0 { 6 } else { 0 }))),
        (0x57, values.to_vec()),
        (0x70, run(&[0])),
    ];
    columns.retain(|(_, column)| !column.is_empty());
    let mut data = head.concat();
    data.extend(number(columns.len() as u64));
    for (spec, column) in &columns {
        data.push(*spec);
        data.extend(number(column.len() as u64));
    }
    data.extend(columns.iter().flat_map(|(_, column)| column.clone()));
    data
}

#[test]
fn ten_to_the_twelfth_operations_in_a_hundred_bytes_are_set_aside_at_once() {
    for operations in [100_000, 1_000_000_000_000, i64::MAX] {
        check(Harmful, |sanne| {
            let data = claims(sanne, operations, &[]);
            sanne.send_changes(&[data]);
        });
    }
}

#[test]
fn sixteen_million_dependencies_are_set_aside_at_once() {
    for times in [257, 3_000_000] {
        check(Harmful, |sanne| {
            let first = twisted(sanne, |_| {});
            let bytes = payload::many_dependencies(sanne.case, Kind::Case as u8, &first[0], times);
            sanne.send(&bytes);
        });
    }
}

#[test]
fn sixteen_million_operations_in_a_few_kilobytes_are_set_aside_at_once() {
    check(Harmful, |sanne| {
        let data = claims(sanne, MOST as i64, &vec![b'x'; MOST]);
        sanne.send_changes(&[data]);
    });
    // Each change is small enough; together they are not.
    check(Harmful, |sanne| {
        let data = (0..60).map(|actor| {
            sanne.actor = ActorId::from(vec![actor; 16]);
            claims(sanne, 250_000, &[b'x'; 250_000])
        });
        let data: Vec<_> = data.collect();
        sanne.send_changes(&data);
    });
}

#[test]
fn a_line_of_sixteen_million_letters_is_set_aside() {
    check(Harmful, |sanne| {
        let data = claims(sanne, 1, &vec![b'x'; MOST]);
        sanne.send_changes(&[data]);
    });
    check(Harmful, |sanne| {
        let long = "x".repeat(MOST - 100_000);
        sanne.edit(|edit| edit.put(ROOT, "name", long).expect("puts"));
        let bytes = sanne.document.save_nocompress();
        sanne.send_whole(Uuid::from_bytes(random()), &bytes);
    });
}

#[test]
fn a_payload_of_sixteen_megabytes_of_nothing_is_set_aside() {
    check(Harmful, |sanne| {
        let nothing = vec![0; MOST];
        sanne.send(&[sanne.case.as_bytes(), &[1, 0][..], &nothing].concat());
    });
}

#[test]
fn a_record_sealed_with_another_key_is_set_aside_and_only_counted() {
    check(Sealed, |sanne| {
        sanne.membership.key = TeamKey(random());
        let data = twisted(sanne, |_| {});
        sanne.send_changes(&data);
    });
}
