// Whether everybody can use every screen: with eyes that see little, with a thumb, with a keyboard, with
// a screen reader. Screens and states are those of `support/tour.js`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { KNOWN } from "./support/known.js";
import { Findings } from "./support/findings.js";
import { stumbles, tabbed } from "./support/keyboard.js";
import { measured } from "./support/measure.js";
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
  { timeout: 300_000 },
);

async function examine(stop) {
  const { page } = guide;
  const language = stop.english ? "en" : "nl";
  const say = (check, lines, where = "") => found.add(check, `${stop.name}${where}`, lines);
  say("outline", await measured(page, "outline", language));
  const reader = await heard(page, language);
  say("names", reader.names);
  say("order", reader.order);
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
  if (!stop.code && (!stop.sheet || wanted.includes("#capture-save"))) {
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

/** Light and dark: as the phone is, and as was chosen against the phone. */
async function looks(say) {
  const { page } = guide;
  const rules = async (where, only) => {
    const { wcag, practice } = await axe(page, only);
    say("axe", wcag, where);
    say("practice", practice, where);
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
  sideways: "nothing scrolls sideways on a screen of 320, 390 or 430",
  targets: `whatever can be pressed is at least ${TARGET} by ${TARGET}`,
  overBar: "nothing lies over the tab bar",
  clipped: "no words are cut off",
  spilled: "no words stick out of their button or off the screen",
  unreachable: "whatever can be pressed can be reached",
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

test("axe's good practices, for what they are worth", (context) => {
  for (const line of found.of("practice")) context.diagnostic(line);
});

test("the tour passes every screen", () => {
  assert.equal(new Set(TOUR.map((stop) => stop.name)).size, TOUR.length, "each has a name of its own");
  assert.deepEqual(guide.phone.faults.filter((fault) => !/status of 404|ERR_CONNECTION_REFUSED/.test(fault)), []);
});

for (const known of KNOWN) {
  test(`still to change: ${known.reason}`, { todo: known.reason }, () => assert.deepEqual(found.still(known), []));
}
