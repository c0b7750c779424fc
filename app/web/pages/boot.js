// Starts the page and its worker with one program, compiled once, and keeps the app itself up to
// date. What either says before the other listens waits in the channel between them.
import init from "./voorveld.js";

const here = (name) => new URL(name, import.meta.url);
const worker = new Worker(here("./worker.js"), { type: "module", name: "voorveld" });
const { port1, port2 } = new MessageChannel();
globalThis.voorveldWorker = worker;
globalThis.voorveldPort = port1;

navigator.serviceWorker?.register("/sw.js", { updateViaCache: "none" }).then(
  (registration) => {
    globalThis.voorveldRegistration = registration;
    // Nothing is open yet that could be interrupted.
    registration.waiting?.postMessage("go");
  },
  (error) => console.warn("the app will not start without a connection:", error),
);
let controlled = Boolean(navigator.serviceWorker?.controller);
navigator.serviceWorker?.addEventListener("controllerchange", () => {
  // The first one is no update: the page is from the same version.
  if (controlled) location.reload();
  controlled = true;
});

const program = await WebAssembly.compileStreaming(fetch(here("./voorveld.wasm")));
worker.postMessage([program, port2], [port2]);
await init({ module_or_path: program });
