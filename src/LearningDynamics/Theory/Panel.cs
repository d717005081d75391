using System.Runtime.Intrinsics;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// A stretch of intrinsic time over which one 16-point Gauss-Legendre rule integrates the pace of physical time to double precision.
/// Inside it, d from its start, the logit is u(d) = u e^-d + g sinh d.
/// </summary>
/// <param name="Arc">The index of the arc that it lies in.</param>
/// <param name="Start">Where it starts, in intrinsic time.</param>
/// <param name="Width">Its width; infinity for the end of a separatrix, 0 where all motion has stopped.</param>
/// <param name="Elapsed">The scaled physical time that has passed at its start.</param>
/// <param name="Logit">u, the logit at its start.</param>
/// <param name="Growth">g = u + du/dtheta at its start.</param>
internal readonly record struct Panel(int Arc, double Start, double Width, CompensatedSum Elapsed, double Logit, double Growth)
{
    private const double WidestHalf = 137;

    /// <summary>True where no further panel follows.</summary>
    public bool IsLast => Width == 0 || double.IsPositiveInfinity(Width);

    /// <summary>du/dtheta at the start, sqrt(u^2 + C^2 / (4 n^2)).</summary>
    private double Speed => Growth - Logit;

    /// <summary>The width over which the rule's error stays below 1e-18 relative to the integral.</summary>
    /// <remarks>
    /// In the Bernstein ellipse of parameter 8 around the midpoint m of a panel of half-width h, |u - u_m| is at most
    /// E_m (e^(4.0625 h) - 1), where E = du/dtheta, and E_m is at most E e^h. Keeping E (e^(5.0625 h) - 1) below 12 and the tilt's
    /// share |tilt| 4.0625 h below 12 keeps M / e^(u_m) below e^24, and e^24 8^-32 is 3e-19. Where u is far below the halfway logit (0 for two classes)
    /// the integrand is 1 to double precision until u comes near it, which allows more. Derived in docs/theory/lined-up-class.md.
    /// </remarks>
    public static double SafeWidth(double logit, double speed, in Pace pace)
    {
        double budget = 12 + Math.Max(0, ((pace.Halfway - logit) / 2) - 6);
        double half = Math.Min(Functions.LogOnePlus(budget / speed) / 5.0625, WidestHalf);
        return 2 * Math.Min(half, 12 / 4.0625 / Math.Abs(pace.Tilt));
    }

    /// <summary>The scaled physical time that passes from the start to the distance.</summary>
    public double Duration(in Pace pace, double distance)
    {
        if (double.IsPositiveInfinity(Width))
            return 2 * distance;
        Vector512<double> sum = (GaussLegendre.LowerWeights * Rates(pace, GaussLegendre.LowerNodes * distance))
            + (GaussLegendre.UpperWeights * Rates(pace, GaussLegendre.UpperNodes * distance));
        return distance * Math.Exp(pace.Tilt * Start) * Vector512.Sum(sum);
    }

    /// <summary>The distance from the start at which the scaled physical time has passed: the inverse of <see cref="Duration"/>.</summary>
    /// <param name="pace">The pace.</param>
    /// <param name="duration">The scaled physical time.</param>
    /// <param name="whole">The one that passes until the end.</param>
    public double Distance(in Pace pace, double duration, double whole)
    {
        if (double.IsPositiveInfinity(Width))
            return duration / 2;
        if (duration <= 0 || Width == 0)
            return 0;

        // The nearer end is the start. The bracket reaches a little beyond the panel, so that a root at its very end lies inside.
        (double low, double high) = (0, 1.001 * Width);
        (double distance, double passed) = duration > whole / 2 ? (Width, whole) : (0, 0);
        for (int i = 0; i < MaximumSteps; i++)
        {
            double next = distance + Step(pace, distance, duration - passed, out double speed);
            bool isInside = next >= low && next <= high;
            if (!isInside)
                next = low + ((high - low) / 2);
            double change = Math.Abs(next - distance);
            distance = next;
            if (isInside && change <= 1e-3 * next && change * (1 + speed) <= 3e-5)
                break;
            passed = Duration(pace, distance);
            if (passed <= duration)
                low = distance;
            else
                high = distance;
        }
        return distance;
    }

    /// <summary>The distance from the start at which the logit has the value, which it must have inside the panel.</summary>
    public double DistanceToLogit(double logit)
    {
        if (logit == Logit)
            return 0;
        // With E = du/dtheta, u + E grows and E - u decays exponentially; the one that does not cancel tells the distance.
        double speed = double.Hypot(logit, Math.Sqrt(Math.Max(0, Speed - Logit)) * Math.Sqrt(Growth));
        double ratio = (logit + Logit) / (speed + Speed);
        double distance = ratio >= 0
            ? LogarithmOfRatio(logit + speed, Growth, (logit - Logit) * (1 + ratio))
            : -LogarithmOfRatio(speed - logit, Speed - Logit, (Logit - logit) * (1 - ratio));
        return Math.Clamp(distance, 0, Width);
    }

    private const int MaximumSteps = 100;

    private static double LogarithmOfRatio(double value, double start, double difference) =>
        Math.Abs(difference) < start / 2 ? Functions.LogOnePlus(difference / start) : Math.Log(value / start);

    /// <summary>
    /// How far it would be if the pace were exponential with the local slope: a third-order method. A step x leaves an error of at most (1 + E)^2 x^3 / 6 with E = du/dtheta, so that the last one
    /// leaves less than 2e-13 of the distance, and moves the logit by less than 5e-15.
    /// </summary>
    private double Step(in Pace pace, double distance, double missing, out double speed)
    {
        double decay = Math.Exp(-distance);
        double logit = (Logit * decay) + (Growth * Math.Sinh(distance));
        speed = (Growth / decay) - logit;
        double rate = Math.Exp(pace.Tilt * (Start + distance)) * (pace.Floor + Math.Exp(logit - pace.Offset));
        double slope = pace.Tilt + (speed * Functions.Logistic(logit - pace.Halfway));
        double linear = missing / rate;
        double bend = slope * linear;
        return Math.Abs(bend) < 1e-8 ? linear : linear * Functions.LogOnePlus(bend) / bend;
    }

    private Vector512<double> Rates(in Pace pace, Vector512<double> distances)
    {
        Vector512<double> logits = Width <= SeriesWidth ? NearLogits(distances) : FarLogits(distances);
        Vector512<double> rates = Vector512.Exp(logits - Vector512.Create(pace.Offset)) + Vector512.Create(pace.Floor);
        return pace.Tilt == 0 ? rates : rates * Vector512.Exp(distances * pace.Tilt);
    }

    // Up to here the series of sinh and cosh below are exact to double precision; beyond it du/dtheta is below 10, so that the
    // absolute error of the difference of exponentials does no harm.
    private const double SeriesWidth = 0.5;

    private Vector512<double> NearLogits(Vector512<double> distances)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> square = distances * distances;
        Vector512<double> sinh = one + (square * (1.0 / 156));
        sinh = one + (square * (1.0 / 110) * sinh);
        sinh = one + (square * (1.0 / 72) * sinh);
        sinh = one + (square * (1.0 / 42) * sinh);
        sinh = one + (square * (1.0 / 20) * sinh);
        sinh = distances * (one + (square * (1.0 / 6) * sinh));
        Vector512<double> coshMinusOne = one + (square * (1.0 / 182));
        coshMinusOne = one + (square * (1.0 / 132) * coshMinusOne);
        coshMinusOne = one + (square * (1.0 / 90) * coshMinusOne);
        coshMinusOne = one + (square * (1.0 / 56) * coshMinusOne);
        coshMinusOne = one + (square * (1.0 / 30) * coshMinusOne);
        coshMinusOne = one + (square * (1.0 / 12) * coshMinusOne);
        return Vector512.Create(Logit) + (sinh * Speed) + (square * 0.5 * coshMinusOne * Logit);
    }

    private Vector512<double> FarLogits(Vector512<double> distances)
    {
        Vector512<double> growing = Vector512.Exp(distances);
        Vector512<double> decaying = Vector512<double>.One / growing;
        return (decaying * Logit) + ((growing - decaying) * (Growth / 2));
    }
}
