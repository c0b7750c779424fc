//! Writes a case as an Automerge file, made as the app makes it, to `target/tmp` for
//! `tests/automerge-js`, which opens it with the official JavaScript Automerge.

use std::path::Path;

use futures::executor::block_on;
use uuid::Uuid;
use voorveld_core::api::*;
use voorveld_core::model::*;
use voorveld_core::view::*;
use voorveld_core::{EncounterId, Environment, Error, Phone};

/// Samples of what users type.
const TEXTS: [&str; 6] = [
    "Zei goedemorgen terug.",
    "Twee\nregels, met een \"aanhaling\" en een \\.",
    "مريم was er ook",
    "Voerde de duiven 🕊️ om zes uur",
    "é als twee tekens: e\u{301}",
    "<b>geen opmaak</b> & meer",
];

async fn made(folder: &Path) -> Result<(Vec<u8>, CaseExport), Error> {
    let phone = Phone::at(folder);
    let workspace = phone.create("135790", Environment::default()).await?;
    let name = "Duivenman".to_owned();
    let case = workspace.call(CreateCase { name }).await?;
    for (n, text) in TEXTS.iter().chain(&TEXTS).enumerate() {
        let save = SaveEncounter {
            id: EncounterId(Uuid::from_u128(
                0x0192_0000_0000_7000_8000_0000_0000_0000 + n as u128,
            )),
            text: format!("{n}: {text}"),
            channel: Channel::ALL[n % Channel::ALL.len()],
            who: Who::Case(case),
            at: None,
        };
        workspace.call(save).await?;
    }
    let background = TEXTS.join(" ");
    let (field, value) = (CaseField::Background, background);
    workspace.call(SetCaseField { case, field, value }).await?;
    let text = TEXTS[5].to_owned();
    workspace.call(AddSafetyFact { case, text }).await?;
    let promise = AddCommitment {
        case,
        text: TEXTS[2].into(),
        who: "wij".into(),
        due: None,
        time: None,
    };
    workspace.call(promise).await?;
    workspace.call(SetOnAgenda { case, on: true }).await?;
    let bytes = workspace.call(ReadCaseFile { case }).await?;
    Ok((bytes, workspace.call(ReadCaseExport { case }).await?))
}

#[test]
fn a_case_s_file_is_left_for_javascript() {
    let folder = tempfile::tempdir().expect("a folder");
    let (bytes, dossier) = block_on(made(folder.path())).expect("a case");
    assert_eq!(dossier.timeline.len(), 2 * TEXTS.len());
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(place.join("case.automerge"), bytes).expect("writes");
    let json = serde_json::to_vec(&dossier).expect("JSON");
    std::fs::write(place.join("case.json"), json).expect("writes");
}
