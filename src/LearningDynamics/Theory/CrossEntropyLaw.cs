using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// dv/dT = (y - f) / y, solved by T = d + [ln(1 - q s0) - ln(1 - q s)] / q with s = e^v / y; for y = 1 by T = d + s - s0.
/// </summary>
internal sealed class CrossEntropyLaw : ResponseLaw
{
    public CrossEntropyLaw(in OutputGap gap)
        : base(gap) => Join();

    protected override double NearScale => Gap.Rest;

    protected override (double Value, double Slope) Time(double growth)
    {
        double gain = Gap.OddsGrowth(growth) / Gap.Closing;
        double closed = Gap.Rest * gain;
        double logarithm = closed == 0 ? gain : gain * (-Functions.LogOnePlus(-closed) / closed);
        double odds = Gap.Odds + (gain * Gap.Closing);
        return (growth + logarithm, (1 + (Gap.Target * odds)) / (Gap.Closing * (1 - closed)));
    }

    protected override double GrowthBound(double time)
    {
        // Neither of the two terms is larger than their sum.
        double gain = Gap.IsUnbounded ? time : -Functions.ExpMinusOne(-Gap.Rest * time) / Gap.Rest;
        return Math.Min(time, Functions.Softplus(Math.Log(gain) + Math.Log(Gap.Closing) - Math.Log(Gap.Odds)));
    }

    protected override (double Value, double Slope) Correction(double distance) => (-Gap.Rest * distance, -Gap.Rest);
}
