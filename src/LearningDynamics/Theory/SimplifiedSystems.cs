using LearningDynamics.Theory.Lanes.Responses;

namespace LearningDynamics.Theory;

/// <summary>
/// Many simplified systems, each at a time and with a slope, target, learning rate and start of its own: what a <see cref="SimplifiedSystem"/> for each would give, bit for bit and
/// many times as fast. In lanes and without allocation; a value's bits do not depend on its neighbours or on the processor's width of vectors.
/// </summary>
/// <remarks>Accuracy as for <see cref="SimplifiedSystem"/>.</remarks>
public static class SimplifiedSystems
{
    /// <summary>The logits u and the training responses u' under the cross-entropy divided by the slope.</summary>
    /// <param name="times">The times in epochs, at least 0; infinity gives the limit.</param>
    /// <param name="slopes">The slopes a of the outputs, as many, above 0.</param>
    /// <param name="targets">The targets y, as many, in [0, 1].</param>
    /// <param name="learningRates">The learning rates eta, as many, above 0.</param>
    /// <param name="initialLogits">u at t = 0, as many; the products with the slopes lie in [-300, 300].</param>
    /// <param name="logits">Receives the logits, as many; may be empty if they are not wanted.</param>
    /// <param name="responses">Receives the responses, as many; may be empty if they are not wanted.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void CrossEntropy(
        ReadOnlySpan<double> times, ReadOnlySpan<double> slopes, ReadOnlySpan<double> targets, ReadOnlySpan<double> learningRates, ReadOnlySpan<double> initialLogits, Span<double> logits, Span<double> responses) =>
        Batch(times, slopes, targets, learningRates, initialLogits, logits, responses).Evaluate<CrossEntropyLaw>();

    /// <summary>The logits u and the training responses u' under the squared error of the output.</summary>
    /// <param name="times">The times in epochs, at least 0; infinity gives the limit.</param>
    /// <param name="slopes">The slopes a of the outputs, as many, above 0.</param>
    /// <param name="targets">The targets y, as many, in [0, 1].</param>
    /// <param name="learningRates">The learning rates eta, as many, above 0.</param>
    /// <param name="initialLogits">u at t = 0, as many; the products with the slopes lie in [-300, 300].</param>
    /// <param name="logits">Receives the logits, as many; may be empty if they are not wanted.</param>
    /// <param name="responses">Receives the responses, as many; may be empty if they are not wanted.</param>
    /// <exception cref="ArgumentException">Two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void SquaredError(
        ReadOnlySpan<double> times, ReadOnlySpan<double> slopes, ReadOnlySpan<double> targets, ReadOnlySpan<double> learningRates, ReadOnlySpan<double> initialLogits, Span<double> logits, Span<double> responses) =>
        Batch(times, slopes, targets, learningRates, initialLogits, logits, responses).Evaluate<SquaredErrorLaw>();

    private static ResponseBatch Batch(
        ReadOnlySpan<double> times, ReadOnlySpan<double> slopes, ReadOnlySpan<double> targets, ReadOnlySpan<double> learningRates, ReadOnlySpan<double> initialLogits, Span<double> logits, Span<double> responses) =>
        new() { Times = times, Slopes = slopes, Targets = targets, LearningRates = learningRates, InitialLogits = initialLogits, Logits = logits, Responses = responses };
}
