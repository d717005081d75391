using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// Many hidden neurons, each alone on one of K classes under the softmax cross-entropy, from any starts and at times of their own: what a <see cref="SoftmaxClass"/> of one neuron for each would give,
/// in a half to two thirds of the time. In lanes and without allocation; a value's bits do not depend on its neighbours or on the processor's width of vectors.
/// </summary>
/// <remarks>Relative error of a logit at most 1e-12 (absolute where it passes through 0), plus a few machine epsilons times the condition number t u' / u.</remarks>
public static class SoftmaxModes
{
    /// <summary>The logits at the times: exactly 0 for neurons that have died or never were active.</summary>
    /// <param name="classes">The number K of classes, at least 2.</param>
    /// <param name="times">The times t, at least 0; the times times the learning speed 2 n p sqrt(K/(K - 1)) at most 1e150.</param>
    /// <param name="initialPreactivations">y at t = 0, as many, in [-1e70, 1e70].</param>
    /// <param name="initialOutputDifferences">v at t = 0, the output weight of the correct class minus that of a wrong one, as many, in [-1e70, 1e70], with v y in [-300, 300].</param>
    /// <param name="inputNorms">The norms n of the examples, as many, in [1e-70, 1e70].</param>
    /// <param name="frequencies">The shares p of the data that the classes have, as many, in (0, 1].</param>
    /// <param name="logits">Receives the logits, as many.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void Logit(
        int classes, ReadOnlySpan<double> times, ReadOnlySpan<double> initialPreactivations, ReadOnlySpan<double> initialOutputDifferences, ReadOnlySpan<double> inputNorms, ReadOnlySpan<double> frequencies, Span<double> logits)
    {
        if (classes < 2)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There are at least 2 classes.");
        Numbered.RequireLength(initialOutputDifferences.Length, times.Length, nameof(initialOutputDifferences));
        LogitBatch batch = new() { Times = times, Starts = initialPreactivations, OutputWeights = initialOutputDifferences, InputNorms = inputNorms, Frequencies = frequencies, Logits = logits };
        batch.Evaluate(new LinedUpFormula(classes / (classes - 1.0), Math.Log(classes - 1), nameof(initialOutputDifferences)));
    }
}
