// Polling for a condition. Tests sleep nowhere else.
export const PATIENCE = 60_000;
const PAUSE = 20;

/** Polls until `look` returns something truthy, and returns that. */
export async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s in vain: ${what}`);
    await pause(PAUSE);
  }
}

/** Sleeps, for tests in which time itself matters. */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
