// Reproducible random numbers; a failing test reports its seed.

/** Returns a generator of numbers in [0, 1) (mulberry32). */
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

/** Returns this run's seed: VOORVELD_SEED, or a fixed default. */
export function seed(usual) {
  return Number(process.env.VOORVELD_SEED ?? usual);
}
