// A browser that deletes the app's storage, and the phone that joins again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";
import { invite, join, startTeam } from "./support/team.js";

const TIME = { timeout: 180_000 };

test("storage that was thrown away is told of, with what was not with the team, and joining brings the rest back", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { address, server } = await startProduct(t, folder);
  const noor = await startPhone(t, folder, "noor");
  await noor.begin(address);
  await noor.log("Bij de bushalte gestaan.");
  await startTeam(noor, address);
  const bas = await startPhone(t, folder, "bas");
  await bas.begin(address);
  await join(bas, address, await invite(noor));

  // A note that never reaches the team.
  await server.kill();
  await bas.log("Dit weet alleen deze telefoon.");
  await bas.page.locator("#tab-team").tap();
  await bas.page.getByRole("heading", { name: "Alleen op deze telefoon" }).waitFor();
  await server.start();
  await throwAway(bas, address);

  await bas.open(address);
  const told = bas.page.locator("#unlock-lost");
  await told.waitFor();
  assert.match(await told.innerText(), /Eén ding stond alleen op deze telefoon en is weg/);
  await bas.choose();
  await join(bas, address, await invite(noor));
  await bas.page.locator("#tab-today").tap();
  await bas.page.getByText("Bij de bushalte gestaan.").waitFor();
});

test("a phone that never had a store is told of no loss", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.open(address);
  assert.equal(await phone.page.locator("#unlock-lost").count(), 0);
});

/** Deletes all storage of the closed site except cookies, as a browser does when a phone fills up. */
async function throwAway(phone, address) {
  // A worker that is still ending would keep its files locked for as long as the browser runs.
  await phone.restart();
  const browser = await phone.cdp();
  await browser.send("Storage.clearDataForOrigin", {
    origin: new URL(address).origin,
    storageTypes: "file_systems,indexeddb,local_storage,cache_storage,service_workers",
  });
}
