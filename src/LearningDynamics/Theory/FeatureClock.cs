using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// Physical time against intrinsic time for features that always occur together in two layers, where every share grows exponentially:
/// u(theta) = sum of c_k e^(r_k theta), with r_k the norms divided by the largest, and rate t = integral from 0 to theta of (1 + e^u(s)) ds.
/// </summary>
/// <remarks>
/// The integral is tabulated over stretches, of a width that <see cref="Panel.SafeWidth"/> bounds: its proof needs no more of the logit than that
/// |u - u_m| is at most E_m (e^(4.0625 h) - 1), E = du/dtheta, which holds for exponentials of rates up to 1. The table grows with the largest time
/// asked for; a stretch depends on the one before it alone, so that results do not depend on the order of calls, or of threads.
/// </remarks>
internal sealed class FeatureClock
{
    private const int MaximumSteps = 100;

    private readonly double fastest;
    private readonly double rate;
    private readonly double[] speeds;
    private readonly Pace pace;
    private volatile FeatureStretch[] table;

    /// <summary>Starts a clock.</summary>
    /// <param name="norms">The norms of the features, each above 0.</param>
    /// <param name="frequency">The share of the data that contains them.</param>
    /// <param name="initialShares">The shares of the logit at t = 0, each above 0.</param>
    public FeatureClock(ReadOnlySpan<double> norms, double frequency, ReadOnlySpan<double> initialShares)
    {
        // Features of one norm grow alike, and count as one.
        var shares = new SortedDictionary<double, double>();
        for (int k = 0; k < norms.Length; k++)
            shares[norms[k]] = shares.GetValueOrDefault(norms[k]) + initialShares[k];
        fastest = shares.Keys.Last();
        rate = 2 * fastest * frequency;
        speeds = [.. shares.Keys.Select(norm => norm / fastest)];
        pace = new Pace(tilt: 0, halfway: 0, shift: shares.Values.Sum());
        table = [StretchAt(0, default, [.. shares.Values])];
    }

    /// <summary>The rate r at which the share of a feature of a norm grows in intrinsic time.</summary>
    public double Speed(double norm) => norm / fastest;

    /// <summary>The intrinsic time at a physical time; infinity at infinity.</summary>
    public double Position(double t)
    {
        FeatureStretch stretch = Locate(t, out double distance);
        return stretch.Start + distance;
    }

    /// <summary>The logit at a physical time.</summary>
    public double Logit(double t) => Locate(t, out double distance).Logit(speeds, distance);

    /// <summary>The logit's derivative with respect to physical time.</summary>
    public double LogitSpeed(double t)
    {
        FeatureStretch stretch = Locate(t, out double distance);
        return double.IsPositiveInfinity(distance)
            ? 0
            : rate * stretch.LogitSpeed(speeds, distance) * Functions.Logistic(-stretch.Logit(speeds, distance));
    }

    /// <summary>The physical time at which the logit has a finite value of at least its initial one; infinity beyond the range of a double.</summary>
    public double TimeToLogit(double logit)
    {
        FeatureStretch stretch = Find(static candidate => candidate.InitialLogit, logit);
        double elapsed = stretch.Elapsed.Value + stretch.Duration(speeds, pace, stretch.DistanceToLogit(speeds, logit));
        return elapsed / pace.Floor / rate;
    }

    private FeatureStretch Locate(double t, out double distance)
    {
        double elapsed = Requires.Duration(t, rate) * pace.Floor;
        if (double.IsPositiveInfinity(t))
        {
            distance = double.PositiveInfinity;
            return table[0];
        }

        FeatureStretch stretch = Find(static candidate => candidate.Elapsed.Value, elapsed, out double end);
        distance = DistanceAt(stretch, stretch.Elapsed.Below(elapsed), stretch.Elapsed.Below(end));
        return stretch;
    }

    /// <summary>How far into a stretch so much scaled physical time has passed.</summary>
    private double DistanceAt(in FeatureStretch stretch, double duration, double whole)
    {
        // As in a panel: the nearer end is the start, and the bracket reaches a little beyond the stretch.
        (double low, double high) = (0, 1.001 * stretch.Width);
        (double distance, double passed) = duration > whole / 2 ? (stretch.Width, whole) : (0, 0);
        for (int i = 0; i < MaximumSteps && duration > 0; i++)
        {
            double next = distance + Step(stretch, distance, duration - passed, out double speed);
            bool isInside = next >= low && next <= high;
            if (!isInside)
                next = low + ((high - low) / 2);
            double change = Math.Abs(next - distance);
            distance = next;
            if (isInside && change <= 1e-3 * next && change * (1 + speed) <= 3e-5)
                break;
            passed = stretch.Duration(speeds, pace, distance);
            if (passed <= duration)
                low = distance;
            else
                high = distance;
        }

        return distance;
    }

    private double Step(in FeatureStretch stretch, double distance, double missing, out double speed)
    {
        double logit = stretch.Logit(speeds, distance);
        double linear = missing / (pace.Floor + Math.Exp(logit - pace.Offset));
        speed = stretch.LogitSpeed(speeds, distance);
        double bend = speed * Functions.Logistic(logit) * linear;
        return Math.Abs(bend) < 1e-8 ? linear : linear * Functions.LogOnePlus(bend) / bend;
    }

    private FeatureStretch Find(Func<FeatureStretch, double> key, double target) => Find(key, target, out _);

    // The last stretch whose key is at most the target, after the table has grown past it, and the scaled physical time at its end.
    private FeatureStretch Find(Func<FeatureStretch, double> key, double target, out double end)
    {
        FeatureStretch[] stretches = table;
        if (key(stretches[^1]) <= target)
            stretches = Extend(stretches, key, target);
        int low = 0, high = stretches.Length;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (key(stretches[middle]) <= target)
                low = middle;
            else
                high = middle;
        }

        end = high < stretches.Length ? stretches[high].Elapsed.Value : double.PositiveInfinity;
        return stretches[low];
    }

    private FeatureStretch[] Extend(FeatureStretch[] stretches, Func<FeatureStretch, double> key, double target)
    {
        List<FeatureStretch> longer = [.. stretches];
        while (key(longer[^1]) <= target && double.IsFinite(longer[^1].Elapsed.Value))
        {
            FeatureStretch last = longer[^1];
            CompensatedSum elapsed = last.Elapsed;
            elapsed.Add(last.Duration(speeds, pace, last.Width));
            longer.Add(StretchAt(last.Start + last.Width, elapsed, last.SharesAt(speeds, last.Width)));
        }

        return table = [.. longer];
    }

    private FeatureStretch StretchAt(double start, CompensatedSum elapsed, double[] shares)
    {
        var stretch = new FeatureStretch(start, 0, elapsed, shares);
        return stretch with { Width = Panel.SafeWidth(stretch.InitialLogit, stretch.LogitSpeed(speeds, 0), pace) };
    }
}
