'use strict';

// How routes, pairs of routes and points look. Routes differ in dash and marker, not only in colour.
const styles = (() => {
  const routes = {
    'closed-form': { colour: '--closed-form', dash: 'solid', width: 5, opacity: 0.55 },
    flow: { colour: '--flow', dash: 'dash', width: 2.25, opacity: 1 },
    trained: { colour: '--trained', dash: 'dot', width: 1.5, opacity: 1, symbol: 'circle-open' },
  };

  // The deviation between two exact routes is rounding: dots, because no curve goes through it. Those from the trained route mostly cover each other.
  const pairs = {
    'closed-form flow': { colour: '--flow', dash: 'dots', width: 4, opacity: 1 },
    'closed-form trained': { colour: '--trained', dash: 'solid', width: 4, opacity: 0.5 },
    'flow trained': { colour: '--flow-trained', dash: 'dash', width: 1.5, opacity: 1 },
  };

  const scale = [[68, 1, 84], [70, 50, 127], [54, 92, 141], [39, 127, 142], [31, 161, 135], [74, 194, 109], [160, 218, 57], [253, 231, 37]];

  const categories = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442', '#777777'];

  // For lines: the same hues, lighter on a dark page, and none too pale for either.
  const inks = {
    light: ['#0072b2', '#d55e00', '#00805d', '#a8488a', '#8f6a00', '#4d4d4d', '#2a9fd6', '#6a3d9a'],
    dark: ['#56b4e9', '#f0803c', '#2fc79a', '#e08cc0', '#e6b800', '#c8c8c8', '#8fd3ff', '#b9a0e6'],
  };

  const lines = () => isDark() ? inks.dark : inks.light;

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  // The viridis scale without the end that the page's background would swallow.
  function point(index, count) {
    const [from, to] = isDark() ? [0.3, 1] : [0, 0.82];
    const place = (from + (to - from) * (count > 1 ? index / (count - 1) : 0)) * (scale.length - 1);
    const low = Math.min(Math.floor(place), scale.length - 2);
    const mix = scale[low].map((value, part) => Math.round(value + (scale[low + 1][part] - value) * (place - low)));
    return `rgb(${mix.join(', ')})`;
  }

  function isDark() {
    return parseInt(colour('--page').slice(1, 3), 16) < 128;
  }

  return { routes, pairs, categories, lines, colour, point };
})();

