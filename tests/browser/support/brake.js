// Slows down a whole browser: its own throttle affects only the page, not the worker.
import { renderersOf } from "./processes.js";

const PERIOD = 20;

/** Lets this browser's pages and workers run 1/`times` of the time. Returns a function that ends it. */
export function slowDown(owner, times) {
  let ended = false;
  let renderers = [];
  const all = (signal) => {
    for (const id of renderers) {
      try {
        process.kill(id, signal);
      } catch (error) {
        // A process ends with its page.
        if (error.code !== "ESRCH") throw error;
      }
    }
  };
  const look = async () => {
    // New pages bring new processes.
    while (!ended) {
      renderers = await renderersOf(owner);
      await rest(2 * PERIOD);
    }
  };
  const brake = async () => {
    while (!ended) {
      const began = performance.now();
      await rest(PERIOD / times);
      all("SIGSTOP");
      // Timers fire late, so the pause is based on the time it really ran.
      await rest((performance.now() - began) * (times - 1));
      all("SIGCONT");
    }
  };
  const running = Promise.all([look(), brake()]);
  return async () => {
    ended = true;
    await running;
  };
}

function rest(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
