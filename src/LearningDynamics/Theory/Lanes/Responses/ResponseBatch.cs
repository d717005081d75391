using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>Evaluates simplified systems, each at a time and with parameters of its own, in lanes.</summary>
internal readonly ref struct ResponseBatch
{
    /// <summary>The largest product of slope and initial logit: up to here neither e^v nor its square leaves the range of a double.</summary>
    public const double LargestStart = 300;

    public required ReadOnlySpan<double> Times { get; init; }

    public required ReadOnlySpan<double> Slopes { get; init; }

    public required ReadOnlySpan<double> Targets { get; init; }

    public required ReadOnlySpan<double> LearningRates { get; init; }

    public required ReadOnlySpan<double> InitialLogits { get; init; }

    /// <summary>Receives the logits; may be empty.</summary>
    public required Span<double> Logits { get; init; }

    /// <summary>Receives the responses; may be empty.</summary>
    public required Span<double> Responses { get; init; }

    /// <summary>The mask of the times that are at least 0 and stay in the range of a double, or are infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Accepts<T>(T time, T duration)
        where T : unmanaged, ILanes<T>, IScalar<T> =>
        T.And(T.AtMost(0, time), T.Or(T.Greater(double.PositiveInfinity, duration), T.AtMost(double.PositiveInfinity, time)));

    public void Evaluate<TLaw>()
        where TLaw : struct, IResponseLaw => WidestLanes.Run(new Work<TLaw>(this));

    /// <summary>The same in lanes of a given kind. A lane's bits do not depend on the kind.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Evaluate<T, TLaw>()
        where T : unmanaged, ILanes<T>, IScalar<T>
        where TLaw : struct, IResponseLaw
    {
        RequireLengths();
        for (int i = 0; i < Times.Length; i += T.Count)
        {
            T time = LaneSpan.Load<T>(Times, i), slope = LaneSpan.Load<T>(Slopes, i), target = LaneSpan.Load<T>(Targets, i);
            T learningRate = LaneSpan.Load<T>(LearningRates, i), initialLogit = LaneSpan.Load<T>(InitialLogits, i);
            ResponseLanes<T, TLaw> systems = new(slope, target, learningRate, initialLogit);
            T duration = time * systems.Rate;
            T isAllowed = T.And(IsPositive(slope), T.And(IsPositive(learningRate), T.AtMost(T.Abs(slope * initialLogit), LargestStart)));
            isAllowed = T.And(T.And(isAllowed, Accepts(time, duration)), T.And(T.AtMost(0, target), T.AtMost(target, 1)));
            if (!LaneSpan.HasAll(isAllowed))
                Refuse(i, T.Count);
            systems.At(duration, out ResponseState<T> state);
            if (!Logits.IsEmpty)
                LaneSpan.Store(state.Logit, Logits, i);
            if (!Responses.IsEmpty)
                LaneSpan.Store(systems.Response(state), Responses, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T IsPositive<T>(T value)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.And(T.Greater(value, 0), T.Greater(double.PositiveInfinity, value));

    private void RequireLengths()
    {
        Numbered.RequireLength(Slopes.Length, Times.Length, "slopes");
        Numbered.RequireLength(Targets.Length, Times.Length, "targets");
        Numbered.RequireLength(LearningRates.Length, Times.Length, "learningRates");
        Numbered.RequireLength(InitialLogits.Length, Times.Length, "initialLogits");
        if (!Logits.IsEmpty || Responses.IsEmpty)
            Numbered.RequireLength(Logits.Length, Times.Length, "logits");
        if (!Responses.IsEmpty)
            Numbered.RequireLength(Responses.Length, Times.Length, "responses");
    }

    /// <summary>Says which of the numbers from an index on is outside its domain.</summary>
    private void Refuse(int first, int count)
    {
        for (int i = first; i < Math.Min(first + count, Times.Length); i++)
        {
            Numbered.RequireTime(Times[i], i);
            Numbered.Require(Slopes[i] > 0 && double.IsFinite(Slopes[i]), "slopes", Slopes[i], i, "is above 0 and finite");
            Numbered.Require(Targets[i] is >= 0 and <= 1, "targets", Targets[i], i, "lies in [0, 1]");
            Numbered.Require(LearningRates[i] > 0 && double.IsFinite(LearningRates[i]), "learningRates", LearningRates[i], i, "is above 0 and finite");
            Numbered.Require(Math.Abs(Slopes[i] * InitialLogits[i]) <= LargestStart, "initialLogits", InitialLogits[i], i, FormattableString.Invariant($"times the slope lies in [-{LargestStart}, {LargestStart}]"));
        }

        Numbered.Require(false, "times", Times[first], first, FormattableString.Invariant($"or one of the {count - 1} behind it, times the learning speed, overflows; take a smaller time, or infinity for the limit"));
    }

    private readonly ref struct Work<TLaw>(ResponseBatch batch) : ILaneWork
        where TLaw : struct, IResponseLaw
    {
        private readonly ResponseBatch batch = batch;

        public void Run<T>()
            where T : unmanaged, ILanes<T>, IScalar<T> => batch.Evaluate<T, TLaw>();
    }
}
