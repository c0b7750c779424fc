// Measures inside the page, by its own clock: from a user's event to the visible result.

/** Runs in each page before its scripts. */
export function install() {
  const watch = { first: {}, tasks: [], events: [], asked: new Map(), answers: [], spans: [] };
  globalThis.stopwatch = watch;
  // When each of these first appeared, relative to navigation start.
  const signs = ["#unlock", "#tab-today"];
  const waits = [];
  const look = () => {
    for (const sign of signs) {
      if (!(sign in watch.first) && document.querySelector(sign)) watch.first[sign] = performance.now();
    }
    for (const wait of [...waits]) {
      if (Boolean(document.querySelector(wait.selector)) !== wait.there) continue;
      waits.splice(waits.indexOf(wait), 1);
      watch.spans.push({ name: wait.name, took: performance.now() - wait.since });
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
  /** Starts a span at the next press on `pressed`; it ends when `selector` appears, or disappears. */
  watch.span = (name, pressed, selector, there) => {
    const press = (event) => {
      if (!event.target.closest?.(pressed)) return;
      removeEventListener("click", press, true);
      waits.push({ name, selector, there, since: event.timeStamp });
    };
    addEventListener("click", press, true);
  };

  const observe = (type, take, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe("longtask", ({ startTime, duration }) => watch.tasks.push({ at: startTime, duration }));
  observe("event", ({ name, duration }) => watch.events.push({ name, duration }), {
    durationThreshold: 16,
  });

  // From a letter typed in the search field to the frame that shows its results.
  let letter = 0;
  addEventListener("input", ({ timeStamp }) => (letter = timeStamp), true);
  const heard = new WeakSet();
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, ...rest) {
    if (typeof message === "string" && message.includes('"Search"')) {
      watch.asked.set(JSON.parse(message).number, letter);
      if (!heard.has(this)) this.addEventListener("message", hear);
      heard.add(this);
    }
    return post.call(this, message, ...rest);
  };
  function hear({ data }) {
    const number = Number(/^\{"Answer":\[(\d+),/.exec(data)?.[1]);
    if (!watch.asked.has(number)) return;
    const since = watch.asked.get(number);
    watch.asked.delete(number);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => watch.answers.push(performance.now() - since);
      post.call(port2, 0);
    });
  }
}

/** Returns count, median, 99th percentile and maximum of these numbers. */
export function summary(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (part) => round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), worst: at(1) };
}

export function round(milliseconds) {
  return milliseconds === undefined ? null : Math.round(milliseconds * 10) / 10;
}
