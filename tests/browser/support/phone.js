// A phone: a real Chromium with its own profile, a small screen and touch.
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterwards } from "./after.js";
import { killTree, ownerOf } from "./processes.js";
import { PATIENCE, until } from "./wait.js";

const EXECUTABLE = process.env.VOORVELD_CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const CODE = "135790";

/** Starts a phone whose profile is in `folder` under its name. */
export async function startPhone(test, folder, name, options = {}) {
  const phone = new Phone(join(folder, name), options);
  await phone.start();
  afterwards(test, () => phone.close());
  return phone;
}

export class Phone {
  constructor(profile, options = {}) {
    this.profile = profile;
    this.options = options;
    /** Errors in the page or its worker. */
    this.faults = [];
  }

  /** Starts the browser (again). */
  async start() {
    const { args = [], ...options } = this.options;
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: EXECUTABLE,
      args: [...ARGUMENTS, ...args],
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: "nl-NL",
      timezoneId: "Europe/Amsterdam",
      timeout: 2 * PATIENCE,
      ...options,
    });
    this.context.setDefaultTimeout(PATIENCE);
    this.context.setDefaultNavigationTimeout(PATIENCE);
    this.pid = await ownerOf(this.profile);
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.watch(this.page);
  }

  /** Collects errors of a tab, except the browser's reports that the network is down. */
  watch(page) {
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      if (!/Failed to load resource|net::ERR_/.test(message.text())) this.faults.push(message.text());
    });
  }

  /** Opens another tab. */
  async tab() {
    const page = await this.context.newPage();
    this.watch(page);
    return page;
  }

  /** Closes the browser cleanly. */
  async close() {
    await this.context?.close();
    this.context = null;
  }

  /** Kills all processes of this browser at once, as when the battery dies. */
  async kill() {
    await killTree(this.pid, this.profile);
    await this.context.close().catch(() => {});
    this.context = null;
  }

  async restart() {
    await this.close();
    await this.start();
  }

  /** Opens the app at this address and waits for its lock screen. */
  async open(address) {
    await this.page.goto(address);
    await this.page.locator("#unlock").waitFor();
  }

  /** Presses the digits of a code. */
  async press(code) {
    for (const digit of code) await this.page.locator(`#key-${digit}`).tap();
  }

  /** Chooses the code on first use, entering it twice. */
  async choose(code = CODE) {
    await this.page.getByText("Kies een code van zes cijfers").waitFor();
    await this.press(code);
    await this.page.getByText("Nog een keer dezelfde code").waitFor();
    await this.unlock(code);
  }

  async unlock(code = CODE) {
    await this.press(code);
    await this.page.locator("#tab-today").waitFor();
  }

  /** Opens the app for the first time and chooses the code. */
  async begin(address, code = CODE) {
    await this.open(address);
    await this.choose(code);
  }

  /** Switches to a tab of the tab bar: today, cases, network, team. */
  async go(tab) {
    await this.page.locator(`#tab-${tab}`).tap();
    await this.page.locator(`#tab-${tab}[aria-current=page]`).waitFor();
  }

  /** Opens the capture sheet and fills in a text, without saving. */
  async draft(text) {
    await this.page.locator("#capture-open").tap();
    await this.page.locator("#capture-text").fill(text);
  }

  /** Returns to a saved draft with the + button, even if the sheet has opened by itself. */
  async continue() {
    await this.page.locator("#capture-open").dispatchEvent("click");
    await this.page.locator("#capture-text").waitFor();
  }

  /** Presses *Bewaar*; the save is done when the sheet is gone. */
  async keep() {
    await this.page.locator("#capture-save").tap();
    await this.page.locator("#capture-text").waitFor({ state: "detached" });
  }

  /** Logs an encounter with the subject of the page. */
  async log(text) {
    await this.draft(text);
    await this.keep();
  }

  /** Types in the search field of Dossiers; returns the result once it contains these words. */
  async find(text, expected = text) {
    await this.go("cases");
    await this.page.locator("#search").fill(text);
    const found = this.page.locator("#found-cases, #found-encounters", { hasText: expected });
    await found.first().waitFor();
    return found.first();
  }

  /** Opens a case found by a few letters. */
  async openCase(letters, name) {
    await this.find(letters, name);
    await this.page.locator("#found-cases .row", { hasText: name }).first().tap();
    await this.page.locator("#case-edit").waitFor();
  }

  /** Returns the value of a field. */
  value(selector) {
    return this.page.locator(selector).inputValue();
  }

  /** Waits until the service worker has cached this version of the app and controls the page. */
  async isKept() {
    await until("the app is kept for starting without a connection", () =>
      this.page.evaluate(() => Boolean(navigator.serviceWorker.controller?.state === "activated")),
    );
  }

  /** Opens a DevTools session. */
  cdp() {
    return this.context.newCDPSession(this.page);
  }
}
