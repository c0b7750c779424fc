// The start of the tour: a phone without a team. Each stop depends on the one before.
import { CODE } from "./phone.js";

const OTHER = "246810";

export const FIRST = [
  {
    name: "code-choose",
    title: "The code, chosen for the first time",
    code: true,
    main: true,
    always: true,
    go: (guide) => guide.see("#key-1"),
  },
  {
    name: "code-repeat",
    title: "The code once more",
    code: true,
    always: true,
    async go(guide) {
      await guide.phone.press(CODE);
      await guide.page.locator("#key-1").waitFor();
    },
  },
  {
    name: "code-differs",
    title: "The second code is not the first",
    code: true,
    always: true,
    async go(guide) {
      await guide.phone.press(OTHER);
      await guide.see("#unlock-problem");
    },
    leave: (guide) => guide.phone.choose(),
  },
  {
    name: "vandaag-first-day",
    title: "Vandaag on the first day",
    main: true,
    go: (guide) => guide.at("/", ".first-day"),
  },
  {
    name: "capture-nobody",
    title: "The capture sheet while nobody is known",
    sheet: true,
    async go(guide) {
      await guide.at("/", ".first-day");
      await guide.tap("#capture-open");
      await guide.see("#capture-save");
    },
    leave: closeCapture,
  },
  {
    name: "capture-error",
    title: "The capture sheet, saved without a sentence",
    sheet: true,
    async go(guide) {
      await guide.at("/", ".first-day");
      await guide.tap("#capture-open");
      await guide.tap("#capture-save");
      await guide.see(".sheet .problem");
    },
    leave: closeCapture,
  },
  {
    name: "dossiers-none",
    title: "Dossiers while there are none",
    go: (guide) => guide.at("/dossiers", "#search"),
  },
  {
    name: "netwerk-none",
    title: "Netwerk while there is nobody",
    go: (guide) => guide.at("/netwerk", "#network-none"),
  },
  {
    name: "team-none",
    title: "Team, before there is one",
    go: (guide) => guide.at("/team", "#team-start"),
  },
  {
    name: "team-start",
    title: "Beginning a team",
    go: (guide) => guide.at("/team/begin", "#start-team-name"),
  },
  {
    name: "team-start-error",
    title: "Beginning a team without a name, with the server's code asked for",
    async go(guide) {
      await guide.at("/team/begin", "#start-team-name");
      await guide.tap("#start-token-open");
      await guide.tap("#start-go");
      await guide.see("main .problem");
    },
  },
  {
    name: "team-join",
    title: "Joining a team",
    go: (guide) => guide.at("/team/koppel", "#join-words"),
  },
  {
    name: "team-join-error",
    title: "Joining a team with words that are no code",
    async go(guide) {
      await guide.at("/team/koppel", "#join-words");
      await guide.page.locator("#join-words").fill("fiets anker molen");
      await guide.page.locator("#join-me").fill("Bas");
      await guide.tap("#join-go");
      await guide.see("main .problem");
    },
  },
  {
    name: "team-joined",
    title: "Team, just joined",
    always: true,
    go: (guide) => guide.join("Bas"),
  },
];

/** Empties and closes the capture sheet. */
export async function closeCapture(guide) {
  await guide.page.locator("#capture-text").fill("");
  await guide.tap("#capture-close");
  await guide.page.locator("#capture-text").waitFor({ state: "detached" });
}
