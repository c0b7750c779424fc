//! The decisions of a case on paper, with all that an expert needs to verify them without this app; and
//! the same as data.

use chrono::{DateTime, Utc};
use voorveld_core::model::EntryRef;
use voorveld_core::view::{DecisionProof, GoneSince, Language, ProvenDecision};

use crate::export::{ExportFile, FileKind, Page};
use crate::hooks::Clock;
use crate::{format, t_in};

/// The verification of the data file in Python. No indentation and no line wider than the paper, because
/// it may be retyped.
const PYTHON: &str = r#"import json, hashlib, sys
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey as Key
proof = json.load(open(sys.argv[1], encoding="utf-8"))
field = lambda d, name: dict(map(tuple, d["fields"]))[name]
part = lambda text: len(text.encode()).to_bytes(4, "big") + text.encode()
made = lambda d: b"voorveld decision v1\0" + b"".join(part(v) for _, v in d["fields"])
here = {d["hash"] for d in proof["decisions"]}
for d in proof["decisions"]: Key.from_public_bytes(bytes.fromhex(field(d, "key"))).verify(
bytes.fromhex(d["signature"]), made(d))
for d in proof["decisions"]: assert (made(d).hex() == d["bytes"]
and hashlib.sha256(made(d)).hexdigest() == d["hash"])
for d in proof["decisions"]: assert set(filter(None, field(d, "parents").split(","))) <= here
print("OK", len(here))"#;

/// The verification of one decision with common command line tools; BYTES, KEY and SIGNATURE stand for
/// the values printed with it.
const SHELL: &str = "printf %s BYTES | xxd -r -p > decision.bin
sha256sum decision.bin
printf %s SIGNATURE | xxd -r -p > decision.sig
printf %s 302a300506032b6570032100KEY | xxd -r -p > key.der
openssl pkeyutl -verify -pubin -keyform DER -inkey key.der \\
-rawin -in decision.bin -sigfile decision.sig";

/// Creates the file of this kind.
pub fn export(
    language: Language,
    clock: Clock,
    proof: &DecisionProof,
    kind: FileKind,
) -> Option<ExportFile> {
    let stem = t_in!(language, "proof-file");
    match kind {
        FileKind::Page => Some(page(language, clock, proof, &stem)),
        FileKind::Data => ExportFile::data(&stem, proof).ok(),
        _ => None,
    }
}

fn page(language: Language, clock: Clock, proof: &DecisionProof, stem: &str) -> ExportFile {
    let title = t_in!(language, "proof-title", name: proof.case_name.clone());
    let mut page = Page::about(language, stem, stem, &title);
    let moment = |at| {
        let at = clock.local(at);
        let day = format::numeric_day(at.date());
        format!("{day} {}", format::time(at.time()))
    };
    let n = proof.decisions.len();
    page.second(&t_in!(language, "proof-checked", at: moment(proof.checked), n: n));
    let right = if proof.holds() {
        t_in!(language, "decisions-right", n: n)
    } else {
        t_in!(language, "proof-wrong")
    };
    page.text(&right);
    page.text(&t_in!(language, "proof-limit"));
    for (number, each) in (1_u32..).zip(&proof.decisions) {
        decision(&mut page, language, number, each, moment);
    }
    page.sheet();
    page.heading(&t_in!(language, "proof-how"));
    page.text(&t_in!(language, "proof-how-what"));
    page.text(&t_in!(language, "proof-how-bytes"));
    let names: Vec<&str> = proof
        .decisions
        .first()
        .map(|each| each.fields.iter().map(|(name, _)| name.as_str()).collect())
        .unwrap_or_default();
    page.code(&names.join(", "));
    page.text(&t_in!(language, "proof-how-hash"));
    page.text(&t_in!(language, "proof-how-parents"));
    page.text(&t_in!(language, "proof-how-signature"));
    page.text(&t_in!(language, "proof-how-shell"));
    page.code(SHELL);
    page.text(&t_in!(language, "proof-how-python"));
    page.code(PYTHON);
    page.finish()
}

/// Formats "Contactmoment van 12-11-2025 14:00, Noor: sindsdien ingetrokken (Bas, 14-11-2025 09:10)".
fn gone_since(
    language: Language,
    gone: &GoneSince,
    when: impl Fn(DateTime<Utc>) -> String,
) -> String {
    let what = match gone.entry {
        EntryRef::Encounter { .. } => t_in!(language, "proof-encounter"),
        EntryRef::Commitment { .. } => t_in!(language, "proof-promise"),
        EntryRef::Expense { .. } => t_in!(language, "proof-expense"),
    };
    let (at, gone_at) = (when(gone.at), when(gone.gone_at));
    let (wrote, by) = (gone.written_by.clone(), gone.by.clone());
    match gone.moved {
        true => {
            t_in!(language, "proof-moved-since", what: what, at: at, wrote: wrote, by: by, when: gone_at)
        }
        false => {
            t_in!(language, "proof-gone-since", what: what, at: at, wrote: wrote, by: by, when: gone_at)
        }
    }
}

fn decision(
    page: &mut Page,
    language: Language,
    number: u32,
    each: &ProvenDecision,
    when: impl Fn(DateTime<Utc>) -> String + Copy,
) {
    let moment = when(each.line.at);
    let kind = format::decision_kind(language, each.line.kind);
    page.heading(&format!("{number}. {kind}"));
    page.second(&format!("{} · {moment}", each.line.by));
    let fields = format::decision_on_paper(language, &each.line);
    page.fields(
        fields
            .iter()
            .map(|(word, value)| (word.as_str(), value.as_str())),
    );
    for fault in &each.faults {
        page.text(&format::decision_fault(language, *fault));
    }
    for gone in &each.gone_since {
        page.text(&gone_since(language, gone, when));
    }
    let parents = if each.parents.is_empty() {
        t_in!(language, "proof-first")
    } else {
        each.parents.join("\n")
    };
    let words = [
        t_in!(language, "proof-hash"),
        t_in!(language, "proof-parents"),
        t_in!(language, "proof-key"),
        t_in!(language, "proof-signature"),
        t_in!(language, "proof-bytes"),
    ];
    let key = format!("{}\n{}", each.key, each.key_of);
    let values = [
        each.hash.as_str(),
        &parents,
        &key,
        &each.signature,
        &each.bytes,
    ];
    page.fields(words.iter().map(String::as_str).zip(values));
}
