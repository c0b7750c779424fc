// The official JavaScript Automerge opens the documents that tests/reader extracted from a sealed log.
import * as Automerge from "@automerge/automerge";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const golden = new URL("../../app/core/tests/data/sealed/team.json", import.meta.url);
const team = JSON.parse(readFileSync(golden, "utf8"));
const made = new URL("../../target/tmp/log/", import.meta.url);
const open = (id) => Automerge.load(new Uint8Array(readFileSync(new URL(`${id}.automerge`, made))));

test("every document of the log opens, with the heads both phones had", () => {
  assert.ok(Object.keys(team.names).length >= 3);
  for (const [id, names] of Object.entries(team.names)) {
    const file = open(id);
    assert.deepEqual(Automerge.getHeads(file).sort(), team.heads[id]);
    assert.deepEqual(Automerge.getMissingDeps(file, []), []);
    const conflicts = Automerge.getConflicts(file, "name") ?? { only: file.name };
    assert.deepEqual(Object.values(conflicts).map(String).sort(), names);
  }
});

test("what was written on both phones stands in the case", () => {
  const [id] = Object.entries(team.names).find(([, names]) => names.length === 2);
  const texts = Object.values(open(id).encounters).map((encounter) => String(encounter.text));
  assert.equal(texts.filter((text) => text === "Voerde de duiven 🕊️ om zes uur.").length, 2);
  assert.ok(texts.includes("Zei goedemorgen terug."));
});
