// A whole phone that is slower: the browser's own throttle slows down only the page, not its worker.
import { renderersOf } from "./processes.js";

const PERIOD = 20;

/** Lets the pages and workers of this browser run only one part of so many of the time. Gives its end. */
export function slowDown(owner, times) {
  let ended = false;
  let renderers = [];
  const all = (signal) => {
    for (const id of renderers) {
      try {
        process.kill(id, signal);
      } catch (error) {
        // A page that was left takes its process along.
        if (error.code !== "ESRCH") throw error;
      }
    }
  };
  const look = async () => {
    // Now and then there is a new page.
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
      // Timers come late: what it ran is what counts.
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
