// Starts the page and its worker with one WebAssembly module, compiled once. Messages sent before the
// other side listens are queued in the channel.
import init from "./voorveld.js";
import { keepUpToDate } from "./update.js";

const here = (name) => new URL(name, import.meta.url);

async function start() {
  const worker = new Worker(here("./worker.js"), { type: "module", name: "voorveld" });
  const { port1, port2 } = new MessageChannel();
  globalThis.voorveldWorker = worker;
  globalThis.voorveldPort = port1;
  const program = await WebAssembly.compileStreaming(fetch(here("./voorveld.wasm")));
  worker.postMessage([program, port2], [port2]);
  await init({ module_or_path: program });
}

// The first visit depends on the network. Nothing of the app is loaded yet, so the error is shown
// without it.
function failed(error) {
  console.error(error);
  const said = document.createElement("p");
  said.textContent = "Voorveld kon niet helemaal worden opgehaald. Is er verbinding?";
  const again = document.createElement("button");
  again.textContent = "Probeer opnieuw";
  again.className = "button button--main";
  again.onclick = () => location.reload();
  const place = document.createElement("main");
  place.className = "unlock";
  place.append(said, again);
  document.getElementById("main").replaceChildren(place);
}

keepUpToDate();
await start().catch(failed);
