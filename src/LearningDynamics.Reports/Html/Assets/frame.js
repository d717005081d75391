// What all plots have in common: fonts, colours, lines.
const frame = (() => {
  // The buttons are named one by one: the library's own choice includes one that sends the data to a server.
  const config = {
    displaylogo: false,
    plotlyServerURL: '',
    modeBarButtons: [['toImage'], ['zoom2d', 'pan2d'], ['zoomIn2d', 'zoomOut2d', 'autoScale2d']],
    toImageButtonOptions: { format: 'svg' },
  };

  function axis(more) {
    return { automargin: true, gridcolor: styles.colour('--line'), zeroline: false, linecolor: styles.colour('--quiet'), ...more };
  }

  function complete(layout, size) {
    const axes = Object.fromEntries(Object.entries(layout).filter(([name]) => /^[xy]axis\d*$/.test(name)).map(([name, value]) => [name, axis(value)]));
    return {
      ...size,
      showlegend: false,
      hovermode: 'closest',
      margin: { l: 55, r: 15, t: layout.title ? 35 : 26, b: 40 },
      paper_bgcolor: 'rgba(0, 0, 0, 0)',
      plot_bgcolor: 'rgba(0, 0, 0, 0)',
      font: { family: getComputedStyle(document.body).fontFamily, size: 12, color: styles.colour('--text') },
      hoverlabel: { namelength: -1 },
      modebar: { bgcolor: 'rgba(0, 0, 0, 0)', color: styles.colour('--quiet'), activecolor: styles.colour('--text') },
      ...layout,
      ...axes,
    };
  }

  return { config, complete };
})();

