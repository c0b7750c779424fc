// Randomness that is the same each time for the same seed; a test says its seed when it fails.

/** Numbers in [0, 1) from this seed (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of this run: chosen with VOORVELD_SEED, else always the same. */
export function seed(usual) {
  return Number(process.env.VOORVELD_SEED ?? usual);
}
