// Starts the page and its worker with one program, compiled once. What either says before the other
// listens waits in the channel between them.
import init from "./voorveld.js";
import { keepUpToDate } from "./update.js";

const here = (name) => new URL(name, import.meta.url);
const worker = new Worker(here("./worker.js"), { type: "module", name: "voorveld" });
const { port1, port2 } = new MessageChannel();
globalThis.voorveldWorker = worker;
globalThis.voorveldPort = port1;

keepUpToDate();

const program = await WebAssembly.compileStreaming(fetch(here("./voorveld.wasm")));
worker.postMessage([program, port2], [port2]);
await init({ module_or_path: program });
