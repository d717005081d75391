using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>A logit over time by a formula in lanes: one time in one lane or many times in many, with the same bits.</summary>
/// <param name="end">The time before which the formula holds.</param>
internal abstract class LaneCurve(double end)
{
    /// <summary>The time before which the formula holds.</summary>
    protected double End { get; } = end;

    /// <summary>True for a time that the formula holds at.</summary>
    public bool Covers(double t) => t >= 0 && t < End;

    /// <summary>The logit at a time that is covered.</summary>
    public abstract double Logit(double t);

    /// <summary>The logits at many times; at those that are not covered, the curve's own.</summary>
    public void Logit(LearningCurve curve, ReadOnlySpan<double> times, Span<double> logits) => WidestLanes.Run(new Work(this, curve, times, logits));

    /// <summary>The same in lanes of a given kind.</summary>
    public abstract void Logit<T>(LearningCurve curve, ReadOnlySpan<double> times, Span<double> logits)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    private readonly ref struct Work(LaneCurve lanes, LearningCurve curve, ReadOnlySpan<double> times, Span<double> logits) : ILaneWork
    {
        private readonly ReadOnlySpan<double> times = times;
        private readonly Span<double> logits = logits;

        public void Run<T>()
            where T : unmanaged, ILanes<T>, IScalar<T> => lanes.Logit<T>(curve, times, logits);
    }
}

/// <summary>The same by one formula.</summary>
/// <param name="formula">The formula.</param>
/// <param name="mode">The mode; its time is not looked at.</param>
/// <param name="speed">The intrinsic speed of learning.</param>
/// <param name="end">The time before which the formula holds.</param>
internal sealed class LaneCurve<TFormula>(TFormula formula, ModeLanes<SingleLane> mode, double speed, double end) : LaneCurve(end)
    where TFormula : struct, ILogitFormula
{
    private readonly StartLanes<SingleLane> start = StartOf(formula, mode);

    public override double Logit(double t)
    {
        formula.Logit(start, speed * t, out SingleLane logit);
        return logit.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override void Logit<T>(LearningCurve curve, ReadOnlySpan<double> times, Span<double> logits)
    {
        StartLanes<T> starts = new(start.Logit.Value, start.Growth.Value, start.End.Value);
        for (int i = 0; i < times.Length; i += T.Count)
        {
            T time = LaneSpan.Load<T>(times, i), isCovered = T.And(T.AtMost(0, time), T.Greater(End, time)), logit = default;
            if (T.Bits(isCovered) != 0)
                formula.Logit(starts, T.And(time, isCovered) * speed, out logit);
            if (!LaneSpan.HasAll(isCovered))
                FillIn(curve, LaneSpan.Of(ref time), LaneSpan.Of(ref logit));
            LaneSpan.Store(logit, logits, i);
        }
    }

    private static StartLanes<SingleLane> StartOf(TFormula formula, in ModeLanes<SingleLane> mode)
    {
        formula.Start(mode, out StartLanes<SingleLane> start);
        return start;
    }

    private void FillIn(LearningCurve curve, ReadOnlySpan<double> times, Span<double> logits)
    {
        for (int lane = 0; lane < times.Length; lane++)
        {
            if (!Covers(times[lane]))
                logits[lane] = curve.Logit(times[lane]);
        }
    }
}
