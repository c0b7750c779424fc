// Measures the app in a browser and prints the figures as JSON, for the bench. Not a test.
//
//   node speed.mjs [--cpu 4] [--whole] [--saves 100] [--search bruggenman]
//                  [--server URL | --data FOLDER] [--words "five words of an invitation"]
//
// With --words the phone first joins that team, to have data to search and show: on a running server
// (--server; it must serve the app), or on one started here with its data (--data). All times are in
// milliseconds. --cpu is the browser's own throttle, which slows down only the page, not the worker or
// the compilation of WebAssembly. With --whole all of them are slowed down by as much, by stopping their
// process most of the time: nearer to a real phone, but with coarser figures.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { App } from "./support/app.js";
import { slowDown } from "./support/brake.js";
import { Front } from "./support/front.js";
import { Phone } from "./support/phone.js";
import { Server } from "./support/product.js";
import { install, round, summary } from "./support/stopwatch.js";
import { beginJoin, closeDay } from "./support/team.js";
import { until } from "./support/wait.js";

const { values: options } = parseArgs({
  options: {
    cpu: { type: "string", default: "4" },
    whole: { type: "boolean", default: false },
    saves: { type: "string", default: "100" },
    search: { type: "string", default: "bruggenman" },
    server: { type: "string" },
    data: { type: "string" },
    words: { type: "string" },
  },
});
const JOINING = 1_800_000;

const folder = await mkdtemp(join(tmpdir(), "voorveld-speed-"));
const ends = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
try {
  console.log(JSON.stringify(await measure(), null, 2));
} finally {
  for (const end of ends.reverse()) await end();
}

async function measure() {
  const address = options.server ?? (await startProduct());
  const figures = { cpu: Number(options.cpu), whole: options.whole, app: await sizes(address) };
  const phone = new Phone(join(folder, "phone"), { args: ["--disable-renderer-backgrounding"] });
  ends.push(() => phone.close());

  await start(phone);
  await phone.open(address);
  figures.coldStart = await first(phone, "#unlock");
  await phone.choose();
  if (options.words) {
    const since = await phone.page.evaluate(() => performance.now());
    await watchWorker(phone);
    figures.join = await joins(phone, address);
    figures.longestTaskJoining = await longest(phone, since);
    figures.workerTaskJoining = summary(await workerTasks(phone));
  }
  await phone.isKept();

  await phone.close();
  await start(phone);
  await phone.open(address);
  figures.warmStart = await first(phone, "#unlock");
  await phone.press("13579");
  await span(phone, "unlock", "#key-0", "#tab-today", true, () => phone.press("0"));
  figures.unlock = (await spans(phone))[0];
  figures.longestTaskStarting = await longest(phone, 0);

  const since = await phone.page.evaluate(() => performance.now());
  figures.save = summary(await saves(phone, Number(options.saves)));
  figures.searchPerLetter = summary(await search(phone, options.search));
  figures.longestTask = await longest(phone, since);
  figures.slowestEvent = round(
    await phone.page.evaluate(() => Math.max(0, ...stopwatch.events.map(({ duration }) => duration))),
  );
  figures.faults = phone.faults;
  return figures;
}

async function start(phone) {
  await phone.start();
  await phone.context.addInitScript(install);
  if (options.whole) {
    const release = slowDown(phone.pid, Number(options.cpu));
    const close = phone.close.bind(phone);
    phone.close = async () => {
      await release();
      phone.close = close;
      return close();
    };
    return;
  }
  const control = await phone.cdp();
  await control.send("Emulation.setCPUThrottlingRate", { rate: Number(options.cpu) });
}

async function startProduct() {
  const server = new Server(options.data ?? join(folder, "server"), []);
  await server.start();
  ends.push(() => server.kill());
  if ((await fetch(server.address)).ok) return server.address;
  const front = new Front(server.address, await App.load());
  await front.up();
  ends.push(() => front.down());
  return front.address;
}

/** Returns the sizes served: everything fetched on the first visit, and the WebAssembly program. */
async function sizes(address) {
  const worker = await (await fetch(`${address}/sw.js`)).text();
  const paths = [...worker.matchAll(/\["(\/[^"]*)","sha384-/g)].map(([, path]) => path);
  const total = { files: paths.length, bytes: 0, brotli: 0 };
  let program;
  // All of it first: compressing holds this process up, and the server closes an idle connection.
  const files = [];
  for (const path of paths) files.push([path, Buffer.from(await (await fetch(address + path)).arrayBuffer())]);
  for (const [path, contents] of files) {
    const brotli = brotliCompressSync(contents).length;
    total.bytes += contents.length;
    total.brotli += Math.min(brotli, contents.length);
    if (path.endsWith(".wasm")) {
      program = { bytes: contents.length, brotli, gzip: gzipSync(contents, { level: 9 }).length };
    }
  }
  return { program, total };
}

/** Joins the team and downloads its log, while notes are being saved. */
async function joins(phone, address) {
  const began = performance.now();
  await beginJoin(phone, address, options.words.trim().split(/\s+/));
  let joined;
  const done = phone.page
    .locator("#team-close-day")
    .waitFor({ timeout: JOINING })
    .then(() => (joined = performance.now()));
  // If a save fails, that is what is told.
  done.catch(() => {});
  const meanwhile = [];
  while (!joined) meanwhile.push(...(await saves(phone, 1)));
  await done;
  await closeDay(phone);
  await phone.page.locator("#team-result").waitFor({ timeout: JOINING });
  const whole = performance.now();
  return { joined: round(joined - began), whole: round(whole - began), save: summary(meanwhile) };
}

function first(phone, sign) {
  return phone.page.evaluate((sign) => stopwatch.first[sign], sign).then(round);
}

async function span(phone, name, pressed, selector, there, act) {
  const arguments_ = [name, pressed, selector, there];
  const before = (await spans(phone)).length;
  await phone.page.evaluate((parts) => stopwatch.span(...parts), arguments_);
  await act();
  await until(`${name} has ended`, async () => (await spans(phone)).length > before);
}

function spans(phone) {
  return phone.page.evaluate(() => stopwatch.spans.map(({ took }) => took)).then((all) => all.map(round));
}

/** Saves notes; returns for each the time from the tap until the sheet is gone. */
async function saves(phone, count) {
  const before = (await spans(phone)).length;
  for (let number = 1; number <= count; number += 1) {
    await phone.draft(`Zin ${number}: gesproken bij de brug, morgen gaat een van ons weer langs.`);
    await span(phone, "save", "#capture-save", "#capture-text", false, () => phone.keep());
  }
  return (await spans(phone)).slice(before);
}

/** Types a word letter by letter, each after the results of the one before. */
async function search(phone, word) {
  const answers = () => phone.page.evaluate(() => stopwatch.answers);
  await phone.go("cases");
  await phone.page.locator("#search").tap();
  for (let round = 0; round < 5; round += 1) {
    for (const letter of word) {
      const before = (await answers()).length;
      await phone.page.keyboard.type(letter);
      await until("the answer to this letter is there", async () => (await answers()).length > before);
    }
    await phone.page.locator("#search-clear").tap();
    await phone.page.locator("#search").tap();
  }
  return answers();
}

/** Lets the worker note how long it was busy between two ticks of a timer. */
async function watchWorker(phone) {
  await worker(phone).evaluate(() => {
    self.busy = [];
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      self.busy.push(now - last);
      last = now;
      setTimeout(tick, 0);
    };
    tick();
  });
}

/** Returns the times of more than a few milliseconds: a timer itself waits for up to four. */
function workerTasks(phone) {
  return worker(phone).evaluate(() => self.busy.filter((time) => time > 5));
}

function worker(phone) {
  const [only, ...others] = phone.page.workers();
  if (!only || others.length) throw new Error("not one worker");
  return only;
}

function longest(phone, since) {
  return phone.page
    .evaluate(
      (since) => Math.max(0, ...stopwatch.tasks.filter(({ at }) => at >= since).map(({ duration }) => duration)),
      since,
    )
    .then(round);
}
