// A damaged file in the browser's private file system: replaced at the start or by the check, and what
// was only on the phone reaches the team.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";
import { damage } from "./support/stored.js";
import { closeDay, team } from "./support/team.js";

const TIME = { timeout: 300_000 };
const REPLACED = "Het bestand was beschadigd en is vervangen";
const WELL = "Alles is heel en klopt";
const ALONE = "Dit weet alleen deze telefoon.";

test("a file that does not open is replaced at the start, and the unsent note reaches the team", TIME, async (t) => {
  const { noor, bas, address, server } = await withOneNoteUnsent(t);
  await noor.restart();
  // The first page: no table can be found without it.
  await damage(noor, address, 0);
  await noor.open(address);
  await noor.unlock();
  await server.start();
  await noor.find("alleen deze", ALONE);
  await noor.find("bushalte", "Bij de bushalte gestaan.");
  assert.match(await checkup(noor), new RegExp(REPLACED));
  await reaches(noor, bas);
  await checkAgain(noor);
  await noor.page.locator("#checkup-result", { hasText: WELL }).waitFor();
  assert.deepEqual(noor.faults, []);
});

test("a file of which a page is damaged is replaced by the check, while the phone is used", TIME, async (t) => {
  const { noor, bas, address, server } = await withOneNoteUnsent(t);
  let page = 40;
  let said = "";
  while (!said.includes(REPLACED)) {
    assert.ok(page < 60, "no page of these holds anything");
    await noor.restart();
    await damage(noor, address, page);
    await noor.open(address);
    await noor.unlock();
    said = await checkAgain(noor);
    t.diagnostic(`page ${page}: ${said.replaceAll(/\s+/g, " ").slice(0, 120)}`);
    page += 1;
  }
  await noor.log("Het gaat gewoon door.");
  await server.start();
  await noor.find("bushalte", "Bij de bushalte gestaan.");
  await reaches(noor, bas);
  await checkAgain(noor);
  await noor.page.locator("#checkup-result", { hasText: WELL }).waitFor();
  assert.deepEqual(noor.faults, []);
});

/** Two phones in a team, of which one wrote something while the server was down. */
async function withOneNoteUnsent(t) {
  const folder = await temporaryFolder(t);
  const { address, server } = await startProduct(t, folder);
  const noor = await startPhone(t, folder, "noor");
  const bas = await startPhone(t, folder, "bas");
  for (const phone of [noor, bas]) await phone.begin(address);
  await noor.log("Bij de bushalte gestaan.");
  await team(noor, bas, address);
  await bas.find("bushalte", "Bij de bushalte gestaan.");
  await noor.isKept();
  await server.kill();
  await noor.log(ALONE);
  // Tried to be sent: it is in the outbox too.
  await closeDay(noor);
  await noor.page.locator("#team-failed").waitFor();
  return { noor, bas, address, server };
}

async function reaches(noor, bas) {
  for (const phone of [noor, bas]) await closeDay(phone);
  await bas.find("alleen deze", ALONE);
}

/** Opens *Controleer dit toestel*; returns the last result. */
async function checkup({ page }) {
  await page.evaluate(() => void (location.hash = "/team/controle"));
  await page.locator("#checkup-result").waitFor();
  return page.locator("#checkup-result").innerText();
}

/** Checks the phone; returns what it says. */
async function checkAgain({ page }) {
  await page.evaluate(() => void (location.hash = "/team/controle"));
  await page.locator("#checkup-go").waitFor();
  // An earlier result is taken away while a check goes on.
  await page.evaluate(() => document.querySelector("#checkup-result")?.setAttribute("data-earlier", ""));
  await page.locator("#checkup-go").tap();
  await page.locator("#checkup-result:not([data-earlier])").waitFor();
  return page.locator("#checkup-result").innerText();
}
