/*
 * Before everything else, and never renamed. A page that the browser kept may name files that a deploy has taken away:
 * then the page is fetched anew, once; if that does not help either, it says so instead of staying blank.
 */
(() => {
  const KEY = 'nines.recovered';
  const AGAIN_MILLISECONDS = 30_000;

  addEventListener('error', ({ target }) => {
    const isPart = target instanceof HTMLScriptElement || (target instanceof HTMLLinkElement && target.rel === 'stylesheet');
    // What is loaded later, by a page that works, is looked after there.
    if (!isPart || document.readyState === 'complete') return;
    if (!mayReload()) return say();
    fetch(location.href, { cache: 'reload' }).then(() => location.reload(), say);
  }, true);

  function mayReload() {
    try {
      const last = Number(sessionStorage.getItem(KEY));
      sessionStorage.setItem(KEY, String(Date.now()));
      return Date.now() - last > AGAIN_MILLISECONDS;
    } catch {
      return false;
    }
  }

  function say() {
    const app = document.getElementById('app');
    if (app !== null) app.textContent = 'A part of nines could not be loaded. Reload the page; your models are kept in this browser.';
  }
})();
