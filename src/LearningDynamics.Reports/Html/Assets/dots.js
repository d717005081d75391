// Maps as clouds of dots: a panel for each, all with the same square around all dots.
const dots = (() => {
  function build(run, figure, width) {
    const cells = regions.cells(run, figure, ['panel', 'family', 'route'], ['name']);
    const reach = 1.08 * cells.flatMap(cell => cell.map.values.flatMap(row => row.slice(0, 2))).filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const axis = title => ({ title: title ? { text: texts.symbol(title) } : undefined, range: [-reach, reach], zeroline: false });
    const placed = cells.map(cell => ({ ...cell, x: axis(figure.xTitle), y: axis(figure.yTitle), sharedRow: true, traces: [cloud(cell)] }));
    return panels.arrange(placed, [], { ...figure, square: true }, width);
  }

  function cloud({ map, title, row }) {
    const coordinate = index => map.values.map(values => Number.isFinite(values[index]) ? values[index] : null);
    const colour = styles.lines()[row % styles.lines().length];
    return { type: 'scatter', mode: 'markers', x: coordinate(0), y: coordinate(1), name: title, marker: { size: 3.5, opacity: 0.45, color: colour } };
  }

  return { build };
})();

