using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// Many hidden neurons under the hinge loss, each alone on a class of lined-up examples, from any starts and at times of their own: what a <see cref="LinedUpHingeMode"/> for each would give,
/// many times as fast. In lanes and without allocation; a value's bits do not depend on its neighbours or on the processor's width of vectors.
/// </summary>
/// <remarks>Relative error of a logit at most 1e-12 (absolute where it passes through 0), plus a few machine epsilons times the condition number t u' / u.</remarks>
public static class LinedUpHingeModes
{
    /// <summary>The logits at the times: at most the margin for neurons that have learned, exactly 0 for neurons that have died or never were active.</summary>
    /// <param name="margin">The margin M of all neurons, above 0. A start at or beyond it never moves.</param>
    /// <param name="times">The times t, at least 0; the times times the learning speed 2 n p at most 1e150.</param>
    /// <param name="initialPreactivations">y at t = 0, as many, in [-1e50, 1e50].</param>
    /// <param name="initialOutputWeights">z at t = 0, as many, in [-1e50, 1e50], with z y in [-300, 300].</param>
    /// <param name="inputNorms">The norms n of the examples, as many, in [1e-50, 1e50].</param>
    /// <param name="frequencies">The shares p of the data that the classes have, as many, in (0, 1].</param>
    /// <param name="logits">Receives the logits, as many.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void Logit(
        double margin, ReadOnlySpan<double> times, ReadOnlySpan<double> initialPreactivations, ReadOnlySpan<double> initialOutputWeights, ReadOnlySpan<double> inputNorms, ReadOnlySpan<double> frequencies, Span<double> logits)
    {
        Numbered.RequireLength(initialOutputWeights.Length, times.Length, nameof(initialOutputWeights));
        LogitBatch batch = new() { Times = times, Starts = initialPreactivations, OutputWeights = initialOutputWeights, InputNorms = inputNorms, Frequencies = frequencies, Logits = logits };
        batch.Evaluate(new LinedUpHingeFormula(Requires.Positive(margin)));
    }
}
