// Turns a plot that is laid out (se.helhetssyn.ui.chart.Plot) into what Chart.js draws. The static
// drawings (PlotSvg, PlotTexts, Frame, TextFit) place the same things in the same way.
(() => {
  'use strict';

  const CHARACTER = 6.8;
  const LINE = 14;
  const MARGIN = {left: 0.42, right: 0.3};
  const SHAPE = {CIRCLE: ['circle', 0], SQUARE: ['rect', 0], DIAMOND: ['rectRot', 0],
    UP: ['triangle', 0], DOWN: ['triangle', 180]};

  function wrap(text, room, most) {
    const width = Math.max(6, Math.floor(room / CHARACTER));
    const lines = [];
    let rest = text;
    while (rest.length > width && lines.length < most - 1) {
      const space = rest.lastIndexOf(' ', width);
      const end = space > 0 ? space : width;
      lines.push(rest.slice(0, end));
      rest = rest.slice(end).trim();
    }
    lines.push(rest.length > width ? rest.slice(0, width - 1) + '…' : rest);
    return lines;
  }

  const isRows = plot => plot.direction === 'ROWS';

  /** A place of the plot as Chart.js knows it. */
  const point = (plot, at, value) => (isRows(plot) ? {x: value, y: at} : {x: at, y: value});

  /** The same in pixels of the canvas. */
  function pixel(chart, plot, at, value) {
    const {x, y} = point(plot, at, value);
    return {x: chart.scales.x.getPixelForValue(x), y: chart.scales.y.getPixelForValue(y)};
  }

  const padding = ({margins: {top, right, bottom, left}}, width) =>
    ({top, bottom, left: Math.min(left, MARGIN.left * width), right: Math.min(right, MARGIN.right * width)});

  function hatching(context, colour) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    const pen = tile.getContext('2d');
    pen.strokeStyle = colour;
    pen.globalAlpha = 0.35;
    pen.stroke(new Path2D('M-2 6L6 -2M2 10L10 2'));
    return context.createPattern(tile, 'repeat');
  }

  /** Draws on a chart; keeps what it drew for those who compare. */
  class Pen {
    constructor(chart, plot, colour) {
      Object.assign(this, {chart, plot, colour, context: chart.ctx, area: chart.chartArea});
    }

    pixel(at, value) { return pixel(this.chart, this.plot, at, value); }

    keep(kind, ...place) { this.chart.helhetssynDrawn.push({kind, place}); }

    path(kind, from, to, ink, dashes = []) {
      this.keep(kind, from.x, from.y, to.x, to.y);
      this.context.strokeStyle = this.colour(ink);
      this.context.lineWidth = 1;
      this.context.setLineDash(dashes);
      this.context.stroke(new Path2D(`M${from.x} ${from.y}L${to.x} ${to.y}`));
    }

    /** Lines of words, the first one's baseline at y; a rim of the card's colour keeps them legible. */
    words(lines, x, y, align, ink, rim = false) {
      const {context} = this;
      context.setLineDash([]);
      context.textAlign = align;
      lines.forEach((line, index) => {
        if (rim) {
          context.strokeStyle = this.colour('card');
          context.lineWidth = 4;
          context.lineJoin = 'round';
          context.strokeText(line, x, y + index * LINE);
        }
        context.fillStyle = this.colour(ink);
        context.fillText(line, x, y + index * LINE);
        this.chart.helhetssynDrawn.push({kind: 'text', text: line, place: [x, y + index * LINE]});
      });
    }
  }

  function behind(pen) {
    const {plot, area, context} = pen;
    const {marks, scale} = plot;
    const last = plot.labels.length - 0.5;
    pen.chart.helhetssynDrawn = [];
    context.fillStyle = hatching(context, pen.colour('soft'));
    marks.hatches.forEach(hatch => {
      const from = pen.pixel(hatch.from, scale.min);
      const to = pen.pixel(hatch.to, scale.max);
      const box = isRows(plot) ? [area.left, from.y, area.right, to.y] : [from.x, area.top, to.x, area.bottom];
      pen.keep('hatch', ...box);
      context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
    });
    scale.ticks.forEach(tick => pen.path('grid', pen.pixel(-0.5, tick.value), pen.pixel(last, tick.value), 'line'));
    marks.splits.forEach(split => pen.path('split', pen.pixel(split.at, scale.min), pen.pixel(split.at, scale.max),
      split.ink, split.dashed ? [2, 3] : []));
    marks.levels.forEach(level =>
      pen.path('level', pen.pixel(-0.5, level.value), pen.pixel(last, level.value), 'ink', [5, 4]));
  }

  function axes(pen) {
    const {plot, area} = pen;
    const {scale, labels} = plot;
    const widest = Math.max(0, ...scale.ticks.map(tick => tick.text.length)) * CHARACTER + 6;
    const room = (area.right - area.left) / Math.max(1, scale.ticks.length - 1);
    const every = isRows(plot) ? Math.max(1, Math.ceil(widest / room - 1e-9)) : 1;
    scale.ticks.forEach((tick, index) => {
      if (index % every !== 0) return;
      const {x, y} = pen.pixel(-0.5, tick.value);
      if (isRows(plot)) pen.words([tick.text], x, area.bottom + 17, 'center', 'soft');
      else pen.words([tick.text], x - 6, y + 4, 'right', 'soft');
    });
    const slot = (isRows(plot) ? area.height : area.width) / Math.max(1, labels.length);
    const step = isRows(plot) ? 1 : Math.max(1, Math.ceil(plot.labelRoom / slot - 1e-9));
    labels.forEach((label, index) => {
      if ((labels.length - 1 - index) % step !== 0) return;
      const {x, y} = pen.pixel(index, scale.min);
      if (isRows(plot)) {
        const lines = wrap(label, area.left - 12, 2);
        pen.words(lines, area.left - 8, y + 4 - (lines.length - 1) * LINE / 2, 'right', 'ink');
      } else {
        pen.words([label], x, area.bottom + 17, 'center', 'soft');
      }
    });
    if (!plot.name) {
      pen.words([scale.title], isRows(plot) ? area.left : 0, isRows(plot) ? plot.height - 4 : 12, 'left', 'soft');
    }
  }

  function levelWords(pen, level) {
    const {plot, area, chart} = pen;
    const {x, y} = pen.pixel(-0.5, level.value);
    if (isRows(plot)) {
      const half = Math.min(chart.width / 2, level.text.length * CHARACTER / 2);
      pen.words([level.text], Math.min(Math.max(x, half), chart.width - half), area.top - 9, 'center', 'soft');
    } else {
      pen.words([level.text], x + 4, y - area.top > 18 ? y - 5 : y + 14, 'left', 'soft', true);
    }
  }

  function inFront(pen) {
    const {plot, area, context} = pen;
    axes(pen);
    plot.marks.levels.forEach(level => levelWords(pen, level));
    plot.marks.flags.forEach(flag => {
      const {x} = pen.pixel(flag.at, plot.scale.max);
      const y = area.top - 10 - 18 * flag.lane;
      const circle = new Path2D();
      circle.arc(x, y, 8, 0, 2 * Math.PI);
      context.fillStyle = pen.colour('card');
      context.strokeStyle = pen.colour('soft');
      context.lineWidth = 1;
      context.setLineDash([]);
      context.fill(circle);
      context.stroke(circle);
      pen.keep('flag', x, y);
      pen.words([String(flag.number)], x, y + 4, 'center', 'ink');
    });
    plot.marks.words.forEach(words => {
      const {x, y} = pen.pixel(words.at, words.value);
      const lines = wrap(words.text, pen.chart.width - x - 8, isRows(plot) ? 2 : 3);
      pen.words(lines, x + 6, y + 4 - (lines.length - 1) * LINE / 2, 'left', 'soft', true);
    });
  }

  /** The ring around the place that is pointed at or walked to. */
  function ring(pen, stop) {
    const {x, y} = pen.pixel(stop.at, stop.value);
    const circle = new Path2D();
    circle.arc(x, y, 10, 0, 2 * Math.PI);
    pen.context.setLineDash([]);
    pen.context.strokeStyle = pen.colour('accent');
    pen.context.lineWidth = 2;
    pen.context.stroke(circle);
  }

  function drawing(plot, colour, pointed) {
    const pen = (chart, draw) => {
      const {ctx} = chart;
      ctx.save();
      ctx.font = `12px ${Chart.defaults.font.family}`;
      ctx.textBaseline = 'alphabetic';
      draw(new Pen(chart, plot, colour));
      ctx.restore();
    };
    return {
      id: 'helhetssyn',
      beforeDatasetsDraw: chart => pen(chart, behind),
      afterDatasetsDraw: chart => pen(chart, front => {
        inFront(front);
        if (pointed()) ring(front, pointed());
      }),
    };
  }

  const line = {type: 'line', pointRadius: 0, fill: false, spanGaps: false, clip: 8, tension: 0};

  function dots(plot, colour) {
    const each = pick => plot.marks.dots.map(pick);
    return {
      kind: 'dot', type: 'scatter', clip: 14,
      data: each(dot => point(plot, dot.at, dot.value)),
      pointStyle: each(dot => SHAPE[dot.shape][0]),
      rotation: each(dot => SHAPE[dot.shape][1]),
      pointRadius: each(dot => dot.radius),
      pointBorderWidth: 2,
      pointBorderColor: each(dot => colour(dot.ink)),
      pointBackgroundColor: each(dot => colour(dot.hollow ? 'card' : dot.ink)),
    };
  }

  function bars(plot, colour) {
    return [...new Set(plot.marks.bars.map(bar => bar.ink))].map(ink => ({
      kind: 'bar', type: 'bar', indexAxis: isRows(plot) ? 'y' : 'x', grouped: false,
      barPercentage: 0.66, categoryPercentage: 1, maxBarThickness: 56,
      backgroundColor: colour(ink), borderColor: colour('accent'), borderWidth: 0.75, borderSkipped: false,
      data: plot.marks.bars.filter(bar => bar.ink === ink).map(bar => point(plot, bar.at, [bar.from, bar.to])),
    }));
  }

  function areas(plot, colour) {
    return plot.marks.areas.flatMap(area => [
      {...line, kind: 'area', borderWidth: 0, fill: '+1', backgroundColor: colour('band'),
        data: area.edges.map(edge => point(plot, edge.at, edge.upper))},
      {...line, kind: 'area', borderWidth: 0, data: area.edges.map(edge => point(plot, edge.at, edge.lower))},
    ]);
  }

  function lines(plot, colour) {
    return plot.marks.lines.map(each => ({...line, kind: 'line', borderColor: colour(each.ink),
      borderWidth: each.width, data: each.places.map(place => point(plot, place.at, place.value))}));
  }

  /** The first data set is drawn last, in front of the others. */
  function configuration(plot, colour, pointed) {
    // A tick at each slot tells Chart.js how wide a bar may be, however few there are.
    const slots = {stepSize: 1, maxTicksLimit: 1000, autoSkip: false, includeBounds: false};
    const along = {type: 'linear', display: false, offset: false, min: -0.5, max: plot.labels.length - 0.5, ticks: slots};
    const values = {type: 'linear', display: false, offset: false, min: plot.scale.min, max: plot.scale.max};
    return {
      data: {datasets: [dots(plot, colour), ...lines(plot, colour).reverse(), ...bars(plot, colour), ...areas(plot, colour)]},
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        events: [],
        layout: {padding: context => padding(plot, context.chart.width)},
        scales: isRows(plot) ? {x: values, y: {...along, reverse: true}} : {x: along, y: values},
        plugins: {legend: {display: false}, tooltip: {enabled: false}},
      },
      plugins: [drawing(plot, colour, pointed)],
    };
  }

  window.helhetssynDrawing = {configuration, pixel};
})();
