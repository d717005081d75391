// What a declared figure draws as curves: from its names and the results to series of numbers.
const series = (() => {
  // A vector-valued quantity comes out as Share1, Share2, ...
  function expand(names, available) {
    return names.flatMap(name => {
      const components = available.filter(one => one.startsWith(name) && /^[1-9]\d*$/.test(one.slice(name.length)));
      return available.includes(name) || components.length === 0 ? [name] : families.unique(components).sort((left, right) => left.slice(name.length) - right.slice(name.length));
    });
  }

  const available = (run, member) => families.unique(run.points.flatMap(point => point.routes).flatMap(route => Object.keys(route[member])));

  const isNumber = value => typeof value === 'number';

  const read = {
    'curves': (figure, name, points, spread) => each(points, route => ({ x: route.times, y: route.observables[name], spread: route.observables[spread] })),
    'phase-plane': (figure, name, points) => each(points, route => route.observables[figure.over] && { x: route.observables[figure.over], y: route.observables[name] }),
    'sweep': (figure, name, points, spread) => overParameter(figure.over, name, points, spread),
    'map': (figure, name, points, spread) => each(points, route => route.maps[name]?.axes.length === 1 && overAxis(route.maps[name], route.maps[spread])),
    'map-curves': (figure, name, points, spread, position) => each(points, route => route.maps[name] && overAxis(route.maps[name], route.maps[spread], position)),
  };

  function each(points, data) {
    return points.flatMap(point => point.routes.map(route => ({ route: route.route, ...data(route) })).filter(one => one.y));
  }

  const number = value => isNumber(value) ? value : null;

  // A map over two axes is read at a position of its second one; one over one axis is the same at all of them.
  function overAxis(map, spread, position) {
    const read = one => one && one.axes.length === 1 ? one.values.map(number) : one?.values.map(row => number(row[one.axes[1].values.indexOf(position)]));
    return { x: map.axes[0].values, y: read(map), spread: read(spread) };
  }

  function overParameter(parameter, name, points, spread) {
    const value = point => point.parameters[parameter];
    const ordered = points.every(point => isNumber(value(point))) ? [...points].sort((left, right) => value(left) - value(right)) : points;
    return Object.keys(styles.routes).map(route => {
      const finding = wanted => ordered.map(point => number(point.routes.find(one => one.route === route)?.findings[wanted]));
      return { route, x: ordered.map(point => isNumber(value(point)) ? value(point) : texts.plain(value(point))), y: finding(name), spread: spread && finding(spread) };
    }).filter(one => one.y.some(isNumber));
  }

  const members = { 'curves': 'observables', 'phase-plane': 'observables', 'sweep': 'findings', 'map': 'maps', 'map-curves': 'maps' };

  // The names of a figure, with those of vectors replaced by their components.
  const names = (run, figure, wanted) => expand(wanted ?? figure.names, available(run, members[figure.kind]));

  // The spread of a name: that of its place, of the same component.
  function spreadOf(figure, name) {
    const place = figure.names.findIndex(one => one === name || name.startsWith(one) && /^[1-9]\d*$/.test(name.slice(one.length)));
    return figure.spreads[place] && figure.spreads[place] + name.slice(figure.names[place].length);
  }

  // The series of one family: each with its name and route.
  function of(figure, all, family) {
    return all.flatMap(name => read[figure.kind](figure, name, family.points, spreadOf(figure, name), family.position).map(one => ({ name, ...one })));
  }

  return { names, of, available };
})();

