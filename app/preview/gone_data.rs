//! Sample entries that were changed, moved or withdrawn.

use voorveld_core::model::{Channel, EntryRef, Who};
use voorveld_core::view::{
    EntryChange, EntryView, EntryWas, GoneHow, GoneLine, MovedTo, MovedTwice, OtherCase,
};
use voorveld_core::{Cents, EncounterId, ExpenseId};

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

/// Two that were withdrawn, an expense among them, and one that was moved.
pub fn gone() -> Vec<GoneLine> {
    let line = |number, text: &str, how| GoneLine {
        entry: EntryRef::Encounter {
            who: Who::Case(data::PIGEONS),
            id: EncounterId(id(number)),
        },
        at: at(2, "14:00"),
        text: text.into(),
        cents: None,
        written_by: "Noor".into(),
        by: "Bas".into(),
        gone_at: at(1, "09:10"),
        how,
    };
    let spent = GoneLine {
        entry: EntryRef::Expense {
            case: data::PIGEONS,
            id: ExpenseId(id(93)),
        },
        cents: Some(Cents(3_820)),
        ..line(
            93,
            "Taxi\nnaar de kliniek",
            GoneHow::Withdrawn("Zelf betaald.".into()),
        )
    };
    vec![
        spent,
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

/// An encounter that Noor and Bas moved to different people.
pub fn moved_twice() -> MovedTwice {
    let to = |case, name: &str| MovedTo {
        who: Who::Case(case),
        name: name.into(),
        danger: case == data::PIGEONS,
    };
    MovedTwice {
        entry: EntryRef::Encounter {
            who: Who::Case(data::T),
            id: EncounterId(id(94)),
        },
        at: at(0, "10:20"),
        text: "Zijn zus belt donderdag.".into(),
        to: vec![to(data::G, "G."), to(data::PIGEONS, "Meneer Duivenman")],
    }
}

/// A case that was joined with another, or removed.
pub fn other_case() -> OtherCase {
    OtherCase {
        case: data::T,
        name: "De Wit".into(),
        by: "Bas".into(),
        at: at(1, "09:10"),
    }
}
