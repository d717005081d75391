// Maps over two axes as planes of colours, with curves on them.
const planes = (() => {
  const unique = families.unique;

  function build(run, figure, width) {
    const cells = regions.cells(run, figure, ['name', 'family'], ['panel', 'route']);
    const colours = Object.fromEntries(unique(cells.map(cell => cell.name)).map((name, index) => [name, scaleOf(cells.filter(cell => cell.name === name), figure, index)]));
    const labels = unique(Object.values(colours).flatMap(colour => colour.labels ?? []));
    const borders = unique(cells.flatMap(cell => figure.borders.filter(name => borderMap(cell, name))));
    const placed = cells.map(cell => ({
      ...cell,
      x: axis(run, figure.xTitle, cell.map.axes[0], figure.xScale),
      y: axis(run, figure.yTitle, cell.map.axes[1], figure.yScale),
      sharedRow: true,
      traces: [heat(cell, colours[cell.name], labels, figure), ...figure.borders.flatMap(name => border(cell, name, borders))],
    }));
    const legends = [
      labels.map((label, index) => ({ name: texts.plain(label), look: { mode: 'markers', marker: { symbol: 'square', size: 12, color: pale(index) } } })),
      borders.map(name => ({ name: texts.plain(name), look: { mode: 'lines', line: borderLine(name, borders) } })),
    ];
    const all = legends[1].length === 1 ? [[...legends[0], ...legends[1]], []] : legends;
    const bars = Object.values(colours).filter(colour => !colour.labels);
    const picture = panels.arrange(placed, all, { ...figure, square: true, bar: bars.length > 0 }, width);
    for (const bar of bars)
      addBar(picture, placed, bar);
    return picture;
  }

  // What colours mean for the maps of one name: labels, or numbers on a scale of their own.
  function scaleOf(cells, figure, index) {
    const values = unique(cells.flatMap(cell => cell.map.values.flat())).filter(value => value !== null);
    if (values.some(value => typeof value !== 'number'))
      return { labels: values.map(String) };
    const logarithmic = figure.colourScale === 'log';
    const range = values.map(value => logarithmic ? Math.log10(value) : value).filter(Number.isFinite).reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
    return { name: cells[0].name, axis: `coloraxis${index === 0 ? '' : index + 1}`, range: range[0] > range[1] ? [0, 1] : range, logarithmic };
  }

  // A colour between a category's and the page's, so that curves and text stand out on it.
  function pale(index) {
    const part = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
    const [colour, page] = [styles.categories[index % styles.categories.length], styles.colour('--page')];
    return `rgb(${[1, 3, 5].map(at => Math.round(0.62 * part(colour, at) + 0.38 * part(page, at))).join(', ')})`;
  }

  // A position is the middle of its field: an axis goes from half a step before its first one to half a step behind its last one.
  function edges(values, scale) {
    const [there, back] = scale === 'log' ? [Math.log, Math.exp] : [value => value, value => value];
    const place = values.map(there);
    const half = at => place.length > 1 ? (place[at + 1] - place[at]) / 2 : 0.5;
    return [place[0] - half(0), ...place.slice(1).map((value, index) => value - half(index)), place.at(-1) + half(Math.max(0, place.length - 2))].map(back);
  }

  function axis(run, title, { name, values }, scale) {
    const ends = edges(values, scale);
    const range = [ends[0], ends.at(-1)].map(value => scale === 'log' ? Math.log10(value) : value);
    return { title: { text: title ? texts.symbol(title) : texts.parameter(run, name) }, ...declared.scaled(scale), range, showgrid: false, ticks: '' };
  }

  function heat({ map, title, name }, { axis: colourAxis, logarithmic }, labels, figure) {
    const z = map.axes[1].values.map((_, row) => map.values.map(column => column[row]));
    const common = {
      type: 'heatmap', x: edges(map.axes[0].values, figure.xScale), y: edges(map.axes[1].values, figure.yScale), name: title || texts.plain(name), hoverongaps: false, showscale: false,
      text: z.map((row, up) => row.map((value, across) => value === null ? '' : hover(map, across, up, value))), hoverinfo: 'text+name',
    };
    if (colourAxis)
      return { ...common, z: z.map(row => row.map(value => logarithmic ? value > 0 ? Math.log10(value) : null : value)), coloraxis: colourAxis };
    const share = index => index / labels.length;
    return {
      ...common,
      z: z.map(row => row.map(value => value === null ? null : labels.indexOf(String(value)))),
      zmin: -0.5, zmax: labels.length - 0.5,
      colorscale: labels.flatMap((_, index) => [[share(index), pale(index)], [share(index + 1), pale(index)]]),
    };
  }

  const hover = ({ axes }, across, up, value) =>
    `${texts.plain(axes[0].name)} = ${texts.number(axes[0].values[across])}<br>${texts.plain(axes[1].name)} = ${texts.number(axes[1].values[up])}<br><b>${texts.number(value)}</b>`;

  // The bar of a name's colours, at the right of its rows.
  function addBar(picture, cells, { name, axis: colourAxis, range, logarithmic }) {
    const axisOf = (letter, cell) => picture.layout[`${letter}axis${cells.indexOf(cell) === 0 ? '' : cells.indexOf(cell) + 1}`];
    const own = cells.filter(cell => cell.name === name).map(cell => axisOf('y', cell).domain);
    const [low, high] = [Math.min(...own.map(domain => domain[0])), Math.max(...own.map(domain => domain[1]))];
    const right = Math.max(...cells.map(cell => axisOf('x', cell).domain[1]));
    picture.layout[colourAxis] = {
      cmin: range[0], cmax: range[1], colorscale: 'Viridis',
      colorbar: {
        thickness: 12, outlinewidth: 0, x: right, xpad: 14, y: (low + high) / 2, len: high - low, exponentformat: 'power', title: { text: texts.plain(name), side: 'right' },
        ...logarithmic && ticks(range),
      },
    };
  }

  // Colours stand for logarithms; the bar shows what they are logarithms of: powers of ten, and 2 and 5 times these where there are few.
  function ticks([low, high]) {
    const powers = Array.from({ length: Math.floor(high) - Math.floor(low) + 1 }, (_, index) => Math.floor(low) + index);
    const fine = powers.flatMap(power => [1, 2, 5].map(factor => ({ value: power + Math.log10(factor), text: texts.number(factor * 10 ** power) })));
    const coarse = powers.map(power => ({ value: power, text: `10<sup>${power}</sup>` }));
    const shown = (high - low > 2.5 ? coarse : fine).filter(({ value }) => value >= low && value <= high);
    return { tickvals: shown.map(({ value }) => value), ticktext: shown.map(({ text }) => text) };
  }

  // A curve that this route does not give is taken from the first that does.
  const borderMap = ({ point, route }, name) => (point.routes.find(one => one.route === route && one.maps[name]) ?? point.routes.find(one => one.maps[name]))?.maps[name];

  const borderLine = (name, borders) => ({ color: styles.colour('--text'), width: 1.75, dash: ['solid', 'dash', 'dot', 'dashdot'][borders.indexOf(name) % 4] });

  function border(cell, name, borders) {
    const map = borderMap(cell, name);
    if (!map)
      return [];
    const curvesOf = map.axes.length === 1 ? [map.values] : map.axes[1].values.map((_, index) => map.values.map(column => column[index]));
    return curvesOf.map(y => ({ type: 'scatter', mode: 'lines', x: map.axes[0].values, y, line: borderLine(name, borders), name: texts.plain(name), connectgaps: false }));
  }

  return { build };
})();

