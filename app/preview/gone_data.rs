//! Sample entries that were changed, moved or withdrawn.

use voorveld_core::EncounterId;
use voorveld_core::model::{Channel, EntryRef, Who};
use voorveld_core::view::{EntryChange, EntryView, EntryWas, GoneHow, GoneLine};

use super::data::{self, at, id};

/// An entry that Bas changed.
pub fn entry(entry: EntryRef) -> EntryView {
    EntryView {
        entry,
        who: Who::Case(data::PIGEONS),
        name: "Meneer Duivenman".into(),
        at: at(0, "10:06"),
        channel: Channel::Street,
        text: "Emmer voer gebracht.".into(),
        also: Vec::new(),
        history: vec![EntryChange {
            by: "Bas".into(),
            at: at(0, "11:00"),
            what: EntryWas::Text("Emmer gebracht.".into()),
        }],
    }
}

/// One that was withdrawn and one that was moved.
pub fn gone() -> Vec<GoneLine> {
    let line = |number, text: &str, how| GoneLine {
        entry: EntryRef::Encounter {
            who: Who::Case(data::PIGEONS),
            id: EncounterId(id(number)),
        },
        at: at(2, "14:00"),
        text: text.into(),
        written_by: "Noor".into(),
        by: "Bas".into(),
        gone_at: at(1, "09:10"),
        how,
    };
    vec![
        line(
            91,
            "Zakmes in de la.",
            GoneHow::Withdrawn("Was een sleutel.".into()),
        ),
        line(
            92,
            "",
            GoneHow::Moved {
                to: Who::Case(data::G),
                name: "G.".into(),
                lost: false,
            },
        ),
    ]
}
