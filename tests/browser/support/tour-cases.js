// The middle of the tour: today, cases, signals and the network of the sample team.
import { closeCapture } from "./tour-first.js";

const CASE = "G\\.";

async function capture(guide, text) {
  await guide.at("/", "#today-signals");
  await guide.tap("#capture-open");
  await guide.page.locator("#capture-text").fill(text);
}

async function search(guide, text, sign) {
  await guide.at("/dossiers", "#search");
  await guide.page.locator("#search").fill(text);
  await guide.see(sign);
}

async function signal(guide) {
  await guide.at("/", "#today-signals");
  await guide.tap("#today-signals .record");
  await guide.see("#signal-pick-up");
}

const emptied = (guide) => guide.tap("#search-clear");

/** Opens a tab of a case, scrolled to its top. */
async function part(guide, tab, sign) {
  await guide.openCase(CASE);
  await guide.page.locator("#history").evaluate((history) => history.scrollIntoView());
  await guide.tap(tab);
  await guide.see(sign);
  await guide.page.locator("#history").evaluate((history) => history.scrollIntoView());
}

/** Opens a line for editing and scrolls its field into view. */
async function opened(guide, line, field) {
  await guide.tap(line);
  await guide.see(field);
  await guide.page.locator(field).evaluate((each) => each.scrollIntoView({ block: "center" }));
}

export const CASES = [
  { name: "vandaag", title: "Vandaag", main: true, go: (guide) => guide.at("/", "#today-signals") },
  {
    name: "vandaag-below",
    title: "Vandaag, scrolled to its end",
    async go(guide) {
      await guide.at("/", "#today-signals");
      await guide.page.locator(".page__body").evaluate((body) => body.scrollTo(0, body.scrollHeight));
    },
  },
  {
    name: "vandaag-draft",
    title: "Vandaag with a sentence that was begun",
    async go(guide) {
      await capture(guide, "Postbode gesproken bij de Lindehof.");
      await guide.tap("#capture-close");
      await guide.see("#draft-continue");
    },
    async leave(guide) {
      await guide.tap("#draft-continue");
      await closeCapture(guide);
    },
  },
  {
    name: "capture",
    title: "The capture sheet with a sentence",
    main: true,
    sheet: true,
    go: (guide) => capture(guide, "Zat op de bank bij de haven. Wil donderdag wel koffie."),
    leave: closeCapture,
  },
  {
    name: "capture-who",
    title: "The capture sheet, choosing who",
    sheet: true,
    async go(guide) {
      await capture(guide, "Zat op de bank bij de haven.");
      await guide.tap("#capture-find");
      await guide.page.locator("#capture-find-text").fill("dui");
      await guide.see("#capture-find-text-found .row__main");
    },
    async leave(guide) {
      await guide.tap("#capture-find-text-clear");
      await closeCapture(guide);
    },
  },
  { name: "dossiers", title: "Dossiers", main: true, go: (guide) => guide.at("/dossiers", "#cases") },
  {
    name: "dossiers-search",
    title: "Dossiers, searched",
    main: true,
    go: (guide) => search(guide, "duif", "#found-encounters"),
    leave: emptied,
  },
  {
    name: "dossiers-nothing",
    title: "Dossiers, nothing found",
    go: (guide) => search(guide, "xylofoon", "main [role=status]"),
    leave: emptied,
  },
  {
    name: "dossiers-number",
    title: "Dossiers, a phone number typed",
    go: (guide) => search(guide, "0680000101", "#search-call"),
    leave: emptied,
  },
  {
    name: "dossiers-new",
    title: "A new case",
    sheet: true,
    async go(guide) {
      await guide.at("/dossiers", "#cases");
      await guide.tap("#case-new");
      await guide.see("#case-new-save");
    },
    leave: (guide) => guide.tap("#sheet-close"),
  },
  {
    name: "case-door",
    title: "A case: Voor de deur",
    main: true,
    go: (guide) => guide.openCase(CASE),
  },
  {
    name: "case-safety",
    title: "A case: a safety fact opened",
    async go(guide) {
      await guide.openCase(CASE);
      await guide.tap(".safety__fact");
      await guide.see(".safety__end");
    },
  },
  {
    name: "case-timeline",
    title: "A case: its timeline",
    main: true,
    go: (guide) => part(guide, "#case-timeline", ".entry"),
  },
  {
    name: "case-timeline-edit",
    title: "A case: a contact rewritten",
    async go(guide) {
      await part(guide, "#case-timeline", ".entry");
      await opened(guide, ".entry__text", ".entry .field__input");
    },
  },
  {
    name: "case-commitments",
    title: "A case: its promises",
    go: (guide) => part(guide, "#case-commitments", "#commitment-new"),
  },
  {
    name: "case-commitment-new",
    title: "A case: a new promise",
    async go(guide) {
      await part(guide, "#case-commitments", "#commitment-new");
      await guide.tap("#commitment-new");
      await guide.tap("#commitment-other-day");
      await guide.see("#commitment-day");
    },
  },
  {
    name: "case-facts",
    title: "A case: its details",
    go: (guide) => part(guide, "#case-facts", "#facts-edit"),
  },
  {
    name: "case-edit",
    title: "The details of a case, to change",
    async go(guide) {
      await guide.openCase(CASE);
      await guide.tap("#case-edit");
      await guide.see("#edit-problems");
    },
  },
  {
    name: "case-edit-field",
    title: "One detail of a case opened",
    async go(guide) {
      await guide.openCase(CASE);
      await guide.tap("#case-edit");
      await opened(guide, "#field-what_matters-open", "#field-what_matters");
    },
  },
  {
    name: "case-edit-around",
    title: "Linking somebody of the network to a case",
    async go(guide) {
      await guide.openCase(CASE);
      await guide.tap("#case-edit");
      await opened(guide, "#case-around", "#case-around-find");
      await guide.page.locator("#case-around-find").fill("fiets");
      await guide.see("#case-around-find-found .row__main");
    },
  },
  {
    name: "case-bare",
    title: "A case of which only the name is known",
    async go(guide) {
      await guide.at("/dossiers", "#cases");
      await guide.tap("#case-new");
      await guide.page.locator("#case-new-name").fill("Wit petje");
      await guide.tap("#case-new-save");
      await guide.see("#case-matters");
    },
  },
  { name: "signal", title: "A signal", main: true, go: signal },
  {
    name: "signal-link",
    title: "A signal linked to a case",
    sheet: true,
    async go(guide) {
      await signal(guide);
      await guide.tap("#signal-link");
      await guide.see("#signal-case-found .row__main");
    },
    leave: (guide) => guide.tap("#sheet-close"),
  },
  {
    name: "signal-pick-up",
    title: "A signal picked up",
    sheet: true,
    async go(guide) {
      await signal(guide);
      await guide.tap("#signal-pick-up");
      await guide.see("#signal-pick-up-save");
    },
    leave: (guide) => guide.tap("#sheet-close"),
  },
  {
    name: "signal-rest",
    title: "A signal that rests",
    async go(guide) {
      await signal(guide);
      await guide.tap("#signal-rest");
      await guide.tap("#rest-week");
      await guide.see("#signal-resting");
    },
  },
];

export const NETWORK = [
  {
    name: "netwerk",
    title: "Netwerk",
    main: true,
    go: (guide) => guide.at("/netwerk", "#network-long"),
  },
  {
    name: "netwerk-search",
    title: "Netwerk, searched",
    async go(guide) {
      await guide.at("/netwerk", "#network-search");
      await guide.page.locator("#network-search").fill("fiets");
      await guide.see("#contact-new-named");
    },
    leave: (guide) => guide.tap("#network-search-clear"),
  },
  {
    name: "contact-new",
    title: "A new contact",
    sheet: true,
    async go(guide) {
      await guide.at("/netwerk", "#network-long");
      await guide.tap("#contact-new");
      await guide.see("#contact-new-save");
    },
    leave: (guide) => guide.tap("#sheet-close"),
  },
  {
    name: "contact",
    title: "A contact",
    main: true,
    async go(guide) {
      await guide.at("/netwerk", "#network-long");
      await guide.page.locator(".row__main", { hasText: "Woonconsulent" }).first().tap();
      await guide.see("#contact-call");
    },
  },
  {
    name: "contact-edit",
    title: "The details of a contact",
    async go(guide) {
      await guide.at("/netwerk", "#network-long");
      await guide.page.locator(".row__main", { hasText: "Woonconsulent" }).first().tap();
      await guide.tap("#contact-edit");
      await guide.see("#contact-fields");
    },
  },
];
