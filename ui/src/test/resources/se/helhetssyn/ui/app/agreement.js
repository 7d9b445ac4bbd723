// What a live chart and the same chart on paper do not agree about, in words; empty when they agree.
pair => {
  const numbers = text => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const figure = pair.querySelector('figure.chart');
  const paper = [...pair.querySelectorAll('.paper g.plot')];
  const charts = figure.helhetssyn?.charts ?? [];
  const differences = [];
  if (charts.length !== paper.length) return [`${charts.length} plots, on paper ${paper.length}`];

  function live(chart) {
    const found = chart.helhetssynDrawn.map(each => ({...each}));
    const edges = [];
    chart.data.datasets.forEach((set, index) => {
      const data = chart.getDatasetMeta(index).data;
      const places = data.flatMap(each => [each.x, each.y]);
      if (set.kind === 'dot') data.forEach(each => found.push({kind: 'dot', place: [each.x, each.y]}));
      if (set.kind === 'line') found.push({kind: 'line', place: places});
      if (set.kind === 'area') edges.push(data);
      if (set.kind === 'bar') {
        data.filter(each => Number.isFinite(each.base) && Number.isFinite(each.x) && Number.isFinite(each.y))
          .forEach(each => found.push({kind: 'bar', place: set.indexAxis === 'y'
            ? [each.base, each.y - each.height / 2, each.x, each.y + each.height / 2]
            : [each.x - each.width / 2, each.y, each.x + each.width / 2, each.base]}));
      }
    });
    for (let i = 0; i < edges.length; i += 2) {
      const around = [...edges[i], ...[...edges[i + 1]].reverse()];
      found.push({kind: 'area', place: around.flatMap(each => [each.x, each.y])});
    }
    return found;
  }

  function drawn(plot) {
    const number = (element, name) => Number(element.getAttribute(name));
    return [...plot.querySelectorAll('rect, path, polyline, polygon, circle, text')]
      .filter(element => !element.closest('.rim'))
      .map(element => {
        const kind = element.localName === 'text' ? 'text' : element.getAttribute('class');
        if (kind === 'text') {
          return {kind, text: element.textContent, place: [number(element, 'x'), number(element, 'y')]};
        }
        if (kind === 'dot') return {kind, place: numbers(element.getAttribute('data-place'))};
        if (kind === 'flag') return {kind, place: [number(element, 'cx'), number(element, 'cy')]};
        if (element.localName === 'rect') {
          const [x, y] = [number(element, 'x'), number(element, 'y')];
          return {kind, place: [x, y, x + number(element, 'width'), y + number(element, 'height')]};
        }
        return {kind, place: numbers(element.getAttribute('d') ?? element.getAttribute('points'))};
      });
  }

  const same = (a, b) => a.kind === b.kind && a.text === b.text && a.place.length === b.place.length
    && a.place.every((number, index) => Math.abs(number - b.place[index]) <= 1);

  charts.forEach((chart, index) => {
    const left = live(chart);
    const area = numbers(paper[index].getAttribute('data-frame'));
    const own = ['left', 'top', 'right', 'bottom'].map(edge => chart.chartArea[edge]);
    if (!same({place: area}, {place: own})) differences.push(`plot area ${own} on paper ${area}`);
    drawn(paper[index]).forEach(item => {
      const at = left.findIndex(each => same(each, item));
      if (at < 0) differences.push(`only on paper: ${JSON.stringify(item)}`);
      else left.splice(at, 1);
    });
    left.forEach(item => differences.push(`only on the screen: ${JSON.stringify(item)}`));
  });

  const plain = text => text.replace(/\s+/g, '');
  const written = plain([...pair.querySelectorAll('.paper text')].map(each => each.textContent).join(''));
  figure.querySelectorAll('figcaption, .chart-keys li, .chart-notes li, .chart-name, .heat td, .heat th').forEach(element => {
    const words = plain(element.textContent);
    if (element.checkVisibility() && !written.includes(words)) differences.push(`not on paper: ${words}`);
  });
  return differences;
}
