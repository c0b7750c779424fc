// Registers the service worker and offers updates. An update never interrupts work: it waits until the
// app is reopened, or until the user accepts it (`voorveldUpdate`, with an event of that name).
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
    // The update was found while the app was closed. Right after the start no code has been entered yet,
    // so nothing is interrupted; but registration can take long, and the user may have started by then.
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
    // Fails when offline; the check is repeated later.
    registration.update().catch(() => {});
  });
}

function offer(registration) {
  globalThis.voorveldUpdate = () => go(registration);
  dispatchEvent(new Event("voorveldUpdate"));
}

// Only the tab that accepted the update reloads: the user may be writing in another one.
function go(registration) {
  if (!registration.waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  registration.waiting.postMessage("go");
}
