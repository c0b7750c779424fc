// Every typed character arrives, at any speed and by any input method.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPhone } from "./support/phone.js";
import { startProduct, temporaryFolder } from "./support/product.js";
import { seed, seeded } from "./support/random.js";
import { until } from "./support/wait.js";

const TIME = { timeout: 300_000 };
const LETTERS = 300;

for (const slower of [1, 6]) {
  const how = slower === 1 ? "" : `, on a phone ${slower} times as slow`;
  test(`${LETTERS} letters typed at once all arrive in the sheet${how}`, TIME, async (t) => {
    const phone = await newPhone(t, slower);
    const text = sentence(t);
    await phone.page.locator("#capture-open").tap();
    await focused(phone, "#capture-text");
    await phone.page.keyboard.type(text, { delay: 0 });
    await becomes(phone, "#capture-text", text);
    await phone.keep();
    await phone.page.getByText(text).first().waitFor();
  });

  test(`${LETTERS} letters typed at once all arrive in the search${how}`, TIME, async (t) => {
    const phone = await newPhone(t, slower);
    await phone.log("Koffie gebracht bij de brug.");
    const text = sentence(t);
    await phone.go("cases");
    await phone.page.locator("#search").tap();
    await focused(phone, "#search");
    await phone.page.keyboard.type(text, { delay: 0 });
    await becomes(phone, "#search", text);
    await phone.page.locator("#search-clear").tap();
    await becomes(phone, "#search", "");
    // The results belong to the current text, not to an earlier one.
    await phone.page.locator("#search").tap();
    await phone.page.keyboard.type("koffie", { delay: 0 });
    await phone.page.locator("#found-encounters", { hasText: "Koffie gebracht" }).waitFor();
  });
}

test("letters typed while chips are pressed and drafts go to disk all arrive", TIME, async (t) => {
  const phone = await newPhone(t, 4);
  const random = seeded(seed(3));
  const text = sentence(t);
  await phone.page.locator("#capture-open").tap();
  await focused(phone, "#capture-text");
  for (let at = 0; at < text.length; ) {
    const part = text.slice(at, at + 1 + Math.floor(random() * 40));
    await phone.page.keyboard.type(part, { delay: 0 });
    at += part.length;
    const chip = ["home", "phone", "street"][Math.floor(random() * 3)];
    await phone.page.locator(`#capture-${chip}`).tap();
    await phone.page.locator("#capture-text").focus();
  }
  await becomes(phone, "#capture-text", text);
});

test("what is dictated or composed stays whole", TIME, async (t) => {
  const phone = await newPhone(t);
  const control = await phone.cdp();
  await phone.page.locator("#capture-open").tap();
  await focused(phone, "#capture-text");
  // Composed word by word, as phone keyboards do.
  const words = ["Zat", "vóór", "de", "naïeve", "groenteman", "日本語", "👩‍👩‍👧", "geïnd"];
  for (const word of words) {
    for (let end = 1; end <= word.length; end += 1) {
      await compose(control, word.slice(0, end));
    }
    await control.send("Input.insertText", { text: `${word} ` });
  }
  // A composition that is cancelled and replaced.
  await compose(control, "verg");
  await compose(control, "");
  await control.send("Input.insertText", { text: "einde." });
  const text = `${words.join(" ")} einde.`;
  await becomes(phone, "#capture-text", text);
  await phone.keep();
  await phone.page.getByText(text).first().waitFor();
});

test("a composition that is under way is not disturbed by the draft going to disk", TIME, async (t) => {
  const phone = await newPhone(t);
  const control = await phone.cdp();
  await phone.page.locator("#capture-open").tap();
  await focused(phone, "#capture-text");
  await phone.page.keyboard.type("Koffie bij de ");
  // Letter by letter, slower than the draft's debounce.
  for (const part of ["g", "gr", "gro", "groe", "groen"]) {
    await compose(control, part);
    await phone.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 350)));
  }
  await control.send("Input.insertText", { text: "groenteman" });
  await becomes(phone, "#capture-text", "Koffie bij de groenteman");
});

test("what is dictated in the search is found", TIME, async (t) => {
  const phone = await newPhone(t);
  await phone.log("Werkt bij de zonnebloemkwekerij.");
  const control = await phone.cdp();
  await phone.go("cases");
  await phone.page.locator("#search").tap();
  await focused(phone, "#search");
  for (let end = 1; end <= 10; end += 1) await compose(control, "zonnebloem".slice(0, end));
  await control.send("Input.insertText", { text: "zonnebloem" });
  await becomes(phone, "#search", "zonnebloem");
  await phone.page.locator("#found-encounters", { hasText: "zonnebloemkwekerij" }).waitFor();
});

test("a long text that is pasted is kept whole", TIME, async (t) => {
  const phone = await newPhone(t);
  const text = Array.from({ length: 200 }, () => sentence(t, 49)).join("\n");
  await phone.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await phone.page.locator("#capture-open").tap();
  await focused(phone, "#capture-text");
  await phone.page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await phone.page.keyboard.press("Control+V");
  await becomes(phone, "#capture-text", text);
  await phone.keep();
  await phone.find(text.slice(0, 12).trim(), text.slice(0, 12).trim());
});

/** Starts a phone with the app open, its CPU throttled by this factor. */
async function newPhone(t, slower = 1) {
  const folder = await temporaryFolder(t);
  const { address } = await startProduct(t, folder);
  const phone = await startPhone(t, folder, "noor");
  await phone.begin(address);
  await phone.isKept();
  if (slower > 1) {
    const control = await phone.cdp();
    await control.send("Emulation.setCPUThrottlingRate", { rate: slower });
  }
  return phone;
}

/** Returns random text from the seed, with Dutch diacritics. */
function sentence(t, letters = LETTERS) {
  const start = seed(42);
  const random = seeded(start + letters);
  const alphabet = "abcdefghijklmnopqrstuvwxyzëïéó   ";
  let text = "K";
  while (text.length < letters - 1) {
    const letter = alphabet[Math.floor(random() * alphabet.length)];
    if (letter !== " " || !text.endsWith(" ")) text += letter;
  }
  return `${text}.`;
}

function compose(control, text) {
  const end = text.length;
  return control.send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
}

async function focused({ page }, selector) {
  await until(`the cursor is in ${selector}`, () =>
    page.evaluate((selector) => document.activeElement?.matches(selector), selector),
  );
}

async function becomes(phone, selector, text) {
  let now;
  await until(`${selector} holds all that was written`, async () => {
    now = await phone.value(selector);
    return now === text;
  }, 20_000).catch((error) => {
    assert.equal(now, text, error.message);
  });
}
