using LearningDynamics.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace LearningDynamics.Theory;

/// <summary>
/// Feature reduction under noise: a ReLU feature whose preactivation h walks at random while it is above 0 and is lost once it gets there. The walk has a drift mu and
/// a diffusion D, so that without the wall h(t) would be normal with mean h0 + mu t and variance 2 D t.
/// </summary>
/// <remarks>
/// <para>The survival S(t), the share of features still alive, is derived in docs/theory/feature-reduction.md. Relative error at most 1e-11 while S is above 1e-200, plus a
/// few machine epsilons times its condition numbers. An instance is immutable.</para>
/// <para>It holds for independent walks. Noise that all features share, or that moves a lost feature back, is another matter.</para>
/// </remarks>
public sealed class AbsorbedWalk
{
    // Beyond so many standard deviations the normal density is below 1e-19 of what it is at the middle.
    private const double End = 9.3;
    private const int Order = 16;

    private readonly bool isHalfNormal;

    private AbsorbedWalk(bool isHalfNormal, double start, double drift, double diffusion)
    {
        this.isHalfNormal = isHalfNormal;
        InitialScale = start;
        Drift = Requires.Finite(drift);
        Diffusion = diffusion >= 0 && double.IsFinite(diffusion)
            ? diffusion
            : throw new ArgumentOutOfRangeException(nameof(diffusion), diffusion, "diffusion must be finite and at least 0.");
    }

    /// <summary>Where the walk starts: h0, or the scale s of starts that are distributed like |N(0, s^2)|.</summary>
    public double InitialScale { get; }

    /// <summary>The drift mu.</summary>
    public double Drift { get; }

    /// <summary>The diffusion D.</summary>
    public double Diffusion { get; }

    /// <summary>Walks that all start at one place.</summary>
    /// <param name="start">h0, above 0.</param>
    /// <param name="drift">The drift mu: any finite number.</param>
    /// <param name="diffusion">The diffusion D: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public static AbsorbedWalk From(double start, double drift, double diffusion) => new(isHalfNormal: false, Requires.Positive(start), drift, diffusion);

    /// <summary>Walks whose starts are the positive half of a normal distribution: those of the features that are alive at random initial weights.</summary>
    /// <param name="initialScale">The standard deviation s of the whole distribution, above 0.</param>
    /// <param name="drift">The drift mu: any finite number.</param>
    /// <param name="diffusion">The diffusion D: at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public static AbsorbedWalk FromHalfNormal(double initialScale, double drift, double diffusion) =>
        new(isHalfNormal: true, Requires.Positive(initialScale), drift, diffusion);

    /// <summary>
    /// S(t), the share of walks that have not been at 0 yet. Without drift from half-normal starts it is (2/pi) arctan(s / sqrt(2 D t)), which falls as t^(-1/2)
    /// once sqrt(2 D t) is large against s.
    /// </summary>
    /// <param name="t">The time, finite and at least 0.</param>
    /// <returns>A number from 0 to 1; 0 as well where the share is too small for a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite, or moves the walk beyond the range of a double.</exception>
    public double Survival(double t)
    {
        if (!(t >= 0 && double.IsFinite(t * Drift) && double.IsFinite(2 * t * Diffusion)))
            throw new ArgumentOutOfRangeException(nameof(t), t, "t must be finite and at least 0, and its products with drift and diffusion finite.");
        double deviation = Math.Sqrt(2 * Diffusion * t);
        if (deviation == 0)
            return WithoutNoise(Drift * t);
        double shift = Drift * t / deviation, start = InitialScale / deviation;
        if (!isHalfNormal)
            return Survival(shift, start);
        return Drift == 0 ? 2 / Math.PI * Math.Atan(start) : HalfNormal(shift, start);
    }

    /// <summary>All walks move alike; those that started within -shift of 0 are lost.</summary>
    private double WithoutNoise(double shift)
    {
        if (shift >= 0)
            return 1;
        return isHalfNormal ? SpecialFunctions.Erfc(-shift / InitialScale * Constants.Sqrt1Over2) : InitialScale > -shift ? 1 : 0;
    }

    /// <summary>
    /// Phi(b + a) - e^(-2 a b) Phi(a - b) with a = mu t / sqrt(2 D t) and b = h0 / sqrt(2 D t), the reflection principle. With Mills' ratio M it is
    /// phi(a + b) [M(-a - b) - M(b - a)], where nothing overflows for a below 0.
    /// </summary>
    private static double Survival(double shift, double start)
    {
        double near = -shift - start, far = start - shift;
        // Phi(8) = 1 - 6e-16: the first term is 1 and the second has no large factor.
        if (near < -8)
            return 1 - NormalDistribution.Cumulative(near) - LostByReflection(shift, start, far);
        double density = NormalDistribution.Density(near);
        double large = NormalDistribution.MillsRatio(near), small = NormalDistribution.MillsRatio(far);
        // Where the two are near each other, the integral of -M' has nothing that cancels.
        return density * (large > 2 * small ? large - small : GaussLegendreRule.Integrate(NormalDistribution.MillsDecline, near, far, Order));
    }

    /// <summary>e^(-2 a b) Phi(a - b).</summary>
    private static double LostByReflection(double shift, double start, double far) => far > 0
        ? NormalDistribution.Density(shift + start) * NormalDistribution.MillsRatio(far)
        : Math.Exp(-2 * shift * start) * NormalDistribution.Cumulative(-far);

    /// <summary>The mean over starts |z| s of standard normal z, from the integrand's middle to either side: for a drift towards 0 it is the far starts that survive.</summary>
    private static double HalfNormal(double shift, double start)
    {
        double square = 1 + (start * start);
        double middle = Math.Max(0, -shift * start / square);
        double scale = shift > 0 ? Math.Min(1, 1 / (start * Math.Max(1, shift))) : 1 / Math.Sqrt(square);
        return 2 * (GradedQuadrature.Integrate(x => Term(middle + x), scale, End) + GradedQuadrature.Integrate(x => Term(middle - x), scale, Math.Min(middle, End)));

        double Term(double z) => NormalDistribution.Density(z) * Survival(shift, start * z);
    }
}
