using LearningDynamics.Numerics;
using LearningDynamics.Theory.Lanes.Responses;

namespace LearningDynamics.Theory;

/// <summary>
/// Training response at a constant kernel: one logit u, the output f = sigma(a u) with slope a, trained towards a target y in [0, 1] at a learning rate eta.
/// The response of the logit, u', is what one epoch changes.
/// </summary>
/// <remarks>
/// <para>Cross-entropy, divided by a: u' = eta (y - f). Squared error (f - y)^2 / 2: u' = eta a (y - f) f (1 - f). t counts epochs at the rate eta; a training in
/// steps of dt epochs follows it by O(dt).</para>
/// <para>At a target of 0 or 1 the response ages as a power of t; in between it decays exponentially. The simplified system of arXiv:2405.04074, Figure 5; derived in
/// docs/theory/aging.md. Relative error at most 1e-12 (absolute for a logit that passes through 0), plus a few machine epsilons times the condition numbers by t and by
/// the start. An instance is immutable; evaluation allocates nothing.</para>
/// </remarks>
public sealed class SimplifiedSystem
{
    private readonly bool squared;
    private readonly ResponseCurve curve;

    private SimplifiedSystem(bool squared, double slope, double target, double learningRate, double initialLogit)
    {
        this.squared = squared;
        Slope = Requires.Positive(slope);
        Target = target is >= 0 and <= 1 ? target : throw new ArgumentOutOfRangeException(nameof(target), target, "target lies in [0, 1].");
        LearningRate = Requires.Positive(learningRate);
        InitialLogit = Requires.Finite(initialLogit);
        const double Largest = ResponseBatch.LargestStart;
        if (!(Math.Abs(slope * initialLogit) <= Largest))
            throw new ArgumentOutOfRangeException(nameof(initialLogit), initialLogit, $"With the slope {slope:R} the output would start within e^-{Largest:R} of 0 or 1: the product must lie in [-{Largest:R}, {Largest:R}].");
        curve = squared ? new ResponseCurve<SquaredErrorLaw>(slope, target, learningRate, initialLogit) : new ResponseCurve<CrossEntropyLaw>(slope, target, learningRate, initialLogit);
    }

    /// <summary>The slope a of the output.</summary>
    public double Slope { get; }

    /// <summary>The target y.</summary>
    public double Target { get; }

    /// <summary>The learning rate eta.</summary>
    public double LearningRate { get; }

    /// <summary>u at t = 0.</summary>
    public double InitialLogit { get; }

    /// <summary>Where the logit ends, ln(y / (1 - y)) / a; an infinity for the targets 0 and 1.</summary>
    public double FixedPoint => curve.Gap.Sign.Value * curve.Gap.End.Value / Slope;

    /// <summary>The rate at which response and distance decay in the end: eta a y (1 - y), for the squared error eta (a y (1 - y))^2; 0 for the targets 0 and 1.</summary>
    public double RelaxationRate => curve.RelaxationRate;

    /// <summary>The power of t with which the response ages in the end: -1 for the targets 0 and 1, null in between.</summary>
    public double? AgingExponent => IsUnbounded ? -1 : null;

    /// <summary>The limit of t u' for large t: 1 / a, for the squared error 1 / (2 a), and negative for the target 0. Independent of eta. Null for targets in between.</summary>
    public double? AgingPrefactor => IsUnbounded ? curve.Gap.Sign.Value / (squared ? 2 * Slope : Slope) : null;

    /// <summary>The power of t with which the response of the output ages in the end: -2, for the squared error -3/2; null for targets between 0 and 1.</summary>
    public double? OutputAgingExponent => !IsUnbounded ? null : squared ? -1.5 : -2;

    private bool IsUnbounded => Target is 0 or 1;

    /// <summary>The system under the cross-entropy, -y ln f - (1 - y) ln(1 - f), divided by a.</summary>
    /// <param name="slope">The slope a of the output, above 0.</param>
    /// <param name="target">The target y, in [0, 1].</param>
    /// <param name="learningRate">The learning rate eta, above 0.</param>
    /// <param name="initialLogit">u at t = 0; its product with the slope lies in [-300, 300].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public static SimplifiedSystem CrossEntropy(double slope = 1, double target = 1, double learningRate = 1, double initialLogit = 0) =>
        new(squared: false, slope, target, learningRate, initialLogit);

    /// <summary>The system under the squared error of the output, (f - y)^2 / 2.</summary>
    /// <param name="slope">The slope a of the output, above 0.</param>
    /// <param name="target">The target y, in [0, 1].</param>
    /// <param name="learningRate">The learning rate eta, above 0.</param>
    /// <param name="initialLogit">u at t = 0; its product with the slope lies in [-300, 300].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public static SimplifiedSystem SquaredError(double slope = 1, double target = 1, double learningRate = 1, double initialLogit = 0) =>
        new(squared: true, slope, target, learningRate, initialLogit);

    /// <summary>The logit u.</summary>
    /// <param name="t">The time in epochs, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, not a number, or finite but so large that its product with the learning speed overflows.</exception>
    public double Logit(double t) => curve.At(t).Logit.Value;

    /// <summary>The logit at many times.</summary>
    /// <param name="times">The times in epochs, each at least 0, in any order; infinity gives the limit.</param>
    /// <param name="logits">Receives the logits: as many as there are times, bit for bit those of <see cref="Logit(double)"/>.</param>
    /// <exception cref="ArgumentException">The two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public void Logit(ReadOnlySpan<double> times, Span<double> logits)
    {
        Requires.Room(logits.Length, times.Length);
        curve.Evaluate(times, logits, []);
    }

    /// <summary>The output f = sigma(a u).</summary>
    /// <param name="t">The time in epochs, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double Output(double t) => curve.At(t).Output.Value;

    /// <summary>The residual y - f, with full relative accuracy however small.</summary>
    /// <param name="t">The time in epochs, at least 0; infinity gives 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double Residual(double t) => curve.At(t).Residual.Value;

    /// <summary>The training response of the logit, u' = du/dt: what it changes by in an epoch.</summary>
    /// <param name="t">The time in epochs, at least 0; infinity gives 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double Response(double t) => curve.Response(curve.At(t));

    /// <summary>The training response of the logit at many times.</summary>
    /// <param name="times">The times in epochs, each at least 0, in any order; infinity gives 0.</param>
    /// <param name="responses">Receives the responses: as many as there are times, bit for bit those of <see cref="Response(double)"/>.</param>
    /// <exception cref="ArgumentException">The two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public void Response(ReadOnlySpan<double> times, Span<double> responses)
    {
        Requires.Room(responses.Length, times.Length);
        curve.Evaluate(times, [], responses);
    }

    /// <summary>The training response of the output, df/dt = a f (1 - f) u'.</summary>
    /// <param name="t">The time in epochs, at least 0; infinity gives 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double OutputResponse(double t) => curve.OutputResponse(curve.At(t));

    /// <summary>The time at which the residual y - f has fallen to a share of what it was at the start.</summary>
    /// <param name="share">The share, in (0, 1].</param>
    /// <returns>The time; 0 if the output starts at its target, infinity if the time is beyond the range of a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1].</exception>
    public double TimeToResidual(double share)
    {
        if (!(share is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share lies in (0, 1].");
        OutputGap<SingleLane> gap = curve.Gap;
        double target = gap.Target.Value, start = gap.Start.Value, width = gap.Width.Value;
        if (width == 0)
            return 0;
        // In the mirrored system y - f = left, from which 1 - e^-w = left / (y (1 - f)) and the odds f / (1 - f) follow.
        double first = Math.Abs(Residual(0));
        double left = share * first, rest = gap.Rest.Value + left;
        double distance = -Functions.LogOnePlus(-left / (target * rest));
        // The distance is accurate where it is small, the logarithm of the odds where it is not.
        double growth = distance < 1 ? width - distance : Math.Log((Functions.Logistic(start) + ((1 - share) * first)) / rest) - start;
        return curve.TimeAt(Math.Max(0, growth), Math.Min(distance, width));
    }
}
