using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// Time against position for one loss, scaled so that nothing in it depends on the slope and the learning rate. Far from the fixed point it is a function of
/// the growth d from the start, near it one of the distance w to it.
/// </summary>
internal abstract class ResponseLaw
{
    // Bisection alone would need as many; Newton's method needs less than ten.
    private const int MaximumSteps = 60;

    // A Newton step of this relative size leaves an error of its square.
    private const double Converged = 1e-9;
    private const double Ln2 = 0.6931471805599453;

    private double splitTime;
    private double splitValue;

    private protected ResponseLaw(in OutputGap gap) => Gap = gap;

    /// <summary>The gap that is closed.</summary>
    protected OutputGap Gap { get; }

    /// <summary>The distance to the fixed point at which one form takes over from the other: up to it the logarithm that diverges there is at most ln 2.</summary>
    public double Split => Math.Min(Gap.Width / 2, Ln2);

    /// <summary>What the scaled time is multiplied by near the fixed point: q, or q^2.</summary>
    protected abstract double NearScale { get; }

    /// <summary>The growth of v at a scaled time, or null where the other form has to be taken.</summary>
    public double? Growth(double time)
    {
        if (time > splitTime)
            return null;
        double low = 0, high = Math.Min(GrowthBound(time), Gap.IsUnbounded ? double.MaxValue : Gap.Width - Split);
        double growth = high;
        for (int i = 0; i < MaximumSteps && growth > 0; i++)
        {
            (double value, double slope) = Time(growth);
            if (value > time)
                high = growth;
            else
                low = growth;
            double next = growth - ((value - time) / slope);
            if (!(next > low && next < high))
                next = Math.Abs(next - growth) <= Converged * growth ? Math.Clamp(next, low, high) : (low + high) / 2;
            double step = next - growth;
            growth = next;
            if (Math.Abs(step) <= Converged * growth)
                break;
        }

        return growth;
    }

    /// <summary>The distance to the fixed point at a scaled time past the split.</summary>
    public double Distance(double time)
    {
        double target = splitValue + (NearScale * (time - splitTime));
        // In l = ln(e^w - 1), where w = softplus(l) and the logarithm -ln(1 - e^-w) = softplus(-l) is all but linear.
        // Without the correction the logarithm of 1 / (1 - e^-w) would be the target itself; in any case w is at most the split.
        double logarithm = Math.Log(Functions.ExpMinusOne(Split));
        if (target > 0)
            logarithm = Math.Min(logarithm, -target - Functions.LogOnePlus(-Math.Exp(-target)));
        for (int i = 0; i < MaximumSteps; i++)
        {
            double distance = Functions.Softplus(logarithm);
            (double correction, double slope) = Correction(distance);
            double excess = Functions.Softplus(-logarithm) + correction - target;
            double step = excess / (Functions.Logistic(-logarithm) - (slope * Functions.Logistic(logarithm)));
            logarithm += step;
            if (Math.Abs(step) <= Converged)
                break;
        }

        return Functions.Softplus(logarithm);
    }

    /// <summary>The scaled time at which v has grown by so much; <paramref name="distance"/> is what it then lacks to the fixed point.</summary>
    public double TimeAt(double growth, double distance) =>
        distance >= Split ? Time(growth).Value : splitTime + ((Near(distance) - splitValue) / NearScale);

    /// <summary>The scaled time in which v grows by d, and its derivative.</summary>
    protected abstract (double Value, double Slope) Time(double growth);

    /// <summary>A growth that is not reached before the time, and not much larger than the one that is.</summary>
    protected abstract double GrowthBound(double time);

    /// <summary>What is added to -ln(1 - e^-w) near the fixed point so that the sum falls linearly in time, and its derivative by w.</summary>
    protected abstract (double Value, double Slope) Correction(double distance);

    /// <summary>Fixes where the two forms meet; the last thing that a constructor does.</summary>
    private protected void Join()
    {
        splitTime = Gap.IsUnbounded ? double.PositiveInfinity : Time(Gap.Width - Split).Value;
        splitValue = Gap.IsUnbounded ? 0 : Near(Split);
    }

    private double Near(double distance) => -Math.Log(-Functions.ExpMinusOne(-distance)) + Correction(distance).Value;
}
