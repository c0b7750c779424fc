// Additions to a phone's web view that Dioxus lacks. Used only in the Android and iOS apps.
(() => {
  // Back: presses the back button on the screen, or a sheet's X, and returns whether there was one. If
  // not, Android's back gesture (MainActivity.kt) moves the app to the background.
  window.voorveldBack = () => {
    const button = document.querySelector('.sheet__close') ?? document.getElementById('back');
    button?.click();
    return Boolean(button);
  };

  // iOS has no system back gesture, so a swipe from the left edge does it.
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
    // On iOS the keyboard covers the page, so the page is resized to end above it.
    const fit = () => {
      const covered = innerHeight - visualViewport.height > 1;
      for (const app of document.querySelectorAll('.app')) {
        app.style.height = covered ? `${visualViewport.height}px` : '';
      }
      scrollTo(0, 0);
    };
    visualViewport?.addEventListener('resize', fit);
    // Hides the content from the snapshot that iOS takes of an app in the background.
    document.addEventListener('visibilitychange', () => {
      document.documentElement.style.visibility = document.hidden ? 'hidden' : '';
    });
  }

  // Links to other apps. Dioxus passes clicks to a crate that opens only web pages on phones, so these
  // go through the window's navigation handler instead.
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]')?.getAttribute('href') ?? '';
    if (/^(tel|sms|mailto|geo):/.test(link)) {
      event.preventDefault();
      location.href = `voorveld-open:${link}`;
    }
  }, true);

  // Files. Dioxus's own dialog returns no files on phones, but the web view's does. The chosen files go
  // to the page that last asked for them (see files.rs).
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
    // Lets choosing the same file again fire a change event.
    event.target.value = '';
  }, true);
})();
