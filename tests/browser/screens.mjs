// Takes a screenshot of every screen into docs/screens: `node tests/browser/screens.mjs`.
import { execFile } from "node:child_process";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beginTour, walk } from "./support/tour.js";

const run = promisify(execFile);
const FOLDER = process.env.VOORVELD_SCREENS ?? fileURLToPath(new URL("../../docs/screens", import.meta.url));
const LARGEST = 60_000;
/** The sample's days are this machine's; a phone in another time zone could be a day ahead. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const after = [];
const test = { after: (work) => after.unshift(work) };
const taken = [];

async function picture(page, name) {
  const file = join(FOLDER, `${name}.png`);
  // A blinking caret or a running animation would make every screenshot differ.
  await page.screenshot({ path: file, caret: "hide", animations: "disabled" });
  await run("convert", [file, "+dither", "-colors", "64", "-strip", `PNG8:${file}`]).catch((error) => {
    console.warn(`${name}: without a reduced palette (${error.message.split("\n")[0]})`);
  });
  const { size } = await stat(file);
  if (size > LARGEST) console.warn(`${name}.png is ${size} bytes`);
}

async function look(guide, stop) {
  const { page } = guide;
  await picture(page, stop.name);
  if (stop.main) {
    await page.emulateMedia({ colorScheme: "dark" });
    await guide.settled();
    await picture(page, `${stop.name}-dark`);
    await page.emulateMedia({ colorScheme: "light" });
  }
  taken.push(stop);
}

function table() {
  const shown = (name) => `<img src="${name}.png" width="195" alt="">`;
  const rows = taken.map(
    (stop) => `| ${stop.title} | ${shown(stop.name)} | ${stop.main ? shown(`${stop.name}-dark`) : ""} |`,
  );
  return [
    "# The screens",
    "",
    "The app in a phone's browser, 390 × 844, with the sample's team of Oosterhage. People and figures are",
    "made up. Made by `node tests/browser/screens.mjs`; what is on them is that day's.",
    "",
    "| Screen | Light | Dark |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

try {
  await mkdir(FOLDER, { recursive: true });
  const guide = await beginTour(test, { colorScheme: "light", timezoneId: HERE });
  const wanted = process.argv.slice(2);
  await walk(guide, (stop) => look(guide, stop), (stop) => !wanted.length || wanted.includes(stop.name));
  if (!wanted.length) await writeFile(join(FOLDER, "README.md"), table());
  for (const fault of guide.phone.faults) console.warn("the page said:", fault);
} finally {
  for (const work of after) await work();
}
