using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many neurons between two classes at once against one at a time, which is held to references of 34 digits; here are those references and starts of every kind.</summary>
public class OneSidedNeuronsTests
{
    private const int Count = 1003;
    private const double Epsilon = 2.220446049250313e-16;

    private readonly ClassPair[] classes = new ClassPair[Count];
    private readonly CompetitionState[] initial = new CompetitionState[Count];
    private readonly double[] times = new double[Count];
    private readonly CompetitionState[] states = new CompetitionState[Count];

    /// <summary>Active on either class or on none, learning, dying, reviving and on the separatrix, at times up to the revival itself.</summary>
    public OneSidedNeuronsTests()
    {
        RandomStream random = new(seed: 10);
        for (int i = 0; i < Count; i++)
        {
            double norm1 = Between(0.3, 2), norm2 = Between(0.3, 2);
            classes[i] = new(norm1, norm2, i % 9 == 0 ? 0 : -Between(0, 0.99) * norm1 * norm2, Between(0.01, 0.5), Between(0.01, 0.5));
            double active = Math.Pow(10, Between(-4, 0.5)), other = i % 6 == 0 ? 0 : -Math.Pow(10, Between(-3, 0)), weight = Between(-2, 2);
            if (i % 8 == 0)
                weight = -active / norm1;
            initial[i] = new(i % 13 == 0 ? -active : active, other, weight);
            if (i % 2 == 1)
                (initial[i], classes[i]) = (initial[i].Mirrored(), classes[i].Mirrored());
            double latest = i % 7 == 0 ? 1e12 : 200, revival = Solve(i).RevivalTime ?? latest;
            times[i] = (i % 10) switch { 0 => 0, 1 => Math.Min(latest, revival), _ => Between(0, 1) * Math.Min(latest, revival) };
        }

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }

    [Fact]
    public void Many_neurons_are_those_of_one_neuron_each()
    {
        OneSidedNeurons.State(classes, times, initial, states);
        for (int i = 0; i < Count; i++)
            AssertSame(Solve(i), times[i], states[i]);
        Assert.Contains(Enumerable.Range(0, Count), i => Solve(i).RevivalTime == times[i] && times[i] > 0);
        Assert.Contains(states, state => state is { Alpha: 0, Beta: < 0 });
    }

    [Fact]
    public void The_references_hold_for_many_neurons()
    {
        ReferenceTable.Row[] rows = [.. ReferenceTable.Read("competition-trajectories.csv")];
        ClassPair[] pairs = Array.ConvertAll(rows, Classes);
        CompetitionState[] starts = Array.ConvertAll(rows, Start), found = new CompetitionState[rows.Length];
        OneSidedNeurons.State(pairs, Array.ConvertAll(rows, row => row["time"]), starts, found);
        for (int i = 0; i < rows.Length; i++)
            AssertSame(new(pairs[i], starts[i]), rows[i]["time"], found[i], new(rows[i]["alpha_then"], rows[i]["beta_then"], rows[i]["output_weight_then"]));
    }

    [Fact]
    public void Neurons_at_the_ends_of_their_domain_are_those_of_one_neuron_each()
    {
        double[] sizes = [1e-50, 1, 1e50];
        CompetitionState[] found = new CompetitionState[1];
        foreach ((double n, double other) in sizes.SelectMany(n => sizes.Select(other => (n, other))))
        {
            ClassPair pair = new(n, other, -0.5 * n * other, 0.5, 0.5);
            foreach ((double y, double z) in sizes.SelectMany(y => sizes.Select(z => (y, z))).Where(start => start.y * start.z <= 300))
            {
                foreach (double sign in (double[])[1, -1])
                {
                    OneSidedNeuron alone = new(pair, new(y, -Math.Min(1e50, 0.25 * y * other / n), sign * z));
                    double end = alone.RevivalTime ?? alone.DeathTime ?? 100 / n;
                    foreach (double t in (double[])[0, 0.5 * end, end])
                    {
                        OneSidedNeurons.State(pair, [t], [alone.Initial], found);
                        CompetitionState expected = alone.State(t);
                        double scale = Math.Max(y, n * z), bound = 1e-11 * Math.Max(Math.Abs(expected.Alpha), scale);
                        Assert.True(Math.Abs(found[0].Alpha - expected.Alpha) <= bound, $"{expected} expected, {found[0]} found, at t = {t:R} from {alone.Initial} with {pair}");
                        Assert.True(Math.Abs(found[0].Beta - expected.Beta) <= other / n * bound, $"{expected} expected, {found[0]} found, at t = {t:R} from {alone.Initial} with {pair}");
                        Assert.True(Math.Abs(found[0].OutputWeight - expected.OutputWeight) <= bound / n, $"{expected} expected, {found[0]} found, at t = {t:R} from {alone.Initial} with {pair}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Revivals_happen_when_they_should()
    {
        ReferenceTable.Row[] rows = [.. ReferenceTable.Read("competition-events.csv")];
        double[] revivals = new double[rows.Length];
        OneSidedNeurons.RevivalTime(Array.ConvertAll(rows, Classes), Array.ConvertAll(rows, Start), revivals);
        for (int i = 0; i < rows.Length; i++)
            AssertTime(new OneSidedNeuron(Classes(rows[i]), Start(rows[i])).RevivalTime, revivals[i]);
        revivals = new double[Count];
        OneSidedNeurons.RevivalTime(classes, initial, revivals);
        for (int i = 0; i < Count; i++)
            AssertTime(Solve(i).RevivalTime, revivals[i]);
        Assert.InRange(revivals.Count(double.IsFinite), Count / 20, Count / 2);
    }

    [Fact]
    public void Neurons_between_the_same_classes_need_them_once()
    {
        ClassPair pair = new(1, 0.7, -0.4, 0.5, 0.3);
        double[] revivals = new double[Count], expectedRevivals = new double[Count];
        OneSidedNeurons.RevivalTime(pair, initial, revivals);
        ClassPair[] pairs = [.. Enumerable.Repeat(pair, Count)];
        OneSidedNeurons.RevivalTime(pairs, initial, expectedRevivals);
        Assert.Equal(expectedRevivals, revivals);
        double[] early = Array.ConvertAll(revivals, t => Math.Min(t, 3));
        CompetitionState[] expected = new CompetitionState[Count];
        OneSidedNeurons.State(pair, early, initial, states);
        OneSidedNeurons.State(pairs, early, initial, expected);
        Assert.Equal(expected, states);
    }

    [Fact]
    public void Starts_stay_as_they_are_without_time()
    {
        OneSidedNeurons.State(classes, new double[Count], initial, states);
        Assert.Equal(initial, states);
    }

    [Fact]
    public void A_neurons_bits_depend_neither_on_the_width_nor_on_its_neighbours()
    {
        (CompetitionState[] States, double[] Revivals) expected = Evaluate<SingleLane>();
        foreach ((CompetitionState[] found, double[] revivals) in new[] { Evaluate<Lanes128>(), Evaluate<LanePair<Lanes256>>(), Evaluate<LanePair<Lanes512>>() })
        {
            Assert.Equal(expected.States, found);
            Assert.Equal(expected.Revivals, revivals);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] revivals = new double[Count];
        Assert.Equal(0, Allocation.Least(() => OneSidedNeurons.State(classes, times, initial, states)));
        Assert.Equal(0, Allocation.Least(() => OneSidedNeurons.State(classes[0], new ReadOnlySpan<double>(revivals, 0, 1), initial.AsSpan(0, 1), states.AsSpan(0, 1))));
        Assert.Equal(0, Allocation.Least(() => OneSidedNeurons.RevivalTime(classes, initial, revivals)));
    }

    [Fact]
    public void Numbers_outside_their_domain_are_named()
    {
        ClassPair pair = new(1, 1, -0.5, 0.5, 0.5);
        AssertRefused("times", "is at least 0", pair, -1, new(1, -1, 1));
        AssertRefused("times", "is at least 0", pair, double.NaN, new(1, -1, 1));
        AssertRefused("times", "1E+150", pair, 1e151, new(1, -1, 1));
        double revival = new OneSidedNeuron(pair, new(1, -0.1, -1.1)).RevivalTime!.Value;
        AssertRefused("times", "comes alive", pair, revival * (1 + 1e-10), new(1, -0.1, -1.1));
        AssertRefused("times", "comes alive", pair, 10, new(1, -0.1, -1.1));
        AssertRefused("initial", "active on both classes", pair, 1, new(1, 0.1, 1));
        AssertRefused("initial", "outside", pair, 1, new(1, -1e51, 1));
        AssertRefused("initial", "outside", pair, 1, new(1, -1, double.NaN));
        AssertRefused("initial", "initial logit", pair, 1, new(-1, 20, 20));
        AssertRefused("classes", "second norm", new(1, 1e51, 0, 0.5, 0.5), 1, new(1, -1, 1));
        Assert.Throws<ArgumentException>("classes", () => OneSidedNeurons.State([pair, null!], [1, 1], [new(1, -1, 1), new(1, -1, 1)], new CompetitionState[2]));
        Assert.Throws<ArgumentException>("classes", () => OneSidedNeurons.State([pair], [1, 1], new CompetitionState[2], new CompetitionState[2]));
        Assert.Throws<ArgumentException>("initial", () => OneSidedNeurons.RevivalTime(pair, new CompetitionState[3], new double[2]));
        Assert.Throws<ArgumentException>("states", () => OneSidedNeurons.State(pair, [1, 1], new CompetitionState[2], new CompetitionState[1]));
    }

    private static void AssertRefused(string name, string text, ClassPair second, double time, CompetitionState start)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(
            name, () => OneSidedNeurons.State([new(1, 1, 0, 0.5, 0.5), second], [1, time], [new(1, -1, 1), start], new CompetitionState[2]));
        Assert.Contains("Number 1 of", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    private static void AssertTime(double? expected, double actual)
    {
        if (expected is null)
            Assert.Equal(double.PositiveInfinity, actual);
        else
            Assert.Equal(expected.Value, actual, 1e-12 * expected.Value);
    }

    // Relative error at most 1e-12, plus four machine epsilons times the condition number with respect to time; against a neuron alone, which errs as well, twice that. Where a value passes through 0
    // the error is measured against the terms that cancel there.
    private static void AssertSame(OneSidedNeuron alone, double t, CompetitionState actual, CompetitionState? given = null)
    {
        CompetitionState expected = given ?? alone.State(t), start = alone.Initial;
        ClassPair pair = alone.Classes;
        if (start.Beta > 0)
            (pair, start, expected, actual) = (pair.Mirrored(), start.Mirrored(), expected.Mirrored(), actual.Mirrored());
        double n = pair.InputNorm1, y = expected.Alpha, z = expected.OutputWeight;
        double cancelling = start.OutputWeight < 0 ? Math.Sqrt(Math.Abs((start.Alpha * start.Alpha) - (n * n * start.OutputWeight * start.OutputWeight))) : 0;
        double drive = y > 0 ? t * pair.Frequency1 / (1 + Math.Exp(z * y)) : 0, slope = Math.Abs(pair.InnerProduct) / (n * n);
        double error = Bound(Math.Abs(y) + cancelling, drive * n * n * z);
        AssertNear(y, actual.Alpha, error);
        AssertNear(z, actual.OutputWeight, Bound(Math.Abs(z) + (cancelling / n), drive * y));
        AssertNear(expected.Beta, actual.Beta, (slope * error) + Bound(Math.Abs(start.Beta) + (slope * (Math.Abs(start.Alpha) + Math.Abs(y))), 0));

        double Bound(double scale, double perRelativeTime) => ((given is null ? 2 : 1) * ((1e-12 * scale) + (4 * Epsilon * Math.Abs(perRelativeTime)))) + double.Epsilon;

        void AssertNear(double right, double found, double bound) =>
            Assert.True(Math.Abs(found - right) <= bound, FormattableString.Invariant($"{right:R} expected, {found:R} found, bound {bound:R}, at t = {t:R} from {start} with {pair}"));
    }

    private static ClassPair Classes(ReferenceTable.Row row) => new(row["input_norm_1"], row["input_norm_2"], row["inner_product"], row["frequency_1"], row["frequency_2"]);

    private static CompetitionState Start(ReferenceTable.Row row) => new(row["alpha"], row["beta"], row["output_weight"]);

    private OneSidedNeuron Solve(int i) => new(classes[i], initial[i]);

    private (CompetitionState[] States, double[] Revivals) Evaluate<T>()
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        (CompetitionState[] found, double[] revivals) = (new CompetitionState[Count], new double[Count]);
        LaneKernels.Run<T, OneSidedKernel>(new() { Classes = classes, Initial = initial, Times = times, States = found });
        LaneKernels.Run<T, OneSidedKernel>(new() { Classes = classes, Initial = initial, RevivalTimes = revivals });
        return (found, revivals);
    }
}
