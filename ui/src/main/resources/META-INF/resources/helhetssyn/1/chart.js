// Draws a ChartConfig (see se.helhetssyn.ui.chart) with Chart.js. Every text comes from the server.
(() => {
  'use strict';

  const PRINT_INK = {ink: '#16232b', soft: '#566872', line: '#d9e0e3', accent: '#0b5563',
    better: '#1b5fb4', concern: '#b4510b', band: '#e4ebec', card: '#ffffff'};
  let printing = false;

  /** Resolves a custom property to a colour, whatever light or dark makes of it. */
  function colours(element) {
    if (printing) return name => PRINT_INK[name];
    const probe = element.appendChild(document.createElement('span'));
    const resolve = name => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const found = Object.fromEntries(Object.keys(PRINT_INK).map(name => [name, resolve(name)]));
    probe.remove();
    return name => found[name];
  }

  const role = name => name.toLowerCase();
  const measured = point => typeof point.value === 'number';

  function hatch(context, colour) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    const pen = tile.getContext('2d');
    pen.strokeStyle = colour;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(-2, 6); pen.lineTo(6, -2);
    pen.moveTo(2, 10); pen.lineTo(10, 2);
    pen.stroke();
    return context.createPattern(tile, 'repeat');
  }

  /** Hatched columns for what is not shown, a soft line for the selected label, the target. */
  function backdrop(config, colour) {
    return {
      id: 'backdrop',
      beforeDatasetsDraw(chart) {
        const {ctx, chartArea: area, scales: {x, y}} = chart;
        const step = config.labels.length > 1 ? x.getPixelForValue(1) - x.getPixelForValue(0) : area.width;
        const column = index => {
          const left = Math.max(area.left, x.getPixelForValue(index) - step / 2);
          const right = Math.min(area.right, x.getPixelForValue(index) + step / 2);
          return [left, area.top, right - left, area.height];
        };
        ctx.save();
        ctx.globalAlpha = 0.35;
        ctx.fillStyle = hatch(ctx, colour('soft'));
        config.series.slice(0, 1).forEach(series => series.points.forEach((point, index) => {
          if (!measured(point) && point.hatched) ctx.fillRect(...column(index));
        }));
        ctx.globalAlpha = 1;
        if (config.selected >= 0) {
          ctx.strokeStyle = colour('soft');
          ctx.lineWidth = 1;
          ctx.beginPath();
          ctx.moveTo(x.getPixelForValue(config.selected), area.top);
          ctx.lineTo(x.getPixelForValue(config.selected), area.bottom);
          ctx.stroke();
        }
        if (config.target) {
          const height = y.getPixelForValue(config.target.value);
          ctx.strokeStyle = colour('ink');
          ctx.setLineDash([5, 4]);
          ctx.beginPath();
          ctx.moveTo(area.left, height);
          ctx.lineTo(area.right, height);
          ctx.stroke();
          ctx.fillStyle = colour('soft');
          ctx.font = `12px ${Chart.defaults.font.family}`;
          ctx.textBaseline = height - area.top > 18 ? 'bottom' : 'top';
          ctx.fillText(config.target.label, area.left + 4, height + (height - area.top > 18 ? -3 : 3));
        }
        ctx.restore();
      },
    };
  }

  function bandDatasets(config, colour) {
    if (!config.band) return [];
    const limit = name => config.band.limits.map(limits => (limits ? limits[name] : null));
    const edge = {type: 'line', pointRadius: 0, pointHitRadius: 0, borderWidth: 0, order: 9, helper: true};
    return [
      {...edge, data: limit('upper'), fill: '+1', backgroundColor: colour('band')},
      {...edge, data: limit('lower'), fill: false},
      {...edge, data: limit('centre'), borderColor: colour('soft'), borderWidth: 1, order: 8},
    ];
  }

  function dataset(series, colour) {
    const main = colour(role(series.colour));
    const values = series.points.map(point => (measured(point) ? point.value : null));
    const last = series.points.findLastIndex(measured);
    const mark = index => (index === last ? colour(role(series.lastPoint)) : main);
    return {
      type: series.shape === 'BAR' ? 'bar' : 'line',
      label: series.name,
      data: values,
      order: 1,
      spanGaps: false,
      clip: 8, // a point on the edge of the scale is drawn whole
      tension: 0,
      borderColor: main,
      borderWidth: 2,
      backgroundColor: series.shape === 'BAR' ? main : 'transparent',
      pointRadius: values.map((value, index) => (index === last ? 5 : values.length > 24 ? 2 : 3)),
      pointHoverRadius: 6,
      pointHitRadius: 14,
      pointBorderWidth: 2,
      pointBorderColor: values.map((value, index) => mark(index)),
      pointBackgroundColor: series.points.map((point, index) => (point.hollow ? colour('card') : mark(index))),
    };
  }

  function chartJsConfig(config, colour) {
    const ticks = {color: colour('soft'), font: {size: 12}};
    return {
      data: {
        labels: config.labels,
        datasets: [...config.series.map(series => dataset(series, colour)), ...bandDatasets(config, colour)],
      },
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        interaction: {mode: 'index', intersect: false},
        layout: {padding: {top: 8, right: 10}},
        scales: {
          x: {grid: {display: false}, border: {color: colour('line')},
            ticks: {...ticks, maxRotation: 0, autoSkip: true, autoSkipPadding: 14}},
          y: {min: 0, max: config.axis.max ?? undefined, grid: {color: colour('line')}, border: {display: false},
            title: {display: true, text: config.axis.title, color: colour('soft'), font: {size: 12}},
            ticks: {...ticks, maxTicksLimit: 6,
              callback: value => value.toLocaleString('sv-SE') + config.axis.suffix}},
        },
        plugins: {
          legend: {display: false},
          tooltip: {
            displayColors: false,
            filter: item => !item.dataset.helper,
            callbacks: {label: item => config.series[item.datasetIndex].points[item.dataIndex].text},
          },
        },
      },
      plugins: [backdrop(config, colour)],
    };
  }

  function choose(figure, point) {
    figure.dispatchEvent(new CustomEvent('chart-point', {detail: {series: 0, point}}));
  }

  /** Left and right walk along the labels and speak them; Enter chooses. */
  function keyboard(figure, picture, spoken) {
    let at = -1;
    picture.addEventListener('keydown', event => {
      const {chart, config} = figure.helhetssyn;
      const last = config.labels.length - 1;
      const moves = {ArrowLeft: at < 0 ? last : Math.max(0, at - 1), ArrowRight: Math.min(last, at + 1),
        Home: 0, End: last};
      if (event.key in moves) {
        at = moves[event.key];
        const active = config.series.map((series, index) => ({datasetIndex: index, index: at}));
        chart.setActiveElements(active);
        chart.tooltip.setActiveElements(active, {x: 0, y: 0});
        chart.update('none');
        spoken.textContent = `${config.labels[at]}: ${config.series.map(s => s.points[at].text).join('; ')}`;
        event.preventDefault();
      } else if ((event.key === 'Enter' || event.key === ' ') && at >= 0) {
        choose(figure, at);
        event.preventDefault();
      }
    });
  }

  function prepare(figure) {
    const picture = figure.querySelector('.chart-picture');
    const canvas = document.createElement('canvas');
    const spoken = document.createElement('span');
    spoken.className = 'sr-only';
    spoken.setAttribute('aria-live', 'polite');
    canvas.setAttribute('aria-hidden', 'true');
    picture.replaceChildren(canvas, spoken);
    canvas.addEventListener('click', event => {
      const [hit] = figure.helhetssyn.chart.getElementsAtEventForMode(event, 'index', {intersect: false}, true);
      if (hit) choose(figure, hit.index);
    });
    figure.helhetssyn = {canvas};
    keyboard(figure, picture, spoken);
  }

  const drawn = new Set();

  /** Chart.js holds on to what it has drawn; charts of pages that were left are let go. */
  function forgetTheLeft() {
    drawn.forEach(state => {
      if (state.canvas.isConnected) return;
      state.chart.destroy();
      state.chart = null;
      drawn.delete(state);
    });
  }

  function draw(figure, config, frames = 120) {
    if (!figure.isConnected) {
      // Styles cannot be read before the page has taken the element in, which it may never do.
      if (frames > 0) requestAnimationFrame(() => draw(figure, config, frames - 1));
      return;
    }
    forgetTheLeft();
    if (!figure.helhetssyn || !figure.contains(figure.helhetssyn.canvas)) prepare(figure);
    const state = figure.helhetssyn;
    state.chart?.destroy();
    state.config = config;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    // Chart.js writes resolved colours back into what it is given, so it gets a copy of its own.
    state.chart = new Chart(state.canvas, chartJsConfig(structuredClone(config), colours(figure)));
    drawn.add(state);
  }

  function redrawAll() {
    document.querySelectorAll('figure.chart').forEach(figure => {
      if (figure.helhetssyn?.config) draw(figure, figure.helhetssyn.config);
    });
  }

  new MutationObserver(redrawAll).observe(document.documentElement, {attributeFilter: ['data-theme']});
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
  addEventListener('beforeprint', () => { printing = true; redrawAll(); });
  addEventListener('afterprint', () => { printing = false; redrawAll(); });

  window.helhetssynChart = {draw};
})();
