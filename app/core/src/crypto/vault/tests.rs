use std::fs;

use super::*;

const TEAM: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn created(folder: &Path) -> Vault {
    Vault::create(folder, "123456", PinCost::TEST).expect("creates")
}

#[test]
fn the_pin_opens_the_same_keys_again() {
    let folder = folder();
    let mut vault = created(folder.path());
    let key = vault.add_database(TEAM).expect("adds");
    assert_eq!(vault.add_database(TEAM).expect("has"), key);

    let again = Vault::unlock(folder.path(), "123456").expect("unlocks");
    assert_eq!(again.database_key(TEAM), Some(key));
    assert_eq!(again.database_key(OTHER), None);
    assert_eq!(again.databases().collect::<Vec<_>>(), [TEAM]);
}

#[test]
fn another_pin_opens_nothing() {
    let folder = folder();
    created(folder.path());
    let opened = Vault::unlock(folder.path(), "123457");
    assert_eq!(opened.err(), Some(Error::WrongPin));
}

#[test]
fn a_second_vault_never_replaces_the_first() {
    let folder = folder();
    created(folder.path());
    let second = Vault::create(folder.path(), "000000", PinCost::TEST);
    assert!(matches!(second.err(), Some(Error::Storage(_))));
    Vault::unlock(folder.path(), "123456").expect("still opens");
}

#[test]
fn a_damaged_file_is_reported_as_damaged_and_left_alone() {
    let folder = folder();
    created(folder.path()).add_database(TEAM).expect("adds");
    let path = folder.path().join("vault.cbor");
    let whole = fs::read(&path).expect("reads");
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 4;
        fs::write(&path, &bytes).expect("writes");
        let opened = Vault::unlock(folder.path(), "123456").err();
        let damaged = matches!(opened, Some(Error::StoreDamaged { .. }));
        assert!(damaged, "byte {at}: {opened:?}");
        assert_eq!(fs::read(&path).expect("reads"), bytes);
    }
    fs::write(&path, &whole[..whole.len() / 2]).expect("writes");
    let opened = Vault::unlock(folder.path(), "123456").err();
    assert!(matches!(opened, Some(Error::StoreDamaged { .. })));
}

#[test]
fn a_write_that_was_cut_leaves_the_old_vault() {
    let folder = folder();
    created(folder.path());
    fs::write(folder.path().join("vault.cbor.new"), b"half").expect("writes");
    let mut vault = Vault::unlock(folder.path(), "123456").expect("unlocks");
    vault.add_database(TEAM).expect("adds");
    assert!(!folder.path().join("vault.cbor.new").exists());
}

#[test]
fn nothing_secret_is_printed() {
    let folder = folder();
    let mut vault = created(folder.path());
    let key = vault.add_database(TEAM).expect("adds");
    assert_eq!(format!("{vault:?} {key:?}"), "Vault(…) DatabaseKey(…)");
}

#[test]
fn what_is_remembered_of_teams_is_read_with_the_code_only() {
    let folder = folder();
    let mut vault = created(folder.path());
    let mut notes = TeamNotes::default();
    notes.set_open(TEAM);
    notes.put(TeamNote {
        name: "Oosterhage".into(),
        only_here: 3,
        ..TeamNote::new(TEAM)
    });
    vault.keep_notes(notes.clone()).expect("keeps");
    let again = Vault::unlock(folder.path(), "123456").expect("unlocks");
    assert_eq!(*again.notes(), notes);

    let size = |name: &str| {
        let mut vault = Vault::unlock(folder.path(), "123456").expect("unlocks");
        let mut notes = notes.clone();
        notes.put(TeamNote {
            name: name.into(),
            ..TeamNote::new(OTHER)
        });
        vault.keep_notes(notes).expect("keeps");
        let bytes = fs::read(folder.path().join("vault.cbor")).expect("reads");
        let has = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
        assert!(!has(b"Oosterhage") && !has(b"Wijk"), "readable");
        bytes.len()
    };
    assert_eq!(size("Wijk"), size("Wijk bij Duurstede"));
}

/// The file was written by a version that supported one team only.
#[test]
fn a_vault_of_an_older_app_opens_as_it_was() {
    let folder = folder();
    let path = folder.path().join("vault.cbor");
    let old = include_bytes!("../../../tests/data/vaults/1.cbor");
    fs::write(&path, old).expect("writes");
    let vault = Vault::unlock(folder.path(), "123456").expect("unlocks");
    assert_eq!(vault.databases().collect::<Vec<_>>(), [TEAM]);
    assert!(vault.database_key(TEAM).is_some());
    assert_eq!(*vault.notes(), TeamNotes::default());
    assert_eq!(
        fs::read(&path).expect("reads"),
        old,
        "opening writes nothing"
    );
}

#[test]
fn a_vault_of_a_newer_app_is_refused_and_left_alone() {
    let folder = folder();
    let vault = created(folder.path());
    let contents = voorveld_protocol::encode(&vault.contents);
    file::write(folder.path(), VERSION + 1, &contents).expect("writes");
    let opened = Vault::unlock(folder.path(), "123456").err();
    assert!(
        matches!(opened, Some(Error::StoreNewer { .. })),
        "{opened:?}"
    );
}
