// The part of the tour about the team as a whole: the month's money, the call list, agreements, the core
// team, effect, the neighbourhood study, and several municipalities.
import { closeCapture } from "./tour-first.js";

async function study(guide) {
  await guide.at("/team/onderzoek", "#studies-open");
  await guide.tap("#studies-open .row__main");
  await guide.see("#study-report");
}

async function interview(guide) {
  await study(guide);
  await guide.page.locator("#study-said").evaluate((said) => said.scrollIntoView());
}

export const TOGETHER = [
  {
    name: "team-rows",
    title: "Team, scrolled to its end",
    async go(guide) {
      await guide.at("/team", "#team-settings");
      await guide.page.locator(".page__body").evaluate((body) => body.scrollTo(0, body.scrollHeight));
    },
  },
  {
    name: "expenses",
    title: "The month's expenses",
    main: true,
    go: (guide) => guide.at("/team/uitgaven", "#expenses-total"),
  },
  {
    name: "call-list",
    title: "Whom a team calls when it goes above its head",
    main: true,
    go: (guide) => guide.at("/team/opschalen", "#call-line-new"),
  },
  {
    name: "call-list-edit",
    title: "Whom to call: one line opened",
    async go(guide) {
      await guide.at("/team/opschalen", "#call-line-new");
      await guide.tap("[id^=call-line-]:not(#call-line-new)");
      await guide.see("#call-line-save");
    },
  },
  {
    name: "agreements",
    title: "What the team agreed",
    go: (guide) => guide.at("/team/afspraken", "[id^=agreed-]"),
  },
  {
    name: "core-team",
    title: "The core team's agenda",
    main: true,
    go: (guide) => guide.at("/team/kernteam", "#core-team-paper"),
  },
  {
    name: "core-team-below",
    title: "The core team's agenda, scrolled to its end",
    async go(guide) {
      await guide.at("/team/kernteam", "#core-team-paper");
      await guide.page.locator(".page__body").evaluate((body) => body.scrollTo(0, body.scrollHeight));
    },
  },
  { name: "effect", title: "What it yields", main: true, go: (guide) => guide.at("/team/effect", "#effect-figures") },
  {
    name: "effect-below",
    title: "What it yields, scrolled to its end",
    async go(guide) {
      await guide.at("/team/effect", "#effect-figures");
      await guide.page.locator(".page__body").evaluate((body) => body.scrollTo(0, body.scrollHeight));
    },
  },
  { name: "export", title: "Handing out what is on the phone", main: true, go: (guide) => guide.at("/team/export", "#export-all-json") },
  { name: "studies", title: "Studies of neighbourhoods", go: (guide) => guide.at("/team/onderzoek", "#studies-open") },
  { name: "study", title: "A study", main: true, go: study },
  { name: "study-interview", title: "A study: what was said", main: true, go: interview },
  {
    name: "study-more",
    title: "A study: an interview with all of it opened",
    async go(guide) {
      await study(guide);
      await guide.page.locator("[id^=more-]").first().tap();
      await guide.see("[id^=without-], [id^=with-]");
      await guide.page.locator(".talk").first().evaluate((talk) => talk.scrollIntoView());
    },
  },
  {
    name: "study-edit",
    title: "A study, to change",
    async go(guide) {
      await study(guide);
      await guide.tap("#study-edit");
      await guide.see("#study-fields");
    },
  },
  {
    name: "study-report",
    title: "The report of a study",
    main: true,
    async go(guide) {
      await study(guide);
      await guide.tap("#study-report");
      await guide.see("#report-counts");
    },
  },
  {
    name: "capture-interview",
    title: "The capture sheet, for an interview",
    main: true,
    sheet: true,
    async go(guide) {
      await study(guide);
      await guide.tap("#capture-open");
      await guide.page.locator("#capture-text").fill("Mist een bankje bij de bushalte.");
      if ((await guide.page.locator("#capture-study").getAttribute("aria-pressed")) !== "true") {
        await guide.tap("#capture-study");
      }
      await guide.see("#capture-help");
      await guide.tap("#capture-theme-2");
    },
    async leave(guide) {
      await guide.tap("#capture-theme-2");
      await guide.tap("#capture-unknown");
      await closeCapture(guide);
    },
  },
  { name: "teams", title: "Municipalities on this phone", main: true, go: (guide) => guide.at("/team/gemeentes", "#teams-here") },
];
