// Bad records from a member with an app of their own, in real browsers against the real server. A browser
// cannot catch a panic: what the checks let through ends the worker.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { newCase } from "./support/casework.js";
import { withMemory } from "./support/memory.js";
import { CODE, startPhone } from "./support/phone.js";
import { startFront, startProduct, temporaryFolder } from "./support/product.js";
import { becomeEqual, closeDay, invite, startTeam, team } from "./support/team.js";
import { until } from "./support/wait.js";

const TIME = { timeout: 600_000 };
const HOSTILE = fileURLToPath(new URL("../../target/debug/examples/hostile", import.meta.url));
const ENDED = "Voorveld is vastgelopen";
const ASIDE = "#team-set-aside";
/** Memory of the program in MiB: as much as it can address, and little more than unlocking takes. */
const ALL = 4096;
const LITTLE = 112;

test("records that Automerge dies on, cannot load again or counts for hours are set aside, once", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { address, server } = await startProduct(t, folder);
  const noor = await startPhone(t, folder, "noor");
  const bas = await startPhone(t, folder, "bas");
  for (const phone of [noor, bas]) await phone.begin(address);
  await newCase(noor, "Duivenman");
  await team(noor, bas, address);
  await becomeEqual(noor, bas);

  await sends(t, server, await invite(noor), ["sequence", "operations", "deletion", "root", "honest"]);
  await noor.log("Zei goedemorgen terug.");
  for (const phone of [noor, bas]) await closeDay(phone);
  for (const phone of [noor, bas]) {
    await phone.page.locator(ASIDE, { hasText: "4 wijzigingen van een collega kloppen niet" }).waitFor();
    // The rest goes on, in both directions.
    await phone.openCase("duiven", "Duivenman van het plein");
    await phone.log(phone === noor ? "Niet thuis." : "Wel thuis.");
  }
  await sameWords(noor, bas);
  await noor.restart();
  await noor.open(address);
  await noor.unlock();
  await noor.log("Nog eens langs.");
  await sameWords(noor, bas);
  assert.match(await aside(noor), /4 wijzigingen/);
  assert.deepEqual([...noor.faults, ...bas.faults], []);
});

test("a record that the worker dies on is set aside after three deaths, and all the rest comes in", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { front, server } = await startFront(t, folder);
  const { app } = front;
  // Another program than the service worker's list has, so that each start fetches it.
  front.app = withMemory(app, ALL);
  const noor = await startPhone(t, folder, "noor");
  await noor.begin(front.address);
  await newCase(noor, "Duivenman");
  await startTeam(noor, front.address);
  await closeDay(noor);
  await noor.page.locator("#team-result").waitFor();

  // One that needs more memory than there will be, and a small one about the same case.
  const words = await invite(noor);
  await front.down();
  await sends(t, server, words, ["heavy", "honest"]);
  await front.up();
  front.app = withMemory(app, LITTLE);
  let deaths = 0;
  while ((await opensAndDies(noor)) && deaths < 6) deaths += 1;
  t.diagnostic(`${deaths} deaths; ${[...new Set(noor.faults)].join(" | ").slice(0, 400)}`);
  assert.equal(deaths, 3);
  assert.match(await aside(noor), /1 wijziging van een collega klopt niet/);
  await noor.openCase("duiven", "Duivenman van het plein");
  await noor.log("Zei goedemorgen terug.");
  await closeDay(noor);
  await noor.page.locator("#team-result").waitFor();
  await noor.restart();
  await noor.open(front.address);
  await noor.unlock();
  await noor.find("goedemorgen", "Zei goedemorgen terug.");
  assert.match(await aside(noor), /1 wijziging/);
});

/** Lets a member who joins with these words send records. */
async function sends(t, server, words, records) {
  const { stdout } = await promisify(execFile)(HOSTILE, [server.address, words.join(" "), ...records]);
  for (const line of stdout.trim().split("\n")) t.diagnostic(line);
}

/** Opens the app anew; returns whether its worker dies on what comes in then. */
async function opensAndDies(phone) {
  const { page } = phone;
  await page.reload();
  await page.locator("#unlock").waitFor();
  await phone.press(CODE);
  await until("the worker dies, or something is set aside", async () => {
    if (await page.getByText(ENDED).isVisible()) return true;
    await page.evaluate(() => void (location.hash = "/team"));
    return page.locator(ASIDE).isVisible();
  });
  return page.getByText(ENDED).isVisible();
}

/** Returns what the phone says it has set aside. */
async function aside(phone) {
  await phone.page.locator("#tab-team").tap();
  await phone.page.locator(ASIDE).waitFor();
  return phone.page.locator(ASIDE).innerText();
}

/** Closes the day on both until both show the same four words. */
async function sameWords(...phones) {
  await until("both show the same four words", async () => {
    const shown = [];
    for (const phone of phones) {
      await closeDay(phone);
      await phone.page.locator("#team-close-day:not([aria-busy=true])").waitFor();
      shown.push(await phone.page.locator("#team-words li").allInnerTexts());
    }
    return shown.every((words) => words.length === 4 && String(words) === String(shown[0]));
  });
}
