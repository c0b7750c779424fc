// A walk through every screen of the app and its states, in order, on one phone. Each stop can be
// reached from anywhere in the unlocked app; some need what an earlier stop left behind.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startPhone } from "./phone.js";
import { startServer, temporaryFolder } from "./product.js";
import { retell } from "./retold.js";
import { AMENDS } from "./tour-amends.js";
import { FIRST } from "./tour-first.js";
import { CASES, NETWORK } from "./tour-cases.js";
import { DECISIONS } from "./tour-decisions.js";
import { FITS, PRACTICE } from "./tour-practice.js";
import { LAST, TEAM } from "./tour-team.js";
import { TOGETHER } from "./tour-together.js";

const SEED = fileURLToPath(new URL("../../../target/debug/examples/seed", import.meta.url));

/** Every stop: `name` (of its screenshot), `title`, `go`, whether it is a `main` one, and `sheet`. */
export const TOUR = [...FIRST, ...CASES, ...PRACTICE, ...DECISIONS, ...NETWORK, ...FITS, ...AMENDS, ...TOGETHER, ...TEAM, ...LAST];

/** Starts a server with the sample team, and an empty phone. */
export async function beginTour(test, options = {}) {
  const folder = await temporaryFolder(test);
  const server = await startServer(test, folder);
  const { stdout } = await promisify(execFile)(SEED, [server.address]);
  const phone = await startPhone(test, folder, "bas", { deviceScaleFactor: 1, ...options });
  await phone.context.addInitScript(retell);
  await phone.open(server.address);
  return new Guide(test, { folder, server, phone, words: stdout.trim(), options });
}

/** Performs the walk: the phone and what all stops need. */
export class Guide {
  constructor(test, { folder, server, phone, words, options }) {
    this.test = test;
    this.folder = folder;
    this.server = server;
    this.phone = phone;
    this.words = words;
    this.options = options;
    this.cases = new Map();
  }

  get page() {
    return this.phone.page;
  }

  /** Waits until this is on the screen. */
  async see(selector) {
    await this.page.locator(selector).first().waitFor();
  }

  async tap(selector) {
    await this.page.locator(selector).first().tap();
  }

  /** Opens the app's page at this path afresh. */
  async at(path, sign) {
    const here = await this.page.evaluate(() => location.hash);
    if (here === `#${path}`) {
      await (path === "/netwerk" ? this.at("/team/import", "#import-file") : this.at("/netwerk", "#network-search"));
    }
    await this.page.evaluate((hash) => void (location.hash = hash), path);
    await this.see(sign);
    await this.settled();
  }

  /** Opens a case of the sample by its name. */
  async openCase(name) {
    const known = this.cases.get(name);
    if (known) return this.at(known, "#trust-door");
    await this.at("/dossiers", "#cases");
    await this.page.locator(".row__main", { hasText: new RegExp(`^${name}`) }).first().tap();
    await this.see("#trust-door");
    await this.settled();
    this.cases.set(name, (await this.page.evaluate(() => location.hash)).slice(1));
  }

  /** Waits until animations have ended and fonts are loaded. */
  async settled() {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      await frame();
      await frame();
      const moving = document.getAnimations().filter((each) => each.playState === "running");
      await Promise.all(moving.map((each) => each.finished.catch(() => {})));
    });
  }

  /** Cleans up what a stop left open. */
  async leave(stop) {
    if (stop.leave) await stop.leave(this);
  }

  /** Starts a second phone with the words of the invitation on the screen. */
  async second(words) {
    this.other ??= await startPhone(this.test, this.folder, "noor", this.options);
    await this.other.open(this.server.address);
    await this.other.choose();
    return new Guide(this.test, { ...this, phone: this.other, words });
  }

  /** Joins the team as this colleague. */
  async join(me) {
    await this.at("/team/koppel", "#join-words");
    await this.page.locator("#join-words").fill(this.words);
    await this.page.locator("#join-me").fill(me);
    await this.tap("#join-go");
    await this.see("#team-close-day");
  }

  /** Suspends the server during `work`, so that concurrent edits conflict. */
  async unheard(work) {
    this.server.process.kill("SIGSTOP");
    try {
      await work();
    } finally {
      this.server.process.kill("SIGCONT");
    }
  }
}

/** Walks the tour and calls `look` at each stop. */
export async function walk(guide, look, wanted = () => true) {
  for (const stop of TOUR) {
    if (!stop.always && !wanted(stop)) continue;
    await stop.go(guide);
    await guide.settled();
    if (wanted(stop)) await look(stop);
    await guide.leave(stop);
  }
}
