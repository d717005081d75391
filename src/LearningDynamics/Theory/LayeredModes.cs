using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// Many balanced modes of one or two layers, each at a time and with parameters of its own: what a <see cref="LayeredMode"/> for each would give, some ten times as fast. In lanes and
/// without allocation; a value's bits do not depend on its neighbours or on the processor's width of vectors.
/// </summary>
/// <remarks>
/// Relative error of a logit at most 1e-14, plus a few machine epsilons times its condition number. For one layer, whose logit may pass through 0, the error is relative to the larger of
/// the logit and its growth.
/// </remarks>
public static class LayeredModes
{
    /// <summary>The logits at the times.</summary>
    /// <param name="layers">The number of layers of all modes: 1 or 2.</param>
    /// <param name="times">The times t, at least 0; the times times the learning speed (n^2 p with one layer, 2 n p with two) at most 1e150.</param>
    /// <param name="initialLogits">u at t = 0, as many: in [-300, 300] for one layer, in [1e-300, 300] for two.</param>
    /// <param name="inputNorms">The norms n of the examples, as many, above 0.</param>
    /// <param name="frequencies">The shares p of the data that the classes have, as many, in (0, 1].</param>
    /// <param name="logits">Receives the logits, as many.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void Logit(
        int layers, ReadOnlySpan<double> times, ReadOnlySpan<double> initialLogits, ReadOnlySpan<double> inputNorms, ReadOnlySpan<double> frequencies, Span<double> logits)
    {
        RequireLength(initialLogits.Length, times.Length, nameof(initialLogits));
        RequireLength(inputNorms.Length, times.Length, nameof(inputNorms));
        RequireLength(frequencies.Length, times.Length, nameof(frequencies));
        RequireLength(logits.Length, times.Length, nameof(logits));
        LogitBatch batch = new() { Times = times, InitialLogits = initialLogits, InputNorms = inputNorms, Frequencies = frequencies, Logits = logits };
        if (layers == 1)
            batch.Evaluate(default(OneLayerFormula));
        else if (layers == 2)
            batch.Evaluate(default(TwoLayerFormula));
        else
            throw new ArgumentOutOfRangeException(nameof(layers), layers, "Modes of 1 or 2 layers are evaluated together; for more, make a LayeredMode for each.");
    }

    private static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException(FormattableString.Invariant($"There are {expected} times and {length} {name}; they must be as many."), name);
    }
}
