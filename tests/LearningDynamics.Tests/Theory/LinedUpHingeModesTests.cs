using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many neurons under the hinge loss at once: against values of 34 digits, and against the product of each neuron's preactivation and output weight.</summary>
public class LinedUpHingeModesTests
{
    private const int Count = 1003;
    private const double Margin = 2;
    private const double Epsilon = 2.220446049250313e-16;

    private readonly double[] times = new double[Count];
    private readonly double[] preactivations = new double[Count];
    private readonly double[] weights = new double[Count];
    private readonly double[] norms = new double[Count];
    private readonly double[] frequencies = new double[Count];
    private readonly double[] logits = new double[Count];

    /// <summary>Learning, dying and inactive neurons, near the separatrix and on it, at times before and behind their ends.</summary>
    public LinedUpHingeModesTests()
    {
        RandomStream random = new(seed: 8);
        for (int i = 0; i < Count; i++)
        {
            norms[i] = i % 4 == 0 ? 0.5 : Math.Pow(10, Between(-2, 2));
            frequencies[i] = Math.Pow(10, Between(-3, 0));
            preactivations[i] = (i % 11 == 0 ? -1 : 1) * Math.Pow(10, Between(-60, 0.7));
            weights[i] = (i % 2 == 0 ? -1 : 1) * Math.Pow(10, Between(-60, 0.7));
            if (i % 8 == 0)
                weights[i] = -preactivations[i] / norms[i] * (i % 16 == 0 ? 1 : 1 + Between(-1e-6, 1e-6));
            LinedUpHingeMode mode = Solve(i);
            times[i] = i % 10 == 0 ? 0 : Between(0, 2) * (mode.MarginTime ?? mode.CollapseTime ?? (30 / (norms[i] * frequencies[i])));
        }

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }

    [Fact]
    public void Many_neurons_are_exact_over_the_whole_box()
    {
        foreach (IGrouping<double, ReferenceTable.Row> rows in ReferenceTable.Read("hinge-neurons.csv").GroupBy(row => row["margin"]))
        {
            double[] found = new double[rows.Count()];
            LinedUpHingeModes.Logit(rows.Key, Column("time"), Column("preactivation"), Column("output_weight"), Column("input_norm"), Column("frequency"), found);
            foreach ((ReferenceTable.Row row, double actual) in rows.Zip(found))
            {
                double t = row["time"], y = row["preactivation_then"], n = row["input_norm"], z = n * row["output_weight_then"];
                double speed = ((y * y) + (z * z)) / (2 * n), phase = t < row["margin_time"] && t < row["collapse_time"] ? n * row["frequency"] * t : 0;
                double bound = (1e-12 * (Math.Abs(row["logit"]) + (row["output_weight"] < 0 ? speed : 0))) + (8 * Epsilon * phase * speed) + double.Epsilon;
                Assert.True(Math.Abs(actual - row["logit"]) <= bound, FormattableString.Invariant($"{actual:R} found, bound {bound:R}, at {row}"));
            }

            double[] Column(string name) => [.. rows.Select(row => row[name])];
        }
    }

    [Fact]
    public void Many_neurons_are_those_of_one_neuron_each()
    {
        LinedUpHingeModes.Logit(Margin, times, preactivations, weights, norms, frequencies, logits);
        for (int i = 0; i < Count; i++)
        {
            LinedUpHingeMode mode = Solve(i);
            double y = mode.Preactivation(times[i]), z = mode.OutputWeight(times[i]), exact = y > 0 ? z * y : 0;
            // Where y or z passes through 0, the error is absolute on the scale of what cancels there. At the end the speed falls to 0: what counts is that before it.
            double cancelling = weights[i] < 0 && y > 0 ? ((y * y) + (norms[i] * norms[i] * z * z)) / norms[i] : 0;
            double condition = times[i] * Math.Max(mode.LogitSpeed(times[i]), mode.LogitSpeed(times[i] * (1 - 1e-12)));
            double allowed = (2e-12 * (Math.Abs(exact) + cancelling)) + (8 * Epsilon * condition) + double.Epsilon;
            Assert.True(Math.Abs(logits[i] - exact) <= allowed, FormattableString.Invariant($"{i}: y0 = {preactivations[i]:R}, z0 = {weights[i]:R}, n = {norms[i]:R}, p = {frequencies[i]:R}, t = {times[i]:R}: {logits[i]:R} and not {exact:R}, allowed {allowed:R}."));
        }

        Assert.InRange(logits.Count(logit => logit == Margin), Count / 10, Count / 2);
        Assert.InRange(logits.Count(logit => logit == 0), Count / 10, Count / 2);
        Assert.InRange(logits.Count(logit => logit < 0), Count / 20, Count / 2);
    }

    [Fact]
    public void Neurons_at_the_ends_of_their_domain_are_those_of_one_neuron_each()
    {
        double[] sizes = [1e-100, 1e-50, 1e-10, 1, 1e10, 1e50], found = new double[1];
        foreach (double n in (double[])[1e-50, 1, 1e50])
        {
            foreach ((double y, double z) in sizes.SelectMany(y => sizes.Select(z => (y, z))).Where(start => start.y * start.z <= 300))
            {
                foreach (double sign in (double[])[1, -1])
                {
                    LinedUpHingeMode mode = new(n, 1, y, sign * z, Margin);
                    double end = mode.MarginTime ?? mode.CollapseTime ?? 1 / n;
                    foreach (double t in (double[])[0, 0.5 * end, 0.999 * end, 2 * end])
                    {
                        LinedUpHingeModes.Logit(Margin, [t], [y], [sign * z], [n], [1], found);
                        double exact = t < end || mode.Outcome == Outcome.Separatrix ? mode.OutputWeight(t) * mode.Preactivation(t) : mode.Outcome == Outcome.Learned ? Math.Max(Margin, sign * y * z) : 0;
                        double scale = Math.Max(Math.Abs(exact), sign < 0 ? t * mode.LogitSpeed(t) : 0) + (y * z);
                        Assert.True(Math.Abs(found[0] - exact) <= (2e-12 * scale) + (1e-13 * t * mode.LogitSpeed(t)) + double.Epsilon, FormattableString.Invariant($"y0 = {y}, z0 = {sign * z}, n = {n}, t = {t:R}: {found[0]:R} and not {exact:R}"));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_logits_bits_depend_neither_on_the_width_nor_on_its_neighbours()
    {
        double[] expected = Evaluate<SingleLane>();
        Assert.Equal(expected, Evaluate<Lanes128>());
        Assert.Equal(expected, Evaluate<Lanes256>());
        Assert.Equal(expected, Evaluate<LanePair<Lanes256>>());
        Assert.Equal(expected, Evaluate<LanePair<Lanes512>>());
    }

    [Fact]
    public void Nothing_is_allocated() =>
        Assert.Equal(0, Allocation.Least(() => LinedUpHingeModes.Logit(Margin, times, preactivations, weights, norms, frequencies, logits)));

    [Fact]
    public void Numbers_outside_their_domain_are_named()
    {
        AssertRefused("times", Margin, [1, -1], [1, 1], [1, 1]);
        AssertRefused("initialPreactivations", Margin, [1, 1], [1, 1e51], [1, 1]);
        AssertRefused("initialOutputWeights", Margin, [1, 1], [1, 1], [1, double.NaN]);
        AssertRefused("initialOutputWeights", Margin, [1, 1], [1, 20], [1, -20]);
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => LinedUpHingeModes.Logit(0, [1], [1], [1], [1], [1], new double[1]));
        Assert.Throws<ArgumentException>("initialOutputWeights", () => LinedUpHingeModes.Logit(Margin, [1], [1], [], [1], [1], new double[1]));
    }

    private static void AssertRefused(string name, double margin, double[] times, double[] preactivations, double[] weights)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(name, () => LinedUpHingeModes.Logit(margin, times, preactivations, weights, [1, 1], [1, 1], new double[2]));
        Assert.Contains("Number 1 of", refusal.Message, StringComparison.Ordinal);
    }

    private LinedUpHingeMode Solve(int i) => new(norms[i], frequencies[i], preactivations[i], weights[i], Margin);

    private double[] Evaluate<T>()
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        double[] result = new double[Count];
        LogitBatch batch = new() { Times = times, Starts = preactivations, OutputWeights = weights, InputNorms = norms, Frequencies = frequencies, Logits = result };
        batch.Evaluate<T, LinedUpHingeFormula>(new(Margin));
        return result;
    }
}
