// What a partner hears at day's end, and what only people can settle, on two phones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addLine } from "./support/casework.js";
import { closeDay, startPair } from "./support/team.js";

const TIME = { timeout: 300_000 };
const KNIFE = "Zakmes in de la.";

test("a partner reads the danger first, and settles what two people wrote", TIME, async (t) => {
  const { front, noor, bas } = await startPair(t, ["Kers", "Poedel"]);

  // A day apart, without signal.
  await front.down();
  await noor.openCase("poe", "Poedel");
  await noor.log("Groette uit zichzelf.");
  await noor.openCase("ker", "Kers");
  await noor.log("Deed open, aan tafel gezeten.");
  await addLine(noor, "case-safety", KNIFE);
  await addLine(noor, "case-matters", "De hond.");
  await bas.openCase("ker", "Kers");
  await addLine(bas, "case-matters", "Zijn tuin.");
  await front.up();
  await closeDay(noor);
  await noor.page.locator("#team-close-day:not([aria-busy=true])").waitFor();
  await closeDay(bas);

  const settle = bas.page.locator("#to-settle");
  await settle.waitFor();
  const values = settle.locator(".two-values__value .row__title");
  assert.deepEqual((await values.allInnerTexts()).toSorted(), ["De hond.", "Zijn tuin."]);

  await bas.go("today");
  const lines = bas.page.locator(".news");
  await lines.first().waitFor();
  const names = await lines.locator(".row__title").allInnerTexts();
  assert.match(names[0], /Kers/, `the danger's line is the first: ${names}`);
  assert.equal(await lines.first().locator(".record__text .strong").innerText(), KNIFE);
  const sentence = await lines.first().locator(".record__text").innerText();
  assert.ok(sentence.startsWith(KNIFE), sentence);
  assert.match(sentence, /aan tafel gezeten/);
  await bas.page.locator("#today-clashes", { hasText: "Kers" }).waitFor();

  await bas.go("team");
  await settle.locator(".two-values__value", { hasText: "De hond." }).locator("button").tap();
  await settle.waitFor({ state: "detached" });
  await bas.go("today");
  await lines.first().waitFor();
  assert.equal(await bas.page.locator("#today-clashes").count(), 0);
  await bas.openCase("ker", "Kers");
  assert.equal(await bas.page.locator(".matters__text").innerText(), "De hond.");
  assert.deepEqual([...noor.faults, ...bas.faults], []);
});
