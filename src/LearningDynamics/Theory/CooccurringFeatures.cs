using LearningDynamics.Numerics;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// Orthogonal features that always occur together, in a share p of the data, learned by one layer or by two balanced ones, under gradient flow of the mean
/// cross-entropy. theta_k is feature k's share of the logit u = sum of theta_k:
/// theta_k' = p n_k^2 sigma(-u) in one layer, theta_k' = 2 p n_k theta_k sigma(-u) in two, where each feature has its own neurons that see it alone.
/// </summary>
/// <remarks>
/// The gradient starvation of arXiv:1809.06848, solved; derived in docs/theory/gradient-starvation.md. Relative error of the logit and of the shares at most 1e-12, plus a few
/// machine epsilons times the condition number t u' / u; where a share of one layer passes through 0, the error is absolute. Evaluation in two layers takes time in
/// proportion to the number of different norms.
/// </remarks>
public sealed class CooccurringFeatures : LearningCurve
{
    private readonly double[] featureNorms;
    private readonly double[] initialShares;
    private readonly LayeredMode? perceptron;
    private readonly FeatureClock? clock;

    /// <summary>Solves the features.</summary>
    /// <param name="layers">The number of layers of weights, 1 or 2.</param>
    /// <param name="featureNorms">The norms n_k of the features, each above 0; at least one.</param>
    /// <param name="frequency">The share p of the data that contains them, in (0, 1].</param>
    /// <param name="initialShares">theta_k at t = 0, as many: finite for one layer, above 0 for two.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain, or the sum of the shares or of the squared norms overflows.</exception>
    /// <exception cref="ArgumentException">There is no feature, or there are not as many shares as norms.</exception>
    public CooccurringFeatures(int layers, ReadOnlySpan<double> featureNorms, double frequency, ReadOnlySpan<double> initialShares)
    {
        if (layers is not (1 or 2))
            throw new ArgumentOutOfRangeException(nameof(layers), layers, "There are 1 or 2 layers.");
        if (featureNorms.IsEmpty)
            throw new ArgumentException("There is at least 1 feature.", nameof(featureNorms));
        if (initialShares.Length != featureNorms.Length)
            throw new ArgumentException($"There are {featureNorms.Length} norms and {initialShares.Length} shares; they must be as many.", nameof(initialShares));
        foreach (double norm in featureNorms)
            Requires.Positive(norm, nameof(featureNorms));
        foreach (double share in initialShares)
            _ = layers == 1 ? Requires.Finite(share, nameof(initialShares)) : Requires.Positive(share, nameof(initialShares));
        Layers = layers;
        Frequency = Requires.Share(frequency);
        this.featureNorms = featureNorms.ToArray();
        this.initialShares = initialShares.ToArray();
        InitialLogit = Requires.Finite(Sum(initialShares), nameof(initialShares));
        if (layers == 1)
            perceptron = new LayeredMode(1, Math.Sqrt(Requires.Finite(SquaredNorm, nameof(featureNorms))), frequency, InitialLogit);
        else
            clock = new FeatureClock(featureNorms, frequency, initialShares);
    }

    /// <summary>The number of layers of weights, 1 or 2.</summary>
    public int Layers { get; }

    /// <summary>The share p of the data that contains the features.</summary>
    public double Frequency { get; }

    /// <summary>The norms n_k of the features.</summary>
    public IReadOnlyList<double> FeatureNorms => featureNorms;

    /// <summary>theta_k at t = 0.</summary>
    public IReadOnlyList<double> InitialShares => initialShares;

    /// <summary>u at t = 0.</summary>
    public double InitialLogit { get; }

    internal override LaneCurve? Lanes => perceptron?.Lanes;

    private double SquaredNorm
    {
        get
        {
            CompensatedSum sum = default;
            foreach (double norm in featureNorms)
                sum.AddProduct(norm, norm);
            return sum.Value;
        }
    }

    /// <summary>A feature's share theta_k of the logit: the logit on an input that is this feature alone.</summary>
    /// <param name="feature">The feature, from 0.</param>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature, or as for <see cref="Logit(double)"/>.</exception>
    public double Share(int feature, double t)
    {
        if ((uint)feature >= (uint)featureNorms.Length)
            throw new ArgumentOutOfRangeException(nameof(feature), feature, $"A feature's number lies between 0 and {featureNorms.Length - 1}.");
        if (perceptron is null)
            return initialShares[feature] * Math.Exp(clock!.Position(t) * clock.Speed(featureNorms[feature]));
        double part = featureNorms[feature] / perceptron.InputNorm;
        return initialShares[feature] + (part * part * Growth(perceptron, t));
    }

    /// <summary>A feature's share of the logit at many times.</summary>
    /// <param name="feature">The feature, from 0.</param>
    /// <param name="times">The times, each at least 0, in any order; infinity gives the limit.</param>
    /// <param name="shares">Receives the shares: as many as there are times, bit for bit those of <see cref="Share(int, double)"/>.</param>
    /// <exception cref="ArgumentException">The two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Share(int, double)"/>.</exception>
    public void Share(int feature, ReadOnlySpan<double> times, Span<double> shares)
    {
        Requires.Room(shares.Length, times.Length);
        for (int i = 0; i < times.Length; i++)
            shares[i] = Share(feature, times[i]);
    }

    /// <summary>The confidence sigma(theta_k) on an input that is this feature alone.</summary>
    /// <param name="feature">The feature, from 0.</param>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Share(int, double)"/>.</exception>
    public double FeatureConfidence(int feature, double t) => Functions.Logistic(Share(feature, t));

    /// <inheritdoc/>
    public override double Logit(double t) => perceptron?.Logit(t) ?? clock!.Logit(t);

    /// <inheritdoc/>
    public override double LogitSpeed(double t) => perceptron?.LogitSpeed(t) ?? clock!.LogitSpeed(t);

    /// <inheritdoc/>
    public override double? TimeToLogit(double logit)
    {
        if (perceptron is not null)
            return perceptron.TimeToLogit(logit);
        if (Requires.Number(logit) <= InitialLogit)
            return 0;
        return double.IsPositiveInfinity(logit) ? null : clock!.TimeToLogit(logit);
    }

    // u - u0, which the share of a weak feature needs more exactly than the logit has it.
    private static double Growth(LayeredMode perceptron, double t) =>
        WrightOmega.LogarithmGrowth(perceptron.InitialLogit, Requires.Duration(t, perceptron.Frequency * perceptron.InputNorm * perceptron.InputNorm));

    private static double Sum(ReadOnlySpan<double> values)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
            sum.Add(value);
        return sum.Value;
    }
}
