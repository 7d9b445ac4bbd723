// Keeps the reader's place: where a page was scrolled to when it was left, and what has the focus.
// A choice makes the page anew, so the focus goes to what is called as that which had it.
(() => {
  'use strict';
  const MOST_FRAMES = 60;
  const PREFIX = 'plats:';
  let place; // the history entry that is shown; unknown while a page changes
  let path;
  let used; // what the control that last had the focus is called

  const CONTROLS = 'a, button, vaadin-select, vaadin-combo-box';
  const called = control => `${control.localName} ${control.accessibleName ?? control.textContent.trim()}`;
  addEventListener('focusin', event => {
    const control = event.target.closest(CONTROLS);
    used = control && called(control);
  });

  function focusOnTheSame() {
    const same = [...document.querySelectorAll(CONTROLS)].find(control => called(control) === used);
    if (document.activeElement === document.body) same?.focus({preventScroll: true});
  }

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
    if (path === location.pathname) focusOnTheSame();
    path = location.pathname;
    place = next;
    sessionStorage.setItem(place, Math.round(scrollY));
  }

  window.helhetssynPlace = {
    /** A page has been drawn for an address, which the router will put in the address bar soon. */
    arrive(address, heading) {
      const url = new URL(address, document.baseURI);
      const target = comparable(url);
      // A new page is told of by its heading; the first one is told of by the browser.
      if (path !== undefined && path !== url.pathname) document.getElementById(heading)?.focus({preventScroll: true});
      place = undefined;
      const wait = frames => {
        if (frames === 0 || comparable(location) === target) settle();
        else requestAnimationFrame(() => wait(frames - 1));
      };
      wait(MOST_FRAMES);
    },
  };
})();
