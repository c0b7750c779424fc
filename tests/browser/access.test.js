// Accessibility of every screen: for low vision, by thumb, by keyboard and with a screen reader. The
// screens and states are those of `support/tour.js`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FAULTS } from "./support/broken.js";
import { faint } from "./support/contrast.js";
import { KNOWN } from "./support/known.js";
import { Findings } from "./support/findings.js";
import { reach, stumbles, tabbed } from "./support/keyboard.js";
import { measured } from "./support/measure.js";
import { CODE } from "./support/phone.js";
import { axe, heard } from "./support/rules.js";
import { TOUR, beginTour, walk } from "./support/tour.js";

const TARGET = 48;
const WIDTHS = [320, 390, 430];
const PHONE = { width: 390, height: 844 };
const LYING = { width: 844, height: 390 };

const found = new Findings(KNOWN);
let guide;

before(
  async () => {
    guide = await beginTour({ after }, { colorScheme: "light", reducedMotion: "no-preference" });
    await walk(guide, examine);
  },
  { timeout: 900_000 },
);

async function examine(stop) {
  const { page } = guide;
  const language = stop.english ? "en" : "nl";
  const say = (check, lines, where = "") => found.add(check, `${stop.name}${where}`, lines);
  say("outline", await measured(page, "outline", language));
  const reader = await heard(page, language);
  say("names", reader.names);
  say("order", reader.order);
  say("inline", await measured(page, "inline"));
  say("edge", await measured(page, "atEdge"));
  await atWidths(say);
  await large(say);
  await lying(stop, say);
  await media(say, "colours", "alike", { forcedColors: "active" }, { forcedColors: "none" });
  await media(say, "motion", "moving", { reducedMotion: "reduce" }, { reducedMotion: "no-preference" });
  await looks(say);
  if (stop.main) say("keyboard", stumbles(await tabbed(page)));
}

async function atWidths(say) {
  for (const width of WIDTHS) {
    await guide.page.setViewportSize({ ...PHONE, width });
    await fits(say, ` at ${width}`);
    say("targets", await measured(guide.page, "targets", TARGET), ` at ${width}`);
  }
  await guide.page.setViewportSize(PHONE);
}

async function fits(say, where) {
  for (const check of ["sideways", "overBar", "clipped", "spilled", "unreachable"]) {
    say(check, await measured(guide.page, check), where);
  }
}

async function large(say) {
  await guide.page.evaluate(() => void (document.documentElement.style.fontSize = "32px"));
  await fits((check, lines) => say(`large ${check}`, lines), "");
  await guide.page.evaluate(() => void (document.documentElement.style.fontSize = ""));
}

async function lying(stop, say) {
  await guide.page.setViewportSize(LYING);
  const wanted = stop.name.startsWith("capture") ? ["#capture-text", "#capture-save"] : ["nav.bar", "#capture-open"];
  // On a low screen the tab bar is hidden while a field has the focus.
  const writing = await guide.page.evaluate(() => document.activeElement.matches("input, textarea"));
  if (!stop.code && (stop.sheet ? wanted.includes("#capture-save") : !writing)) {
    say("lying", (await measured(guide.page, "outOfSight", wanted)).map((each) => `${each} is not in sight`));
  }
  say("lying", (await measured(guide.page, "unreachable")).map((each) => `${each} is out of reach`));
  await guide.page.setViewportSize(PHONE);
}

async function media(say, check, measure, on, off) {
  await guide.page.emulateMedia(on);
  say(check, await measured(guide.page, measure));
  await guide.page.emulateMedia(off);
}

/** Checks light and dark, as set on the phone and as chosen in the app against the phone's setting. */
async function looks(say) {
  const { page } = guide;
  const rules = async (where, only) => {
    const { wcag, practice } = await axe(page, only);
    say("axe", wcag, where);
    say("practice", practice, where);
    say("faint", await faint(page), where);
  };
  await rules(" in light");
  await page.emulateMedia({ colorScheme: "dark" });
  await rules(" in dark");
  const own = await page.evaluate(() => document.querySelector(".app").getAttribute("data-appearance"));
  for (const [chosen, phone] of [["dark", "light"], ["light", "dark"]]) {
    await page.emulateMedia({ colorScheme: phone });
    await page.evaluate((look) => document.querySelector(".app").setAttribute("data-appearance", look), chosen);
    await rules(`, ${chosen} chosen`, ["color-contrast"]);
    say("beyond", await measured(page, "beyond"));
  }
  await page.evaluate((look) => {
    const app = document.querySelector(".app");
    if (look) app.setAttribute("data-appearance", look);
    else app.removeAttribute("data-appearance");
  }, own);
  await page.emulateMedia({ colorScheme: "light" });
}

const CHECKS = {
  axe: "axe finds nothing against WCAG 2.2 AA, in light and in dark, as the phone is and as was chosen",
  faint: "all words, also those one scrolls to, stand out enough from what is behind them",
  sideways: "nothing scrolls sideways on a screen of 320, 390 or 430",
  targets: `whatever can be pressed is at least ${TARGET} by ${TARGET}`,
  overBar: "nothing lies over the tab bar",
  clipped: "no words are cut off",
  spilled: "no words stick out of their button or off the screen",
  unreachable: "whatever can be pressed can be reached",
  edge: "on a sheet nothing that is pressed lies against the lower edge of the screen",
  "large sideways": "with letters twice as large nothing scrolls sideways",
  "large overBar": "with letters twice as large nothing lies over the tab bar",
  "large clipped": "with letters twice as large no words are cut off",
  "large spilled": "with letters twice as large no words stick out of their button or off the screen",
  "large unreachable": "with letters twice as large everything can still be pressed",
  lying: "on its side a phone shows the sentence, its button and the tab bar, and all can be reached",
  keyboard: "Tab goes as the eye goes, and one sees where one is",
  motion: "nothing moves for who wants no motion",
  colours: "with the phone's own colours one still sees what a button is and what was chosen",
  outline: "each screen has one main part and one first heading, and says its language",
  names: "a screen reader has a name for everything one can operate, in the language of the screen",
  order: "a screen reader reads in the order of the document",
  beyond: "what shows beyond the app's edges has the app's colour",
};

for (const [check, sentence] of Object.entries(CHECKS)) {
  test(sentence, () => assert.deepEqual(found.of(check), []));
}

test("axe's good practices, and targets in a sentence, to look at", (context) => {
  for (const check of ["practice", "inline"]) {
    for (const line of found.of(check)) context.diagnostic(`${check}: ${line}`);
  }
});

test("the tour passes every screen", () => {
  assert.equal(new Set(TOUR.map((stop) => stop.name)).size, TOUR.length, "each has a name of its own");
  assert.deepEqual(guide.phone.faults.filter((fault) => !/status of 404|ERR_CONNECTION_REFUSED/.test(fault)), []);
});

for (const known of KNOWN) {
  test(`still to change: ${known.reason}`, { todo: known.reason }, () => assert.deepEqual(found.still(known), []));
}

test("every check sees the fault that is put there for it", async (context) => {
  const tried = await beginTour(context, { colorScheme: "light" });
  const { page } = tried;
  await tried.phone.choose();
  await tried.at("/", ".first-day");
  const own = {
    axe: async () => (await axe(page)).wcag,
    practice: async () => (await axe(page)).practice,
    names: async () => (await heard(page, "nl")).names,
    order: async () => (await heard(page, "nl")).order,
    keyboard: async () => stumbles(await tabbed(page)),
    faint: () => faint(page),
    targets: () => measured(page, "targets", TARGET),
    outline: () => measured(page, "outline", "nl"),
    outOfSight: () => measured(page, "outOfSight", ["nav.bar", "#capture-open"]),
  };
  for (const [check, fault] of Object.entries(FAULTS)) {
    const run = own[check] ?? (() => measured(page, check));
    assert.deepEqual(await run(), [], `${check}: nothing before`);
    const undo = await fault(page);
    assert.notDeepEqual(await run(), [], `${check} sees nothing`);
    await undo();
  }
});

test("a keyboard alone is enough for a day: the code, a contact, a case that is searched for, the day's end", async (context) => {
  const day = await beginTour(context, { isMobile: false, hasTouch: false });
  const { page } = day;
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const lost = [];
  const held = async (when) => {
    await day.settled();
    await page.waitForFunction(() => document.activeElement !== document.body, null, { timeout: 1000 }).catch(() => lost.push(when));
  };
  const at = (selector) => page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);

  await page.keyboard.type(CODE);
  await page.keyboard.type(CODE);
  await day.see("#tab-today");
  await held("the code was right");
  await reach(page, "#tab-team");
  await press("Enter");
  await day.see("#team-join");
  await held("Team was opened");
  await reach(page, "#team-join");
  await press("Enter");
  await day.see("#join-words");
  await held("joining was opened");
  await reach(page, "#join-words");
  await page.keyboard.type(day.words);
  await press("Tab");
  await page.keyboard.type("Bas");
  await press("Enter");
  await day.see("#team-close-day");
  await held("the phone joined");

  await reach(page, "#capture-open");
  await press("Enter");
  await at("#capture-text");
  await page.keyboard.type("Postbode gesproken.");
  await press("Escape");
  await at("#capture-open");
  assert.equal(await page.locator("[role=dialog]").count(), 0, "Escape closes the sheet");
  await press("Enter");
  await at("#capture-text");
  await page.keyboard.type(" Plein is rustig.");
  await reach(page, "#capture-street");
  assert.deepEqual(stumbles(await tabbed(page)), [], "the sheet, and nothing behind it");
  await reach(page, "#capture-save");
  await press("Enter");
  await at("#capture-open");

  await reach(page, "#tab-cases");
  await press("Enter");
  await day.see("#cases");
  await held("Dossiers was opened");
  await reach(page, "#case-new");
  await press("Enter");
  await at("#case-new-name");
  await press("Escape");
  await at("#case-new");
  await reach(page, "#search", "Shift+Tab");
  await page.keyboard.type("postduif");
  await day.see("main [role=status]");
  await press("Control+A");
  await page.keyboard.type("duivenm");
  await day.see("#found-cases");
  await reach(page, "#found-cases .row__main", "Shift+Tab");
  await press("Enter");
  await day.see("#trust-door");
  await held("a case was opened");
  await reach(page, "#trust-inside");
  await press("Space");
  await day.see("#trust-inside[aria-pressed=true]");
  await held("a step of trust was set");
  await reach(page, "#case-commitments");
  await press("Enter");
  await day.see("#commitment-new");
  await reach(page, "#commitment-new");
  await press("Enter");
  await at("#commitment-text");
  await page.keyboard.type("Voer meebrengen");
  await press("Enter");
  await page.locator("#commitment-text").waitFor({ state: "detached" });
  await held("a promise was kept");
  await reach(page, "#case-edit", "Shift+Tab");
  await press("Enter");
  await day.see("#field-do-open");
  await held("the details were opened");
  await reach(page, "#field-do-open");
  await press("Enter");
  await at("#field-do");
  await press("Escape");
  await page.locator("#field-do").waitFor({ state: "detached" });
  await held("a detail was left as it was");
  await reach(page, "#back", "Shift+Tab");
  await press("Enter");
  await day.see("#trust-door");
  await held("one went back");

  await reach(page, "#tab-today");
  await press("Enter");
  await day.see("#today-commitments .tick__box");
  await reach(page, "#today-commitments .tick__box", "Shift+Tab");
  await press("Space");
  await day.see("#today-commitments .tick__box[aria-checked=true]");
  await held("a promise was ticked");
  await reach(page, "#tab-team");
  await press("Enter");
  await day.see("#team-close-day");
  await reach(page, "#team-close-day", "Shift+Tab");
  await press("Enter");
  await day.see("#team-result");
  await held("the day was closed");
  assert.deepEqual(lost, [], "after these the focus was nowhere");
});
