// User actions concerning the team: start, invite, join, close the day.
import { newCase } from "./casework.js";
import { startPhone } from "./phone.js";
import { startFront, temporaryFolder } from "./product.js";
import { until } from "./wait.js";

export const TEAM = "Oosterhage";

/** Starts a team. */
export async function startTeam(phone, server, me = "Noor", name = TEAM) {
  const { page } = phone;
  await phone.go("team");
  await page.locator("#team-start").tap();
  await page.locator("#start-team-name").fill(name);
  await fillServer(page.locator("#start-server"), server);
  await page.locator("#start-me").fill(me);
  await page.locator("#start-go").tap();
  await page.locator("#team-close-day").waitFor();
}

/** Makes an invitation and reads its five words. */
export async function invite(phone) {
  const { page } = phone;
  await phone.go("team");
  await page.locator("#team-add-phone").tap();
  await page.locator("#invite-words").waitFor();
  const words = await page.locator("#invite-words li span:last-child").allInnerTexts();
  await page.locator("#back").tap();
  await page.locator("#team-close-day").waitFor();
  return words;
}

/** Joins with a colleague's five words and waits until that is done. */
export async function join(phone, server, words, me = "Bas") {
  await beginJoin(phone, server, words, me);
  await phone.page.locator("#team-close-day").waitFor();
}

/** Submits the join form without waiting for the result. */
export async function beginJoin(phone, server, words, me = "Bas") {
  const { page } = phone;
  await phone.go("team");
  await page.locator("#team-join").tap();
  await page.locator("#join-words").fill(words.join(" "));
  await fillServer(page.locator("#join-server"), server);
  await page.locator("#join-me").fill(me);
  await page.locator("#join-go").tap();
}

/** Puts both phones in one team, at this address. */
export async function team(noor, bas, server) {
  await startTeam(noor, server);
  await join(bas, server, await invite(noor));
}

/** Starts the two phones of one team, on a server that can be cut off; Noor's begins with these cases. */
export async function startPair(t, names) {
  const folder = await temporaryFolder(t);
  const { front } = await startFront(t, folder);
  const noor = await startPhone(t, folder, "noor");
  const bas = await startPhone(t, folder, "bas");
  for (const phone of [noor, bas]) await phone.begin(front.address);
  for (const name of names) await newCase(noor, name);
  await team(noor, bas, front.address);
  await becomeEqual(noor, bas);
  return { front, noor, bas };
}

/** Presses *Dag sluiten* (or *Probeer nu*). */
export async function closeDay(phone) {
  await phone.go("team");
  await phone.page.locator("#team-close-day:not([aria-busy=true])").tap();
}

/** Waits until the phone shows that it is equal with a colleague's. */
export async function isEqualWith(phone, colleague) {
  const said = phone.page.locator("#team-result", { hasText: `Gelijk met ${colleague}` });
  await said.waitFor();
}

/** Returns the four words now shown; empty when there are none. */
export function words(phone) {
  return phone.page.locator("#team-words li").allInnerTexts();
}

/** Closes the day on both until both are equal; returns the words of each. */
export async function becomeEqual(noor, bas) {
  // Only its second sync can tell the first phone that the other has its records.
  for (const phone of [noor, bas, noor]) {
    await closeDay(phone);
    await phone.page.locator("#team-close-day:not([aria-busy=true])").waitFor();
  }
  await isEqualWith(noor, "Bas");
  await isEqualWith(bas, "Noor");
  return until("both show the same four words", async () => {
    const both = [await words(noor), await words(bas)];
    return both.every((four) => four.length === 4) && String(both[0]) === String(both[1]) && both;
  });
}

/** Fills in the server's address if asked for; an app served by the server already knows it. */
async function fillServer(field, server) {
  if (await field.isVisible()) await field.fill(server);
}
