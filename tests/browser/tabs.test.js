// The store is open in one tab at a time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";

const TIME = { timeout: 180_000 };
const TAKEN = "Voorveld is al open in een ander tabblad";

test("a second tab says that the app is open already, and goes on when the first is closed", TIME, async (t) => {
  const { phone, address } = await withNote(t);
  const second = await phone.tab();
  await second.goto(address);
  await second.getByText(TAKEN).waitFor();
  await second.getByText("Sluit dat tabblad, dan gaat het hier vanzelf verder.").waitFor();
  assert.equal(await second.locator("#unlock").count(), 0, "it asks for no code");

  // The first tab works on meanwhile.
  await phone.page.bringToFront();
  await phone.log("Nog een zin.");
  await phone.page.close();
  await second.bringToFront();
  await second.getByText("Vul je code in").waitFor();
  phone.page = second;
  await phone.unlock();
  await second.getByText("Koffie gebracht.").waitFor();
  await second.getByText("Nog een zin.").waitFor();
  assert.deepEqual(phone.faults, []);
});

test("of three tabs each gets its turn", TIME, async (t) => {
  const { phone, address } = await withNote(t);
  const others = [await phone.tab(), await phone.tab()];
  for (const tab of others) {
    await tab.goto(address);
    await tab.getByText(TAKEN).waitFor();
  }
  await phone.page.close();
  await others[0].getByText("Vul je code in").waitFor();
  await others[1].getByText(TAKEN).waitFor();
  await others[0].close();
  await others[1].getByText("Vul je code in").waitFor();
  phone.page = others[1];
  await phone.unlock();
  await phone.page.getByText("Koffie gebracht.").waitFor();
});

test("a tab that is loaded again gets its store back", TIME, async (t) => {
  const { phone } = await withNote(t);
  for (let round = 0; round < 5; round += 1) {
    await phone.page.reload();
    await phone.page.getByText("Vul je code in").waitFor();
    await phone.unlock();
    await phone.page.getByText("Koffie gebracht.").waitFor();
  }
  assert.deepEqual(phone.faults, []);
});

test("a tab that crashes leaves the store to the next", TIME, async (t) => {
  const { phone, address } = await withNote(t);
  const second = await phone.tab();
  await second.goto(address);
  await second.getByText(TAKEN).waitFor();
  await phone.page.goto("chrome://crash").catch(() => {});
  await second.bringToFront();
  await second.getByText("Vul je code in").waitFor();
  phone.page = second;
  await phone.unlock();
  await second.getByText("Koffie gebracht.").waitFor();
});

async function withNote(t) {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.begin(address);
  await phone.log("Koffie gebracht.");
  return { phone, address };
}
