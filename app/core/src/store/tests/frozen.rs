//! Frozen stores of every schema version. A new schema adds a file; existing files are never
//! rewritten.

use std::path::Path;

use super::{Clock, TestPhone};
use crate::api::*;
use crate::model::*;
use crate::store::{Read, Store, schema};
use crate::view::*;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/stores");

/// Writes the file of the current schema: `VOORVELD_WRITE_FROZEN=1 cargo test frozen`, run once.
fn write(path: &Path) {
    let mut phone = TestPhone::in_team("Noor", true);
    let case = phone.case("Duivenman");
    phone.log(Who::Case(case), "Zei goedemorgen terug.");
    phone.log(Who::Unknown, "Zakken duivenvoer in het trapgat.");
    phone.call(AddSafetyFact {
        case,
        text: "Kwaad als het over geld gaat.".into(),
    });
    phone.call(SetTrust {
        case,
        step: TrustStep::Door,
    });
    phone.call(SaveContact {
        name: "Groenteman".into(),
        fields: Vec::new(),
    });
    phone.store.next_request().expect("sealed work waits");
    let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
    phone
        .store
        .connection
        .execute_batch(checkpoint)
        .expect("one file");
    std::fs::copy(phone.path(), path).expect("writes");
}

#[test]
fn a_store_of_every_earlier_schema_opens_with_all_that_is_in_it() {
    if std::env::var_os("VOORVELD_WRITE_FROZEN").is_some() {
        write(&Path::new(FOLDER).join(format!("{}.db", schema::SCHEMA)));
    }
    for version in 1..=schema::SCHEMA {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("team.db");
        std::fs::copy(Path::new(FOLDER).join(format!("{version}.db")), &path)
            .unwrap_or_else(|e| panic!("no frozen store of schema {version}: {e}"));
        let mut store = Store::open(&path, &[7; 32], Clock::new().environment()).expect("opens");
        let read = ReadCases {
            filter: CaseFilter::default(),
            skip: 0,
            limit: 9,
        };
        let list = read.run(&mut store).expect("reads");
        let case = list.cases[0].id;
        let view = ReadCase { case }.run(&mut store).expect("reads");
        assert_eq!(view.last_three[0].text, "Zei goedemorgen terug.");
        assert_eq!(view.last_three[0].by, "Noor");
        assert_eq!(view.safety[0].text, "Kwaad als het over geld gaat.");
        assert_eq!(view.trust, TrustStep::Door);
        let search = Search {
            text: "trapg".into(),
            filter: CaseFilter::default(),
            shown: Shown::default(),
        };
        let found = search.run(&mut store).expect("searches");
        assert_eq!(found.encounters.len(), 1);
        // Derived data added by later schemas exists for old stores too.
        let kept = |sql: &str| -> Vec<String> {
            let mut statement = store.connection.prepare(sql).expect("sql");
            let rows = statement.query_map([], |row| row.get(0)).expect("rows");
            rows.collect::<Result<_, _>>().expect("rows")
        };
        let words = kept("SELECT word FROM name_words ORDER BY word");
        assert_eq!(words, ["duivenman", "groenteman"]);
        let counts = kept("SELECT what || word || contacts FROM contact_counts");
        assert_eq!(counts, ["district1"]);
        assert_eq!(store.next_request().expect("a request").pushes.len(), 4);
    }
}
