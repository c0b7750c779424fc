// Holds the store for this tab, or waits for the tab that does, and then runs the program.
import init from "./voorveld.js";

const forever = new Promise(() => {});

function holdStore(port) {
  return new Promise((held) => {
    const hold = () => (held(), forever);
    const STORE = "voorveld-store";
    navigator.locks.request(STORE, { ifAvailable: true }, (lock) => {
      if (lock) return hold();
      port.postMessage('"Taken"');
      navigator.locks.request(STORE, hold);
    });
  });
}

self.onmessage = async ({ data: [program, port] }) => {
  self.onmessage = null;
  self.voorveldPort = port;
  await holdStore(port);
  await init({ module_or_path: program });
};
