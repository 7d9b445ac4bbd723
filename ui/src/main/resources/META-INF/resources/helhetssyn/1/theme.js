// Switches between light and dark and remembers the choice for the server's next page; warns before
// the session ends.
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
    /** Shows the words five minutes before a session of so many seconds ends; each answer renews it. */
    warn(line, words, seconds) {
      const restart = () => {
        clearTimeout(timer);
        line.textContent = '';
        if (seconds > WARNING_SECONDS) {
          timer = setTimeout(() => { line.textContent = words; }, (seconds - WARNING_SECONDS) * 1000);
        }
      };
      new PerformanceObserver(list => {
        if (list.getEntries().some(entry => entry.name.includes('v-r=uidl'))) restart();
      }).observe({type: 'resource'});
      restart();
    },
  };
})();
