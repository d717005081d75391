// A small picture where the curves of a figure leave room.
const inset = (() => {
  const sizes = [1, 0.85, 0.72].map(scale => ({ width: 0.38 * scale, height: 0.36 * scale }));

  // What its own numbers and titles need at its left and below it, and what keeps it from the curves at its right and above it.
  const room = { left: 0.085, below: 0.14, right: 0.015, above: 0.03 };

  // Points along the curves, as shares of the picture's width and height.
  function shares(all, figure) {
    const scale = (values, kind) => values.map(value => value === null ? NaN : kind === 'log' ? Math.log(value) : value);
    const scaled = all.map(one => ({ x: scale(one.x, figure.xScale), y: scale(one.y, figure.yScale) }));
    const range = part => {
      const finite = scaled.flatMap(one => one[part]).filter(Number.isFinite);
      const [low, high] = finite.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
      return value => 0.05 + 0.9 * (value - low) / (high - low || 1);
    };
    const [across, up] = [range('x'), range('y')];
    return scaled.flatMap(one => one.x.slice(1).flatMap((_, index) => Array.from({ length: 20 }, (_, step) => {
      const between = part => one[part][index] + (one[part][index + 1] - one[part][index]) * step / 20;
      return [across(between('x')), up(between('y'))];
    })));
  }

  // The place that covers least: the largest that covers nothing, if there is one, and the nearest to a corner.
  function freePlace(all, figure) {
    const points = shares(all, figure);
    const steps = [0, 1, 0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.5];
    let best = null;
    for (const size of sizes) {
      const [spareX, spareY] = [1 - size.width - room.left - room.right, 1 - size.height - room.below - room.above];
      const places = [1, 0, 0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4, 0.5].flatMap(up => steps.map(across => ({ ...size, left: across * spareX, bottom: up * spareY })));
      for (const place of places) {
        const [right, top] = [place.left + size.width + room.left + room.right, place.bottom + size.height + room.below + room.above];
        const covered = points.filter(([x, y]) => x > place.left - 0.02 && x < right + 0.02 && y > place.bottom - 0.02 && y < top + 0.02).length;
        if (best === null || covered < best.covered)
          best = { ...place, right, top, covered };
      }
      if (best.covered === 0)
        break;
    }
    return best;
  }

  // Adds the picture to a figure of one panel.
  function add(drawn, all, small, figure, axisTitles) {
    const place = freePlace(all, figure);
    const { xaxis, yaxis } = drawn.layout;
    const within = (domain, from, to) => [domain[0] + from * (domain[1] - domain[0]), domain[0] + to * (domain[1] - domain[0])];
    const common = { tickfont: { size: 10 }, nticks: 4, showline: true, mirror: true, automargin: false };
    const title = text => ({ text, font: { size: 11 }, standoff: 2 });
    const [x, y] = [within(xaxis.domain, place.left + room.left, place.right - room.right), within(yaxis.domain, place.bottom + room.below, place.top - room.above)];
    addGround(drawn, within(xaxis.domain, Math.max(place.left, 0.002), place.right), within(yaxis.domain, Math.max(place.bottom, 0.004), place.top));
    drawn.layout.xaxis9 = { domain: x, anchor: 'y9', title: title(axisTitles.x), ...common };
    drawn.layout.yaxis9 = { domain: y, anchor: 'x9', title: title(axisTitles.y), ...common };
    drawn.traces.push(...small.map(trace => ({ ...trace, showlegend: false, xaxis: 'x9', yaxis: 'y9' })));
  }

  // The page's colour behind the picture and its titles, so that the figure's grid does not run through them.
  function addGround(drawn, x, y) {
    const hidden = { visible: false, fixedrange: true, range: [0, 1], automargin: false };
    drawn.layout.xaxis8 = { domain: x, anchor: 'y8', ...hidden };
    drawn.layout.yaxis8 = { domain: y, anchor: 'x8', ...hidden };
    drawn.traces.push({
      type: 'scatter', mode: 'lines', x: [0, 1, 1, 0, 0], y: [0, 0, 1, 1, 0], fill: 'toself', fillcolor: styles.colour('--page'), line: { width: 0 },
      hoverinfo: 'skip', showlegend: false, xaxis: 'x8', yaxis: 'y8',
    });
  }

  return { add };
})();

