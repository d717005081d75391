using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>
/// The way of a logistic output from its start up to its target, in the argument v = a u of the logistic function. An output that falls is mirrored (v to -v, y to
/// 1 - y), so that all motion is upwards and every term of the solved time is positive.
/// </summary>
internal readonly struct OutputGap<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public OutputGap(in T target, in T start)
    {
        // Both ways are the same to the bit: sigma(v) and sigma(-v) come from one exponential.
        LanePower.Exp(-T.Abs(start), out T decay);
        T larger = 1 / (1 + decay), smaller = decay * larger, isUpper = T.Greater(start, 0);
        T residual = (target * T.Select(isUpper, smaller, larger)) - ((1 - target) * T.Select(isUpper, larger, smaller));
        T isFalling = T.Greater(0, residual);
        Sign = T.Select(isFalling, -1, 1);
        (Target, Rest) = (T.Select(isFalling, 1 - target, target), T.Select(isFalling, target, 1 - target));
        Start = Sign * start;
        LanePower.Log(Target / Rest, out T end);
        LanePower.Log(Target, out T logTarget);
        LanePower.Exp(Start, out T power);
        End = end;
        Width = T.And(T.Maximum(0, end - Start), T.Greater(T.Abs(residual), 0));
        T rise = LaneFunctions.ExpMinusOne(T.Minimum(700, Width));
        Closing = rise / (1 + rise);
        Odds = power / Target;
        LogOdds = Start - logTarget;
    }

    /// <summary>-1 if the output falls, and all is mirrored; else 1.</summary>
    public T Sign { get; }

    /// <summary>The target y.</summary>
    public T Target { get; }

    /// <summary>q = 1 - y, to all its digits.</summary>
    public T Rest { get; }

    /// <summary>v at t = 0.</summary>
    public T Start { get; }

    /// <summary>The fixed point ln(y / q); infinity for the target 1.</summary>
    public T End { get; }

    /// <summary>D, the distance from the start to the fixed point; 0 for an output that starts at its target and never moves, infinity for the target 1.</summary>
    public T Width { get; }

    /// <summary>1 - e^-D.</summary>
    public T Closing { get; }

    /// <summary>e^v / y at t = 0, called s0.</summary>
    public T Odds { get; }

    /// <summary>ln s0.</summary>
    public T LogOdds { get; }

    /// <summary>The growth of e^v / y from the start on, s - s0, while v grows by at least 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void OddsGrowth(in T growth, out T gain)
    {
        // e^d - 1 = r (r + 2) with r = e^(d/2) - 1: from a tiny start e^d may overflow where the odds do not.
        T rise = LaneFunctions.ExpMinusOne(0.5 * growth);
        gain = Odds * rise * (rise + 2);
    }
}
