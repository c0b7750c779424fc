// A phone: a profile of its own in a real Chromium, with a small screen and touch.
import { join } from "node:path";
import { chromium } from "playwright-core";

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

/** Starts a phone whose data lie in `folder` under its name. */
export async function startPhone(test, folder, name, options = {}) {
  const context = await chromium.launchPersistentContext(join(folder, name), {
    executablePath: EXECUTABLE,
    args: ARGUMENTS,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    ...options,
  });
  test.after(() => context.close());
  const page = context.pages()[0] ?? (await context.newPage());
  return new Phone(context, page);
}

export class Phone {
  constructor(context, page) {
    this.context = context;
    this.page = page;
    this.faults = [];
    page.on("pageerror", (error) => this.faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(message.text());
    });
  }

  /** Opens the app at this address, up to its code screen. */
  async open(address) {
    await this.page.goto(address);
    await this.page.locator("#unlock").waitFor();
  }

  /** Presses the six digits. */
  async press(code) {
    for (const digit of code) await this.page.locator(`#key-${digit}`).tap();
  }

  /** The first time: chooses the code and says it again. */
  async choose(code = CODE) {
    await this.press(code);
    await this.press(code);
    await this.page.locator("#tab-today").waitFor();
  }

  async unlock(code = CODE) {
    await this.press(code);
    await this.page.locator("#tab-today").waitFor();
  }

  /** Logs a street contact about nobody in particular. */
  async log(text) {
    await this.page.locator("#capture-open").tap();
    await this.page.locator("#capture-text").fill(text);
    await this.page.locator("#capture-save").tap();
    await this.page.locator("#capture-text").waitFor({ state: "detached" });
  }
}
