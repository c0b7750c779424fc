// Keeps the app on the phone and up to date. A new version never interrupts: it waits until the app is
// opened anew, or until whoever is working says so (`voorveldUpdate`, with an event of that name).
const HOUR = 3_600_000;
const SOON = 3_000;

export function keepUpToDate() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  workers.register("/sw.js", { updateViaCache: "none" }).then(follow, (error) => {
    console.warn("the app will not start without a connection:", error);
  });
}

function follow(registration) {
  if (registration.waiting) {
    // It came while the app was closed. Nobody has filled in a code yet, so nothing is interrupted;
    // registering can take long too, and then somebody may have.
    if (performance.now() < SOON) return go(registration);
    offer(registration);
  }
  const watch = (coming) =>
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) offer(registration);
    });
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < HOUR) return;
    looked = Date.now();
    // Without a connection there is none to be had.
    registration.update().catch(() => {});
  });
}

function offer(registration) {
  globalThis.voorveldUpdate = () => go(registration);
  dispatchEvent(new Event("voorveldUpdate"));
}

// Only the tab that says so begins anew: in another one somebody may be writing.
function go(registration) {
  if (!registration.waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  registration.waiting.postMessage("go");
}
