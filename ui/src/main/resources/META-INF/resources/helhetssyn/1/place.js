// Keeps the reader's place: where a page was scrolled to when it was left, and what has the focus.
(() => {
  'use strict';
  const MOST_FRAMES = 60;
  const PREFIX = 'plats:';
  let place; // the history entry that is shown; unknown while a page changes
  let path;

  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => {
    if (place) sessionStorage.setItem(place, Math.round(scrollY));
  });

  /** The router gives every entry but the first a key of its own. */
  const entry = () => `${PREFIX}${history.state?.key ?? ''}${location.pathname}${location.search}`;

  const fresh = () => path === undefined && performance.getEntriesByType('navigation')[0]?.type === 'navigate';

  /** However the parameters are ordered and written. */
  const comparable = ({pathname, search}) => pathname + [...new URLSearchParams(search)].sort();

  function settle() {
    const next = entry();
    const kept = fresh() ? null : sessionStorage.getItem(next);
    const target = document.getElementById(location.hash.slice(1));
    if (kept !== null) scrollTo(0, Number(kept));
    else if (target) target.scrollIntoView();
    else if (path !== location.pathname) scrollTo(0, 0);
    path = location.pathname;
    place = next;
    sessionStorage.setItem(place, Math.round(scrollY));
  }

  window.helhetssynPlace = {
    /** A page has been drawn for an address, which the router will put in the address bar soon. */
    arrive(address, heading) {
      const target = comparable(new URL(address, document.baseURI));
      // A new page is told of by its heading; the first one is told of by the browser.
      if (path !== undefined) document.getElementById(heading)?.focus({preventScroll: true});
      place = undefined;
      const wait = frames => {
        if (frames === 0 || comparable(location) === target) settle();
        else requestAnimationFrame(() => wait(frames - 1));
      };
      wait(MOST_FRAMES);
    },
  };
})();
