// The part of the tour about decisions in a case: decisions, escalation, handover, reading along,
// exporting.
import { G, P, lower, part, under } from "./tour-places.js";

export const DECISIONS = [
  {
    name: "case-decisions",
    title: "A case: its decisions",
    main: true,
    go: (guide) => part(guide, P, "#case-decisions", "#decisions-checked"),
  },
  {
    name: "case-decisions-none",
    title: "A case without decisions",
    go: (guide) => part(guide, G, "#case-decisions", "[id^=decision-new-]"),
  },
  {
    name: "case-decision-look",
    title: "A case: further down its decisions",
    async go(guide) {
      await part(guide, P, "#case-decisions", "#decisions-checked");
      await guide.page.locator(".page__body").evaluate((body) => body.scrollTo(0, body.scrollHeight));
    },
  },
  {
    name: "decision",
    title: "A new decision",
    main: true,
    go: (guide) => under(guide, G, "afweging", "#decision-save"),
  },
  {
    name: "decision-share",
    title: "A new decision to share something",
    async go(guide) {
      await guide.openCase(G);
      await part(guide, G, "#case-decisions", "[id^=decision-new-]");
      await guide.page.locator("[id^=decision-new-]").nth(2).tap();
      await guide.see("#decision-ground");
    },
  },
  {
    name: "decision-below",
    title: "A new decision, scrolled to its end",
    async go(guide) {
      await under(guide, G, "afweging", "#decision-save");
      await guide.page.locator(".page__body").evaluate((body) => body.scrollTo(0, body.scrollHeight));
    },
  },
  {
    name: "escalate",
    title: "Whom to call about a case",
    main: true,
    go: (guide) => under(guide, G, "opschalen", "[id^=escalate-]"),
  },
  {
    name: "handover",
    title: "Handing a case over",
    main: true,
    go: (guide) => under(guide, G, "overdracht", "#handover-confirm"),
  },
  {
    name: "handover-below",
    title: "Handing a case over, scrolled to its end",
    async go(guide) {
      await under(guide, P, "overdracht", "#handover-confirm");
      await guide.page.locator(".page__body").evaluate((body) => body.scrollTo(0, body.scrollHeight));
    },
  },
  {
    name: "along-choose",
    title: "Before reading along: which promises may be read",
    code: true,
    async go(guide) {
      await under(guide, G, "meelezen", "#along-choose-0");
      await guide.tap("#along-choose-0");
      await guide.see("#along-choose-0[aria-checked=true]");
    },
    async leave(guide) {
      await guide.tap("#back");
      await guide.see("#case-facts");
    },
  },
  {
    name: "along",
    title: "Reading along with a client",
    code: true,
    main: true,
    async go(guide) {
      await under(guide, G, "meelezen", "#along-choose-0");
      await guide.tap("#along-choose-0");
      await guide.tap("#along-show");
      await guide.see(".along__matters");
    },
    async leave(guide) {
      await guide.tap("#back");
      await guide.see("#unlock");
      await guide.phone.unlock();
    },
  },
  {
    name: "case-export",
    title: "A case to hand out",
    go: (guide) => under(guide, G, "export", "[id^=export-case]"),
  },
  {
    name: "case-edit-below",
    title: "The details of a case: who stands in, the core team, handing out",
    async go(guide) {
      await under(guide, G, "wijzig", "#edit-core-team");
      await lower(guide, "#field-cover");
    },
  },
];
