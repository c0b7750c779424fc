// Using the app by keyboard alone.

const MOST = 150;

/** Returns the focused element, how its focus shows, and whether something covers it. */
export async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const field = element.closest(".field__box, .file");
    const around = field && getComputedStyle(field);
    const ring = (each) => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2;
    const writes = element.matches("textarea, input:not([type=file])");
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const region = ["dialog", "head", "bar", "dock", "update"].find((name) =>
      element.closest(name === "dialog" ? "[role=dialog]" : `.${name}`),
    );
    const scrolled = element.closest(".page__body, .sheet, .unlock")?.scrollTop ?? 0;
    return {
      id: element.id,
      name: `${element.localName}${element.id ? `#${element.id}` : `.${[...element.classList].join(".")}`} “${(element.ariaLabel || element.innerText || "").trim().slice(0, 30)}”`,
      region: region ?? "main",
      stuck: Boolean(element.closest(".door__dock, .tabs, .sheet__foot")),
      top: box.top + scrolled,
      bottom: box.bottom + scrolled,
      left: box.left,
      shows: ring(style) || (around && (ring(around) || parseFloat(around.borderTopWidth) >= 3)) || (writes && style.caretColor !== "transparent"),
      obscured: !hit || !(element.contains(hit) || hit.contains(element) || hit.closest("label")?.contains(element)),
    };
  });
}

/** Presses Tab until the focus leaves the page; returns all stops in order. */
export async function tabbed(page) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    // Start at the beginning of the document, whatever had the focus.
    getSelection()?.setBaseAndExtent(document.body, 0, document.body, 0);
  });
  const stops = [];
  while (stops.length < MOST) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (!here || (here.id && here.id === stops[0]?.id)) break;
    stops.push(here);
  }
  return stops;
}

/** Returns what is wrong with these stops: visual order, and visibility of the focus. */
export function stumbles(stops) {
  const wrong = [];
  const ranks = { update: 3, head: 0, main: 1, dock: 2, bar: 3, dialog: 4 };
  for (const [index, here] of stops.entries()) {
    if (!here.shows) wrong.push(`${here.name}: its focus does not show`);
    if (here.obscured) wrong.push(`${here.name}: lies under something when it has the focus`);
    const before = stops[index - 1];
    if (!before) continue;
    if (ranks[here.region] < ranks[before.region]) wrong.push(`${here.name} comes after ${before.name}`);
    if (here.region !== before.region || here.stuck || before.stuck) continue;
    const row = here.top < before.bottom && before.top < here.bottom;
    const back = row ? here.left < before.left - 1 && here.top <= before.top + 1 : here.top < before.top - 1;
    if (back) wrong.push(`${here.name} comes after ${before.name}`);
  }
  return wrong;
}

/** Presses Tab, or another key, until this element has the focus. */
export async function reach(page, selector, key = "Tab") {
  for (let presses = 0; presses < MOST; presses += 1) {
    const there = await page.evaluate((wanted) => Boolean(document.activeElement?.matches(wanted)), selector);
    if (there) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never leads to ${selector}`);
}
