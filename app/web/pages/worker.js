// Takes the store's lock for this tab, waiting while another tab holds it, and then runs the program.
import init from "./voorveld.js";

const STORE = "voorveld-store";
const forever = new Promise(() => {});

function holdStore(port) {
  // Without https there are neither locks nor private files; the program reports that.
  if (!navigator.locks) return Promise.resolve();
  return new Promise((held) => {
    const hold = () => (held(), forever);
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
  try {
    await init({ module_or_path: program });
  } catch (error) {
    port.postMessage(JSON.stringify({ Refused: { Internal: String(error) } }));
  }
};
