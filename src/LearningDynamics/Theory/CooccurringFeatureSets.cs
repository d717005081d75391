using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// Many sets of features that always occur together, each at a time and with parameters of its own: what <see cref="CooccurringFeatures"/> for each would give, in less time. In lanes and without
/// allocation; a value's bits do not depend on its neighbours or on the processor's width of vectors.
/// </summary>
/// <remarks>
/// Relative error of a logit or a share at most 1e-12, plus a few machine epsilons times the condition number t u' / u; where a share of one layer passes through 0, the error is absolute. Derived in
/// docs/theory/gradient-starvation.md.
/// </remarks>
public static class CooccurringFeatureSets
{
    /// <summary>The logits on all features of a set together, at the times.</summary>
    /// <param name="layers">The number of layers of weights, 1 or 2.</param>
    /// <param name="features">The number of features of each set, at least 1. Up to 21 need no memory but the stack; for more, an array is borrowed from the shared pool.</param>
    /// <param name="times">The times t, one for each set, at least 0; the times times the learning speed (p times the sum of n_k^2 in one layer, 2 p times the largest n_k in two) at most 1e150.</param>
    /// <param name="initialShares">theta_k at t = 0, a row of <paramref name="features"/> for each set: in [-300, 300] for one layer, in [1e-300, 300] for two, and so is their sum.</param>
    /// <param name="featureNorms">The norms n_k of the features, likewise, in [1e-70, 1e70].</param>
    /// <param name="frequencies">The shares p of the data that contain the sets, one for each, in (0, 1].</param>
    /// <param name="logits">Receives the logits, one for each set.</param>
    /// <exception cref="ArgumentException">A span's length does not fit the number of times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void Logit(
        int layers, int features, ReadOnlySpan<double> times, ReadOnlySpan<double> initialShares, ReadOnlySpan<double> featureNorms, ReadOnlySpan<double> frequencies, Span<double> logits)
    {
        Require(layers, features);
        Numbered.RequireLength(logits.Length, times.Length, nameof(logits));
        new FeatureKernel(layers, features) { Times = times, InitialShares = initialShares, FeatureNorms = featureNorms, Frequencies = frequencies, Logits = logits }.Evaluate();
    }

    /// <summary>The shares that the features of a set have of its logit, at the times: the logits on inputs that are one feature alone.</summary>
    /// <param name="layers">The number of layers of weights, 1 or 2.</param>
    /// <param name="features">As for <see cref="Logit"/>.</param>
    /// <param name="times">As for <see cref="Logit"/>.</param>
    /// <param name="initialShares">As for <see cref="Logit"/>.</param>
    /// <param name="featureNorms">As for <see cref="Logit"/>.</param>
    /// <param name="frequencies">As for <see cref="Logit"/>.</param>
    /// <param name="shares">Receives the shares, a row of <paramref name="features"/> for each set.</param>
    /// <exception cref="ArgumentException">A span's length does not fit the number of times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message says which and where.</exception>
    public static void Shares(
        int layers, int features, ReadOnlySpan<double> times, ReadOnlySpan<double> initialShares, ReadOnlySpan<double> featureNorms, ReadOnlySpan<double> frequencies, Span<double> shares)
    {
        Require(layers, features);
        Numbered.RequireRows(shares.Length, times.Length, features, nameof(shares));
        new FeatureKernel(layers, features) { Times = times, InitialShares = initialShares, FeatureNorms = featureNorms, Frequencies = frequencies, Shares = shares }.Evaluate();
    }

    private static void Require(int layers, int features)
    {
        if (layers is not (1 or 2))
            throw new ArgumentOutOfRangeException(nameof(layers), layers, "There are 1 or 2 layers.");
        if (features < 1)
            throw new ArgumentOutOfRangeException(nameof(features), features, "There is at least 1 feature.");
    }
}
