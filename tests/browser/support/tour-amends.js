// The part of the tour about putting right what was written, and about a phone that is still catching up.
import { FAMILY, lower, part } from "./tour-places.js";

const SENTENCE = "Bij de moeder thuis gezeten, de kinderen speelden buiten.";
/** A team that lived its years: three phones, 850 cases. */
const FAR = { done: 41_200, total: 61_974 };

/** A phone in the middle of its catching up, on the page at this path. */
function catchingUp(path, sign) {
  return {
    async go(guide) {
      await guide.page.evaluate((far) => {
        globalThis.retold = (text) => text.replace('"catch_up":null', `"catch_up":${JSON.stringify(far)}`);
      }, FAR);
      await guide.at(path, sign);
      await guide.see("#catching-up");
    },
    leave: (guide) => guide.page.evaluate(() => delete globalThis.retold),
  };
}

export const AMENDS = [
  {
    name: "signal-linked",
    title: "A signal that hangs on a case, with the button that takes it off",
    main: true,
    async go(guide) {
      await guide.at("/", "#today-signals");
      await guide.tap("#today-signals .record");
      await guide.tap("#signal-link");
      await guide.see("#signal-case-found .row__main");
      await guide.tap("#signal-case-found .row__main");
      await guide.see("[id^=unlink-]");
    },
    async leave(guide) {
      await guide.tap("[id^=unlink-]");
      await guide.page.locator("[id^=unlink-]").waitFor({ state: "detached" });
    },
  },
  {
    name: "saved",
    title: "What was just saved, and with whom",
    main: true,
    async go(guide) {
      await guide.openCase(FAMILY);
      await guide.phone.log(SENTENCE);
      await guide.see("#saved-change");
    },
  },
  {
    name: "saved-change",
    title: "What was just saved, to change or withdraw",
    sheet: true,
    main: true,
    always: true,
    async go(guide) {
      await guide.openCase(FAMILY);
      await guide.phone.log(SENTENCE);
      await guide.tap("#saved-change");
      await guide.tap("#saved-text-withdraw");
      await guide.page.locator("#saved-text-why").fill("Dit was een ander gezin.");
    },
    async leave(guide) {
      await guide.tap("#saved-text-withdraw-now");
      await guide.page.locator("#saved-text-why").waitFor({ state: "detached" });
    },
  },
  {
    name: "case-withdrawn",
    title: "A case: what was withdrawn from it",
    main: true,
    async go(guide) {
      await part(guide, FAMILY, "#case-timeline", ".entry");
      await guide.tap("#gone-open");
      await lower(guide, "#gone-open");
    },
  },
  { name: "vandaag-catching-up", title: "Vandaag, while the team’s years come in", main: true, ...catchingUp("/", "#today-signals") },
  { name: "team-catching-up", title: "Team, while the team’s years come in", main: true, ...catchingUp("/team", "#team-close-day") },
];
