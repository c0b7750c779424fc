use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, Change, ObjType, ROOT, ReadDoc};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use uuid::Uuid;

use super::chunk::Parsed;
use super::whole::{bound_file, bound_whole};
use super::*;
use crate::document::{Document, Kind, id_text};

/// An edit on one of three phones, or a phone receiving another's changes.
#[derive(Debug, Clone)]
enum Step {
    Hear(usize, usize),
    Entry(usize, u8),
    Field(usize, u8, String),
    Write(usize, prop::sample::Index, usize, String),
    Gone(usize, u8),
}

fn step() -> impl Strategy<Value = Step> {
    let phone = || 0..3_usize;
    prop_oneof![
        (phone(), phone()).prop_map(|(to, from)| Step::Hear(to, from)),
        (phone(), 0..4_u8).prop_map(|(phone, entry)| Step::Entry(phone, entry)),
        (phone(), 0..4_u8, "[a-zé]{0,9}").prop_map(|(p, entry, text)| Step::Field(p, entry, text)),
        (
            phone(),
            any::<prop::sample::Index>(),
            0..4_usize,
            "[a-z👍 ]{0,12}"
        )
            .prop_map(|(p, at, gone, text)| Step::Write(p, at, gone, text)),
        (phone(), 0..4_u8).prop_map(|(phone, entry)| Step::Gone(phone, entry)),
    ]
}

fn key(entry: u8) -> String {
    id_text(Uuid::from_u128(u128::from(entry) + 1))
}

fn edit(document: &mut Automerge, step: &Step) {
    let mut edit = document.transaction();
    let (_, map) = edit.get(ROOT, "encounters").expect("reads").expect("there");
    let (_, text) = edit.get(ROOT, "background").expect("reads").expect("there");
    match step {
        Step::Hear(..) => {}
        Step::Entry(_, entry) => {
            edit.put_object(&map, key(*entry), ObjType::Map)
                .expect("puts");
        }
        Step::Field(_, entry, value) => {
            if let Some((_, there)) = edit.get(&map, key(*entry)).expect("reads") {
                edit.put(&there, "text", value.as_str()).expect("puts");
                edit.put(&there, "text", format!("{value}!"))
                    .expect("puts again");
            }
            edit.put(ROOT, "name", value.as_str()).expect("puts");
        }
        Step::Write(_, at, gone, words) => {
            let length = edit.length(&text);
            let at = at.index(length + 1);
            let gone = (*gone).min(length - at);
            edit.splice_text(&text, at, gone as isize, words)
                .expect("writes");
        }
        Step::Gone(_, entry) => {
            if edit.get(&map, key(*entry)).expect("reads").is_some() {
                edit.delete(&map, key(*entry)).expect("deletes");
            }
        }
    }
    edit.commit_with(CommitOptions::default().with_time(1_790_000_000));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_130), ..ProptestConfig::default() })]

    #[test]
    fn all_that_automerge_writes_for_this_app_passes(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let nobody = ActorId::from(vec![9; 16]);
        let genesis = Document::new(Kind::Case, &nobody).expect("new");
        let mut phones = [1_u8, 2, 3].map(|n| {
            genesis.automerge().clone().with_actor(ActorId::from(vec![n; 16]))
        });
        for step in &steps {
            match step {
                Step::Hear(to, from) if to != from => {
                    let mut from = phones[*from].clone();
                    phones[*to].merge(&mut from).expect("merges");
                }
                Step::Hear(..) => {}
                Step::Entry(phone, _) | Step::Field(phone, ..) | Step::Write(phone, ..)
                | Step::Gone(phone, _) => edit(&mut phones[*phone], step),
            }
        }
        let [mut whole, mut second, mut third] = phones;
        whole.merge(&mut second).expect("merges");
        whole.merge(&mut third).expect("merges");
        let changes = whole.get_changes(&genesis.heads());
        // All changes at once on an empty document, and one by one.
        let mut judge = Judge::of(Kind::Case, &genesis);
        let mut grown = genesis.clone();
        for change in &changes {
            let parsed = read(change.hash(), change.raw_bytes()).expect("reads");
            prop_assert_eq!(parsed.ops.len(), change.len());
            prop_assert_eq!(parsed.max_op(), change.max_op());
            prop_assert_eq!(judge.judge(parsed.clone()), Ok(()));
            let mut alone = Judge::of(Kind::Case, &grown);
            prop_assert_eq!(alone.judge(parsed), Ok(()));
            grown.apply(vec![change.clone()]).expect("applies");
        }
        let bytes = whole.save_nocompress();
        prop_assert_eq!(bound_whole(&bytes), Ok(()));
        prop_assert_eq!(bound_file(&bytes), Ok(()));
        prop_assert_eq!(bound_file(&whole.save()), Ok(()));
        prop_assert_eq!(check_whole(Kind::Case, &grown), Ok(()));
    }

    #[test]
    fn no_bytes_at_all_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let hash = automerge::ChangeHash([0; 32]);
        let _refused = Parsed::of(hash, &bytes);
        let _refused = read(hash, &bytes);
        for kind in 0..4_u8 {
            let length = [0x80 | (bytes.len() & 0x7f) as u8, (bytes.len() >> 7) as u8];
            let head = [0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, kind];
            let framed = [&head[..], &length, &bytes].concat();
            let _refused = read(hash, &framed);
            let _refused = bound_whole(&framed);
            let _refused = bound_file(&framed);
        }
    }

    #[test]
    fn what_it_reads_after_damage_has_no_more_operations_than_it_may(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        step_changed: bool,
    ) {
        let step = Kind::Case.steps()[usize::from(step_changed)];
        let mut bytes = step.to_vec();
        for (at, value) in flips {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Ok(parsed) = read(automerge::ChangeHash([0; 32]), &bytes) {
            prop_assert!(parsed.ops.len() <= limits::ops(bytes.len()));
        }
        let _refused = bound_whole(&bytes);
    }
}

#[test]
fn the_frozen_steps_of_every_kind_pass() {
    for kind in [
        Kind::Case,
        Kind::Contact,
        Kind::Signal,
        Kind::Team,
        Kind::Study,
    ] {
        let nobody = ActorId::from(vec![9; 16]);
        let first = Document::first(kind, &nobody).expect("first");
        let mut judge = Judge::of(kind, &first);
        for step in &kind.steps()[1..] {
            let change = Change::try_from(*step).expect("a change");
            let parsed = read(change.hash(), step).expect("reads");
            assert_eq!(judge.judge(parsed), Ok(()), "{kind:?}");
        }
        let whole = Document::new(kind, &nobody).expect("new");
        assert_eq!(bound_whole(&whole.save_plain()), Ok(()), "{kind:?}");
        assert_eq!(check_whole(kind, &whole), Ok(()), "{kind:?}");
    }
}

#[test]
fn a_whole_document_of_more_operations_than_a_phone_holds_is_refused_in_a_record() {
    // No actors, heads or columns of changes; every operation sets a letter.
    const LETTERS: usize = 8 << 20;
    let lengths = |length: usize| -> Vec<u8> {
        let groups = (0..4).map(|group| (length >> (7 * group)) as u8 & 0x7f);
        let last = |group: usize| if group < 3 { 0x80 } else { 0 };
        groups
            .enumerate()
            .map(|(at, bits)| bits | last(at))
            .collect()
    };
    let run = [lengths(LETTERS), vec![1]].concat();
    let columns = [&[0x42, run.len() as u8, 0x57][..], &lengths(LETTERS)].concat();
    let data = [&[0, 0, 0, 2][..], &columns, &run, &vec![b'x'; LETTERS]].concat();
    let head = [0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 0];
    let whole = [&head[..], &lengths(data.len()), &data].concat();
    assert_eq!(bound_whole(&whole), Err(Unfit::Size));
    assert_eq!(bound_file(&whole), Ok(()));
}
