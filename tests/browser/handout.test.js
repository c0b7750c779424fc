// Exported files, made with the app's own buttons: they show what the screen shows, contain nothing that
// can run, and name nobody who must not be named.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { cells, countPrints, giveShareSheet, read, shared } from "./support/handed.js";
import { beginTour } from "./support/tour.js";

const TIME = { timeout: 300_000 };
const NASTY = "Zei: <img src=x onerror=alert(1)> & \"tot morgen\" </style><script>alert(2)</script>";

/** Starts a phone in the sample team. */
async function begin(t, ways = [giveShareSheet]) {
  const guide = await beginTour(t, { colorScheme: "light" });
  for (const way of ways) await way(guide.phone);
  await guide.page.reload();
  await guide.phone.choose();
  await guide.join("Bas");
  await guide.at("/dossiers", "#cases .row");
  return guide;
}

/** Opens a page of a case. */
async function under(guide, name, page, sign) {
  await guide.openCase(name);
  await guide.at(`${guide.cases.get(name)}/${page}`, sign);
}

/** Returns whether the text contains these as whole words. */
function says(text, words) {
  const quoted = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${quoted}(?![\\p{L}\\p{N}])`, "u").test(text);
}

/** Collapses whitespace, as `read` does. */
function plain(words) {
  return words.replace(/\s+/g, " ").trim();
}

function cents(amount) {
  return Math.round(Number(amount.replace(/[^\d,−-]/g, "").replace("−", "-").replace(",", ".")) * 100);
}

test("a case goes out as a page, a table and its own file, and holds what the screen shows", TIME, async (t) => {
  const guide = await begin(t);
  const { page } = guide;
  await guide.openCase("G\\.");
  await guide.phone.log(NASTY);
  await guide.tap("#case-timeline");
  await page.locator(".entry", { hasText: "tot morgen" }).first().waitFor();
  // The screen marks a line as a signal beside its words; paper has a separate place for that.
  const lines = await page.locator(".entry .entry__text").allInnerTexts();
  const shown = lines.map((line) => line.replace(/^Signaal · /, ""));
  const matters = await page.locator(".matters__text").first().innerText();
  const facts = await page.locator(".safety__fact").allInnerTexts();
  assert.ok(shown.length > 5 && facts.length > 0, "there is something to look for");
  await under(guide, "G\\.", "export", "#export-case-html");

  const paper = await shared(page, "#export-case-html");
  const { title, text, could } = await read(page, paper.text);
  assert.deepEqual(could, [], "nothing in it runs, loads or leads away");
  assert.equal(title, "Dossier", "what a browser prints at the edge names nobody");
  for (const words of [...shown, matters, ...facts]) {
    assert.ok(text.includes(plain(words)), words);
  }
  assert.match(paper.name, /^dossier-[0-9a-f]{6}-\d{4}-\d\d-\d\d\.html$/);

  const table = cells((await shared(page, "#export-case-csv")).text);
  assert.deepEqual(
    shown.filter((words) => !table.some((line) => plain(line.at(-1)) === plain(words))),
    [],
    "each has a line",
  );
  const own = await shared(page, "#export-case-automerge");
  assert.equal(own.bytes.subarray(0, 4).toString("hex"), "856f4a83", "how an Automerge document begins");
  assert.equal(own.type, "application/octet-stream");
  assert.deepEqual(guide.phone.faults, []);
});

test("the month's sheet adds up to the cent, on paper and in a spreadsheet", TIME, async (t) => {
  const guide = await begin(t);
  const { page } = guide;
  await guide.at("/team/uitgaven", "#expenses-total");
  await guide.see(".expenses__lines .expense__amount");
  const total = await page.locator("#expenses-total").innerText();
  const amounts = await page.locator(".expenses__lines .expense__amount").allInnerTexts();
  const sum = (all) => all.map(cents).reduce((one, other) => one + other, 0);
  assert.equal(sum(amounts), cents(total), "as it stands on the screen");

  const [head, ...lines] = cells((await shared(page, "#expenses-csv")).text);
  const column = head.indexOf("Bedrag");
  assert.equal(lines.length, amounts.length);
  assert.equal(sum(lines.map((line) => line[column])), cents(total));

  const { text, could } = await read(page, (await shared(page, "#expenses-html")).text);
  assert.deepEqual(could, []);
  for (const amount of [total, ...amounts]) assert.ok(text.includes(plain(amount)), amount);
  assert.deepEqual(guide.phone.faults, []);
});

test("a core team reads nicknames at most, and without names not even those", TIME, async (t) => {
  const guide = await begin(t);
  const { page } = guide;
  await guide.at("/team/kernteam", "#core-team-paper");
  await guide.see(".paper__link");
  // Names that remain in the texts are shown first and must be confirmed.
  await guide.see("#names-seen, #core-team-html");
  if (await page.locator("#names-seen").count()) await guide.tap("#names-seen");
  const without = (await read(page, (await shared(page, "#core-team-html")).text)).text;
  const questions = await page.locator(".paper__text").allInnerTexts();
  await guide.tap("#core-team-nameless");
  await guide.see("#core-team-nameless[aria-checked=false]");
  const names = await page.locator(".paper__link > span:last-child").allInnerTexts();
  const named = (await read(page, (await shared(page, "#core-team-html")).text)).text;
  assert.ok(names.length > 0 && questions.length > 0, "there is an agenda");
  for (const name of names) {
    assert.ok(says(named, name), `${name} is named`);
    assert.ok(!says(without, name), `${name} is not`);
  }
  for (const question of questions) assert.ok(without.includes(plain(question)), question);
  // Data of the cases that does not belong on the page: streets, phones, dangers.
  await under(guide, "G\\.", "wijzig", "#edit-problems");
  await guide.openCase("G\\.");
  const facts = await page.locator(".safety__fact").allInnerTexts();
  for (const words of [...facts, "bushokje", "80000101", "bestuurlijk gevoelig"]) {
    assert.ok(!named.includes(words), words);
  }
  assert.deepEqual(guide.phone.faults, []);
});

test("the report of a study names nobody, whoever told and whoever asked", TIME, async (t) => {
  const guide = await begin(t);
  const { page } = guide;
  await guide.at("/team/onderzoek", "#studies-open");
  await guide.tap("#studies-open .row__main");
  await guide.see("#study-report");
  // One interview has a known contact.
  await guide.tap("[id^=more-]");
  await guide.tap("[id^=with-]:not([id$=-text])");
  await page.locator("[id^=with-][id$=-text]").first().fill("kapster");
  await page.locator(".row__main", { hasText: "Kapster" }).first().tap();
  await page.getByText("Met Kapster").waitFor();
  await guide.tap("#study-report");
  await guide.see("#report-counts");
  const quotes = await page.locator(".study__quote--report .record__text").allInnerTexts();
  assert.ok(quotes.length > 0, "somebody is cited");
  for (const kind of ["html", "csv", "json"]) {
    const { text } = await shared(page, `#report-${kind}`);
    for (const quote of quotes) assert.ok(text.includes(quote), `${kind}: ${quote}`);
    for (const name of ["Kapster", "Noor", "Bas"]) assert.ok(!says(text, name), `${kind}: ${name}`);
  }
  assert.deepEqual(guide.phone.faults, []);
});

test("who takes over reads the lines that were chosen and nothing more", TIME, async (t) => {
  const guide = await begin(t);
  const { page } = guide;
  await guide.openCase("Meneer P\\.");
  const facts = await page.locator(".safety__fact").allInnerTexts();
  const matters = await page.locator(".matters__text").first().innerText();
  await under(guide, "Meneer P\\.", "overdracht", "#handover-confirm");
  const paper = await shared(page, "#handover-paper-html");
  const { title, text, could } = await read(page, paper.text);
  assert.deepEqual(could, []);
  assert.equal(title, "Overdracht", "what a browser prints at the edge names nobody");
  assert.ok(text.includes(matters));
  assert.ok(facts.length > 0, "there is a danger to tell of");
  // Safety facts are included unless switched off.
  for (const words of facts) assert.ok(text.includes(words), words);
  for (const words of ["Zeventig.", "Havenkade"]) assert.ok(!text.includes(words), words);
  await guide.tap("#handover-safety");
  await guide.see("#handover-safety[aria-pressed=false]");
  const less = await read(page, (await shared(page, "#handover-paper-html")).text);
  for (const words of facts) assert.ok(!less.text.includes(words), words);
  assert.deepEqual(guide.phone.faults, []);
});

test("without a share sheet a page goes to the printer with its style, and the rest is downloaded", TIME, async (t) => {
  const guide = await begin(t, [countPrints]);
  const { page } = guide;
  await guide.at("/team/uitgaven", "#expenses-total");
  await guide.tap("#expenses-html");
  await page.waitForFunction(() => window.printed === 1);
  const paper = await page.evaluate(() => {
    const inside = document.querySelector("#paper-frame").contentDocument;
    const of = (selector) => getComputedStyle(inside.querySelector(selector));
    return {
      text: inside.body.textContent,
      sheets: [...inside.adoptedStyleSheets[0].cssRules].map((rule) => rule.cssText).join("\n"),
      heading: of("h2").borderTopWidth,
      background: of("body").backgroundColor,
    };
  });
  assert.equal(paper.heading, "2px", "the style is there, though the policy lets none in");
  assert.equal(paper.background, "rgb(255, 255, 255)");
  assert.match(paper.sheets, /counter\(pages?\)/, "sheets are numbered");
  assert.ok(paper.text.includes(await page.locator("#expenses-total").innerText()));

  const [download] = await Promise.all([page.waitForEvent("download"), guide.tap("#expenses-csv")]);
  assert.match(download.suggestedFilename(), /^uitgaven-\d{4}-\d\d\.csv$/);
  const kept = await readFile(await download.path(), "utf8");
  const lines = await page.locator(".expenses__lines .expense__amount").count();
  assert.equal(cells(kept).length, lines + 1);
  await page.getByText("Klaar.").waitFor();
  assert.deepEqual(guide.phone.faults, []);
});
