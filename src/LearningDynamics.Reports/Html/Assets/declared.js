// The figures that an experiment declares: a panel for each value of a parameter, a colour for each family or name, a line style for each route.
const declared = (() => {
  const scaled = scale => scale === 'log' ? { type: 'log', exponentformat: 'power', minexponent: 4, minorloglabels: 'complete' } : { exponentformat: 'power', minexponent: 5 };

  // What names have in common: TimeHinge and TimeCrossEntropy are times, Confidence1 and Confidence2 confidences. Else the names themselves, if they are short.
  function joined(names) {
    const words = names.map(name => name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [name]);
    const shared = words[0].filter((word, index) => words.every(other => other.slice(0, index + 1).join('') === words[0].slice(0, index + 1).join('')));
    if (names.length > 1 && shared.length > 0)
      return texts.plain(shared.join(''));
    return names.join(', ').length <= 44 ? texts.plain(names.join(', ')) : undefined;
  }

  function xTitle(run, figure) {
    if (figure.xTitle)
      return texts.symbol(figure.xTitle);
    const axis = () => run.points.flatMap(point => point.routes).map(route => route.maps[figure.names[0]]?.axes[0].name).find(name => name) ?? '';
    return { 'curves': () => 't', 'phase-plane': () => texts.plain(figure.over), 'sweep': () => texts.parameter(run, figure.over), 'map': () => texts.parameter(run, axis()), 'map-curves': () => texts.parameter(run, axis()) }[figure.kind]();
  }

  // Decades get a tick each where there are several of them; a few get ticks at 2 and 5 too. Powers are for numbers that are long otherwise.
  function ticks(all, part, scale) {
    if (scale !== 'log')
      return {};
    const logs = all.flatMap(one => one[part].filter((value, index) => value > 0 && one.y[index] !== null)).map(Math.log10);
    const decades = logs.reduce((high, value) => Math.max(high, value), -Infinity) - logs.reduce((low, value) => Math.min(low, value), Infinity);
    const format = logs.every(value => value > -3 && value < 4) ? { exponentformat: 'none' } : {};
    if (decades > 2)
      return { ...format, dtick: Math.max(1, Math.ceil(decades / 8)) };
    return decades > 0.7 ? { ...format, dtick: 'D2' } : format;
  }

  function axes(run, figure, names, all) {
    return {
      x: { title: { text: xTitle(run, figure) }, ...scaled(figure.xScale), ...ticks(all, 'x', figure.xScale) },
      y: { title: { text: figure.yTitle ? texts.symbol(figure.yTitle) : joined(names) }, ...scaled(figure.yScale), ...ticks(all, 'y', figure.yScale) },
    };
  }

  // Names share a panel where colours are free for them; over families each name has a row.
  function lines(run, figure, width) {
    const { all, panels: groups } = figure.kind === 'map-curves' ? families.byPosition(run, figure) : families.panels(run, figure);
    const names = series.names(run, figure);
    const isByName = all.length === 1 && names.length > 1;
    const everything = groups.flatMap(group => group.families.flatMap(family => series.of(figure, names, family))).map(one => ({ ...one, y: curves.shown(one, figure) }));
    const routes = Object.keys(styles.routes).filter(route => everything.some(one => one.route === route));
    const colours = isByName ? families.colours(names.map(name => ({ label: name, values: [name] }))) : all.length > 1 ? families.colours(all) : null;
    const colour = (family, one) => colours === null ? styles.colour(styles.routes[one.route].colour) : colours[isByName ? names.indexOf(one.name) : family.index];
    const rows = isByName ? [names] : names.map(name => [name]);
    const isMeasured = name => everything.every(one => one.name !== name || one.route === 'trained');
    const titled = (shown, group) => rows.length > 1 && figure.yTitle ? [texts.plain(shown[0]), group.title].filter(part => part).join(', ') : group.title;
    const cells = rows.flatMap((shown, row) => groups.map((group, column) => ({
      row, column, sharedRow: true, sharedAcross: true, title: titled(shown, group),
      traces: group.families.flatMap(family => series.of(figure, shown, family).map(one => ({ ...one, isMeasured: isMeasured(one.name) })).flatMap(one => drawn(one, colour(family, one), routes, figure, family, all))),
      ...axes(run, figure, shown, everything.filter(one => shown.includes(one.name))),
    })));
    const legends = [
      colours === null ? [] : isByName ? entries(names.map(texts.plain), colours) : entries(all.map(family => family.label), colours),
      routes.length > 1 ? routes.map(route => ({ name: route, look: colours === null ? coloured(route, routes) : curves.key(route, routes) })) : [],
    ];
    const picture = panels.arrange(cells, legends, figure, width);
    if (figure.inset.length > 0 && cells.length === 1)
      addInset(run, figure, picture, everything, groups[0].families, colour, routes, isByName);
    return picture;
  }

  function drawn(one, colour, routes, figure, family, all) {
    const name = [all.length > 1 ? family.label : null, texts.plain(one.name), one.route].filter(part => part).join(', ');
    const extra = figure.kind === 'phase-plane' && one.route === routes.at(-1) ? curves.direction(one, colour) : [];
    return [...curves.traces(one, colour, routes, figure), ...extra].map(trace => ({ ...trace, name, legendgroup: groupOf(family, one, all) }));
  }

  const groupOf = (family, one, all) => all.length > 1 ? family.label : texts.plain(one.name);

  const entries = (names, colours) => names.map((name, index) => ({ name, group: name, look: { mode: 'lines', line: { color: colours[index], width: 3 } } }));

  // Where nothing but the routes needs telling apart, they have the colours that they have elsewhere.
  function coloured(route, routes) {
    const look = curves.key(route, routes);
    const color = styles.colour(styles.routes[route].colour);
    return { ...look, ...look.line && { line: { ...look.line, color } }, ...look.marker && { marker: { ...look.marker, color } } };
  }

  // The inset has the colours of the figure, name by name. Observables inside a figure over a parameter are those of the first point: they hardly depend on it.
  function addInset(run, figure, picture, everything, groups, colour, routes, isByName) {
    const isOverTime = figure.inset.some(name => series.available(run, 'observables').includes(name) || series.names(run, { kind: 'curves' }, [name]).some(one => one !== name));
    const inner = { ...figure, kind: isOverTime ? 'curves' : 'sweep', names: figure.inset, xScale: 'linear', yScale: 'linear', inset: [] };
    const names = series.names(run, inner);
    const twins = twinsOf(names, series.names(run, figure));
    const twin = one => isByName ? { ...one, name: twins[one.name] ?? one.name } : one;
    const small = groups.flatMap(family => series.of(inner, names, figure.kind === 'sweep' && isOverTime ? { ...family, points: family.points.slice(0, 1) } : family)
      .flatMap(one => drawn(twin(one), colour(family, twin(one)), routes, inner, family, groups)));
    inset.add(picture, everything, small, figure, { x: isOverTime ? 't' : texts.parameter(run, figure.over), y: joined(names) });
  }

  // Which name of the figure lends its colour to one of the inset: itself, or the one in its place.
  function twinsOf(names, outer) {
    return Object.fromEntries(names.map((name, index) => [name, outer.includes(name) ? name : outer[index]]));
  }

  const isPlane = (run, figure) => run.points.some(point => point.routes.some(route => figure.names.some(name => route.maps[name]?.axes.length === 2)));

  function build(run, figure, width) {
    if (figure.kind === 'scatter')
      return dots.build(run, figure, width);
    return figure.kind === 'map' && isPlane(run, figure) ? planes.build(run, figure, width) : lines(run, figure, width);
  }

  return { build, scaled, joined };
})();

