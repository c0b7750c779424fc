// Waiting for something to be so: the only place where time passes without anything being done.
export const PATIENCE = 60_000;
const PAUSE = 20;

/** Looks until there is something to see, and gives that. */
export async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s in vain: ${what}`);
    await pause(PAUSE);
  }
}

/** Lets time pass, where the time itself is what is tried. */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
