// Offline, or on a connection that hardly works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startFront, temporaryFolder } from "./support/product.js";
import { closeDay, startTeam } from "./support/team.js";
import { until } from "./support/wait.js";

const TIME = { timeout: 300_000 };

test("after one visit the app starts cold without a network, saves, and syncs when the line is back", TIME, async (t) => {
  const { phone, front, server } = await inTeam(t);
  await phone.isKept();
  await phone.close();
  await server.kill();
  await front.down();

  await phone.start();
  await phone.context.setOffline(true);
  await phone.open(front.address);
  await phone.unlock();
  await phone.log("Geschreven zonder bereik.");
  await phone.find("bereik");
  await phone.go("team");
  await phone.page.getByText("Alleen op deze telefoon").first().waitFor();

  await server.start();
  await front.up();
  const before = front.asked.length;
  await phone.context.setOffline(false);
  // Without a press: the browser reports that it is online again.
  await phone.page.locator("#team-result").waitFor();
  assert.ok(front.asked.slice(before).some((line) => line.includes("/v1/")), "it asked the server");
  assert.deepEqual(phone.faults, []);
});

test("a slow network does not slow down a save", TIME, async (t) => {
  const { phone, front } = await inTeam(t);
  const without = await saves(phone, "zonder", 10);
  front.drips(2_000);
  const asked = front.asked.length;
  await closeDay(phone);
  await until("the phone is syncing", () => front.asked.length > asked);
  const during = await saves(phone, "tijdens", 10);
  await phone.go("team");
  assert.equal(await phone.page.locator("#team-close-day[aria-busy=true]").count(), 1, "it still is");
  t.diagnostic(`median save: ${median(without)} ms without, ${median(during)} ms during a sync`);
  assert.ok(median(during) < 3 * median(without) + 100, `${during} against ${without}`);
  front.passes();
});

test("a server that hangs leaves the app usable, and is given up in the end", TIME, async (t) => {
  const { phone, front } = await inTeam(t);
  front.hangs();
  await closeDay(phone);
  await until("the server has the request and says nothing", () => front.waiting.size > 0);
  await phone.log("Geschreven terwijl de server hangt.");
  await phone.find("terwijl");
  await phone.go("network");
  await phone.go("team");
  await phone.page.locator("#team-failed").waitFor({ timeout: 90_000 });
  await phone.page.getByText("Er is niets kwijt").waitFor();
  front.passes();
  await closeDay(phone);
  await phone.page.locator("#team-result").waitFor();
  assert.deepEqual(phone.faults, []);
});

test("with a server that hangs from the start the app starts all the same", TIME, async (t) => {
  const { phone, front } = await inTeam(t);
  await phone.isKept();
  await phone.close();
  front.hangs();
  await phone.start();
  await phone.open(front.address);
  await phone.unlock();
  await phone.log("Geschreven terwijl de server hangt.");
  await phone.find("terwijl");
  assert.deepEqual(phone.faults, []);
});

test("a server that refuses everything loses nothing", TIME, async (t) => {
  const { phone, front } = await inTeam(t);
  front.refuses(503);
  await phone.log("Geschreven terwijl de server weigert.");
  await closeDay(phone);
  await phone.page.locator("#team-failed").waitFor();
  front.passes();
  await closeDay(phone);
  await phone.page.locator("#team-result").waitFor();
  await phone.find("weigert");
});

/** Starts a phone in a team of its own, behind a front. */
async function inTeam(t) {
  const folder = await temporaryFolder(t);
  const { front, server } = await startFront(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.begin(front.address);
  await startTeam(phone, front.address);
  return { phone, front, server };
}

/** Saves `count` notes; returns for each the milliseconds from the tap until the sheet is gone. */
async function saves(phone, word, count) {
  const took = [];
  for (let number = 1; number <= count; number += 1) {
    await phone.draft(`Zin ${number} ${word}.`);
    const began = performance.now();
    await phone.keep();
    took.push(Math.round(performance.now() - began));
  }
  return took;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
