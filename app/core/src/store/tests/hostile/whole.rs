//! Whole documents sent by a hostile member.

use super::*;

#[test]
fn a_whole_document_that_is_compressed_within_is_set_aside_unread() {
    check(Newer, |sanne| {
        // A chunk of type 2 is a DEFLATE-compressed change, which can expand to any size.
        let bytes = chunk(2, &[0x4b, 0x4c, 0x04, 0x00]);
        sanne.send_whole(Uuid::from_bytes(random()), &bytes);
    });
    check(Harmful, |sanne| {
        sanne.edit(|edit| {
            let (_, background) = edit.get(ROOT, "background").expect("reads").expect("there");
            edit.splice_text(&background, 0, 0, &"duif ".repeat(500))
                .expect("writes");
        });
        let bytes = sanne.document.save();
        assert_ne!(bytes, sanne.document.save_nocompress());
        sanne.send_whole(Uuid::from_bytes(random()), &bytes);
    });
}

#[test]
fn a_whole_document_that_claims_more_than_it_has_is_set_aside() {
    for operations in [100_000, 1_000_000_000_000, i64::MAX] {
        check(Harmful, |sanne| {
            // No actors, heads or change columns; one operation column in which every action is a
            // set.
            let column = [&times(operations)[..], &[1]].concat();
            let mut data = vec![0, 0, 0, 1, 0x42, column.len() as u8];
            data.extend_from_slice(&column);
            sanne.send_whole(Uuid::from_bytes(random()), &chunk(0, &data));
        });
    }
}

#[test]
fn a_whole_document_that_does_not_begin_as_ours_do_is_set_aside() {
    check(Harmful, |sanne| {
        let mut document = Automerge::new();
        let mut transaction = document.transaction();
        transaction
            .put_object(ROOT, "encounters", ObjType::Map)
            .expect("puts");
        transaction.commit();
        sanne.send_whole(Uuid::from_bytes(random()), &document.save_nocompress());
    });
    let wholes: [fn(&mut automerge::transaction::Transaction<'_>); 5] = [
        |edit| edit.delete(ROOT, "encounters").expect("deletes"),
        |edit| edit.put(ROOT, "background", "weg").expect("puts"),
        |edit| {
            edit.put_object(ROOT, "decisions", ObjType::Map)
                .expect("puts");
        },
        |edit| {
            let (_, map) = edit.get(ROOT, "encounters").expect("reads").expect("there");
            let key = Uuid::from_u128(9).to_string();
            edit.put_object(&map, key, ObjType::Map).expect("puts");
        },
        |edit| {
            let (_, map) = edit.get(ROOT, "encounters").expect("reads").expect("there");
            let key = Uuid::from_u128(9).simple().to_string();
            let mut inner = edit.put_object(&map, key, ObjType::Map).expect("puts");
            for _ in 0..2_000 {
                inner = edit.put_object(&inner, "in", ObjType::Map).expect("puts");
            }
        },
    ];
    for whole in wholes {
        check(Harmful, |sanne| {
            sanne.edit(whole);
            let bytes = sanne.document.save_nocompress();
            sanne.send_whole(Uuid::from_bytes(random()), &bytes);
        });
    }
}
