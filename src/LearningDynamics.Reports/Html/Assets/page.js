// Draws every figure, and again when the view, the colours or the width change.
(() => {
  const results = JSON.parse(document.getElementById('results').textContent);

  const experiments = [...document.querySelectorAll('.experiment')].map(section => {
    const run = results.runs[Number(section.dataset.run)];
    const swept = sweptParameters(run);
    return {
      section,
      run,
      swept,
      labels: run.points.map(point => swept.map(name => `${name} = ${point.parameters[name]}`).join(', ')),
      plots: [...section.querySelectorAll('.plot')],
      view: { point: run.points.length > 1 ? null : 0, routes: new Set(Object.keys(styles.routes)), logTime: false },
    };
  });

  function sweptParameters(run) {
    const names = Object.keys(run.points[0]?.parameters ?? {});
    return names.filter(name => new Set(run.points.map(point => point.parameters[name])).size > 1);
  }

  const paper = matchMedia('print');

  // While a page is being printed its plots still have the window's width; this one fits A4 and Letter.
  const paperWidth = 640;

  // What is folded away is drawn when it is unfolded.
  const isFolded = plot => plot.closest('details:not([open])') !== null;

  function draw(experiment, plot) {
    if (isFolded(plot))
      return Promise.resolve();
    const { traces, layout } = picture(experiment, plot);
    return Plotly.react(plot, traces, frame.complete(layout, { width: widthOf(plot), height: plot.clientHeight }), frame.config);
  }

  const widthOf = plot => paper.matches ? paperWidth : plot.clientWidth;

  function picture({ run, view, labels, swept }, plot) {
    const { kind, name, route, figure } = plot.dataset;
    if (kind !== 'declared')
      return figures[kind](run, view, labels, name, kind === 'plane' ? route : swept[0]);
    const build = () => declared.build(run, run.figures[Number(figure)], widthOf(plot));
    let drawn = build();
    if (drawn.layout.annotations.length > 1 && !plot.parentElement.classList.contains('wide')) {
      plot.parentElement.classList.add('wide');
      drawn = build();
    }
    plot.style.height = `${drawn.layout.height}px`;
    return drawn;
  }

  function drawAll(experiment) {
    showKey(experiment);
    for (const plot of experiment.plots)
      draw(experiment, plot);
  }

  // The controls above the figures are their legend too.
  function addControls(experiment) {
    const controls = experiment.section.querySelector('.controls');
    if (!controls)
      return;
    if (experiment.run.points.length > 1)
      controls.append(pointChoice(experiment));
    const answered = Object.keys(styles.routes).filter(name => experiment.run.points.some(point => point.routes.some(route => route.route === name)));
    for (const name of answered)
      controls.append(routeChoice(experiment, name));
    for (const pair of Object.keys(styles.pairs).filter(pair => pair.split(' ').every(name => answered.includes(name))))
      controls.append(element('span', { className: 'key' }, swatch(styles.pairs[pair]), `deviation ${pair.replace(' ', ' − ')}`));
    if (experiment.plots.some(plot => plot.dataset.kind === 'curve'))
      controls.append(timeChoice(experiment));
    controls.append(element('ul', { className: 'points' }));
    controls.hidden = false;
  }

  function pointChoice(experiment) {
    const choice = element('select', {}, element('option', { value: '' }, 'all points'), ...experiment.labels.map((label, index) => element('option', { value: String(index) }, label)));
    choice.addEventListener('change', () => {
      experiment.view.point = choice.value === '' ? null : Number(choice.value);
      drawAll(experiment);
    });
    return element('label', {}, 'Point', choice);
  }

  function routeChoice(experiment, name) {
    const box = element('input', { type: 'checkbox', checked: true });
    box.addEventListener('change', () => {
      experiment.view.routes[box.checked ? 'add' : 'delete'](name);
      drawAll(experiment);
    });
    return element('label', {}, box, swatch(styles.routes[name]), name);
  }

  function timeChoice(experiment) {
    const box = element('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      experiment.view.logTime = box.checked;
      drawAll(experiment);
    });
    return element('label', {}, box, 'logarithmic time');
  }

  // Which colour is which point, where all are shown.
  function showKey(experiment) {
    const key = experiment.section.querySelector('.controls .points');
    if (!key)
      return;
    const labels = experiment.view.point === null ? experiment.labels : [];
    key.parentElement.classList.toggle('all-points', labels.length > 0);
    key.replaceChildren(...labels.map((label, index) => {
      const item = element('li', { className: 'key' }, swatch({ dash: 'solid', width: 4 }), label);
      item.querySelector('line').style.stroke = styles.point(index, labels.length);
      return item;
    }));
  }

  function swatch(style) {
    const space = 'http://www.w3.org/2000/svg';
    const dashes = { solid: '', dash: '7 4', dot: '2 3', dots: '0.1 6' };
    const image = document.createElementNS(space, 'svg');
    image.setAttribute('width', '32');
    image.setAttribute('height', '12');
    image.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS(space, 'line');
    for (const [name, value] of Object.entries({ x1: 0, x2: 32, y1: 6, y2: 6, 'stroke-width': style.width, 'stroke-dasharray': dashes[style.dash] }))
      line.setAttribute(name, value);
    line.setAttribute('stroke-linecap', style.dash === 'dots' ? 'round' : 'butt');
    line.setAttribute('stroke-opacity', style.opacity ?? 1);
    line.style.stroke = `var(${style.colour})`;
    image.append(line);
    if (style.symbol) {
      const marker = document.createElementNS(space, 'circle');
      for (const [name, value] of Object.entries({ cx: 16, cy: 6, r: 3.5, fill: 'none', 'stroke-width': 1.5 }))
        marker.setAttribute(name, value);
      marker.style.stroke = `var(${style.colour})`;
      image.append(marker);
    }
    return image;
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function redraw() {
    for (const experiment of experiments)
      drawAll(experiment);
  }

  // One figure at a time, so that the page can be read while it draws.
  async function start() {
    for (const experiment of experiments) {
      addControls(experiment);
      showKey(experiment);
      experiment.section.querySelector('.every')?.addEventListener('toggle', () => drawAll(experiment));
    }
    for (const experiment of experiments) {
      for (const plot of experiment.plots) {
        await draw(experiment, plot);
        followWidth(experiment, plot);
        await new Promise(resolve => setTimeout(resolve));
      }
    }
    await images.show(experiments);
  }

  function followWidth(experiment, plot) {
    new ResizeObserver(() => {
      if (!paper.matches && !isFolded(plot) && plot.layout?.width !== plot.clientWidth)
        draw(experiment, plot);
    }).observe(plot);
  }

  function printing(open) {
    for (const details of document.querySelectorAll('details.point'))
      details.open ||= open;
    redraw();
  }

  matchMedia('screen and (prefers-color-scheme: dark)').addEventListener('change', redraw);
  paper.addEventListener('change', event => printing(event.matches));
  start();
})();
