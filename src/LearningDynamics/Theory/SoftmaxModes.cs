using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// Many times one of K classes under the softmax cross-entropy, learned by one hidden neuron or by several, from any starts and at times of their own: what a <see cref="SoftmaxClass"/> for each
/// would give, in less time. In lanes and without allocation; a value's bits do not depend on its neighbours or on the processor's width of vectors.
/// </summary>
/// <remarks>Relative error of a logit at most 1e-12 (absolute where it passes through 0), plus a few machine epsilons times the condition number t u' / u.</remarks>
public static class SoftmaxModes
{
    /// <summary>The logits of one neuron each at the times: exactly 0 for neurons that have died or never were active.</summary>
    /// <param name="classes">The number K of classes, at least 2.</param>
    /// <param name="times">The times t, at least 0; the times times the learning speed 2 n p sqrt(K/(K - 1)) at most 1e150.</param>
    /// <param name="initialPreactivations">y at t = 0, as many, in [-1e50, 1e50].</param>
    /// <param name="initialOutputDifferences">v at t = 0, the output weight of the correct class minus that of a wrong one, as many, in [-1e50, 1e50], with v y in [-300, 300].</param>
    /// <param name="inputNorms">The norms n of the examples, as many, in [1e-50, 1e50].</param>
    /// <param name="frequencies">The shares p of the data that the classes have, as many, in (0, 1].</param>
    /// <param name="logits">Receives the logits, as many.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void Logit(
        int classes, ReadOnlySpan<double> times, ReadOnlySpan<double> initialPreactivations, ReadOnlySpan<double> initialOutputDifferences, ReadOnlySpan<double> inputNorms, ReadOnlySpan<double> frequencies, Span<double> logits) =>
        Logit(classes, neurons: 1, times, initialPreactivations, initialOutputDifferences, inputNorms, frequencies, logits);

    /// <summary>The logits of several neurons each at the times: exactly 0 where no neuron is alive.</summary>
    /// <param name="classes">The number K of classes, at least 2.</param>
    /// <param name="neurons">The number of neurons of each class, inactive ones included, at least 1. Up to 21 need no memory but the stack; for more, an array is borrowed from the shared pool.</param>
    /// <param name="times">The times t, one for each class, at least 0; the times times the learning speed 2 n p sqrt(K/(K - 1)) at most 1e150.</param>
    /// <param name="initialPreactivations">y_i at t = 0, a row of <paramref name="neurons"/> for each class, in [-1e50, 1e50].</param>
    /// <param name="initialOutputDifferences">v_i at t = 0, likewise, in [-1e50, 1e50], with v_i y_i and the initial logit in [-300, 300].</param>
    /// <param name="inputNorms">The norms n of the examples, one for each class, in [1e-50, 1e50].</param>
    /// <param name="frequencies">The shares p of the data that the classes have, one for each, in (0, 1].</param>
    /// <param name="logits">Receives the logits, one for each class.</param>
    /// <exception cref="ArgumentException">A span's length does not fit the number of times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void Logit(
        int classes, int neurons, ReadOnlySpan<double> times, ReadOnlySpan<double> initialPreactivations, ReadOnlySpan<double> initialOutputDifferences, ReadOnlySpan<double> inputNorms, ReadOnlySpan<double> frequencies, Span<double> logits)
    {
        if (classes < 2)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There are at least 2 classes.");
        if (neurons < 1)
            throw new ArgumentOutOfRangeException(nameof(neurons), neurons, "There is at least 1 neuron.");
        new LinedUpKernel(neurons, classes / (classes - 1.0), Math.Log(classes - 1), nameof(initialOutputDifferences))
        {
            Times = times, Preactivations = initialPreactivations, OutputWeights = initialOutputDifferences, InputNorms = inputNorms, Frequencies = frequencies, Logits = logits,
        }.Evaluate();
    }
}
