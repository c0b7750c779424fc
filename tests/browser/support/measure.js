// Checks that run inside the page. Each returns what is wrong, in words.

/** Installs the tools in the page; DevTools evaluation is exempt from the page's security policy. */
export async function bringTools(page) {
  await page.evaluate(tools);
}

/** Runs one of the checks. */
export async function measured(page, check, ...options) {
  if (!(await page.evaluate(() => Boolean(globalThis.measure)))) await bringTools(page);
  return page.evaluate(([name, given]) => globalThis.measure[name](...given), [check, options]);
}

function tools() {
  const PRESSABLE =
    "button, a[href], input:not([type=hidden]), textarea, select, label:has(input), " +
    '[role=button], [role=tab], [role=checkbox], [tabindex="0"]';
  const SLACK = 1;
  const round = (number) => Math.round(number * 10) / 10;

  /** Describes an element so that a person can find it. */
  const called = (element) => {
    const words = (element.ariaLabel || element.innerText || element.value || "").trim().replace(/\s+/g, " ");
    const id = element.id ? `#${element.id}` : `.${[...element.classList].join(".")}`;
    return `${element.localName}${id}${words ? ` “${words.slice(0, 40)}”` : ""}`;
  };

  const onScreen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
    !element.closest("[inert], .heard") &&
    element.getClientRects().length > 0;

  const all = (selector) => [...document.querySelectorAll(selector)].filter(onScreen);

  /** Returns the part of a rectangle that is not clipped or scrolled away by its ancestors. */
  const shown = (element, rectangle = element.getBoundingClientRect()) => {
    let { left, top, right, bottom } = rectangle;
    for (let around = element.parentElement; around; around = around.parentElement) {
      const style = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      if (style.overflowX !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (style.overflowY !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };

  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK;

  /** Returns whether a link or button stands inside a sentence. */
  const inSentence = (element) =>
    getComputedStyle(element).display.startsWith("inline") &&
    [...element.parentElement.childNodes].some(
      (node) => node !== element && node.nodeType === Node.TEXT_NODE && node.data.trim(),
    );

  /** Calls `look` with the element scrolled to the centre, then restores the scroll positions. */
  const inSight = (element, look) => {
    const moved = [];
    for (let each = element.parentElement; each; each = each.parentElement) moved.push([each, each.scrollTop, each.scrollLeft]);
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const answer = look();
    for (const [each, top, left] of moved) [each.scrollTop, each.scrollLeft] = [top, left];
    return answer;
  };

  /** Returns whether a press at the element's centre, or at that of one of its lines, hits it. */
  const hits = (element) => {
    const boxes = [element.getBoundingClientRect(), ...element.getClientRects()];
    return boxes.some((box) => {
      const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      return Boolean(hit) && (element.contains(hit) || hit.closest("label")?.control === element);
    });
  };

  /** Measures the real hit area: how far off in each direction a press still counts. */
  const hitArea = (element) =>
    inSight(element, () => {
      const box = element.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const strictly = (atX, atY) => {
        const hit = document.elementFromPoint(atX, atY);
        return Boolean(hit) && (element === hit || element.contains(hit));
      };
      const reach = (dx, dy) => {
        let far = 0;
        while (far < 60 && strictly(x + dx * (far + 0.5), y + dy * (far + 0.5))) far += 0.5;
        return far;
      };
      return { width: reach(-1, 0) + reach(1, 0), height: reach(0, -1) + reach(0, 1) };
    });

  const measure = {
    /** Nothing scrolls sideways, except tabs and rows of chips, which are meant to. */
    sideways() {
      const root = document.documentElement;
      const meant = "[role=tablist], .filters, .chips--line, textarea, input";
      const wide = [root, ...all("body, body *")].filter((element) => {
        const style = getComputedStyle(element);
        if (element !== root && !["auto", "scroll"].includes(style.overflowX)) return false;
        return element.scrollWidth > element.clientWidth + SLACK;
      });
      const beyond = root.clientWidth > innerWidth + SLACK ? [`the page is ${root.clientWidth} wide`] : [];
      return beyond.concat(
        wide
          .filter((element) => !element.matches(meant))
          .map((element) => `${called(element)}: ${element.scrollWidth} in ${element.clientWidth}`),
      );
    },

    /** Every target has at least this height and width where it is pressed. */
    targets(least) {
      const small = [];
      for (const element of all(PRESSABLE)) {
        if (inSentence(element) || element.matches("label:has(input)")) continue;
        // A file input is pressed on the label around it.
        const pressed = element.matches("input[type=file]") ? element.closest("label") : element;
        const box = pressed.getBoundingClientRect();
        if (box.width >= least - 0.5 && box.height >= least - 0.5) continue;
        const area = hitArea(pressed);
        const width = Math.max(box.width, area.width);
        const height = Math.max(box.height, area.height);
        if (width < least - SLACK || height < least - SLACK) {
          small.push(`${called(element)}: ${round(width)} × ${round(height)}`);
        }
      }
      return small;
    },

    /** Targets that may be smaller because they stand in a sentence. */
    inline: () => all(PRESSABLE).filter(inSentence).map(called),

    /** Nothing overlaps the tab bar. */
    overBar() {
      const bar = document.querySelector("nav.bar");
      if (!bar || bar.closest("[inert]")) return [];
      const box = bar.getBoundingClientRect();
      const outside = box.bottom > innerHeight + SLACK ? [`the bar ends at ${round(box.bottom)} of ${innerHeight}`] : [];
      return outside.concat(
        all("body *")
          .filter((element) => !bar.contains(element) && !element.contains(bar))
          .filter((element) => meet(shown(element), box))
          .map(called),
      );
    },

    /** No text is cut off by its box. */
    clipped() {
      const cut = [];
      for (const element of all("body *")) {
        const style = getComputedStyle(element);
        if (style.textOverflow === "ellipsis" || !element.innerText?.trim()) continue;
        const hides = (overflow) => overflow === "hidden" || overflow === "clip";
        if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + SLACK) {
          cut.push(`${called(element)}: ${element.scrollWidth} in ${element.clientWidth} wide`);
        }
        if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + SLACK) {
          cut.push(`${called(element)}: ${element.scrollHeight} in ${element.clientHeight} high`);
        }
      }
      return cut;
    },

    /** No text overflows its button or chip, or the screen. */
    spilled() {
      const spilled = [];
      const words = document.createRange();
      const holds = (outer, inner) =>
        inner.left >= outer.left - SLACK && inner.right <= outer.right + SLACK &&
        inner.top >= outer.top - SLACK - 3 && inner.bottom <= outer.bottom + SLACK + 3;
      for (const element of all(".button, .chip, .bar__tab, .trust__step, .keypad__key, .tabs__tab")) {
        words.selectNodeContents(element);
        const inner = words.getBoundingClientRect();
        const outer = element.getBoundingClientRect();
        if (!holds(outer, inner)) spilled.push(`${called(element)}: ${round(inner.width)} × ${round(inner.height)} on ${round(outer.width)} × ${round(outer.height)}`);
      }
      for (const element of all("h1, h2, h3, p, span, li, dt, dd, label")) {
        const box = element.getBoundingClientRect();
        if (element.closest("[role=tablist]")) continue;
        if (box.right > innerWidth + SLACK || box.left < -SLACK) spilled.push(`${called(element)}: from ${round(box.left)} to ${round(box.right)} of ${innerWidth}`);
      }
      return spilled;
    },

    /** Everything pressable can be scrolled to, and nothing covers it. */
    unreachable() {
      return all(PRESSABLE)
        .filter((element) => !inSight(element, () => hits(element)))
        .map(called);
    },

    /** Controls on a sheet stay clear of the screen's lower edge, used for the phone's gestures. */
    atEdge() {
      const close = all(PRESSABLE).filter((element) => element.closest("[role=dialog]") && inSight(element, () => element.getBoundingClientRect().bottom > innerHeight - 8));
      return close.map((element) => `${called(element)} ends at the edge`);
    },

    /** These elements are in the viewport when the screen opens. */
    outOfSight(selectors) {
      return selectors.filter((selector) => {
        const element = document.querySelector(selector);
        if (!element) return true;
        const box = shown(element);
        return box.top < -SLACK || box.bottom > innerHeight + SLACK || box.height < 24 || box.width < 24;
      });
    },

    /** Elements that are animated although reduced motion is asked for. */
    moving() {
      const longest = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
      const slow = [];
      for (const element of document.querySelectorAll("body *")) {
        for (const part of [null, "::before", "::after"]) {
          const style = getComputedStyle(element, part);
          if (style.animationName !== "none" && longest(style.animationDuration) > 0.01) slow.push(`${called(element)}: ${style.animationName}`);
          if (longest(style.transitionDuration) > 0.01) slow.push(`${called(element)}: transition`);
          if (style.scrollBehavior === "smooth") slow.push(`${called(element)}: smooth scrolling`);
        }
      }
      const running = document.getAnimations().filter((each) => each.playState === "running");
      return slow.concat(running.map(() => "an animation runs"));
    },

    /** With forced colours, a chosen control still looks chosen and a button like a button. */
    alike() {
      const paper = getComputedStyle(document.querySelector(".app")).backgroundColor;
      // Compares which edges are visible, not their colour, which alone would distinguish too little.
      const look = (element) => {
        const style = getComputedStyle(element);
        const edges = ["Top", "Bottom"].map((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Color`] !== paper);
        const inside = [...element.children].map((child) => getComputedStyle(child).backgroundColor);
        return [style.backgroundColor, edges, style.textDecorationLine, inside, element.querySelectorAll(".icon").length].join(" | ");
      };
      const wrong = [];
      for (const chosen of all("[aria-pressed=true], [aria-selected=true], [aria-checked=true]")) {
        const state = ["aria-pressed", "aria-selected", "aria-checked"].find((name) => chosen.getAttribute(name) === "true");
        const parent = chosen.closest("[role=group], [role=tablist], .rows") ?? document;
        const other = [...parent.querySelectorAll(`[${state}=false]`)].find(onScreen);
        if (other && look(other) === look(chosen)) wrong.push(`${called(chosen)} looks like ${called(other)}`);
      }
      for (const element of all(".button, .bar__plus, .square, .call, .keypad__key, .chip")) {
        const style = getComputedStyle(element);
        const bordered = parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== "none";
        const outlined = parseFloat(style.outlineWidth) >= 1 && style.outlineStyle !== "none";
        if (!bordered && !outlined && style.backgroundColor === paper) wrong.push(`${called(element)} has no edge`);
      }
      const here = all(".bar__tab--current")[0];
      const there = all(".bar__tab:not(.bar__tab--current)")[0];
      const mark = here && getComputedStyle(here, "::before");
      if (here && there && mark.backgroundColor === getComputedStyle(document.querySelector(".bar")).backgroundColor) wrong.push("the tab one is on has no mark");
      return wrong;
    },

    /** One main, one h1 with text, a document title, and the expected language on document and app. */
    outline(language) {
      const said = [];
      const mains = document.querySelectorAll("main, [role=main]").length;
      const titles = document.querySelectorAll("h1").length;
      if (mains !== 1) said.push(`${mains} main parts`);
      if (titles !== 1) said.push(`${titles} first headings`);
      const shows = document.querySelector("h1")?.textContent.trim();
      if (!shows) said.push("the first heading says nothing");
      if (document.documentElement.lang !== language) said.push(`the document is in “${document.documentElement.lang}”`);
      const app = document.querySelector(".app");
      if (app.lang && app.lang !== language) said.push(`the app is in “${app.lang}”`);
      if (!document.title.trim()) said.push("the document has no title");
      return said;
    },

    /** The background beyond the app's edges is the app's own colour. */
    beyond() {
      const behind = getComputedStyle(document.documentElement).backgroundColor;
      const own = getComputedStyle(document.querySelector(".app")).backgroundColor;
      return behind === own ? [] : [`around the app it is ${behind}, in it ${own}`];
    },
  };
  globalThis.measure = measure;
}
