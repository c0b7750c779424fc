// Cleanup at the end of a test, last in first out: the browser closes before its folder is deleted.
// node:test runs its own hooks in the opposite order.
const STACKS = new WeakMap();

/** Runs `undo` at the end of the test, before everything registered earlier. */
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
    // One failure must not skip the others, or a browser would keep running.
    await Promise.resolve()
      .then(stack.pop())
      .catch((fault) => faults.push(fault));
  }
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join("; "));
}
