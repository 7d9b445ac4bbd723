// Draws charts that are laid out on the server (see se.helhetssyn.ui.chart) and lets them be pointed
// at and walked through. Every text comes from the server.
(() => {
  'use strict';

  let printing = false;

  /** Resolves a custom property to a colour, whatever light or dark makes of it. */
  function colours(figure, paper) {
    if (printing) return name => paper[name];
    const probe = figure.appendChild(document.createElement('span'));
    const found = {};
    Object.keys(paper).forEach(name => {
      probe.style.color = `var(--${name})`;
      found[name] = getComputedStyle(probe).color;
    });
    probe.remove();
    return name => found[name];
  }

  /** Every place of a figure that can be chosen, as one list of lists: series, parts, rows or panels. */
  const rowsOf = state => state.picture.plots.flatMap((plot, index) =>
    plot.stops.map(stops => stops.map(stop => ({stop, plot, index}))));

  function canvasPlace(state, {stop, plot, index}) {
    const chart = state.charts[index];
    const {x, y} = window.helhetssynDrawing.pixel(chart, plot, stop.at, stop.value);
    const box = chart.canvas.getBoundingClientRect();
    const outer = state.frame.getBoundingClientRect();
    return {x: x + box.left - outer.left, y: y + box.top - outer.top, right: outer.width};
  }

  /** Shows and rings a place; null lets go of it. */
  function pointAt(state, place) {
    if (state.place?.stop === place?.stop) return;
    const touched = [state.place, place].filter(Boolean).map(each => each.index);
    state.place = place;
    new Set(touched).forEach(index => state.charts[index].draw());
    state.tip.hidden = !place;
    if (!place) return;
    state.tip.textContent = place.stop.text;
    const {x, y, right} = canvasPlace(state, place);
    const half = state.tip.offsetWidth / 2;
    state.tip.style.left = `${Math.max(half, Math.min(x, right - half))}px`;
    state.tip.style.top = `${y}px`;
    state.tip.classList.toggle('below', y < state.tip.offsetHeight + 16);
  }

  /** The place nearest to the pointer: first along the labels, then along the values. */
  function nearest(state, event) {
    const index = state.charts.findIndex(chart => chart.canvas === event.target);
    if (index < 0) return null;
    const chart = state.charts[index];
    const distance = ({stop, plot}) => {
      const {x, y} = window.helhetssynDrawing.pixel(chart, plot, stop.at, stop.value);
      const [dx, dy] = [Math.abs(x - event.offsetX), Math.abs(y - event.offsetY)];
      return plot.direction === 'ROWS' ? dy * 1000 + dx : dx * 1000 + dy;
    };
    return rowsOf(state).flat().filter(place => place.index === index)
      .reduce((best, place) => (best && distance(best) <= distance(place) ? best : place), null);
  }

  function choose(figure, {stop}) {
    figure.dispatchEvent(new CustomEvent('chart-point', {detail: {series: stop.series, point: stop.point}}));
  }

  /** Where a key leads: along a series, or to the same place of the next one. */
  function move(rows, at, key) {
    const single = rows.every(row => row.length === 1);
    const [row, column] = at ?? [-1, -1];
    const steps = {
      ArrowRight: single ? [1, 0] : [0, 1], ArrowLeft: single ? [-1, 0] : [0, -1],
      ArrowDown: [1, 0], ArrowUp: [-1, 0],
    };
    const lastRow = rows.length - 1;
    const start = at ? row : 0;
    if (key === 'Home') return single ? [0, 0] : [start, 0];
    if (key === 'End') return single ? [lastRow, 0] : [start, rows[start].length - 1];
    if (!(key in steps)) return null;
    const backwards = steps[key][0] + steps[key][1] < 0;
    if (!at) return backwards ? [single ? lastRow : 0, rows[single ? lastRow : 0].length - 1] : [0, 0];
    const next = Math.max(0, Math.min(lastRow, row + steps[key][0]));
    return [next, Math.max(0, Math.min(rows[next].length - 1, column + steps[key][1]))];
  }

  function keyboard(figure, state) {
    state.frame.addEventListener('keydown', event => {
      const rows = rowsOf(state);
      const next = move(rows, state.at, event.key);
      if (next) {
        state.at = next;
        const place = rows[next[0]][next[1]];
        pointAt(state, place);
        state.spoken.textContent = place.stop.text;
      } else if ((event.key === 'Enter' || event.key === ' ') && state.at) {
        choose(figure, rows[state.at[0]][state.at[1]]);
      } else if (event.key === 'Escape' && state.place) {
        state.at = null;
        pointAt(state, null);
      } else {
        return;
      }
      event.preventDefault();
    });
    state.frame.addEventListener('blur', () => pointAt(state, null));
    state.frame.addEventListener('focus', () => {
      if (state.at) pointAt(state, rowsOf(state)[state.at[0]]?.[state.at[1]] ?? null);
    });
  }

  function pointer(figure, state) {
    state.frame.addEventListener('pointermove', event => {
      const place = nearest(state, event);
      if (place) pointAt(state, place);
    });
    state.frame.addEventListener('pointerleave', () => pointAt(state, null));
    state.frame.addEventListener('click', event => {
      const place = nearest(state, event);
      if (place) choose(figure, place);
    });
  }

  function element(parent, tag, kind) {
    const made = parent.appendChild(document.createElement(tag));
    made.className = kind;
    return made;
  }

  function prepare(figure) {
    const frame = figure.querySelector('.chart-picture');
    frame.replaceChildren();
    const state = {frame, charts: []};
    state.panels = element(frame, 'div', 'chart-panels');
    state.panels.setAttribute('aria-hidden', 'true');
    state.tip = element(frame, 'div', 'chart-tip');
    state.tip.setAttribute('aria-hidden', 'true');
    state.tip.hidden = true;
    state.spoken = element(frame, 'span', 'sr-only');
    state.spoken.setAttribute('aria-live', 'polite');
    figure.helhetssyn = state;
    keyboard(figure, state);
    pointer(figure, state);
  }

  /** An empty canvas of its final height, below the plot's name if it is one of many. */
  function canvas(state, plot) {
    const panel = element(state.panels, 'div', 'chart-panel');
    if (plot.name) element(panel, 'p', 'chart-name').textContent = plot.name;
    const holder = element(panel, 'div', 'chart-canvas');
    holder.style.height = `${plot.height}px`;
    return element(holder, 'canvas', '');
  }

  const drawn = new Set();

  function clear(state) {
    state.charts.forEach(chart => chart.destroy());
    state.charts = [];
    drawn.delete(state);
  }

  /** Chart.js holds on to what it has drawn; charts of pages that were left are let go. */
  function forgetTheLeft() {
    drawn.forEach(state => { if (!state.frame.isConnected) clear(state); });
  }

  function draw(figure, picture, frames = 120) {
    if (!figure.isConnected) {
      // Styles cannot be read before the page has taken the element in, which it may never do.
      if (frames > 0) requestAnimationFrame(() => draw(figure, picture, frames - 1));
      return;
    }
    forgetTheLeft();
    const frame = figure.querySelector('.chart-picture');
    if (figure.helhetssyn?.frame !== frame || !figure.helhetssyn.panels.isConnected) prepare(figure);
    const state = figure.helhetssyn;
    clear(state);
    if (state.picture !== picture) state.at = null;
    state.place = null;
    state.tip.hidden = true;
    state.picture = picture;
    state.panels.replaceChildren();
    state.panels.classList.toggle('many', picture.plots.some(plot => plot.name));
    const colour = colours(figure, picture.paper);
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    state.charts = picture.plots.map((plot, index) => new Chart(canvas(state, plot),
      window.helhetssynDrawing.configuration(plot, colour, () => state.place?.index === index && state.place.stop)));
    drawn.add(state);
  }

  function redrawAll() {
    document.querySelectorAll('figure.chart').forEach(figure => {
      if (figure.helhetssyn?.picture) draw(figure, figure.helhetssyn.picture);
    });
  }

  new MutationObserver(redrawAll).observe(document.documentElement, {attributeFilter: ['data-theme']});
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
  addEventListener('beforeprint', () => { printing = true; redrawAll(); });
  addEventListener('afterprint', () => { printing = false; redrawAll(); });

  window.helhetssynChart = {draw};
})();
