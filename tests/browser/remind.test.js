// Reminders of today's promises, in a browser that allows notifications and in one that does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";

const TIME = { timeout: 300_000 };

/** Starts a phone whose clock says two in the afternoon and that records its notifications. */
async function begin(t, allowed) {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const phone = await startPhone(t, folder, "noor");
  if (allowed) await phone.context.grantPermissions(["notifications"], { origin: address });
  await phone.context.addInitScript((allowed) => {
    window.shown = [];
    const real = window.Notification;
    window.Notification = class {
      constructor(text) {
        window.shown.push(text);
      }
      static requestPermission() {
        // Nobody can answer the prompt in a test.
        return allowed ? real.requestPermission() : Promise.resolve("denied");
      }
    };
  }, allowed);
  const noon = new Date();
  noon.setUTCHours(12, 0, 0, 0);
  await phone.context.clock.install({ time: noon });
  await phone.begin(address);
  return phone;
}

/** Creates a case with a promise due today at half past eleven in the evening. */
async function promise(phone) {
  const { page } = phone;
  await phone.go("cases");
  await page.locator("#case-new").tap();
  await page.locator("#case-new-name").fill("Wit petje");
  await page.locator("#case-new-save").tap();
  await page.locator("#case-commitments").tap();
  await page.locator("#commitment-new").tap();
  await page.locator("#commitment-text").fill("Sleutel brengen");
  await page.locator("#commitment-other-day").tap();
  await page.locator("#commitment-day").fill("vandaag");
  await page.locator("#commitment-time").fill("23:30");
  await page.locator("#commitment-save").tap();
  await page.locator("[id^=remind-]").waitFor();
}

test("a reminder is asked for with one press and comes at its time, also when the page was open for long", TIME, async (t) => {
  const phone = await begin(t, true);
  const { page } = phone;
  await promise(phone);
  await page.clock.fastForward("01:00:00");
  await page.locator("[id^=remind-]").tap();
  await page.getByText("Je krijgt om 23:30 een seintje").waitFor();
  const left = await page.evaluate(() => {
    const now = new Date();
    return new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 30) - now;
  });
  await page.clock.fastForward(left - 30_000);
  assert.deepEqual(await page.evaluate(() => window.shown), [], "not before");
  await page.clock.fastForward(60_000);
  await page.waitForFunction(() => window.shown.length > 0);
  const shown = await page.evaluate(() => window.shown);
  assert.deepEqual(shown, ["Je hebt nu een afspraak."], "whose, nobody reads over a shoulder");
});

test("who does not allow it is told where the promise stands", TIME, async (t) => {
  const phone = await begin(t, false);
  await promise(phone);
  await phone.page.locator("[id^=remind-]").tap();
  await phone.page.getByText("laat geen meldingen toe").waitFor();
  assert.deepEqual(await phone.page.evaluate(() => window.shown), []);
});
