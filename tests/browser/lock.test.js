// Locking and unlocking while work is in progress.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startFront, temporaryFolder } from "./support/product.js";
import { startTeam } from "./support/team.js";

const TIME = { timeout: 240_000 };
const ROUNDS = 6;

test("locked and opened again and again, in the middle of saves and syncs, the store stays whole", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { front } = await startFront(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.begin(front.address);
  await startTeam(phone, front.address);
  for (let round = 1; round <= ROUNDS; round += 1) {
    // In even rounds the server does not respond, so the sync is still waiting at the lock.
    if (round % 2 === 0) front.hangs();
    else front.passes();
    await phone.log(`Ronde ${round}: op het plein gesproken.`);
    await lock(phone);
    await phone.unlock();
  }
  front.passes();
  await phone.restart();
  await phone.open(front.address);
  await phone.unlock();
  await phone.go("today");
  for (let round = 1; round <= ROUNDS; round += 1) {
    await phone.page.getByText(`Ronde ${round}: op het plein gesproken.`).first().waitFor();
  }
  assert.deepEqual(phone.faults, []);
});

async function lock(phone) {
  await phone.go("team");
  await phone.page.locator("#team-settings").tap();
  await phone.page.locator("#lock-now").tap();
  await phone.page.getByText("Vul je code in").waitFor();
}
