// Switches between light and dark and remembers the choice for the server's next page.
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
})();
