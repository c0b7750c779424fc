// Places in a case that the tour visits: a tab, a page below it, a part scrolled into view.
export const G = "G\\.";
export const P = "Meneer P\\.";
export const FAMILY = "Gezin V\\.";

/** Opens this tab of a case, scrolled to its top. */
export async function part(guide, name, tab, sign) {
  await guide.openCase(name);
  await guide.tap(tab);
  await guide.see(sign);
  await guide.page.locator("#history").evaluate((history) => history.scrollIntoView());
}

/** Opens a page of a case, by the rest of its path. */
export async function under(guide, name, page, sign) {
  await guide.openCase(name);
  await guide.at(`${guide.cases.get(name)}/${page}`, sign);
}

export async function middle(guide, selector) {
  await guide.page.locator(selector).first().evaluate((each) => each.scrollIntoView({ block: "center" }));
}

export async function lower(guide, selector) {
  await guide.page.locator(selector).first().evaluate((each) => each.scrollIntoView({ block: "start" }));
}
