// What the app hands out: over the share sheet of a phone, of which this machine has none, or else into
// the print dialog and among the downloads.

/** Gives every page of this phone from here on a share sheet that takes all files. */
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

/** Presses this button and gives the file that was shared: `name`, `type`, `bytes` and its `text`. */
export async function shared(page, button) {
  const before = await page.evaluate(() => window.takenByShare.length);
  await page.locator(button).tap();
  await page.waitForFunction((before) => window.takenByShare.length > before, before);
  const file = await page.evaluate(() => window.takenByShare.at(-1));
  const bytes = Buffer.from(file.bytes);
  return { ...file, bytes, text: bytes.toString("utf8") };
}

/** From here on every frame counts how often it was printed, in `printed` of the page. */
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

/** What a browser makes of a page: its `text`, and how many things in it could run, load or lead away. */
export function read(page, html) {
  // The app's own policy would complain of the style, which is a file's good right.
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

/** The lines of a table with semicolons between its cells, and quotes where they are needed. */
export function cells(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/).filter(Boolean);
  const split = (line) =>
    [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? plain : quoted.replaceAll('""', '"'),
    );
  return lines.map(split);
}
