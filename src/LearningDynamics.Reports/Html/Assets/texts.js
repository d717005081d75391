// Names and symbols as plots show them. Plotly reads a little markup and formulas between dollar signs in texts; names are plain text.
const texts = (() => {
  const greek = {
    alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', eta: 'η', theta: 'θ', kappa: 'κ', lambda: 'λ', mu: 'μ', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', omega: 'ω',
  };

  const plain = text => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('$', '&#36;');

  // ||x1|| becomes ‖x₁‖, x_o xₒ and delta δ, as papers write them.
  function symbol(text) {
    const written = text.replaceAll('||', '‖').replace(/[a-z]+/gi, word => greek[word] ?? word);
    return written.split(/(?<=[^\d\s.])_?((?<=_)[\p{L}\d]+|\d+)/iu).map((part, index) => index % 2 === 0 ? plain(part) : `<sub>${part}</sub>`).join('');
  }

  function number(value) {
    return typeof value === 'number' ? String(Number(value.toPrecision(6))).replace('-', '−') : plain(value);
  }

  const symbolOf = (run, name) => run.parameters.find(parameter => parameter.name === name)?.symbol;

  // A parameter as the title of an axis, and as short as a legend wants it.
  const parameter = (run, name) => symbolOf(run, name) ? `${plain(name)} ${symbol(symbolOf(run, name))}` : plain(name);
  const setting = (run, name, value) => `${symbolOf(run, name) ? symbol(symbolOf(run, name)) : plain(name)} = ${number(value)}`;

  return { plain, symbol, number, parameter, setting };
})();

