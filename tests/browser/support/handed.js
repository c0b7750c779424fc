// Files that the app hands out: through a phone's share sheet, which this machine lacks, or else through
// the print dialog and downloads.

/** Gives every page of this phone a fake share sheet that accepts all files. */
export async function giveShareSheet(phone) {
  await phone.context.addInitScript(() => {
    const taken = [];
    navigator.canShare = () => true;
    navigator.share = async ({ files }) => {
      for (const file of files) {
        const bytes = Array.from(new Uint8Array(await file.arrayBuffer()));
        taken.push({ name: file.name, type: file.type, bytes });
      }
    };
    window.takenByShare = taken;
  });
}

/** Presses this button and returns the shared file: `name`, `type`, `bytes` and its `text`. */
export async function shared(page, button) {
  const before = await page.evaluate(() => window.takenByShare.length);
  await page.locator(button).tap();
  await page.waitForFunction((before) => window.takenByShare.length > before, before);
  const file = await page.evaluate(() => window.takenByShare.at(-1));
  const bytes = Buffer.from(file.bytes);
  return { ...file, bytes, text: bytes.toString("utf8") };
}

/** Counts, in the page's `printed`, how often any frame prints from now on. */
export async function countPrints(phone) {
  await phone.context.addInitScript(() => {
    const inside = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow").get;
    window.printed = 0;
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
      get() {
        const frame = inside.call(this);
        if (frame) frame.print = () => void (window.printed += 1);
        return frame;
      },
    });
  });
}

/** Parses an HTML file: its `text`, and the number of elements that could run, load or navigate. */
export function read(page, html) {
  // The app's policy would report the style, which is legitimate in a file.
  const bare = html.replace(/<style>[^<]*<\/style>/, "");
  return page.evaluate((html) => {
    const file = new DOMParser().parseFromString(html, "text/html");
    const could = [...file.querySelectorAll("*")].filter(
      (each) =>
        ["SCRIPT", "IFRAME", "OBJECT", "EMBED", "LINK", "IMG", "FORM", "BASE"].includes(each.tagName) ||
        [...each.attributes].some(({ name }) => /^on|^(src|href|action|data)$/.test(name)),
    );
    const text = file.body.textContent.replace(/\s+/g, " ");
    return { title: file.title, text, could: could.map((each) => each.outerHTML) };
  }, bare);
}

/** Parses CSV with semicolons and quoted cells; returns its rows. */
export function cells(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/).filter(Boolean);
  const split = (line) =>
    [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? plain : quoted.replaceAll('""', '"'),
    );
  return lines.map(split);
}
