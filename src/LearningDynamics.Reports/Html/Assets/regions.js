// Which map over two axes stands in which panel of a figure.
const regions = (() => {
  const unique = families.unique;

  // A panel for each map that there is, by its name, family, panel value and route. What of these goes down and what across, the two keys say.
  function cells(run, figure, down, across) {
    const { all, panels: groups } = families.panels(run, figure);
    const found = figure.names.flatMap(name => groups.flatMap(group => group.families.flatMap(family => Object.keys(styles.routes).flatMap(route => {
      const point = family.points.find(member => mapOf(member, route, name));
      return point ? [{ name, panel: group.title, family: all[family.index].label, route, point, map: mapOf(point, route, name) }] : [];
    }))));
    const keys = (cell, parts) => JSON.stringify(parts.map(part => cell[part]));
    const [rows, columns] = [unique(found.map(cell => keys(cell, down))), unique(found.map(cell => keys(cell, across)))];
    const titled = ['name', 'family', 'panel', 'route'].filter(part => unique(found.map(cell => cell[part])).length > 1);
    return found.map(cell => ({
      ...cell,
      row: rows.indexOf(keys(cell, down)),
      column: columns.indexOf(keys(cell, across)),
      title: titled.map(part => part === 'name' ? texts.plain(cell.name) : cell[part]).join(', '),
    }));
  }

  const mapOf = (point, route, name) => {
    const map = point.routes.find(one => one.route === route)?.maps[name];
    return map?.axes.length === 2 ? map : undefined;
  };

  return { cells };
})();

