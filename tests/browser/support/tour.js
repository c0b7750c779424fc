// A walk along every screen of the app and its states, in this order, on one phone. Each stop says how
// to get there from anywhere behind the code; some need what an earlier stop left behind.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startPhone } from "./phone.js";
import { startServer, temporaryFolder } from "./product.js";
import { FIRST } from "./tour-first.js";
import { CASES, NETWORK } from "./tour-cases.js";
import { DECISIONS } from "./tour-decisions.js";
import { FITS, PRACTICE } from "./tour-practice.js";
import { LAST, TEAM } from "./tour-team.js";
import { TOGETHER } from "./tour-together.js";

const SEED = fileURLToPath(new URL("../../../target/debug/examples/seed", import.meta.url));

/** Every stop: `name` (of its picture), `title`, `go`, whether it is a `main` one, and `sheet`. */
export const TOUR = [...FIRST, ...CASES, ...PRACTICE, ...DECISIONS, ...NETWORK, ...FITS, ...TOGETHER, ...TEAM, ...LAST];

/** A server with the sample team on it, and a phone with nothing on it yet. */
export async function beginTour(test, options = {}) {
  const folder = await temporaryFolder(test);
  const server = await startServer(test, folder);
  const { stdout } = await promisify(execFile)(SEED, [server.address]);
  const phone = await startPhone(test, folder, "bas", { deviceScaleFactor: 1, ...options });
  await phone.open(server.address);
  return new Guide(test, { folder, server, phone, words: stdout.trim(), options });
}

/** Who walks: the phone, and what all stops need. */
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

  /** The page at this address in the app, anew. */
  async at(path, sign) {
    const here = await this.page.evaluate(() => location.hash);
    if (here === `#${path}`) {
      await (path === "/netwerk" ? this.at("/team/import", "#import-file") : this.at("/netwerk", "#network-search"));
    }
    await this.page.evaluate((hash) => void (location.hash = hash), path);
    await this.see(sign);
    await this.settled();
  }

  /** A case of the sample, by its name. */
  async openCase(name) {
    const known = this.cases.get(name);
    if (known) return this.at(known, "#trust-door");
    await this.at("/dossiers", "#cases");
    await this.page.locator(".row__main", { hasText: new RegExp(`^${name}`) }).first().tap();
    await this.see("#trust-door");
    await this.settled();
    this.cases.set(name, (await this.page.evaluate(() => location.hash)).slice(1));
  }

  /** Nothing moves any more and the letters are there. */
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

  /** Until the next: what a stop left open would be in the way. */
  async leave(stop) {
    if (stop.leave) await stop.leave(this);
  }

  /** A second phone in the team, with the words of the invitation on the screen. */
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

  /** The server hears nothing until `work` is done: what is written meanwhile crosses. */
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
