// What a phone's web view needs besides what Dioxus gives it. Only in the apps for Android and iOS.
(() => {
  // Back: what the arrow on the screen does, or a sheet's X. Says whether there was one; if not, the
  // app makes way for the one before it. Android's back gesture calls this (MainActivity.kt).
  window.voorveldBack = () => {
    const button = document.querySelector('.sheet__close') ?? document.getElementById('back');
    button?.click();
    return Boolean(button);
  };

  // iOS has no back gesture of its own: a swipe from the left edge.
  if ('ongesturestart' in window) {
    let from = null;
    addEventListener('touchstart', ({ touches }) => {
      from = touches.length === 1 && touches[0].clientX < 24 ? touches[0] : null;
    }, { passive: true });
    addEventListener('touchend', ({ changedTouches: [to] }) => {
      const across = from && to.clientX - from.clientX > 80;
      if (across && Math.abs(to.clientY - from.clientY) < 60) voorveldBack();
      from = null;
    }, { passive: true });
    // The keyboard lies over the page there; the page ends where it begins.
    const fit = () => {
      const covered = innerHeight - visualViewport.height > 1;
      for (const app of document.querySelectorAll('.app')) {
        app.style.height = covered ? `${visualViewport.height}px` : '';
      }
      scrollTo(0, 0);
    };
    visualViewport?.addEventListener('resize', fit);
    // The picture that iOS keeps of an app that leaves the front shows nothing.
    document.addEventListener('visibilitychange', () => {
      document.documentElement.style.visibility = document.hidden ? 'hidden' : '';
    });
  }

  // Links to other apps. Dioxus hands clicks to a crate that on phones opens web pages only; so they
  // go to the window's navigation handler, which knows the phone.
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]')?.getAttribute('href') ?? '';
    if (/^(tel|sms|mailto|geo):/.test(link)) {
      event.preventDefault();
      location.href = `voorveld-open:${link}`;
    }
  }, true);

  // Files. Dioxus's own dialog gives no files on phones; the web view's own does. What was chosen
  // goes to the page on the screen that asked last (see files.rs).
  const isFile = ({ target }) => target.matches?.('input[type=file]');
  addEventListener('click', (event) => {
    if (isFile(event)) event.stopImmediatePropagation();
  }, true);
  addEventListener('input', (event) => {
    if (isFile(event)) event.stopImmediatePropagation();
  }, true);
  addEventListener('change', (event) => {
    if (!isFile(event)) return;
    event.stopImmediatePropagation();
    for (const file of event.target.files) {
      const reader = new FileReader();
      reader.onload = () => window.voorveldTake?.([file.name, reader.result.split(',')[1] ?? '']);
      reader.onerror = () => window.voorveldTake?.([file.name, null]);
      reader.readAsDataURL(file);
    }
    // So that choosing the same file again is a change again.
    event.target.value = '';
  }, true);
})();
