// The part of the tour about the practice of a case: parties, money, closing; the source and resting
// of a signal; and which contacts fit.
import { closeCapture } from "./tour-first.js";
import { FAMILY, G, lower, middle, part, under } from "./tour-places.js";

async function signal(guide) {
  await guide.at("/", "#today-signals");
  await guide.tap("#today-signals .record");
  await guide.see("#signal-pick-up");
}

/** Opens the details of a case at its status, with *afgesloten* pressed. */
async function closing(guide, name) {
  await under(guide, name, "wijzig", "#field-status");
  await guide.tap("#field-status .chip:last-child");
  await guide.see("#close-form");
  await lower(guide, "#field-status");
}

/** Presses this filter chip and one of its choices. */
async function filtered(guide, filter, choice) {
  await guide.tap(filter);
  await guide.see(".filter__choices");
  if (choice) await guide.tap(`.filter__choices .chip:nth-child(${choice})`);
}

export const PRACTICE = [
  {
    name: "capture-case",
    title: "The capture sheet of a case, with its two links",
    sheet: true,
    main: true,
    async go(guide) {
      await guide.openCase(G);
      await guide.tap("#capture-open");
      await guide.page.locator("#capture-text").fill("Belt zelf de corporatie, morgen voor tien uur.");
      await guide.see("#capture-expense");
    },
    leave: closeCapture,
  },
  {
    name: "capture-when",
    title: "The capture sheet, for something of earlier",
    sheet: true,
    async go(guide) {
      await guide.at("/", "#today-signals");
      await guide.tap("#capture-open");
      await guide.page.locator("#capture-text").fill("Postbode gesproken bij de Lindehof.");
      await guide.tap("#capture-close-second");
      await guide.see("#when-now");
    },
    leave: closeCapture,
  },
  {
    name: "dossiers-filter",
    title: "Dossiers, a filter opened",
    main: true,
    async go(guide) {
      await guide.at("/dossiers", "#cases");
      await filtered(guide, "#filters .filter:nth-child(2)");
    },
    leave: (guide) => guide.tap("#filters .filter[aria-expanded=true]"),
  },
  {
    name: "dossiers-filtered",
    title: "Dossiers, narrowed down",
    async go(guide) {
      await guide.at("/dossiers", "#cases");
      await filtered(guide, "#filters .filter:nth-child(2)", 2);
      await guide.see("#filters .filter[aria-pressed=true]");
    },
    async leave(guide) {
      await filtered(guide, "#filters .filter[aria-pressed=true]", 1);
    },
  },
  {
    name: "case-relations",
    title: "A case: below the door, who belongs to whom",
    async go(guide) {
      await guide.openCase(FAMILY);
      await middle(guide, "#crisis");
    },
  },
  {
    name: "case-crisis",
    title: "A case: its crisis card opened",
    main: true,
    async go(guide) {
      await guide.openCase(FAMILY);
      await guide.tap("#crisis-open");
      await guide.see("#crisis-card");
      await middle(guide, "#crisis-card");
    },
  },
  {
    name: "case-relation-new",
    title: "A case: a new tie to somebody",
    async go(guide) {
      await part(guide, FAMILY, "#case-facts", "#facts-relations");
      await guide.tap("#relation-new");
      await guide.page.locator("#relation-find").fill("dui");
      await guide.tap("#relation-find-found .row__main");
      await guide.see("#relation-save");
      await lower(guide, "#facts-relations");
    },
  },
  {
    name: "case-promise-typed",
    title: "A case: a new promise, its day typed",
    async go(guide) {
      await part(guide, G, "#case-commitments", "#commitment-new");
      await guide.tap("#commitment-new");
      await guide.page.locator("#commitment-text").fill("Samen naar de huisarts");
      await guide.tap("#commitment-other-day");
      await guide.page.locator("#commitment-day").fill("volgende week dinsdag");
      await guide.see("#commitment-time");
      await middle(guide, "#commitment-day");
    },
  },
  {
    name: "case-parties",
    title: "A case: the parties around it",
    main: true,
    go: (guide) => part(guide, FAMILY, "#case-parties", "#party-new"),
  },
  {
    name: "case-party-new",
    title: "A case: a new party",
    async go(guide) {
      await part(guide, FAMILY, "#case-parties", "#party-new");
      await guide.tap("#party-new");
      await guide.see("#party-name");
      await middle(guide, "#party-name");
    },
  },
  {
    name: "case-expenses",
    title: "A case: what was spent",
    main: true,
    go: (guide) => part(guide, G, "#case-expenses", "#expenses-total"),
  },
  {
    name: "case-expense-open",
    title: "A case: one expense opened",
    async go(guide) {
      await part(guide, G, "#case-expenses", "#expenses-total");
      await guide.tap("[id^=expense-]:not(#expense-new)");
      await guide.see(".expense-open");
    },
  },
  {
    name: "expense-empty",
    title: "A new expense, nothing keyed yet",
    go: (guide) => under(guide, G, "uitgave", "#expense-save"),
  },
  {
    name: "expense",
    title: "A new expense",
    main: true,
    async go(guide) {
      await under(guide, G, "uitgave", "#expense-save");
      for (const key of ["3", "9", "comma", "9", "5"]) await guide.tap(`#key-${key}`);
      await guide.tap("#purpose-phone");
      await guide.see("#purpose-phone[aria-pressed=true]");
    },
  },
  {
    name: "expense-details",
    title: "A new expense, its day and a note opened",
    async go(guide) {
      await under(guide, G, "uitgave", "#expense-save");
      await guide.tap("#expense-day-open");
      await guide.tap("#expense-note-open");
      await guide.see("#expense-note");
    },
  },
  {
    name: "case-closing",
    title: "Closing a case",
    main: true,
    go: (guide) => closing(guide, "Gezin V\\."),
    leave: (guide) => guide.tap("#close-cancel"),
  },
  {
    name: "case-closed",
    title: "A closed case",
    main: true,
    async go(guide) {
      await guide.at("/dossiers", "#cases");
      await guide.tap("#case-new");
      await guide.page.locator("#case-new-name").fill("Rode muts");
      await guide.tap("#case-new-save");
      await guide.see("#case-matters");
      await guide.openCase("Rode muts");
      await closing(guide, "Rode muts");
      await guide.page.locator("#close-text").fill("Woont bij zijn zus en komt zelf langs.");
      await guide.tap("[id^=outcome-]");
      await guide.tap("#close-save");
      await guide.page.locator("#close-form").waitFor({ state: "detached" });
      await guide.openCase("Rode muts");
      await guide.see("#case-closed");
      await middle(guide, "#case-closed");
    },
  },
  {
    name: "signal-source",
    title: "A signal: from whom it came, to change",
    async go(guide) {
      await signal(guide);
      await guide.tap("#signal-source-open");
      await guide.see("#source-neighbour");
    },
  },
  {
    name: "signal-rest-until",
    title: "How long a signal rests",
    sheet: true,
    main: true,
    async go(guide) {
      await signal(guide);
      await guide.tap("#signal-rest");
      await guide.see("#rest-week");
    },
    leave: (guide) => guide.tap("#sheet-close"),
  },
];

export const FITS = [
  {
    name: "netwerk-filtered",
    title: "Netwerk, narrowed down to who is good with something",
    main: true,
    async go(guide) {
      await guide.at("/netwerk", "#filters");
      await guide.tap("#filters .chip:not(.filter)");
      await guide.see("#filters .chip[aria-pressed=true]");
    },
    async leave(guide) {
      await guide.tap("#filters .chip[aria-pressed=true]");
    },
  },
  {
    name: "contact-tag",
    title: "A contact: a new word for what somebody is good with",
    async go(guide) {
      await guide.at("/netwerk", "#network-long");
      await guide.page.locator(".row__main", { hasText: "Woonconsulent" }).first().tap();
      await guide.tap("#contact-tag-new");
      await guide.see("#contact-tag");
      await middle(guide, "#contact-tag");
    },
  },
];
