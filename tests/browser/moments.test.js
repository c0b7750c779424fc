// The three moments that decide whether the app is used, on two phones with their own browsers, against
// the real server.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addLine, newCase } from "./support/casework.js";
import { startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";
import { becomeEqual, closeDay, isEqualWith, startPair } from "./support/team.js";

const TIME = { timeout: 300_000 };
/** With Dutch diacritics. */
const LONG =
  "Sprak Neon bij de groenteman: is weer gezien op het plein. Eén van ons gaat morgen langs, vóór tienen, ook naïef.";

test("on the street two taps keep a sentence, with nobody known and no connection", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const bas = await startPhone(t, folder, "bas");
  await bas.begin(address);
  await bas.page.getByText("Nog niets vastgelegd.").waitFor();
  await bas.context.setOffline(true);
  await bas.log(LONG);
  await bas.page.getByText(LONG).waitFor();
  await bas.find("groenteman");
  await bas.go("today");
  await bas.page.getByText("alleen op deze telefoon").first().waitFor();
  assert.deepEqual(bas.faults, []);
});

test("at the door one search leads to what matters, what is dangerous and what was said", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const noor = await startPhone(t, folder, "noor");
  await noor.begin(address);
  const { page } = noor;
  await newCase(noor, "Neon");
  await addLine(noor, "case-matters", "De hond mag mee, waarheen dan ook.");
  await addLine(noor, "case-safety", "Schrikt van onverwacht aankloppen.");
  const said = ["Zat onder de brug met de hond.", "Koffie gebracht.", "De deur bleef open."];
  for (const sentence of said) {
    await noor.log(sentence);
    await page.getByText(sentence).first().waitFor();
  }
  await newCase(noor, "Poedel");

  await noor.openCase("neo", "Neon");
  assert.equal(await page.locator(".matters__text").innerText(), "De hond mag mee, waarheen dan ook.");
  assert.equal(await page.locator(".safety__fact").innerText(), "Schrikt van onverwacht aankloppen.");
  assert.equal(await page.locator(".last-three__line").count(), 3);
  for (const what of [".matters__text", ".safety__fact", ".last-three", "#trust-door"]) {
    assert.ok(await inView(page.locator(what)), `${what} is on the screen without scrolling`);
  }
  await page.locator("#trust-door").tap();
  await page.locator("#trust-door[aria-pressed=true]").waitFor();
  await page.locator("#case-to-timeline").tap();
  await page.locator(".entry__text").first().waitFor();
  assert.deepEqual(await page.locator(".entry__text").allInnerTexts(), said.toReversed());
  assert.deepEqual(noor.faults, []);
});

test("at day's end both phones hold the same, and four words say so", TIME, async (t) => {
  const { front, noor, bas } = await startPair(t, ["Kers"]);

  await front.down();
  await noor.openCase("ker", "Kers");
  await noor.log("Binnen gezeten, de hond lag op mijn voeten.");
  await noor.page.locator("#trust-inside").tap();
  await noor.page.locator("#trust-inside[aria-pressed=true]").waitFor();
  await bas.openCase("ker", "Kers");
  await bas.log("Werkt bij de zonnebloemkwekerij.");

  // Offline, closing the day says what is safe.
  await closeDay(noor);
  await noor.page.locator("#team-failed").waitFor();
  await noor.page.getByText("Er is niets kwijt").waitFor();
  await noor.page.getByText("Probeer nu").waitFor();

  await front.up();
  const [noors, his] = await becomeEqual(noor, bas);
  assert.equal(noors.length, 4);
  assert.deepEqual(noors, his);
  await noor.find("zonnebloemkwekerij");
  await bas.find("voeten");
  await bas.openCase("ker", "Kers");
  await bas.page.locator("#trust-inside[aria-pressed=true]").waitFor();
  assert.equal(await bas.page.locator(".entry__text").count(), 2);
  await closeDay(bas);
  await isEqualWith(bas, "Noor");
  assert.deepEqual([...noor.faults, ...bas.faults], []);
});

function inView(locator) {
  return locator.first().evaluate((element) => {
    const box = element.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
  });
}
