// Puts the panels of a figure side by side and its legends below them, where they cover nothing.
const panels = (() => {
  const left = 66, right = 14, barWidth = 84, gap = 26, ownAxisGap = 70, lineHeight = 19, axisHeight = 44, titleHeight = 24, insideGap = 62, tightGap = 34;
  const smallest = 215, tallest = 360, lower = 250, lowest = 230;

  const pen = document.createElement('canvas').getContext('2d');

  function textWidth(html, font) {
    pen.font = font;
    return pen.measureText(html.replace(/<[^>]*>/g, '').replace(/&[^;]+;/g, 'x')).width;
  }

  // How many lines a legend takes: in one line entries are as wide as they are, in several all are as wide as the widest.
  function legendLines(entries, width, font) {
    const widths = entries.map(entry => textWidth(entry.name, font) + 48);
    if (widths.reduce((sum, one) => sum + one, 0) <= width)
      return 1;
    return Math.ceil(entries.length / Math.max(1, Math.floor(width / Math.max(...widths))));
  }

  // Where each panel is, in pixels: rows of a figure that has several quantities, each row as wide as fits.
  function places(cells, figure, width) {
    const columns = Math.max(...cells.map(cell => cell.column)) + 1;
    const inner = width - left - (figure.bar ? barWidth : right);
    const between = figure.ownAxes ? ownAxisGap : gap;
    const across = Math.max(1, Math.min(columns, Math.floor((inner + between) / (smallest + between))));
    const size = (inner - between * (across - 1)) / across;
    const rows = Math.max(...cells.map(cell => cell.row)) + 1;
    const height = figure.square ? Math.min(size, 420) : Math.min(rows > 1 ? lower : tallest, Math.max(lowest, size * 0.72));
    const used = figure.square ? height : size;
    const linesOfRow = Math.ceil(columns / across);
    const margin = figure.square ? (inner - used * across - between * (across - 1)) / 2 : 0;
    return {
      lines: rows * linesOfRow,
      isTable: linesOfRow === 1, height, inner,
      of: cell => ({ line: cell.row * linesOfRow + Math.floor(cell.column / across), start: margin + (cell.column % across) * (used + between), size: used, isFirst: cell.column % across === 0 }),
    };
  }

  // cells: { row, column, title, traces, x, y, shapes, annotations }; legends: lists of entries { name, look, group }.
  function arrange(all, legends, figure, width) {
    const font = `12px ${getComputedStyle(document.body).fontFamily}`;
    const grid = places(all, figure, width);
    const cells = broken(withoutRepeats(all, grid), grid);
    const head = titleHeight + lineHeight * (Math.max(...cells.map(cell => cell.title?.split('<br>').length ?? 1)) - 1);
    const top = cells.some(cell => cell.title) ? head + 8 : 14;
    grid.gap = cells.some(cell => cell.row > 0 && cell.title) || !grid.isTable ? insideGap + head : tightGap;
    const plotted = grid.lines * grid.height + (grid.lines - 1) * grid.gap;
    const shown = legends.filter(entries => entries.length > 1);
    const lines = shown.map(entries => legendLines(entries, width - 20, font));
    const below = lines.reduce((sum, count) => sum + count * lineHeight + 6, 0);
    const height = top + plotted + axisHeight + below + 4;
    const layout = {
      height, shapes: [], annotations: [],
      margin: { l: left, r: figure.bar ? barWidth : right, t: top, b: axisHeight + below + 4, autoexpand: false },
      showlegend: shown.length > 0,
    };
    const traces = [];
    cells.forEach((cell, index) => place(cell, index, cells, grid, plotted, layout, traces));
    placeLegends(shown, lines, height, layout, traces);
    return { traces, layout };
  }

  // Where panels stand in rows and columns, the titles of a column stand at its head and what runs across at its foot.
  function withoutRepeats(cells, grid) {
    if (!grid.isTable)
      return cells;
    const repeats = (cell, test) => cells.some(other => other.column === cell.column && test(other));
    return cells.map(cell => ({
      ...cell,
      title: repeats(cell, other => other.row < cell.row && other.title === cell.title) ? '' : cell.title,
      x: repeats(cell, other => other.row > cell.row && other.x.title?.text === cell.x.title?.text) ? { ...cell.x, title: undefined } : cell.x,
    }));
  }

  // Titles that are wider than their panels get a line for each of their parts, all of them alike.
  function broken(cells, grid) {
    const font = `13px ${getComputedStyle(document.body).fontFamily}`;
    const fit = cells.every(cell => !cell.title || textWidth(cell.title, font) <= grid.of(cell).size);
    return fit ? cells : cells.map(cell => ({ ...cell, title: cell.title?.replaceAll(', ', '<br>') }));
  }

  function place(cell, index, cells, grid, plotted, layout, traces) {
    const { line, start, size, isFirst } = grid.of(cell);
    const name = index === 0 ? '' : String(index + 1);
    const step = grid.height + grid.gap;
    const [low, high] = [1 - (line * step + grid.height) / plotted, 1 - line * step / plotted];
    const x = [start / grid.inner, (start + size) / grid.inner];
    const isOwn = !cell.sharedRow || isFirst;
    layout[`xaxis${name}`] = { domain: x.map(clip), anchor: `y${name}`, ...cell.x, title: cell.x.title && { standoff: 8, ...cell.x.title } };
    layout[`yaxis${name}`] = { domain: [low, high].map(clip), anchor: `x${name}`, ...cell.y };
    if (cell.sharedAcross && index > 0)
      layout[`xaxis${name}`].matches = 'x';
    if (cell.sharedRow) {
      const first = cells.findIndex(other => other.row === cell.row);
      if (first !== index)
        layout[`yaxis${name}`].matches = `y${first === 0 ? '' : first + 1}`;
      if (!isOwn)
        Object.assign(layout[`yaxis${name}`], { showticklabels: false, title: undefined });
    }
    if (cell.title)
      layout.annotations.push({ text: cell.title, xref: 'paper', yref: 'paper', x: (x[0] + x[1]) / 2, y: high, xanchor: 'center', yanchor: 'bottom', yshift: 3, showarrow: false, font: { size: 13 } });
    traces.push(...cell.traces.map(trace => ({ ...trace, showlegend: false, xaxis: `x${name}`, yaxis: `y${name}` })));
  }

  const clip = share => Math.min(1, Math.max(0, share));

  // Entries of their own, which no data belongs to, so that a legend shows what it means and nothing else.
  function placeLegends(shown, lines, height, layout, traces) {
    let bottom = 2;
    for (const [index, entries] of [...shown.entries()].reverse()) {
      const name = index === 0 ? 'legend' : `legend${index + 1}`;
      layout[name] = {
        orientation: 'h', xref: 'container', yref: 'container', x: 0.5, xanchor: 'center', y: bottom / height, yanchor: 'bottom', bgcolor: 'rgba(0, 0, 0, 0)',
        itemclick: entries[0].group === undefined ? false : 'toggle', itemdoubleclick: false, itemsizing: 'trace', tracegroupgap: 0, font: { size: 12 },
      };
      traces.push(...entries.map(entry => ({ type: 'scatter', x: [null], y: [null], name: entry.name, legend: name, showlegend: true, legendgroup: entry.group ?? `${name} ${entry.name}`, ...entry.look })));
      bottom += lines[index] * lineHeight + 6;
    }
  }

  return { arrange };
})();

