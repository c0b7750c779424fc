// Several municipalities on one phone, strictly separated; the worker opens one store at a time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";
import { inTheClear } from "./support/profile.js";
import { invite, startTeam } from "./support/team.js";

const TIME = { timeout: 300_000 };
const [FIRST, SECOND] = ["Oosterhage", "Kraanvogelrode"];

test("what is written in one municipality is neither shown nor found in the other", TIME, async (t) => {
  const { phone } = await withTwo(t);
  assert.equal(await which(phone), SECOND);
  await phone.log("Fiets gebracht.");
  await phone.find("fiets", "Fiets gebracht.");
  await phone.page.locator("#search").fill("koffie");
  await phone.page.getByText("Niets gevonden").first().waitFor();

  await goTo(phone, FIRST);
  await phone.page.getByText("Koffie gebracht.").waitFor();
  assert.equal(await phone.page.getByText("Fiets gebracht.").count(), 0);
  await phone.find("koffie", "Koffie gebracht.");
  assert.equal(await phone.page.locator("#search").inputValue(), "koffie");
  await goTo(phone, SECOND);
  await phone.go("cases");
  assert.equal(await phone.page.locator("#search").inputValue(), "", "nor what was searched for");
  assert.deepEqual(phone.faults, []);
});

test("the municipality that was open last opens with the one code", TIME, async (t) => {
  const { phone } = await withTwo(t);
  for (const name of [FIRST, SECOND, FIRST]) {
    if ((await which(phone)) !== name) await goTo(phone, name);
    await phone.page.reload();
    await phone.page.getByText("Vul je code in").waitFor();
    await phone.unlock();
    await phone.go("today");
    assert.equal(await which(phone), name);
  }
  assert.deepEqual(phone.faults, []);
});

test("no municipality's name lies in the clear", TIME, async (t) => {
  const { phone } = await withTwo(t);
  await goTo(phone, FIRST);
  await phone.kill();
  assert.deepEqual(await inTheClear(phone.profile, [SECOND]), []);
});

test("a draft stays in its municipality, and the sheet closes", TIME, async (t) => {
  const { phone } = await withTwo(t);
  await phone.draft("Half geschreven");
  await phone.page.locator("#capture-close").tap();
  await goTo(phone, FIRST);
  assert.equal(await phone.page.getByText("Half geschreven").count(), 0);
  await goTo(phone, SECOND);
  await phone.page.getByText("Half geschreven").waitFor();
});

test("a battery that dies while it switches leaves both municipalities whole", TIME, async (t) => {
  const { phone, address } = await withTwo(t);
  for (const wait of [0, 20, 60, 150, 400]) {
    const other = (await which(phone)) === FIRST ? SECOND : FIRST;
    await chooser(phone);
    await phone.page.locator("#teams-here .row", { hasText: other }).locator("button").tap();
    await phone.page.waitForTimeout(wait);
    await phone.kill();
    await phone.start();
    await phone.open(address);
    await phone.unlock();
    await phone.go("today");
    for (const name of [FIRST, SECOND]) {
      if ((await which(phone)) !== name) await goTo(phone, name);
      const words = name === FIRST ? "Koffie gebracht." : "Thee gebracht.";
      await phone.page.getByText(words).waitFor();
    }
  }
});

test("the code of a second municipality is kept apart from the first", TIME, async (t) => {
  const { phone, address, folder } = await withOne(t);
  const colleague = await startPhone(t, folder, "bas");
  await colleague.begin(address);
  await startTeam(colleague, address, "Bas", SECOND);
  await colleague.log("Van Bas.");
  await colleague.go("team");
  const words = await invite(colleague);
  await phone.page.goto(`${address}/#/team/koppel/${words.join("-")}`);
  await phone.page.locator("#join-apart").tap();
  await phone.page.locator("#join-me").fill("Noor");
  await phone.page.locator("#join-go").tap();
  await phone.page.locator("#team-close-day").waitFor();
  await phone.go("today");
  assert.equal(await which(phone), SECOND);
  assert.equal(await phone.page.getByText("Koffie gebracht.").count(), 0);
  await goTo(phone, FIRST);
  await phone.page.getByText("Koffie gebracht.").waitFor();
  assert.deepEqual(phone.faults, []);
});

/** Returns the municipality shown on the first page. */
function which(phone) {
  return phone.page.locator("#which-team").innerText();
}

async function chooser(phone) {
  await phone.go("team");
  await phone.page.locator("#team-teams").tap();
  await phone.page.locator("#teams-add").waitFor();
}

async function goTo(phone, name) {
  await chooser(phone);
  await phone.page.locator("#teams-here .row", { hasText: name }).locator("button").tap();
  await phone.page.locator("#which-team", { hasText: name }).waitFor();
}

async function withOne(t) {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.begin(address);
  await startTeam(phone, address, "Noor", FIRST);
  await phone.log("Koffie gebracht.");
  return { phone, address, folder };
}

async function withTwo(t) {
  const one = await withOne(t);
  const { phone, address } = one;
  await chooser(phone);
  await phone.page.locator("#teams-add").tap();
  await phone.page.locator("#team-start").waitFor();
  await startTeam(phone, address, "Noor", SECOND);
  await phone.log("Thee gebracht.");
  await phone.go("today");
  await phone.page.locator("#which-team", { hasText: SECOND }).waitFor();
  return one;
}
