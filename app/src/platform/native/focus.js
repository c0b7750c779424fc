// When the control that has the focus goes away, the focus would go nowhere. It goes back to the last
// control that is still there, or there again under the same id, and else to the page. Never into
// a field: that would bring up the keyboard. The browser's form of this is in web/focus.rs.
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
