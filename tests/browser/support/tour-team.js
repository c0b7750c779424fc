// The end of the tour: the team and its pages, and failures with a server or a second tab.
import { CODE } from "./phone.js";

const LIST = [
  "nummer;naam;adres;postcode;telefoon;gemeld",
  "2026-101;K.;Lindehof 7;1299 AB;0680000199;31-02-2026",
  "2026-102;Oude Jan;Havenkade 3;1299;06 8000 0198;",
  ";;Lindehof 9;;;",
].join("\n");

async function settings(guide) {
  await guide.at("/team/instellingen", "#language-nl");
}

/** A stop with a chosen appearance or language, which is reset when the tour leaves. */
function chosen(name, chip, back, sign) {
  return {
    async go(guide) {
      await settings(guide);
      await guide.tap(chip);
      await guide.see(`${chip}[aria-pressed=true]`);
      await guide.see(sign);
    },
    async leave(guide) {
      await guide.tap(back);
      await guide.see(`${back}[aria-pressed=true]`);
    },
    name,
  };
}

/** Rewrites the same line on both phones while they cannot sync. */
async function clash(guide) {
  await guide.at("/team/uitnodiging", "#invite-words");
  const words = (await guide.page.locator("#invite-words").innerText()).replaceAll(/[\d.\s]+/g, " ");
  const other = await guide.second(words.trim());
  await other.join("Noor");
  await Promise.all([guide.openCase("T\\."), other.openCase("T\\.")]);
  const rewrite = async (each, text) => {
    await each.tap("#case-edit");
    await each.tap("#field-what_matters-open");
    await each.page.locator("#field-what_matters").fill(text);
    await each.tap("#field-what_matters-save");
    await each.page.locator("#field-what_matters").waitFor({ state: "detached" });
  };
  await guide.unheard(async () => {
    await rewrite(guide, "Dat niemand zijn fiets aanraakt.");
    await rewrite(other, "Zelf sleutelen, zonder dat iemand meekijkt.");
  });
  for (const each of [guide, other, guide]) {
    await each.at("/team", "#team-close-day");
    await each.tap("#team-close-day");
    await each.see("#team-close-day:not([aria-busy])");
  }
  await guide.openCase("T\\.");
  await guide.see("#clash-what_matters");
}

export const TEAM = [
  {
    name: "team-unsettled",
    title: "Team, with work that is only on this phone",
    main: true,
    async go(guide) {
      await guide.page.context().setOffline(true);
      await guide.phone.log("Postbode gesproken bij de Lindehof.");
      await guide.at("/team", "#team-only-here");
    },
    leave: (guide) => guide.page.context().setOffline(false),
  },
  {
    name: "team-settled",
    title: "Team, the day closed",
    main: true,
    async go(guide) {
      await guide.at("/team", "#team-close-day");
      await guide.tap("#team-close-day");
      await guide.see("#team-result");
    },
  },
  {
    name: "team-invite",
    title: "An invitation",
    go: (guide) => guide.at("/team/uitnodiging", "#invite-qr"),
  },
  {
    name: "case-clash",
    title: "A case of which two colleagues rewrote the same line",
    go: clash,
  },
  {
    name: "team-equal",
    title: "Team, equal with a colleague",
    main: true,
    async go(guide) {
      await guide.at("/team", "#team-close-day");
      await guide.tap("#team-close-day");
      await guide.see("#team-close-day:not([aria-busy])");
      await guide.see("#team-words");
    },
  },
  {
    name: "team-checkup",
    title: "This phone, checked: all is well",
    main: true,
    async go(guide) {
      await guide.at("/team/controle", "#checkup-go");
      await guide.tap("#checkup-go");
      await guide.see("#checkup-0");
    },
  },
  { name: "import", title: "Reading a list", go: (guide) => guide.at("/team/import", "#import-file") },
  {
    name: "import-preview",
    title: "A pasted list, understood",
    async go(guide) {
      await guide.at("/team/import", "#import-file");
      await guide.tap("#import-paste-open");
      await guide.page.locator("#import-paste").fill(LIST);
      await guide.tap("#import-read");
      await guide.see("#import-rows");
    },
  },
  { name: "settings", title: "Settings", main: true, go: settings },
  { title: "Settings, dark chosen", ...chosen("settings-dark", "#appearance-dark", "#appearance-system", ".app[data-appearance=dark]") },
  { title: "Settings in English", english: true, ...chosen("settings-english", "#language-en", "#language-nl", "html[lang=en]") },
  {
    name: "vandaag-english",
    title: "Vandaag in English",
    english: true,
    async go(guide) {
      await settings(guide);
      await guide.tap("#language-en");
      await guide.see("html[lang=en]");
      await guide.at("/", "#today-signals");
    },
    async leave(guide) {
      await settings(guide);
      await guide.tap("#language-nl");
      await guide.see("html[lang=nl]");
    },
  },
];

export const LAST = [
  {
    name: "code-unlock",
    title: "The code of a locked phone",
    code: true,
    main: true,
    always: true,
    async go(guide) {
      await settings(guide);
      await guide.tap("#lock-now");
      await guide.see("#unlock");
    },
  },
  {
    name: "code-wrong",
    title: "A wrong code",
    code: true,
    async go(guide) {
      await guide.phone.press("246810");
      await guide.see("#unlock-problem");
    },
  },
  {
    name: "code-forgotten",
    title: "The code is forgotten",
    code: true,
    async go(guide) {
      await guide.tap("#unlock-forgotten");
      await guide.page.locator("#unlock-anew-begin").evaluate((each) => each.scrollIntoView());
    },
    leave: (guide) => guide.tap("#unlock-forgotten"),
  },
  {
    name: "second-tab",
    title: "The app is open in another tab",
    code: true,
    async go(guide) {
      guide.first = guide.phone.page;
      guide.phone.page = await guide.phone.context.newPage();
      await guide.page.goto(guide.server.address);
      await guide.see("#start-told");
    },
    async leave(guide) {
      await guide.page.close();
      guide.phone.page = guide.first;
      await guide.page.bringToFront();
    },
  },
  {
    name: "team-failed",
    title: "Team, the day could not be closed",
    main: true,
    async go(guide) {
      await guide.phone.unlock(CODE);
      guide.server.process.kill("SIGKILL");
      await guide.at("/team", "#team-close-day");
      await guide.tap("#team-close-day");
      await guide.see("#team-failed");
    },
  },
];
