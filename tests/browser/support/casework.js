// User actions on the page of a case.

/** Starts a case, and leaves its page open. */
export async function newCase(phone, name) {
  const { page } = phone;
  await phone.go("cases");
  if (await page.locator("#search-clear").isVisible()) await page.locator("#search-clear").tap();
  await page.locator("#case-new").tap();
  await page.locator("#case-new-name").fill(name);
  await page.locator("#case-new-save").tap();
  await page.locator("#case-timeline").waitFor();
}

/** Fills in a line of the open case that is still empty. */
export async function addLine(phone, id, text) {
  const { page } = phone;
  await page.locator(`#${id}`).tap();
  await page.locator(`.field__input#${id}`).fill(text);
  await page.locator(`#${id}-save`).tap();
  await page.locator(`#${id}-save`).waitFor({ state: "detached" });
  await page.getByText(text).first().waitFor();
}
