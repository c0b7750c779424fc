// Storage on the phone: consistent after a power loss, and never in plaintext.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CODE, startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";
import { inTheClear, slots } from "./support/profile.js";
import { startTeam } from "./support/team.js";
import { until } from "./support/wait.js";

const TIME = { timeout: 300_000 };
const WORDS = {
  note: "zonnebloemkwekerij",
  draft: "kanariepietenveer",
  search: "waterschildpadjes",
  name: "lantaarnopstekers",
};
const TYPED = [...Object.values(WORDS), CODE];
/** Stored in plaintext on purpose, to prove that the search works. */
const CONTROL = "ondersteboventaart";

test("nothing that was typed lies in the clear, closed or after a kill", TIME, async (t) => {
  const { phone, open } = await typed(t);
  // What the browser keeps of form fields has its own test.
  const inStorage = async (words) =>
    (await inTheClear(phone.profile, words)).filter((place) => !place.includes("/Sessions/"));
  await phone.page.evaluate((word) => localStorage.setItem("control", word), CONTROL);
  await phone.close();
  assert.deepEqual(await inStorage(TYPED), []);
  assert.notDeepEqual(await inStorage([CONTROL]), [], "the search finds a word that is there");

  await phone.start();
  await open();
  await phone.continue();
  await phone.keep();
  await typeEverywhere(phone);
  await phone.kill();
  assert.deepEqual(await inStorage(TYPED), []);
});

test("the browser keeps nothing of what stands in a field", TIME, async (t) => {
  const { phone, address } = await typed(t);
  // A field that the browser does keep: once it has, it could have kept the app's fields as well.
  const other = await phone.tab();
  await other.goto(`${address}/manifest.webmanifest`);
  await other.evaluate(() => document.body.replaceChildren(document.createElement("textarea")));
  await other.locator("textarea").fill(CONTROL);
  await phone.page.bringToFront();
  await until("the browser has written what it keeps of fields", async () => {
    return (await inTheClear(phone.profile, [CONTROL])).length > 0;
  });
  await phone.kill();
  assert.deepEqual(await inTheClear(phone.profile, TYPED), []);
});

test("the databases begin with a salt of their own, and only the vault's is plain SQLite", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const salts = new Set();
  for (const name of ["noor", "bas"]) {
    const phone = await startPhone(t, folder, name);
    await phone.begin(address);
    await phone.log("Koffie gebracht.");
    await phone.close();
    const found = await slots(phone.profile);
    const team = found.filter(({ name }) => /team-[0-9a-f]+\.db$/.test(name));
    assert.equal(team.length, 1, `one team's database: ${found.map(({ name }) => name)}`);
    const [{ salt, contents }] = team;
    assert.match(salt, /[1-9a-f]/, "the salt is not all zero");
    assert.ok(!contents.includes("SQLite format 3"), "the database is not in the clear");
    assert.ok(entropy(contents) > 7.9, "it looks like noise");
    salts.add(salt);
    const others = found.filter(({ name }) => !/team-[0-9a-f]+\.db/.test(name));
    assert.deepEqual([...new Set(others.map(({ name }) => name.replace(/-journal$/, "")))], ["files.db"]);
    const vault = others.find(({ name }) => name === "files.db");
    assert.ok(vault.contents.includes("vault.cbor"), "that one holds the vault");
  }
  assert.equal(salts.size, 2, "two phones have different salts");
});

test("a wrong code does not open, and loses nothing", TIME, async (t) => {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.begin(address);
  await phone.log("Koffie gebracht.");
  await phone.restart();
  await phone.open(address);
  for (const wrong of ["135791", "000000"]) {
    await phone.press(wrong);
    await phone.page.getByText("Die code klopt niet. Probeer het opnieuw.").waitFor();
    assert.equal(await phone.page.locator("#tab-today").count(), 0);
  }
  await phone.unlock();
  await phone.page.getByText("Koffie gebracht.").waitFor();
});

/** Starts a phone with a saved note, a search and a draft. */
async function typed(t) {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.begin(address);
  await startTeam(phone, address, WORDS.name);
  await typeEverywhere(phone);
  const open = async () => {
    await phone.open(address);
    await phone.unlock();
  };
  return { phone, address, open };
}

async function typeEverywhere(phone) {
  const { page } = phone;
  await phone.log(`Werkt bij de ${WORDS.note}.`);
  await phone.go("cases");
  await page.locator("#search").fill(WORDS.search);
  await page.locator("#case-new-named").waitFor();
  await page.locator("#capture-open").tap();
  await page.locator("#capture-text").fill(`Een ${WORDS.draft} gezien`);
  // Closing and reopening the sheet forces the draft to disk and back.
  await page.locator("#capture-close").tap();
  await page.locator("#capture-text").waitFor({ state: "detached" });
  await page.locator("#capture-open").tap();
  await page.locator("#capture-text").pressSequentially("!");
  assert.match(await phone.value("#capture-text"), new RegExp(WORDS.draft));
}

/** Returns the entropy in bits per byte: 8 for random data. */
function entropy(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  return counts
    .filter((count) => count > 0)
    .map((count) => count / bytes.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0);
}
