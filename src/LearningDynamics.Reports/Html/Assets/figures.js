// From results to traces and layouts. Nothing here touches the page.
const figures = (() => {
  const { plain } = texts;

  const unique = values => [...new Set(values)];

  // What is shown: one point, or all of them with a colour each.
  function shown(run, view) {
    const all = run.points.map((point, index) => ({ point, index }));
    return view.point === null ? all : [all[view.point]];
  }

  function line(style, view, index, count) {
    return { color: view.point === null ? styles.point(index, count) : styles.colour(style.colour), dash: style.dash, width: view.point === null ? Math.min(style.width, 3) : style.width };
  }

  function curveTraces(style, view, index, count, data) {
    if (style.dash === 'dots')
      return [{ type: 'scatter', mode: 'markers', marker: { color: line(style, view, index, count).color, size: line(style, view, index, count).width }, ...data }];
    const markers = style.symbol && view.point !== null ? { mode: 'lines+markers', marker: { symbol: style.symbol, size: 6, maxdisplayed: 24 } } : { mode: 'lines' };
    const drawn = { type: 'scatter', line: line(style, view, index, count), opacity: style.opacity, ...markers, ...data };
    const alone = isolated(data.y);
    const dots = { ...drawn, mode: 'markers', marker: { symbol: style.symbol ?? 'circle', size: 6, color: drawn.line.color }, x: alone.map(place => data.x[place]), y: alone.map(place => data.y[place]) };
    return alone.length > 0 ? [drawn, dots] : [drawn];
  }

  // A value between two gaps makes no line: without a dot it would not show.
  function isolated(values) {
    const missing = place => values[place] === null || values[place] === undefined;
    return [...values.keys()].filter(place => !missing(place) && missing(place - 1) && missing(place + 1));
  }

  function title(name, view, labels, index) {
    return plain(view.point === null ? `${labels[index]}, ${name}` : name);
  }

  function curve(run, view, labels, name) {
    const traces = [];
    const count = run.points.length;
    let compared = false;
    for (const { point, index } of shown(run, view)) {
      const routes = point.routes.filter(route => view.routes.has(route.route) && name in route.observables);
      for (const route of routes)
        traces.push(...curveTraces(styles.routes[route.route], view, index, count, { x: route.times, y: route.observables[name], name: title(route.route, view, labels, index) }));
      for (const [left, right] of pairs(routes)) {
        const deviation = deviations(left, right, name);
        compared ||= deviation.x.length > 0;
        const what = title(`${left.route} − ${right.route}`, view, labels, index);
        traces.push(...curveTraces(styles.pairs[`${left.route} ${right.route}`], view, index, count, { ...deviation, name: what, yaxis: 'y2' }));
      }
    }
    return { traces, layout: curveLayout(view, traces, compared, eventTimes(run, view)) };
  }

  const pairs = routes => routes.flatMap((left, index) => routes.slice(index + 1).map(right => [left, right]));

  // |left - right| at the times that both have. An exact 0 has no place on a logarithmic axis and is not drawn.
  function deviations(left, right, name) {
    const places = new Map(right.times.map((time, index) => [time, index]));
    const x = left.times.filter(time => places.has(time));
    const y = left.times.flatMap((time, index) => places.has(time) ? [Math.abs(left.observables[name][index] - right.observables[name][places.get(time)]) || null] : []);
    return { x, y };
  }

  function eventTimes(run, view) {
    return view.point === null ? [] : unique(run.points[view.point].routes.filter(route => view.routes.has(route.route)).flatMap(route => route.eventTimes));
  }

  function curveLayout(view, traces, compared, events) {
    const layout = {
      xaxis: { title: { text: 't' }, type: view.logTime ? 'log' : 'linear', anchor: compared ? 'y2' : 'y' },
      yaxis: { domain: compared ? [0.42, 1] : [0, 1] },
      shapes: events.map(time => ({ type: 'line', x0: time, x1: time, yref: 'paper', y0: 0, y1: 1, line: { color: styles.colour('--quiet'), width: 1, dash: 'dot' } })),
    };
    if (!compared)
      return layout;
    const exact = traces.every(one => one.yaxis !== 'y2' || one.y.every(value => value === null));
    layout.yaxis2 = { domain: [0, 0.32], type: 'log', exponentformat: 'e', nticks: 5, title: { text: 'deviation' }, visible: !exact };
    if (exact)
      layout.annotations = [{ text: 'Equal to the last bit.', xref: 'paper', yref: 'paper', x: 0.5, y: 0.16, showarrow: false }];
    return layout;
  }

  function mapOf(route, name) {
    return view => view.routes.has(route.route) ? route.maps[name] : undefined;
  }

  // A map over one axis: a line for each route.
  function lineMap(run, view, labels, name) {
    const traces = [];
    let axis = '';
    for (const { point, index } of shown(run, view)) {
      for (const route of point.routes) {
        const map = mapOf(route, name)(view);
        if (!map)
          continue;
        axis = map.axes[0].name;
        const values = map.values.map(value => typeof value === 'number' || value === null ? value : plain(value));
        traces.push(...curveTraces(styles.routes[route.route], view, index, run.points.length, { x: map.axes[0].values, y: values, name: title(route.route, view, labels, index) }));
      }
    }
    return { traces, layout: { xaxis: { title: { text: plain(axis) } }, yaxis: {} } };
  }

  // A map over two axes, of one route at one point. Labels get a colour each, the same for every route and point.
  function planeMap(run, view, labels, name, routeName) {
    const index = view.point ?? 0;
    const map = run.points[index].routes.find(route => route.route === routeName)?.maps[name];
    if (!map)
      return { traces: [], layout: {} };
    const all = run.points.flatMap(point => point.routes).flatMap(route => route.maps[name]?.values.flat() ?? []).filter(value => value !== null);
    const z = map.axes[1].values.map((_, row) => map.values.map(column => column[row]));
    const common = { type: 'heatmap', x: map.axes[0].values, y: map.axes[1].values, name: '', hoverongaps: false };
    const heat = all.every(value => typeof value === 'number') ? numbers(z, all) : classes(z, unique(all.map(String)));
    const layout = {
      xaxis: { title: { text: plain(map.axes[0].name) } },
      yaxis: { title: { text: plain(map.axes[1].name) } },
    };
    if (labels[index])
      layout.title = { text: plain(labels[index]), font: { size: 13 } };
    return { traces: [{ ...common, ...heat }], layout };
  }

  function numbers(z, all) {
    const range = all.length === 0 ? [0, 1] : all.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
    return { z, zmin: range[0], zmax: range[1], colorscale: 'Viridis', colorbar: { thickness: 12 } };
  }

  function classes(z, names) {
    const share = index => index / names.length;
    const colour = index => styles.categories[index % styles.categories.length];
    return {
      z: z.map(row => row.map(value => value === null ? null : names.indexOf(String(value)))),
      text: z.map(row => row.map(value => value === null ? '' : plain(value))),
      hoverinfo: 'x+y+text',
      zmin: -0.5,
      zmax: names.length - 0.5,
      colorscale: names.flatMap((_, index) => [[share(index), colour(index)], [share(index + 1), colour(index)]]),
      colorbar: { thickness: 12, tickvals: names.map((_, index) => index), ticktext: names.map(plain) },
    };
  }

  // A finding over the swept parameter, whatever point is shown.
  function finding(run, view, labels, name, parameter) {
    const places = run.points.map(point => point.parameters[parameter]);
    const order = places.map((_, index) => index).sort((left, right) => places[left] - places[right]);
    const traces = Object.keys(styles.routes).filter(route => view.routes.has(route)).map(route => {
      const value = index => run.points[index].routes.find(one => one.route === route)?.findings[name];
      const y = order.map(index => typeof value(index) === 'number' ? value(index) : null);
      const style = styles.routes[route];
      const [drawn] = curveTraces(style, { point: 0 }, 0, 1, { x: order.map(index => places[index]), y, name: route });
      return { ...drawn, mode: 'lines+markers', marker: { symbol: style.symbol ?? 'circle', size: style.symbol ? 8 : 5 } };
    }).filter(one => one.y.some(value => value !== null));
    return { traces, layout: { xaxis: { title: { text: plain(parameter) } }, yaxis: {} } };
  }

  return { curve, line: lineMap, plane: planeMap, finding };
})();

