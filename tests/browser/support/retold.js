// Lets a test change what the worker tells the page, to show states that pass too quickly to be seen.

/** Runs in each page before its scripts. `retold`, if set, gets each message and returns another one. */
export function retell() {
  const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    configurable: true,
    get,
    set(handler) {
      const told = ({ data }) => globalThis.retold?.(data) ?? data;
      set.call(this, handler && ((event) => handler(new MessageEvent("message", { data: told(event) }))));
    },
  });
}
