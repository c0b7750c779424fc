// Where the tour stands in a case: a tab of it, a page below it, a part of that in sight.
export const G = "G\\.";
export const P = "Meneer P\\.";
export const FAMILY = "Gezin V\\.";

/** This tab of a case, scrolled to the top. */
export async function part(guide, name, tab, sign) {
  await guide.openCase(name);
  await guide.tap(tab);
  await guide.see(sign);
  await guide.page.locator("#history").evaluate((history) => history.scrollIntoView());
}

/** A page of a case, by what comes after the case's own address. */
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
