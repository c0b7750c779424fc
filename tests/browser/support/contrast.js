// Contrast of all text on a screen, including text scrolled out of view, which axe leaves undecided.

/** Returns texts with too little contrast to their background (WCAG 1.4.3). */
export async function faint(page) {
  return page.evaluate(() => {
    const parts = (colour) => {
      const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      return { red, green, blue, alpha };
    };
    const over = (top, below) => {
      const mix = (name) => top[name] * top.alpha + below[name] * (1 - top.alpha);
      return { red: mix("red"), green: mix("green"), blue: mix("blue"), alpha: 1 };
    };
    const light = ({ red, green, blue }) => {
      const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const behind = (element) => {
      const layers = [];
      for (let each = element; each; each = each.parentElement) {
        const layer = parts(getComputedStyle(each).backgroundColor);
        layers.push(layer);
        if (layer.alpha === 1) break;
      }
      return layers.reverse().reduce((below, top) => over(top, below), { red: 255, green: 255, blue: 255, alpha: 1 });
    };
    const writes = (element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const wrong = [];
    for (const element of document.querySelectorAll("body *")) {
      const field = element.matches("input, textarea");
      if (!field && !writes(element)) continue;
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("[inert], noscript")) continue;
      // A busy button says so in its text and is faded meanwhile.
      if (element.closest("[aria-busy=true]")) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const ground = behind(element);
      const inks = field ? [style.color, getComputedStyle(element, "::placeholder").color] : [style.color];
      for (const ink of inks) {
        const [one, other] = [light(over(parts(ink), ground)), light(ground)];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < (large ? 3 : 4.5)) {
          wrong.push(`${element.localName}.${[...element.classList].join(".")}: ${ratio.toFixed(2)} (${ink})`);
        }
      }
    }
    return [...new Set(wrong)];
  });
}
