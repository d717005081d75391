using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>A <see cref="SimplifiedSystem"/> in every lane (theory: docs/theory/aging.md).</summary>
internal readonly struct ResponseLanes<T, TLaw>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TLaw : struct, IResponseLaw
{
    private readonly OutputGap<T> gap;
    private readonly ResponseSolution<T, TLaw> solution;
    private readonly T slope;
    private readonly T learningRate;
    private readonly T initialLogit;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ResponseLanes(in T slope, in T target, in T learningRate, in T initialLogit)
    {
        (this.slope, this.learningRate, this.initialLogit) = (slope, learningRate, initialLogit);
        gap = new(target, slope * initialLogit);
        solution = new(gap);
    }

    /// <summary>The way of the output.</summary>
    public OutputGap<T> Gap => gap;

    /// <summary>What a time is multiplied by to be in the scale of the law.</summary>
    public T Rate => learningRate * Steepness(gap.Target);

    /// <summary>The training response of the logit, u'.</summary>
    public T Response(in ResponseState<T> state) => learningRate * state.Residual * TLaw.Pull(slope * state.Variance);

    /// <summary>The training response of the output, f'.</summary>
    public T OutputResponse(in ResponseState<T> state) => learningRate * state.Residual * Steepness(state.Variance);

    /// <summary>The rate at which distance and response decay in the end.</summary>
    public T RelaxationRate => learningRate * Steepness(gap.Target * gap.Rest);

    /// <summary>The states at scaled times of at least 0; infinity gives the limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void At(in T time, out ResponseState<T> state)
    {
        T isLimit = T.AtMost(double.PositiveInfinity, time);
        T isFar = T.AndNot(T.AtMost(time, solution.SplitTime), isLimit);
        state = default;
        if (T.Bits(isFar) != 0)
            FromStart(time, isFar, out state);
        if (LaneSpan.HasAll(isFar))
            return;
        NearEnd(time, isFar, isLimit, out ResponseState<T> near);
        state = new(
            T.Select(isFar, state.Logit, near.Logit), T.Select(isFar, state.Output, near.Output), T.Select(isFar, state.Residual, near.Residual), T.Select(isFar, state.Variance, near.Variance));
    }

    /// <summary>The time at which v has grown by so much; the distance is what it then lacks to the fixed point.</summary>
    public T TimeAt(in T growth, in T distance)
    {
        solution.TimeAt(gap, growth, distance, out T time);
        return time / Rate;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FromStart(in T time, in T mask, out ResponseState<T> state)
    {
        solution.Growth(gap, time, mask, out T growth);
        gap.OddsGrowth(growth, out T gain);
        T odds = gap.Target * (gap.Odds + gain);
        T residual = gap.Target * (gap.Closing - (gap.Rest * gain)) / (1 + odds);
        Mirrored(initialLogit + (gap.Sign * growth / slope), odds, residual, out state);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NearEnd(in T time, in T isFar, in T isLimit, out ResponseState<T> state)
    {
        solution.Distance(gap, time, T.AndNot(T.AtMost(0, time), T.Or(isFar, isLimit)), out T distance);
        distance = T.AndNot(distance, isLimit);
        T rise = LaneFunctions.ExpMinusOne(distance), decay = 1 / (1 + rise);
        T residual = gap.Target * gap.Rest * (rise * decay) / T.MultiplyAdd(gap.Target, decay, gap.Rest);
        Mirrored(gap.Sign * (gap.End - distance) / slope, gap.Target / gap.Rest * decay, residual, out state);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Mirrored(in T logit, in T odds, in T residual, out ResponseState<T> state)
    {
        T isAbove = T.Greater(odds, 1), small = T.Select(isAbove, 1 / odds, odds);
        T larger = 1 / (1 + small), smaller = small * larger;
        T isUpper = T.Select(T.Greater(gap.Sign, 0), isAbove, T.AtMost(odds, 1));
        state = new(logit, T.Select(isUpper, larger, smaller), gap.Sign * residual, larger * smaller);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Steepness(T variance)
    {
        T steepness = slope * variance;
        return steepness * TLaw.Pull(steepness);
    }
}
