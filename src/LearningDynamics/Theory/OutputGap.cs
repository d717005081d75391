using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// The way of a logistic output from its start up to its target, in the argument v = a u of the logistic function. An output that falls is mirrored (v to -v, y to
/// 1 - y), so that all motion is upwards and every term of the solved time is positive.
/// </summary>
internal readonly struct OutputGap
{
    public OutputGap(double target, double start)
    {
        double residual = (target * Functions.Logistic(-start)) - ((1 - target) * Functions.Logistic(start));
        Sign = residual < 0 ? -1 : 1;
        (Target, Rest) = residual < 0 ? (1 - target, target) : (target, 1 - target);
        Start = Sign * start;
        Width = residual == 0 ? 0 : Math.Max(0, Math.Log(Target / Rest) - Start);
        Closing = -Functions.ExpMinusOne(-Width);
        Odds = Math.Exp(Start) / Target;
    }

    /// <summary>-1 if the output falls, and all is mirrored; else 1.</summary>
    public double Sign { get; }

    /// <summary>The target y.</summary>
    public double Target { get; }

    /// <summary>q = 1 - y, to all its digits.</summary>
    public double Rest { get; }

    /// <summary>v at t = 0.</summary>
    public double Start { get; }

    /// <summary>D, the distance from the start to the fixed point ln(y / q); infinity for the target 1.</summary>
    public double Width { get; }

    /// <summary>1 - e^-D.</summary>
    public double Closing { get; }

    /// <summary>e^v / y at t = 0, called s0.</summary>
    public double Odds { get; }

    /// <summary>True if the output starts at its target and never moves.</summary>
    public bool IsClosed => Width == 0;

    /// <summary>True if the target is 1: the output never gets there, and v grows without bound.</summary>
    public bool IsUnbounded => Rest == 0;

    /// <summary>The growth of e^v / y from the start on, s - s0.</summary>
    /// <param name="growth">The growth of v, at least 0.</param>
    public double OddsGrowth(double growth) =>
        growth < 1 ? Odds * Functions.ExpMinusOne(growth) : (Math.Exp(Start + growth) / Target) - Odds;
}
