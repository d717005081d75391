using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// dv/dT = (y - f) f (1 - f) / y^2, solved by T = R(s) - R(s0) with s = e^v / y and
/// R(s) = -1/s + (1 + 2 y) ln s + (1 + y + y^2) s + s^2 / 2 + [-ln(1 - q s) - q s - (q s)^2 / 2] / q^2, the last term 0 for y = 1.
/// </summary>
/// <remarks>Every term of R grows with s. In the form with ln(1 - q s) alone, terms of the order of 1 / q^2 would cancel.</remarks>
internal sealed class SquaredErrorLaw : ResponseLaw
{
    // Up to this q s the logarithm's tail is summed as a series, beyond it the logarithm is large enough to subtract from.
    private const double SeriesLimit = 0.1;

    private readonly double linear;

    public SquaredErrorLaw(in OutputGap gap)
        : base(gap)
    {
        linear = 1 + gap.Target + (gap.Target * gap.Target);
        Join();
    }

    protected override double NearScale => Gap.Rest * Gap.Rest;

    protected override (double Value, double Slope) Time(double growth)
    {
        double gain = Gap.OddsGrowth(growth);
        double odds = Gap.Odds + gain;
        double squares = gain * (odds + Gap.Odds);
        double closed = Gap.Rest * gain / Gap.Closing;
        double value = (gain / Gap.Odds / odds) + ((1 + (2 * Gap.Target)) * growth) + (linear * gain) + (squares / 2) + Tail(odds, gain, squares, closed);
        double growing = 1 + (Gap.Target * odds);
        return (value, growing * growing * growing / (odds * Gap.Closing * (1 - closed)));
    }

    protected override double GrowthBound(double time)
    {
        // The term -1/s grows by less than 1/s0. If s ends above 1 it leaves at least this much, less 1, to the others; else ln s ends below 0.
        double logOdds = Math.Log(Gap.Odds);
        double others = logOdds < 0 ? time - (1 / Gap.Odds) + 1 : time;
        double bound = 0;
        if (others > 0)
        {
            double logOthers = Math.Log(others);
            bound = Math.Min(others / (1 + (2 * Gap.Target)), Math.Min(Functions.Softplus(logOthers - Math.Log(linear) - logOdds), Functions.Softplus(Math.Log(2) + logOthers - (2 * logOdds)) / 2));
        }

        bound = Math.Max(bound, -logOdds);
        return time * Gap.Odds < 1 ? Math.Min(bound, -Functions.LogOnePlus(-time * Gap.Odds)) : bound;
    }

    protected override (double Value, double Slope) Correction(double distance)
    {
        double y = Gap.Target, q = Gap.Rest, cube = y * y * y, rest = q * q, restCube = rest * q;
        double falling = Functions.ExpMinusOne(-distance), rising = Functions.ExpMinusOne(distance);
        return (
            (-cube * falling) - (rest * (1 + (2 * y)) * distance) - (restCube * rising),
            (cube * (1 + falling)) - (rest * (1 + (2 * y))) - (restCube * (1 + rising)));
    }

    /// <summary>The growth of [-ln(1 - q s) - q s - (q s)^2 / 2] / q^2, the sum over k from 3 of q^(k - 2) s^k / k.</summary>
    private double Tail(double odds, double gain, double squares, double closed)
    {
        double share = Gap.Rest * odds;
        if (share > SeriesLimit)
            return (-Functions.LogOnePlus(-closed) - (Gap.Rest * gain) - (Gap.Rest * Gap.Rest * squares / 2)) / (Gap.Rest * Gap.Rest);

        // The growth of q^(k - 2) s^k, without subtracting, from that of one power less.
        double power = squares, start = Gap.Odds * Gap.Odds, sum = 0, added = double.PositiveInfinity;
        for (int k = 3; added > 1e-17 * sum; k++)
        {
            power = (share * power) + (start * Gap.Rest * gain);
            start *= Gap.Rest * Gap.Odds;
            added = power / k;
            sum += added;
        }

        return sum;
    }
}
