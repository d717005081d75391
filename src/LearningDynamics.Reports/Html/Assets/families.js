// Which points of a run stand in which panel of a figure, and which of them share a colour.
const families = (() => {
  const unique = values => [...new Set(values)];

  function swept(points) {
    return Object.keys(points[0]?.parameters ?? {}).filter(name => unique(points.map(point => point.parameters[name])).length > 1);
  }

  // Groups with the same values of some parameters, in the order of the points.
  function grouped(points, names) {
    const groups = new Map();
    for (const point of points) {
      const key = JSON.stringify(names.map(name => point.parameters[name]));
      groups.set(key, [...groups.get(key) ?? [], point]);
    }
    return [...groups.values()];
  }

  const settled = (points, names) => names.filter(name => unique(points.map(point => point.parameters[name])).length === 1);

  const label = (run, point, names) => names.map(name => texts.setting(run, name, point.parameters[name])).join(', ');

  // A panel for each value of a parameter. Whatever else does not vary within any panel is named in its title; the rest tells the families apart.
  function panels(run, figure) {
    const varying = swept(run.points).filter(name => name !== (figure.kind === 'sweep' ? figure.over : null));
    const groups = varying.includes(figure.panels) ? grouped(run.points, [figure.panels]) : [run.points];
    const titled = groups.length > 1 ? varying.filter(name => groups.every(points => settled(points, [name]).length === 1)) : [];
    const inner = varying.filter(name => !titled.includes(name));
    const all = grouped(run.points, inner).map(points => ({ label: label(run, points[0], inner), values: inner.map(name => points[0].parameters[name]) }));
    return {
      all,
      panels: groups.map(points => ({
        title: label(run, points[0], titled),
        families: grouped(points, inner).map(members => ({ points: members, index: all.findIndex(family => family.label === label(run, members[0], inner)) })),
      })),
    };
  }

  // For maps as curves: a family for each position of the second axis, and a panel for each point.
  function byPosition(run, figure) {
    const maps = run.points.flatMap(point => point.routes).flatMap(route => figure.names.map(name => route.maps[name])).filter(map => map?.axes.length === 2);
    const given = panels(run, figure);
    if (maps.length === 0)
      return given;
    const positions = unique(maps.flatMap(map => map.axes[1].values)).sort((left, right) => left - right);
    const all = positions.map(value => ({ label: texts.setting(run, maps[0].axes[1].name, value), values: [value] }));
    const titled = (group, family) => [group.title, given.all.length > 1 ? given.all[family.index].label : ''].filter(part => part).join(', ');
    return {
      all,
      panels: given.panels.flatMap(group => group.families.map(family => ({ title: titled(group, family), families: positions.map((position, index) => ({ points: family.points, index, position })) }))),
    };
  }

  // Numbers are ordered, so their colours are steps of a scale; anything else gets colours that are far apart.
  function colours(all) {
    const isOrdered = all.length > styles.lines().length || (all.length > 2 && all.every(family => family.values.every(value => typeof value === 'number')));
    return all.map((_, index) => isOrdered ? styles.point(index, all.length) : styles.lines()[index]);
  }

  return { panels, byPosition, colours, unique };
})();

