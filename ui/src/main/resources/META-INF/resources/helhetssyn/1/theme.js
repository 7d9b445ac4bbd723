// Switches between light and dark and remembers the choice for the server's next page; warns before
// the session ends; dates what is printed.
(() => {
  'use strict';
  const root = document.documentElement;
  const current = () =>
    root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  window.helhetssynTheme = {
    toggle() {
      const next = current() === 'dark' ? 'light' : 'dark';
      root.dataset.theme = next;
      document.cookie = `utseende=${next};path=/;max-age=31536000;samesite=lax`;
    },
  };

  const WARNING_SECONDS = 300;
  let timer;
  window.helhetssynSession = {
    /** Shows the warning five minutes before a session of so many seconds ends; each answer renews it. */
    warn(warning, seconds) {
      const restart = () => {
        clearTimeout(timer);
        warning.hidden = true;
        if (seconds > WARNING_SECONDS) {
          timer = setTimeout(() => { warning.hidden = false; }, (seconds - WARNING_SECONDS) * 1000);
        }
      };
      new PerformanceObserver(list => {
        if (list.getEntries().some(entry => entry.name.includes('v-r=uidl'))) restart();
      }).observe({type: 'resource'});
      restart();
    },
  };

  addEventListener('beforeprint', () => {
    const today = new Date().toLocaleDateString('sv-SE', {dateStyle: 'long'});
    document.querySelectorAll('.today').forEach(place => { place.textContent = today; });
  });
})();
