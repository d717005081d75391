using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many classes of several neurons at once, against values to 34 digits and against one class at a time.</summary>
public class ClassesInLanesTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void Logits_of_the_whole_box_are_exact()
    {
        foreach (IGrouping<int, ReferenceTable.Row> rows in ReferenceTable.Read("lined-up-trajectories.csv").GroupBy(row => row.List("preactivations").Length))
        {
            Classes many = new(rows.Key, [.. rows.Select(row => row["time"])], [.. rows.SelectMany(row => row.List("preactivations"))], [.. rows.SelectMany(row => row.List("output_weights"))], [.. rows.Select(row => row["input_norm"])], [.. rows.Select(row => row["frequency"])]);
            many.AssertAre(Array.ConvertAll([.. rows], row => row["logit"]), many.Logits(), factor: 1);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void Many_classes_are_those_of_one_class_each(int neurons)
    {
        Classes many = Draw(neurons);
        many.AssertAre([.. Enumerable.Range(0, many.Count).Select(i => many.Alone(i).Logit(many.Times[i]))], many.Logits(), factor: 2);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(10, 2)]
    public void Many_classes_under_the_softmax_are_those_of_one_class_each(int classes, int neurons)
    {
        Classes many = Draw(neurons);
        double[] logits = new double[many.Count];
        SoftmaxModes.Logit(classes, neurons, many.Times, many.Preactivations, many.OutputWeights, many.InputNorms, many.Frequencies, logits);
        for (int i = 0; i < many.Count; i++)
        {
            SoftmaxClass alone = new(classes, many.InputNorms[i], many.Frequencies[i], many.Preactivations.AsSpan(i * neurons, neurons), many.OutputWeights.AsSpan(i * neurons, neurons));
            double t = many.Times[i], exact = alone.Logit(t), rate = alone.LogitSpeed(t);
            double scale = alone.Logit(0) < 0 ? rate / (2 * many.InputNorms[i] * many.Frequencies[i] * Math.Sqrt(classes / (classes - 1.0)) * alone.Error(t)) : Math.Abs(exact);
            Assert.True(Math.Abs(logits[i] - exact) <= (2e-12 * scale) + (8 * Epsilon * t * rate) + double.Epsilon, FormattableString.Invariant($"{i}: {logits[i]:R} and not {exact:R}"));
        }
    }

    [Fact]
    public void Classes_at_the_ends_of_their_domains_are_those_of_one_class_each()
    {
        const int Count = 500, Neurons = 3;
        RandomStream random = new(seed: 10);
        Classes many = new(Neurons, new double[Count], new double[Count * Neurons], new double[Count * Neurons], new double[Count], new double[Count]);
        for (int i = 0; i < Count; i++)
        {
            (many.InputNorms[i], many.Frequencies[i]) = (Math.Pow(10, Between(-50, 50)), Math.Pow(10, Between(-30, 0)));
            many.Times[i] = Math.Pow(10, Between(-20, i % 4 == 0 ? 150 : 20)) / (2 * many.InputNorms[i] * many.Frequencies[i]);
            for (int k = i * Neurons; k < (i + 1) * Neurons; k++)
            {
                many.Preactivations[k] = Math.Pow(10, Between(-50, 50)) * (random.NextUniform() < 0.2 ? -1 : 1);
                double largest = Math.Min(50, 1.9 - Math.Log10(Math.Abs(many.Preactivations[k])));
                many.OutputWeights[k] = Math.Pow(10, i % 2 == 0 ? largest : Between(-50, largest)) * (random.NextUniform() < 0.5 ? -1 : 1);
            }
        }

        many.AssertAre([.. Enumerable.Range(0, Count).Select(i => many.Alone(i).Logit(many.Times[i]))], many.Logits(), factor: 2);

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }

    [Fact]
    public void One_neuron_of_several_may_be_all_there_is() =>
        AssertSame([0.4, -1, -2, 0], [0.3, 5, -5, 5], LinedUpLogit([0.4], [0.3]));

    [Fact]
    public void Without_active_neurons_nothing_happens() => AssertSame([-0.4, 0, -2, 0], [0.3, 5, -5, 5], 0);

    [Fact]
    public void Neurons_that_die_together_leave_exactly_nothing() => AssertSame([0.2, 0.2, 0.2], [-1, -1, -1], 0);

    [Fact]
    public void A_survivor_keeps_all_its_digits_when_a_neuron_of_a_far_larger_share_dies()
    {
        // The dying neuron holds a logit of -30 down; the survivor alone has 1e-12.
        double[] preactivations = [3, 1e-6], weights = [-10, 1e-6], logits = new double[1];
        LinedUpClass alone = new(1, 1, preactivations, weights);
        double t = alone.DeathTime(0)!.Value * 2;
        LinedUpModes.Logit(2, [t], preactivations, weights, [1], [1], logits);
        Assert.InRange(alone.Logit(t), 1e-13, 1e-10);
        Assert.Equal(alone.Logit(t), logits[0], (2e-12 * alone.Logit(t)) + (8 * Epsilon * t * alone.LogitSpeed(t)));
    }

    [Fact]
    public void Shares_that_cancel_keep_the_digits_of_their_sum()
    {
        // The two products differ in their 13th digit, and rounding either would cost the logit its fifth.
        double[] preactivations = [0.1, 0.3], weights = [0.3, -0.1 + 1e-13], logits = new double[1];
        LinedUpModes.Logit(2, [0], preactivations, weights, [1], [1], logits);
        Assert.Equal(new LinedUpClass(1, 1, preactivations, weights).Logit(0), logits[0]);
        Assert.InRange(logits[0], 2.9e-14, 3.1e-14);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void A_logits_bits_depend_neither_on_the_width_nor_on_its_neighbours(int neurons)
    {
        Classes many = Draw(neurons);
        double[] expected = Evaluate<SingleLane>(many);
        Assert.Equal(expected, Evaluate<Lanes128>(many));
        Assert.Equal(expected, Evaluate<Lanes256>(many));
        Assert.Equal(expected, Evaluate<Lanes512>(many));
        Assert.Equal(expected, Evaluate<LanePair<Lanes512>>(many));
        Assert.Equal(expected, many.Logits());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void Nothing_is_allocated(int neurons)
    {
        Classes many = Draw(neurons);
        double[] logits = new double[many.Count];
        Assert.Equal(0, Allocation.Least(() => LinedUpModes.Logit(neurons, many.Times, many.Preactivations, many.OutputWeights, many.InputNorms, many.Frequencies, logits)));
    }

    [Fact]
    public void Numbers_outside_their_domain_are_named()
    {
        AssertRefused("times", "Number 1 of times", times: [1, double.NaN]);
        AssertRefused("times", "Number 0 of times times the learning speed is above 1E+150", times: [1e151, 1]);
        AssertRefused("initialPreactivations", "Number 3 of initialPreactivations", preactivations: [1, 1, 1, double.NaN]);
        AssertRefused("initialOutputWeights", "Number 2 of initialOutputWeights", weights: [1, 1, 1e51, 1]);
        AssertRefused("initialOutputWeights", "Number 2 of initialOutputWeights makes", preactivations: [1, 1, 20, 1], weights: [1, 1, 20, 1]);
        AssertRefused("initialOutputWeights", "Number 1 of initialOutputWeights makes", preactivations: [10, 10, 1, 1], weights: [16, 16, 1, 1]);
        AssertRefused("inputNorms", "Number 1 of inputNorms", norms: [1, 0]);
        AssertRefused("frequencies", "Number 0 of frequencies", frequencies: [1.5, 1]);
        Assert.Equal("neurons", Assert.Throws<ArgumentOutOfRangeException>(() => LinedUpModes.Logit(0, [1], [], [], [1], [1], new double[1])).ParamName);
        Assert.Equal("neurons", Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxModes.Logit(2, 0, [1], [], [], [1], [1], new double[1])).ParamName);
        Assert.Equal("initialPreactivations", Assert.Throws<ArgumentException>(() => LinedUpModes.Logit(2, [1], [1], [1, 1], [1], [1], new double[1])).ParamName);
        Assert.Equal("initialOutputDifferences", Assert.Throws<ArgumentException>(() => SoftmaxModes.Logit(2, 2, [1], [1, 1], [1], [1], [1], new double[1])).ParamName);
        Assert.Equal("logits", Assert.Throws<ArgumentException>(() => LinedUpModes.Logit(1, [1], [1], [1], [1], [1], [])).ParamName);
    }

    private static void AssertRefused(string name, string text, double[]? times = null, double[]? preactivations = null, double[]? weights = null, double[]? norms = null, double[]? frequencies = null)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => LinedUpModes.Logit(2, times ?? [1, 1], preactivations ?? [1, 1, 1, 1], weights ?? [1, 1, 1, 1], norms ?? [1, 1], frequencies ?? [1, 1], new double[2]));
        Assert.Equal(name, refusal.ParamName);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    private static double LinedUpLogit(double[] preactivations, double[] weights)
    {
        double[] logits = new double[1];
        LinedUpModes.Logit([50], preactivations, weights, [0.7], [0.5], logits);
        return logits[0];
    }

    private static void AssertSame(double[] preactivations, double[] weights, double expected)
    {
        double[] logits = new double[1];
        LinedUpModes.Logit(preactivations.Length, [50], preactivations, weights, [0.7], [0.5], logits);
        Assert.Equal(expected, logits[0]);
    }

    private static double[] Evaluate<T>(Classes many)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        double[] logits = new double[many.Count];
        LaneKernels.Run<T, LinedUpKernel>(new(many.Neurons, excess: 1, halfway: 0, "weights")
        {
            Times = many.Times, Preactivations = many.Preactivations, OutputWeights = many.OutputWeights, InputNorms = many.InputNorms, Frequencies = many.Frequencies, Logits = logits,
        });
        return logits;
    }

    /// <summary>Learning, dying, inactive neurons, twins that die together, and whole classes of neurons that die or lie on the separatrix.</summary>
    private static Classes Draw(int neurons)
    {
        const int Count = 307;
        RandomStream random = new(seed: 8);
        double[] times = new double[Count], norms = new double[Count], frequencies = new double[Count], preactivations = new double[Count * neurons], weights = new double[Count * neurons];
        for (int i = 0; i < Count; i++)
        {
            times[i] = i % 10 == 0 ? 0 : Math.Pow(10, Between(-5, i % 7 == 0 ? 12 : 3));
            norms[i] = i % 4 == 0 ? 0.5 : Math.Pow(10, Between(-1, 1));
            frequencies[i] = Math.Pow(10, Between(-2, 0));
            for (int k = i * neurons; k < (i + 1) * neurons; k++)
            {
                double sign = i % 5 == 0 || random.NextUniform() < 0.5 ? -1 : 1;
                preactivations[k] = (random.NextUniform() < 0.2 ? -1 : 1) * Math.Pow(10, Between(-4, 0.3));
                weights[k] = sign * Math.Pow(10, Between(-4, 0.3));
                if (i % 8 == 0)
                    weights[k] = -preactivations[k] / norms[i] * (i % 16 == 0 ? 1 : 1 + Between(0, 1e-6));
                if (i % 3 == 0 && k > i * neurons && random.NextUniform() < 0.3)
                    (preactivations[k], weights[k]) = (preactivations[k - 1], weights[k - 1]);
            }
        }

        return new(neurons, times, preactivations, weights, norms, frequencies);

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }

    private sealed record Classes(int Neurons, double[] Times, double[] Preactivations, double[] OutputWeights, double[] InputNorms, double[] Frequencies)
    {
        public int Count => Times.Length;

        public LinedUpClass Alone(int i) => new(InputNorms[i], Frequencies[i], Preactivations.AsSpan(i * Neurons, Neurons), OutputWeights.AsSpan(i * Neurons, Neurons));

        public double[] Logits()
        {
            double[] logits = new double[Count];
            LinedUpModes.Logit(Neurons, Times, Preactivations, OutputWeights, InputNorms, Frequencies, logits);
            return logits;
        }

        /// <summary>Where a logit starts below 0 it passes through 0 or ends there, and the error is measured against du/dtheta, the terms that cancel.</summary>
        public void AssertAre(double[] expected, double[] logits, double factor)
        {
            for (int i = 0; i < Count; i++)
            {
                LinedUpClass alone = Alone(i);
                double t = Times[i], rate = alone.LogitSpeed(t);
                double scale = alone.Logit(0) < 0 ? rate / (2 * InputNorms[i] * Frequencies[i] * alone.Error(t)) : Math.Abs(expected[i]);
                double allowed = (factor * ((1e-12 * scale) + (4 * Epsilon * t * rate))) + double.Epsilon;
                Assert.True(Math.Abs(logits[i] - expected[i]) <= allowed, FormattableString.Invariant($"{i} at {t:R}: {logits[i]:R} and not {expected[i]:R}, allowed {allowed:R}"));
            }
        }
    }
}
