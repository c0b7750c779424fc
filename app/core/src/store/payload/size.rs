//! Measures a day's sync traffic. The texts are not among the dictionary's training samples.

use automerge::ActorId;
use chrono::DateTime;
use uuid::Uuid;
use voorveld_protocol::{DeviceKey, DocumentTag, RecordKind, TeamTag};

use super::Payload;
use crate::crypto::{Aad, TeamKey, random, seal};
use crate::document::{Document, DocumentError, Encounter, Kind};
use crate::model::Channel;

/// Overhead per record beside its sealed bytes, up or down: device number, kind, tag, epoch,
/// signature and place in the response.
const ENVELOPE: usize = 140;

const NOTES: [&str; 6] = [
    "Trof hem bij de fietsenmaker, waar hij sinds kort drie ochtenden meehelpt. Hij vertelde trots \
     dat de baas hem een sleutel heeft gegeven. Over de boete van de gemeente wilde hij het niet \
     hebben, dat komt nog.",
    "Mevrouw had een blauwe plek op haar arm en draaide weg toen ik ernaar keek. De jongens speelden \
     stil in de gang. Ze fluisterde dat haar zwager sinds zondag weer bij hen logeert, ik moest snel \
     weer weg.",
    "Wachtkamer van de tandarts uitgezeten, anderhalf uur. Goed moment om te praten: hij droomt van \
     een eigen kapsalon en heeft vroeger in Tilburg zijn diploma gehaald. Papieren liggen bij zijn \
     nicht op zolder.",
    "De caféhouder heeft hem de toegang ontzegd na een vechtpartij met een man uit Helmond. Zelf \
     zegt hij dat de ander begon. Met de uitbater gesproken, na de zomer mag hij het opnieuw komen \
     proberen bij hem.",
    "Oma past nu op de tweeling, zij is de enige naar wie iedereen in dat gezin luistert. Thee met \
     haar gedronken en foto's bekeken. Ze belooft dat de meisjes maandag gewoon op tijd in de klas \
     zullen zitten.",
    "Kelderbox leeggehaald met twee vrijwilligers en een bus. Hij stond erbij te kijken, boos en \
     opgelucht tegelijk. De beheerder trekt de aanzegging in als het trappenhuis voor de eerste van \
     de maand schoon is.",
];

struct Day {
    raw: usize,
    sealed: usize,
}

/// Simulates one phone's day; a second phone's records have the same shape.
fn close(cases: usize, encounters: usize) -> Day {
    let (me, start) = (Uuid::from_bytes(random()), 1_800_000_000_000_i64);
    let actor = ActorId::from(random::<16>());
    let mut day = Day { raw: 0, sealed: 0 };
    for case in 0..cases {
        let mut document = Document::new(Kind::Case, &actor).expect("a case");
        let heads = document.heads();
        for number in 0..encounters {
            let minutes = (case * encounters + number) as i64 * 3;
            let at = DateTime::from_timestamp_millis(start + minutes * 61_234).expect("a time");
            let id =
                uuid::Builder::from_unix_timestamp_millis(at.timestamp_millis() as u64, &random());
            let new = Encounter {
                at,
                said: None,
                channel: Channel::ALL[(case + number) % 5],
                by: me,
                text: NOTES[(case * 5 + number) % NOTES.len()].into(),
                altered: false,
            };
            let edited = document
                .edit::<_, DocumentError>(at, |edit| edit.add_encounter(id.into_uuid(), &new));
            edited.expect("adds");
        }
        let changes = document.changes_since(&heads);
        day.raw += changes.iter().map(|c| c.raw_bytes().len()).sum::<usize>();
        let payload = Payload::pack_changes(Uuid::from_bytes(random()), 1, &changes);
        let (team, device) = (TeamTag([1; 16]), DeviceKey([2; 32]));
        let tag = DocumentTag([3; 16]);
        let aad = Aad::record(team, device, 1, RecordKind::CHANGES, tag, 1);
        day.sealed += seal(&TeamKey([7; 32]), &aad, &payload).len() + ENVELOPE;
    }
    day
}

#[test]
fn a_day_on_the_line_is_well_under_the_bytes_automerge_made_of_it() {
    let day = close(30, 4);
    let ratio = day.sealed as f64 / day.raw as f64;
    println!("{} of {} bytes: {ratio:.3}", day.sealed, day.raw);
    assert!(ratio <= 0.57, "{} of {}: {ratio:.3}", day.sealed, day.raw);
}
