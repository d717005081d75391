using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Neurons between two classes, each with its own start, classes and time: their states, or the times at which their other sides come alive.</summary>
internal readonly ref struct OneSidedKernel : ILaneKernel
{
    private const double LargestNumber = NeuronDomain.LargestNumber;

    // What the accuracy of a time may move a neuron by that stands where its other side comes alive.
    private const double Reach = 1 + 4e-12;

    /// <summary>The classes: as many as starts, or one for all.</summary>
    public required ReadOnlySpan<ClassPair> Classes { get; init; }

    public required ReadOnlySpan<CompetitionState> Initial { get; init; }

    /// <summary>The times to look at; none to ask for those of revivals.</summary>
    public ReadOnlySpan<double> Times { get; init; }

    public Span<CompetitionState> States { get; init; }

    public Span<double> RevivalTimes { get; init; }

    public int Count => Initial.Length;

    public int WorkspaceLength => LaneNeurons<SingleLane>.Vectors;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Evaluate<T>(LaneRange range, scoped Span<T> workspace)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        Load(range, out T inputNorm, out T slope, out T speed, out CompetitionLanes<T> start);
        OneSidedLanes<T> neurons = new(inputNorm, slope, start, workspace);
        if (Times.IsEmpty)
        {
            neurons.RevivalTime(out T duration);
            range.Store(duration / speed, RevivalTimes);
            return;
        }

        range.Load(Times, out T time);
        T elapsed = time * speed;
        if (!LaneSpan.HasAll(T.And(T.AtMost(0, time), T.AtMost(elapsed, LogitBatch.LargestDuration))))
            RefuseTimes(range, speed);
        neurons.State(elapsed, out T position, out CompetitionLanes<T> state);
        if (!LaneSpan.HasAll(T.AtMost(position, Reach * neurons.Revival)))
            RefuseRevived(range);
        Store(range, state);
    }

    private static bool IsClass1(in CompetitionState state) => !(state.Beta > 0);

    private ClassPair Pair(int i) => Classes.Length == 1 ? Classes[0] : Classes[i];

    /// <summary>Loads neurons, seen from the class that each is active on.</summary>
    private void Load<T>(LaneRange range, out T inputNorm, out T slope, out T speed, out CompetitionLanes<T> start)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T alpha = default, beta = default, weight = default;
        (inputNorm, slope, speed) = (default, default, default);
        for (int lane = 0; lane < T.Count; lane++)
        {
            int i = range.First + Math.Min(lane, range.Count - 1);
            (ClassPair classes, CompetitionState state) = (Pair(i), Initial[i]);
            if (!Accepts(classes, state))
                Refuse(i);
            bool isClass1 = IsClass1(state);
            double norm = isClass1 ? classes.InputNorm1 : classes.InputNorm2;
            state = isClass1 ? state : state.Mirrored();
            LaneSpan.Of(ref inputNorm)[lane] = norm;
            LaneSpan.Of(ref slope)[lane] = classes.InnerProduct / (norm * norm);
            LaneSpan.Of(ref speed)[lane] = 2 * norm * (isClass1 ? classes.Frequency1 : classes.Frequency2);
            LaneSpan.Of(ref alpha)[lane] = state.Alpha;
            LaneSpan.Of(ref beta)[lane] = state.Beta;
            LaneSpan.Of(ref weight)[lane] = state.OutputWeight;
        }

        start = new(alpha, beta, weight);
    }

    private void Store<T>(LaneRange range, in CompetitionLanes<T> lanes)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        (T alpha, T beta, T weight) = (lanes.Alpha, lanes.Beta, lanes.OutputWeight);
        for (int lane = 0; lane < range.Count; lane++)
        {
            CompetitionState state = new(LaneSpan.Of(ref alpha)[lane], LaneSpan.Of(ref beta)[lane], LaneSpan.Of(ref weight)[lane]);
            bool isClass1 = IsClass1(Initial[range.First + lane]);
            States[range.First + lane] = isClass1 ? state : state.Mirrored();
        }
    }

    private static bool Accepts(ClassPair? classes, in CompetitionState state) =>
        classes is { InputNorm1: >= 1 / LargestNumber and <= LargestNumber, InputNorm2: >= 1 / LargestNumber and <= LargestNumber }
        && Math.Abs(state.Alpha) <= LargestNumber && Math.Abs(state.Beta) <= LargestNumber && Math.Abs(state.OutputWeight) <= LargestNumber
        && !(state.Alpha > 0 && state.Beta > 0) && Math.Abs(state.OutputWeight * Math.Max(0, Math.Max(state.Alpha, state.Beta))) <= LogitDomain.Largest;

    private void Refuse(int i)
    {
        string outside = FormattableString.Invariant($"outside [{1 / LargestNumber}, {LargestNumber}]"), bounded = FormattableString.Invariant($"has a number outside [-{LargestNumber}, {LargestNumber}]");
        (ClassPair? classes, CompetitionState state) = (Pair(i), Initial[i]);
        Numbered.RequireGiven(classes, "classes", i);
        Numbered.Require(classes.InputNorm1 is >= 1 / LargestNumber and <= LargestNumber, "classes", classes.InputNorm1, i, "has a first norm " + outside);
        Numbered.Require(classes.InputNorm2 is >= 1 / LargestNumber and <= LargestNumber, "classes", classes.InputNorm2, i, "has a second norm " + outside);
        Numbered.Require(Math.Abs(state.Alpha) <= LargestNumber, "initial", state.Alpha, i, bounded);
        Numbered.Require(Math.Abs(state.Beta) <= LargestNumber, "initial", state.Beta, i, bounded);
        Numbered.Require(Math.Abs(state.OutputWeight) <= LargestNumber, "initial", state.OutputWeight, i, bounded);
        Numbered.Require(!(state.Alpha > 0 && state.Beta > 0), "initial", state.Beta, i, "is active on both classes and has no closed form");
        Numbered.Require(false, "initial", state.OutputWeight, i, LogitDomain.Excess);
    }

    private void RefuseTimes<T>(LaneRange range, T speed)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        for (int lane = 0; lane < range.Count; lane++)
        {
            double t = Times[range.First + lane];
            Numbered.RequireTime(t, range.First + lane);
            Numbered.Require(t * LaneSpan.Of(ref speed)[lane] <= LogitBatch.LargestDuration, "times", t, range.First + lane, FormattableString.Invariant($"times the learning speed is above {LogitBatch.LargestDuration}"));
        }
    }

    private void RefuseRevived(LaneRange range)
    {
        for (int i = range.First; i < range.First + range.Count; i++)
        {
            OneSidedNeuron neuron = new(Pair(i), Initial[i]);
            bool isOver = Times[i] > neuron.RevivalTime;
            Numbered.Require(!isOver, "times", Times[i], i, FormattableString.Invariant($"is behind t = {neuron.RevivalTime:R}, at which the other side comes alive; behind that no closed form is known"));
        }
    }
}
