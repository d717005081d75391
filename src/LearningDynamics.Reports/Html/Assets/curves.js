// How series are drawn: the exact route as a full line, the flow dashed on it, the trained network as dots; a route alone always as a full line.
const curves = (() => {
  const looks = {
    'closed-form': { width: 5, dash: 'solid', opacity: 0.42 },
    'flow': { width: 2, dash: '7px,4px', opacity: 1 },
    'trained': { dots: true },
  };

  const alone = { width: 2.25, dash: 'solid', opacity: 1 };

  const dotsOfCurve = 14;

  function look(route, routes) {
    const exact = routes.filter(name => name !== 'trained');
    return routes.length === 1 || (route !== 'trained' && exact.length === 1) ? alone : looks[route];
  }

  // Traces of one series. Where there are few positions, each gets a dot.
  function traces(given, colour, routes, figure) {
    const { width, dash, opacity, dots } = look(given.route, routes);
    const one = { ...given, y: shown(given, figure) };
    const few = one.x.length <= 24 && figure.kind !== 'curves';
    const common = { type: 'scatter', x: one.x, y: one.y };
    if (areNames(one.x))
      return [{ ...common, mode: 'markers', marker: { color: colour, symbol: dots ? 'circle-open' : look(given.route, routes) === alone ? 'circle' : dash === 'solid' ? 'square' : 'diamond-open', size: 9 }, error_y: { array: one.spread, color: colour, thickness: 1.5 } }];
    const drawn = dots
      ? [{ ...common, ...picked(one, figure, few), mode: 'markers', marker: { color: colour, size: 6, line: { color: styles.colour('--page'), width: 1 } } }]
      : [{ ...common, mode: 'lines', line: { color: colour, width, dash, simplify: false }, opacity }];
    if (dots && one.isMeasured)
      drawn.unshift({ ...common, mode: 'lines', line: { color: colour, width: 1.25, simplify: false }, opacity: 0.7 });
    if (few && !dots && look(one.route, routes) === alone)
      drawn.push({ ...common, mode: 'markers', marker: { color: colour, size: 5 } });
    return one.spread ? [band(one, colour, figure), ...drawn] : drawn;
  }

  // What has no place on a logarithmic axis is a gap; the axes do not reach for the other coordinate of it either.
  function shown(one, figure) {
    const has = (value, scale) => scale !== 'log' || value > 0;
    return one.y.map((value, index) => has(value, figure.yScale) && has(one.x[index], figure.xScale) ? value : null);
  }

  // Between the choices of a parameter there is nothing, and no line.
  const areNames = values => values.some(value => typeof value !== 'number');

  // Dots at even distances along the axis, or along the curve in a phase plane: all of them would hide what is under them.
  function picked(one, figure, few) {
    if (few)
      return {};
    const place = figure.kind === 'phase-plane' ? lengths(one) : one.x.map(value => figure.xScale === 'log' ? Math.log(value) : value);
    const drawn = [...one.y.keys()].filter(index => Number.isFinite(place[index]) && one.y[index] !== null);
    if (drawn.length <= dotsOfCurve)
      return { x: drawn.map(index => one.x[index]), y: drawn.map(index => one.y[index]) };
    const [from, to] = [place[drawn[0]], place[drawn.at(-1)]];
    const nearest = target => drawn.reduce((best, index) => Math.abs(place[index] - target) < Math.abs(place[best] - target) ? index : best, drawn[0]);
    const chosen = families.unique(Array.from({ length: dotsOfCurve }, (_, step) => nearest(from + (to - from) * (step + 0.5) / dotsOfCurve)));
    return { x: chosen.map(index => one.x[index]), y: chosen.map(index => one.y[index]) };
  }

  // How far along a curve each of its points is, in shares of the curve's width and height.
  function lengths(one) {
    const extent = values => Math.max(...values) - Math.min(...values) || 1;
    const [width, height] = [extent(one.x), extent(one.y)];
    let length = 0;
    return one.x.map((_, index) => index === 0 ? 0 : length += Math.hypot((one.x[index] - one.x[index - 1]) / width, (one.y[index] - one.y[index - 1]) / height));
  }

  // One spread to either side. What a logarithmic axis cannot show is cut off at half the smallest mean.
  function band(one, colour, figure) {
    const places = [...one.y.keys()].filter(index => one.y[index] !== null && typeof one.spread[index] === 'number');
    const positive = one.y.filter(value => value > 0);
    const floor = figure.yScale === 'log' && positive.length > 0 ? positive.reduce((low, value) => Math.min(low, value)) / 2 : -Infinity;
    const edge = sign => places.map(index => Math.max(one.y[index] + sign * one.spread[index], floor));
    const x = places.map(index => one.x[index]);
    return {
      type: 'scatter', mode: 'lines', x: [...x, ...x.toReversed()], y: [...edge(1), ...edge(-1).toReversed()],
      fill: 'toself', fillcolor: colour, opacity: 0.16, line: { width: 0 }, hoverinfo: 'skip',
    };
  }

  // Where a curve in a phase plane starts, and which way it goes.
  function direction(one, colour) {
    const place = lengths(one);
    const middle = place.findIndex(length => length >= place.at(-1) / 2);
    const start = { type: 'scatter', mode: 'markers', x: [one.x[0]], y: [one.y[0]], marker: { color: colour, size: 8, line: { color: styles.colour('--page'), width: 1 } }, hoverinfo: 'skip' };
    if (middle < 1)
      return [start];
    const around = [middle - 1, middle];
    return [start, {
      type: 'scatter', mode: 'markers', x: around.map(index => one.x[index]), y: around.map(index => one.y[index]),
      marker: { symbol: 'arrow', angleref: 'previous', size: [0, 12], color: colour, opacity: 1, line: { width: 0 } }, hoverinfo: 'skip',
    }];
  }

  // How a route looks in the legend.
  function key(route, routes) {
    const { width, dash, opacity, dots } = look(route, routes);
    const colour = styles.colour('--text');
    return dots ? { mode: 'markers', marker: { color: colour, size: 6 } } : { mode: 'lines', line: { color: colour, width, dash }, opacity };
  }

  return { traces, shown, direction, key };
})();

