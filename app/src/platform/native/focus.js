// Restores the focus when the focused control is removed: to the most recently focused control that
// still exists, or exists again under the same id, and otherwise to the page. Never to a field, which
// would open the keyboard. The browser's counterpart is web/focus.rs.
(() => {
  const past = [];
  document.addEventListener("focusin", (event) => {
    past.push(event.target);
    if (past.length > 16) past.shift();
  });
  const look = () => {
    const last = past.at(-1);
    const nowhere = !document.activeElement || document.activeElement === document.body;
    if (!last || last.isConnected || !nowhere) return;
    while (past.length > 0) {
      const gone = past.pop();
      const there = gone.isConnected ? gone : gone.id && document.getElementById(gone.id);
      if (!there || there.matches("input, textarea") || there.closest("[inert]")) continue;
      there.focus({ preventScroll: true });
      if (document.activeElement === there) return;
    }
    document.querySelector("main")?.focus({ preventScroll: true });
  };
  let wait;
  new MutationObserver(() => {
    clearTimeout(wait);
    wait = setTimeout(look, 60);
  }).observe(document, { childList: true, subtree: true });
})();
