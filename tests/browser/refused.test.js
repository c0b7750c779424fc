// Refusals by the browser, the phone or its settings: shown in place, in plain words, without data loss.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startFront, temporaryFolder } from "./support/product.js";
import { seeded } from "./support/random.js";
import { closeDay, startTeam } from "./support/team.js";
import { until } from "./support/wait.js";

const TIME = { timeout: 300_000 };
const YEAR = 365 * 24 * 60 * 60 * 1000;

for (const [what, refusal] of [
  [
    "gives no private files",
    `navigator.storage.getDirectory = () => Promise.reject(new DOMException("no", "SecurityError"));`,
  ],
  ["does not know private files", "delete self.FileSystemSyncAccessHandle;"],
  [
    "lets no file be opened",
    `FileSystemFileHandle.prototype.createSyncAccessHandle = () =>
       Promise.reject(new DOMException("no", "NoModificationAllowedError"));`,
  ],
]) {
  test(`a browser that ${what} is told to be the reason`, TIME, async (t) => {
    const { phone, front } = await newPhone(t);
    inWorker(front, refusal);
    await phone.page.goto(front.address);
    await isRefused(phone);
  });
}

test("an address without https is told to be the reason", TIME, async (t) => {
  const { phone, front } = await newPhone(t, {
    args: ["--host-resolver-rules=MAP voorveld.test 127.0.0.1"],
  });
  await phone.page.goto(`http://voorveld.test:${front.port}`);
  assert.equal(await phone.page.evaluate(() => isSecureContext), false);
  await isRefused(phone);
});

test("on a full phone a save says so in place, keeps the words, and works when there is room", TIME, async (t) => {
  const { phone, front } = await newPhone(t);
  await phone.begin(front.address);
  await phone.isKept();
  const control = await phone.cdp();
  const usage = await phone.page.evaluate(async () => (await navigator.storage.estimate()).usage);
  const quota = (bytes) =>
    control.send("Storage.overrideQuotaForOrigin", { origin: front.address, ...bytes });
  await quota({ quotaSize: usage + 4096 });

  // The browser grants storage in large steps, so filling the last one takes a while.
  const random = seeded(7);
  const full = phone.page.locator(".problem", { hasText: "De telefoon is vol" });
  const kept = [];
  let text;
  for (let number = 1; ; number += 1) {
    assert.ok(number < 300, "the phone is never full");
    text = `Zin ${number}. ${noise(random, 9_000)}`;
    await phone.draft(text);
    await phone.page.locator("#capture-save").tap();
    await until("it is saved, or refused", () => phone.page.evaluate(() => {
      return !document.querySelector("#capture-text") || document.querySelector(".problem");
    }));
    if (await phone.page.locator("#capture-text").isVisible()) break;
    kept.push(number);
  }
  t.diagnostic(`full after ${kept.length} notes`);
  await full.waitFor();
  assert.equal(await phone.value("#capture-text"), text, "what was written stands there whole");
  await phone.page.locator("#capture-close").tap();
  await phone.page.locator("#capture-text").waitFor({ state: "detached" });
  await phone.page.locator("#capture-open").tap();
  assert.equal(await phone.value("#capture-text"), text, "and also when it is opened once more");

  await quota({});
  await phone.keep();
  await phone.restart();
  await phone.open(front.address);
  await phone.unlock();
  for (const number of [1, kept.at(-1), kept.length + 1]) {
    await phone.find(`"Zin ${number}"`, `Zin ${number}.`);
  }
});

for (const [what, shift] of [
  ["a year behind", -YEAR],
  ["a year ahead", YEAR],
]) {
  test(`a clock ${what} loses nothing and is told`, TIME, async (t) => {
    const { phone, front } = await newPhone(t);
    // Shifts only Date as the app sees it, in the page and in the worker.
    inWorker(front, shiftClock(shift));
    await phone.context.addInitScript(shiftClock(shift));
    await phone.begin(front.address);
    await phone.log("Koffie gebracht.");
    await startTeam(phone, front.address);
    await closeDay(phone);
    await phone.page.locator("#team-result").waitFor();
    await phone.page.locator("#team-clock-off").waitFor();
    await phone.find("koffie", "Koffie gebracht.");
    assert.deepEqual(phone.faults, []);
  });
}

async function newPhone(t, options) {
  const folder = await temporaryFolder(t);
  const { front } = await startFront(t, folder);
  const phone = await startPhone(t, folder, "noor", options);
  return { phone, front };
}

/** Prepends a script to the app's worker. The changed hash keeps the service worker from installing. */
function inWorker(front, script) {
  const path = front.app.path("worker.js");
  front.app = front.app.with({ [path]: `${script}\n${front.app.text(path)}` });
}

function shiftClock(shift) {
  return `{
    const Real = Date;
    const now = () => Real.now() + ${shift};
    globalThis.Date = class extends Real {
      constructor(...parts) {
        if (parts.length === 0) super(now());
        else super(...parts);
      }
      static now() {
        return now();
      }
    };
  }`;
}

async function isRefused({ page }) {
  await page.getByText("Hier kan Voorveld niets bewaren").waitFor({ timeout: 30_000 });
  await page.getByText("Open Voorveld in een gewoon venster.").waitFor();
  assert.equal(await page.locator("#unlock").count(), 0, "it asks for no code");
}

/** Returns text that hardly compresses. */
function noise(random, letters) {
  const letter = () => "abcdefghijklmnopqrstuvwxyz     "[Math.floor(random() * 31)];
  return Array.from({ length: letters }, letter).join("").trim();
}
