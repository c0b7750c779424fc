// Power loss during saves: acknowledged saves are there, exactly once, and the store opens. Only
// processes are killed, not the machine: durability on disk is SQLite's responsibility.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";
import { seed, seeded } from "./support/random.js";
import { until } from "./support/wait.js";

const ROUNDS = 8;
/** Longest time in milliseconds between the last awaited save and the kill. */
const AT_MOST = 1500;

test("every acknowledged save survives a kill at any moment, once", { timeout: 600_000 }, async (t) => {
  const start = seed(20_260_731);
  const random = seeded(start);
  t.diagnostic(`VOORVELD_SEED=${start}`);
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.begin(address);
  await newCase(phone);

  const acknowledged = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = acknowledged.length;
    await saveInARow(phone, round, (text) => acknowledged.push(text));
    // The first kill comes at the very first save, to include files the browser has just created.
    const enough = round === 1 ? 1 : 1 + Math.floor(random() * 4);
    await until("a save is acknowledged", () => acknowledged.length >= before + enough);
    const moment = Math.floor(random() * AT_MOST);
    await new Promise((resolve) => setTimeout(resolve, round === 1 ? 0 : moment));
    const kept = acknowledged.length;
    await phone.kill();
    t.diagnostic(`round ${round}: killed with ${kept} saved`);

    await phone.start();
    await phone.open(address);
    await phone.unlock();
    await phone.openCase("neo", "Neon");
    const there = await timeline(phone);
    const missing = acknowledged.slice(0, kept).filter((text) => !there.includes(text));
    assert.deepEqual(missing, [], `lost in round ${round}`);
    assert.equal(new Set(there).size, there.length, "nothing is there twice");
    // The save under way may or may not be there; from here on it must not change.
    acknowledged.splice(0, acknowledged.length, ...there);
  }
  assert.deepEqual(phone.faults, []);
});

test("a kill while the store is being made leaves a phone that can begin", { timeout: 300_000 }, async (t) => {
  const start = seed(731);
  const random = seeded(start);
  t.diagnostic(`VOORVELD_SEED=${start}`);
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  for (let round = 1; round <= 4; round += 1) {
    const phone = await startPhone(t, folder, `phone-${round}`);
    await phone.open(address);
    await phone.press("135790");
    await phone.page.getByText("Nog een keer dezelfde code").waitFor();
    await phone.press("135790");
    await new Promise((resolve) => setTimeout(resolve, Math.floor(random() * 900)));
    await phone.kill();
    await phone.start();
    await phone.open(address);
    const title = await phone.page.locator("#unlock-title").innerText();
    t.diagnostic(`round ${round}: ${title}`);
    if (title === "Vul je code in") await phone.unlock();
    else await phone.choose();
    await phone.log("Koffie gebracht.");
    await phone.page.getByText("Koffie gebracht.").waitFor();
    await phone.close();
  }
});

/**
 * Saves notes in the open case one after the other, from inside the page to leave hardly any gap,
 * and reports which were acknowledged: those whose sheet had closed.
 */
async function saveInARow(phone, round, acknowledge) {
  await phone.page.exposeBinding("acknowledge", (_, text) => acknowledge(text));
  await phone.page.evaluate((round) => {
    const see = (selector, there) =>
      new Promise((resolve) => {
        const look = () => Boolean(document.querySelector(selector)) === there;
        if (look()) return resolve();
        const watcher = new MutationObserver(() => look() && (watcher.disconnect(), resolve()));
        watcher.observe(document, { subtree: true, childList: true });
      });
    const write = async (text) => {
      document.querySelector("#capture-open").click();
      await see("#capture-text", true);
      const field = document.querySelector("#capture-text");
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      document.querySelector("#capture-save").click();
      await see("#capture-text", false);
    };
    (async () => {
      for (let number = 1; ; number += 1) {
        const text = `Ronde ${round}, zin ${number}. ${"Zat bij de brug. ".repeat(number % 40)}`.trim();
        await write(text);
        await globalThis.acknowledge(text);
      }
    })();
  }, round);
}

async function newCase(phone) {
  const { page } = phone;
  await phone.go("cases");
  await page.locator("#case-new").tap();
  await page.locator("#case-new-name").fill("Neon");
  await page.locator("#case-new-save").tap();
  await page.locator("#case-timeline").waitFor();
}

/** Returns the whole timeline of the open case. */
async function timeline({ page }) {
  const entries = page.locator(".entry__text");
  const older = page.locator("#timeline-older");
  await entries.first().waitFor();
  while (await older.isVisible()) {
    const before = await entries.count();
    await older.tap();
    await until("older entries come", async () => (await entries.count()) > before);
  }
  return entries.allInnerTexts();
}
