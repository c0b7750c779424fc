// The official JavaScript Automerge opens a case as the app exports it. The files are written by the
// test `a_case_s_file_is_left_for_javascript` of voorveld-core.
import * as Automerge from "@automerge/automerge";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const made = new URL("../../target/tmp/", import.meta.url);
const bytes = new Uint8Array(readFileSync(new URL("case.automerge", made)));
const dossier = JSON.parse(readFileSync(new URL("case.json", made), "utf8"));
const file = Automerge.load(bytes);
const key = (id) => id.replaceAll("-", "");

test("it is a case of the schema this app writes", () => {
  // A scalar string is an object in JavaScript's Automerge.
  assert.equal(String(file.kind), "case");
  assert.ok(file.schema >= 2);
  assert.equal(String(file.name), dossier.facts.name);
});

test("every encounter stands under its own key, with its text and moment", () => {
  const own = dossier.timeline.filter((entry) => entry.signal === null);
  assert.ok(own.length >= 12, "there are encounters to look at");
  assert.deepEqual(Object.keys(file.encounters).sort(), own.map((entry) => key(entry.id)).sort());
  for (const entry of own) {
    const found = file.encounters[key(entry.id)];
    assert.equal(String(found.text), entry.text);
    // The app places an entry no later than its change, whose time Automerge keeps in whole seconds.
    const late = new Date(found.at) - new Date(entry.at);
    assert.ok(late >= 0 && late < 1000, `${found.at} is shown as ${entry.at}`);
  }
});

test("promises, safety facts and longer texts are there too", () => {
  for (const [map, list] of [
    ["commitments", dossier.commitments],
    ["safety", dossier.safety],
  ]) {
    assert.ok(list.length > 0);
    for (const entry of list) assert.equal(String(file[map][key(entry.id)].text), entry.text);
  }
  assert.equal(String(file.background), dossier.facts.background);
});

test("what happened to it is in it: every change, and none is missing", () => {
  const changes = Automerge.getAllChanges(file);
  assert.ok(changes.length > 12);
  assert.deepEqual(Automerge.getMissingDeps(file, Automerge.getHeads(file)), []);
  const again = Automerge.load(Automerge.save(file));
  assert.deepEqual(Automerge.getHeads(again), Automerge.getHeads(file));
});

test("somebody else's Automerge can write in it", () => {
  const changed = Automerge.change(file, (all) => {
    all.address = "Elders 1";
  });
  assert.equal(Automerge.load(Automerge.save(changed)).address, "Elders 1");
});
