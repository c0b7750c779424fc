// Findings of the tour, by check and screen, less those that are known and accepted for now.
export class Findings {
  #found = [];

  constructor(known) {
    this.known = known;
  }

  add(check, screen, lines) {
    for (const line of lines) this.#found.push({ check, screen, line });
  }

  /** Returns unexpected findings, one per line with the screens that have it. */
  of(check) {
    const rest = this.#found.filter((each) => each.check === check && !this.known.some((known) => is(known, each)));
    return gathered(rest);
  }

  /** Returns where a known finding still occurs. */
  still(known) {
    return gathered(this.#found.filter((each) => is(known, each)));
  }
}

function is(known, each) {
  return known.check === each.check && known.what.test(each.line) && (known.where ?? /./).test(each.screen);
}

function gathered(found) {
  const screens = new Map();
  for (const { line, screen } of found) screens.set(line, (screens.get(line) ?? new Set()).add(screen));
  return [...screens].map(([line, where]) => `${line} (${[...where].join(", ")})`);
}
