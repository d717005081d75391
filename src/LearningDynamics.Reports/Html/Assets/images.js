// Every declared figure as an image to save: report.html#images-png and report.html#images-svg show them, in the colours of the page.
const images = (() => {
  // As wide as a page of text; the wide ones are scaled down there, and need fewer dots.
  const narrow = { width: 760, dotsPerPixel: 2 }, wide = { width: 1120, dotsPerPixel: 1.5 };

  const address = /^#images-(png|svg)$/;

  async function image(plot, run, format) {
    const figure = run.figures[Number(plot.dataset.figure)];
    const first = declared.build(run, figure, narrow.width);
    const { width, dotsPerPixel } = first.layout.annotations.length > 1 ? wide : narrow;
    const { traces, layout } = width === narrow.width ? first : declared.build(run, figure, width);
    const size = { width, height: layout.height };
    const drawn = { data: traces, layout: { ...frame.complete(layout, size), paper_bgcolor: styles.colour('--page') }, config: frame.config };
    const source = await Plotly.toImage(drawn, { format, scale: format === 'png' ? dotsPerPixel : 1, ...size });
    return Object.assign(document.createElement('img'), { src: source, alt: figure.title, width, height: layout.height, id: plot.dataset.image });
  }

  // Shows the images that the address asks for, if it does.
  async function show(experiments) {
    const format = address.exec(location.hash)?.[1];
    if (!format)
      return;
    const place = document.createElement('section');
    place.append(Object.assign(document.createElement('h2'), { textContent: 'Images' }));
    for (const { run, plots } of experiments) {
      for (const plot of plots.filter(one => one.dataset.kind === 'declared')) {
        const link = Object.assign(document.createElement('a'), { download: `${plot.dataset.image}.${format}` });
        link.append(await image(plot, run, format));
        link.href = link.firstChild.src;
        place.append(link);
      }
    }
    place.id = 'images';
    document.querySelector('main').append(place);
    place.scrollIntoView();
  }

  return { show };
})();

