// External rules: axe, and the browser's accessibility tree.
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOCALES = fileURLToPath(new URL("../../../assets/locales", import.meta.url));
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const OPERATED = new Set([
  "button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "tab",
  "menuitem", "option", "slider", "spinbutton", "dialog", "tablist", "navigation",
]);

/** Returns violations of WCAG and, separately, of best practice. `rules` restricts the run. */
export async function axe(page, rules) {
  if (!(await page.evaluate(() => Boolean(globalThis.axe)))) await page.evaluate(AXE);
  const runOnly = rules
    ? { type: "rule", values: rules }
    : { type: "tag", values: [...WCAG, "best-practice"] };
  const { violations } = await page.evaluate(
    (only) => globalThis.axe.run(document, { runOnly: only, resultTypes: ["violations"] }),
    runOnly,
  );
  const lines = (rule) =>
    rule.nodes.map((node) => {
      const data = node.any[0]?.data;
      const ratio = data?.contrastRatio ? ` ${data.contrastRatio} (${data.fgColor} on ${data.bgColor})` : "";
      return `${rule.id}: ${called(node)}${ratio}`;
    });
  const binds = (rule) => rule.tags.some((tag) => WCAG.includes(tag));
  return {
    wcag: violations.filter(binds).flatMap(lines),
    practice: violations.filter((rule) => !binds(rule)).flatMap(lines),
  };
}

/** Describes an element by properties that are stable between runs. */
function called({ html, target }) {
  const of = (name) => new RegExp(` ${name}="([^"]*)"`).exec(html.split(">")[0])?.[1];
  const place = of("id") ? `#${of("id")}` : `.${of("class") ?? target.join(" ")}`;
  const words = of("aria-label") ?? html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim();
  return `${place}${words ? ` “${words.slice(0, 40)}”` : ""}`;
}

/** Checks what a screen reader gets: missing names, names in the wrong language, reading order. */
export async function heard(page, language) {
  const devtools = await page.context().newCDPSession(page);
  try {
    const { nodes } = await devtools.send("Accessibility.getFullAXTree");
    const { root } = await devtools.send("DOM.getDocument", { depth: -1, pierce: true });
    const order = new Map();
    const number = (node) => {
      order.set(node.backendNodeId, order.size);
      for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) number(child);
    };
    number(root);
    return { names: names(nodes, await foreign(language)), order: outOfOrder(nodes, order) };
  } finally {
    await devtools.detach();
  }
}

function names(nodes, foreign) {
  const said = [];
  for (const { ignored, role, name } of nodes) {
    if (ignored || !OPERATED.has(role?.value)) continue;
    const words = name?.value?.trim() ?? "";
    if (!words) said.push(`a ${role.value} without a name`);
    if (foreign.has(words)) said.push(`a ${role.value} is called “${words}”`);
  }
  return said;
}

/** Compares the reading order with the document order. */
function outOfOrder(nodes, order) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const wrong = [];
  let last = -1;
  const read = (node) => {
    const place = node.ignored ? undefined : order.get(node.backendDOMNodeId);
    if (place !== undefined) {
      if (place < last) wrong.push(`${node.role?.value} “${node.name?.value ?? ""}” is read too late`);
      last = Math.max(last, place);
    }
    for (const child of node.childIds ?? []) if (byId.has(child)) read(byId.get(child));
  };
  read(nodes[0]);
  return wrong;
}

const spoken = new Map();

/** Returns the texts that occur only in the other language. */
async function foreign(language) {
  if (!spoken.has(language)) {
    const other = await texts(language === "nl" ? "en" : "nl");
    for (const text of await texts(language)) other.delete(text);
    spoken.set(language, other);
  }
  return spoken.get(language);
}

async function texts(language) {
  const folder = `${LOCALES}/${language}`;
  const files = await Promise.all((await readdir(folder)).map((file) => readFile(`${folder}/${file}`, "utf8")));
  const values = files.join("\n").matchAll(/^[a-z][\w-]* = ([^{}\n]+)$/gm);
  return new Set([...values].map(([, value]) => value.trim()));
}
