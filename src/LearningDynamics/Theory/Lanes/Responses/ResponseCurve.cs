using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>One simplified system over time: one time in one lane or many times in many, with the same bits.</summary>
internal abstract class ResponseCurve
{
    /// <summary>The way of the output.</summary>
    public abstract OutputGap<SingleLane> Gap { get; }

    /// <summary>What a time is multiplied by to be in the scale of the law.</summary>
    public abstract double Rate { get; }

    /// <summary>The rate at which distance and response decay in the end.</summary>
    public abstract double RelaxationRate { get; }

    /// <summary>The state at a time.</summary>
    public abstract ResponseState<SingleLane> At(double t);

    /// <summary>The training response of the logit in a state.</summary>
    public abstract double Response(in ResponseState<SingleLane> state);

    /// <summary>The training response of the output in a state.</summary>
    public abstract double OutputResponse(in ResponseState<SingleLane> state);

    /// <summary>The time at which v has grown by so much; the distance is what it then lacks to the fixed point.</summary>
    public abstract double TimeAt(double growth, double distance);

    /// <summary>The logits and the responses at many times; either span may be empty.</summary>
    public void Evaluate(ReadOnlySpan<double> times, Span<double> logits, Span<double> responses) => WidestLanes.Run(new Work(this, times, logits, responses));

    /// <summary>The same in lanes of a given kind.</summary>
    public abstract void Evaluate<T>(ReadOnlySpan<double> times, Span<double> logits, Span<double> responses)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    private readonly ref struct Work(ResponseCurve curve, ReadOnlySpan<double> times, Span<double> logits, Span<double> responses) : ILaneWork
    {
        private readonly ReadOnlySpan<double> times = times;
        private readonly Span<double> logits = logits;
        private readonly Span<double> responses = responses;

        public void Run<T>()
            where T : unmanaged, ILanes<T>, IScalar<T> => curve.Evaluate<T>(times, logits, responses);
    }
}

/// <summary>The same under one loss.</summary>
internal sealed class ResponseCurve<TLaw>(double slope, double target, double learningRate, double initialLogit) : ResponseCurve
    where TLaw : struct, IResponseLaw
{
    private readonly ResponseLanes<SingleLane, TLaw> system = new(slope, target, learningRate, initialLogit);

    public override OutputGap<SingleLane> Gap => system.Gap;

    public override double Rate => system.Rate.Value;

    public override double RelaxationRate => system.RelaxationRate.Value;

    public override ResponseState<SingleLane> At(double t)
    {
        system.At(Requires.Duration(t, Rate), out ResponseState<SingleLane> state);
        return state;
    }

    public override double Response(in ResponseState<SingleLane> state) => system.Response(state).Value;

    public override double OutputResponse(in ResponseState<SingleLane> state) => system.OutputResponse(state).Value;

    public override double TimeAt(double growth, double distance) => system.TimeAt(growth, distance).Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override void Evaluate<T>(ReadOnlySpan<double> times, Span<double> logits, Span<double> responses)
    {
        ResponseLanes<T, TLaw> lanes = new(slope, target, learningRate, initialLogit);
        T rate = lanes.Rate;
        for (int i = 0; i < times.Length; i += T.Count)
        {
            T time = LaneSpan.Load<T>(times, i), duration = time * rate;
            if (!LaneSpan.HasAll(ResponseBatch.Accepts(time, duration)))
                Refuse(LaneSpan.Of(ref time));
            lanes.At(duration, out ResponseState<T> state);
            if (!logits.IsEmpty)
                LaneSpan.Store(state.Logit, logits, i);
            if (!responses.IsEmpty)
                LaneSpan.Store(lanes.Response(state), responses, i);
        }
    }

    private void Refuse(ReadOnlySpan<double> times)
    {
        foreach (double t in times)
            _ = Requires.Duration(t, Rate);
    }
}
