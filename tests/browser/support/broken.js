// Faults to inject into a page, one per check, to prove that each check finds its own.
const IN_PAGE = ".page__body";

/** Inserts this into the page; returns a function that removes it. */
async function put(page, html, into = IN_PAGE) {
  await page.evaluate(
    ([inside, where]) => {
      const fault = document.createElement("div");
      fault.id = "fault";
      fault.innerHTML = inside;
      document.querySelector(where).prepend(fault);
      // The page's policy forbids inline styles in markup, but not styles set by script.
      const owner = fault.querySelector("[data-owns]");
      if (owner) owner.setAttribute("aria-owns", owner.dataset.owns);
      for (const each of fault.querySelectorAll("[data-style]")) each.style.cssText = each.dataset.style;
    },
    [html, into],
  );
  return () => page.evaluate(() => document.querySelector("#fault").remove());
}

const styled = (selector, name, value) => async (page) => {
  await page.evaluate(([where, of, to]) => document.querySelector(where).style.setProperty(of, to), [selector, name, value]);
  return () => page.evaluate(([where, of]) => document.querySelector(where).style.removeProperty(of), [selector, name]);
};

const html = (inside, into) => (page) => put(page, inside, into);

/** By check: how to inject its fault. */
export const FAULTS = {
  axe: html('<p data-style="color: #ccc; background: #fff">bijna niet te lezen</p>'),
  faint: html('<p data-style="color: #999; margin-top: 3000px">hier beneden</p>'),
  practice: html("<h3></h3>"),
  sideways: styled("html", "width", "150vw"),
  targets: html('<button type="button" aria-label="klein" data-style="width: 40px; height: 40px"></button>'),
  overBar: html('<p data-style="position: fixed; bottom: 0; z-index: 9">hier in de weg</p>', ".app"),
  clipped: html('<p data-style="width: 60px; overflow: hidden; white-space: nowrap">wat hier staat past niet</p>'),
  spilled: html('<button type="button" class="chip" data-style="width: 60px; white-space: nowrap; max-width: 60px">wat hier staat past niet</button>'),
  unreachable: html('<button type="button" data-style="width: 60px; height: 60px">weg</button><p data-style="position: relative; height: 60px; margin-top: -60px">ervoor</p>'),
  moving: html('<p data-style="transition: opacity 1s !important">onrust</p>'),
  names: html('<button type="button" data-style="width: 60px; height: 60px"></button><button type="button">Save</button>'),
  order: html('<section aria-label="een" id="late">een</section><section aria-label="twee">twee</section><section aria-label="drie" data-owns="late">drie</section>'),
  keyboard: html('<button type="button" data-style="outline: none">een</button>'),
  alike: html('<p role="group"><button type="button" aria-pressed="true">een</button><button type="button" aria-pressed="false">twee</button></p>'),
  outline: html("<h1>nog een titel</h1>"),
  outOfSight: styled("#capture-open", "transform", "translateY(200px)"),
  atEdge: html('<div role="dialog" aria-label="een" data-style="position: fixed; bottom: 0; left: 0"><button type="button">een</button></div>', ".app"),
  beyond: styled("html", "background", "red"),
};
