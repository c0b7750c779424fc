// What a test must undo at its end, the last first: a browser goes before its folder. node:test runs
// its own hooks the other way round.
const STACKS = new WeakMap();

/** Runs this at the end of the test, before everything that was promised earlier. */
export function afterwards(test, undo) {
  if (!STACKS.has(test)) {
    STACKS.set(test, []);
    test.after(() => unwind(STACKS.get(test)));
  }
  STACKS.get(test).push(undo);
}

async function unwind(stack) {
  const faults = [];
  while (stack.length > 0) {
    // One that fails must not keep the others: a browser would live on.
    await Promise.resolve()
      .then(stack.pop())
      .catch((fault) => faults.push(fault));
  }
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join("; "));
}
