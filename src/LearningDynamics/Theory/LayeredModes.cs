using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// Many balanced modes of any number of layers, each at a time and with parameters of its own: what a <see cref="LayeredMode"/> for each would give, many times as fast. In lanes and
/// without allocation; a value's bits do not depend on its neighbours or on the processor's width of vectors.
/// </summary>
/// <remarks>
/// Relative error of a logit at most 1e-14 for one and two layers and 1e-13 for more, plus a few machine epsilons times its condition number; for three and more layers, times 1 + |ln u0| + |ln n|
/// too, because the powers of u0 and n are formed by logarithms. For one layer, whose logit may pass through 0, the error is relative to the larger of the logit and its growth.
/// </remarks>
public static class LayeredModes
{
    /// <summary>The logits at the times.</summary>
    /// <param name="layers">The number N of layers of all modes, at least 1. The first call with three or more makes a table of 54 numbers, which is kept.</param>
    /// <param name="times">The times t, at least 0; the times times the learning speed (n^2 p with one layer, N p n^(2/N) u0^(1 - 2/N) with more) at most 1e150.</param>
    /// <param name="initialLogits">u at t = 0, as many: in [-300, 300] for one layer, in [1e-300, 300] for two, in [1e-150, 300] for more.</param>
    /// <param name="inputNorms">The norms n of the examples, as many, above 0.</param>
    /// <param name="frequencies">The shares p of the data that the classes have, as many, in (0, 1].</param>
    /// <param name="logits">Receives the logits, as many.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void Logit(
        int layers, ReadOnlySpan<double> times, ReadOnlySpan<double> initialLogits, ReadOnlySpan<double> inputNorms, ReadOnlySpan<double> frequencies, Span<double> logits)
    {
        if (layers < 1)
            throw new ArgumentOutOfRangeException(nameof(layers), layers, "There is at least 1 layer.");
        LogitBatch batch = new() { Times = times, Starts = initialLogits, InputNorms = inputNorms, Frequencies = frequencies, Logits = logits };
        if (layers == 1)
            batch.Evaluate(default(OneLayerFormula));
        else if (layers == 2)
            batch.Evaluate(default(TwoLayerFormula));
        else
            batch.Evaluate(new LayeredFormula(layers));
    }
}
