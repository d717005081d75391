using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many modes at once against one mode at a time, which is held to references of 34 digits.</summary>
public class LayeredModesTests
{
    private const int Count = 1003;

    [Fact]
    public void Logits_of_1_to_16_layers_are_exact_over_the_whole_box()
    {
        foreach (IGrouping<int, ReferenceTable.Row> group in ReferenceTable.Read("layered-trajectories.csv").GroupBy(row => (int)row["layers"]))
        {
            ReferenceTable.Row[] rows = [.. group.Where(row => row["initial_logit"] is >= -300 and <= 300)];
            Assert.NotEmpty(rows);
            double[] logits = new double[rows.Length];
            LayeredModes.Logit(group.Key, All("time"), All("initial_logit"), All("input_norm"), All("frequency"), logits);
            for (int i = 0; i < rows.Length; i++)
            {
                double expected = rows[i]["logit"], initial = rows[i]["initial_logit"], size = Math.Max(Math.Abs(expected), Math.Abs(expected - initial));
                double powers = group.Key > 2 ? 1 + Math.Abs(Math.Log(initial)) + Math.Abs(Math.Log(rows[i]["input_norm"])) : 1;
                double allowed = size * ((group.Key > 2 ? 1e-13 : 1e-14) + (4 * Math.ScaleB(1, -52) * powers * rows[i]["condition"]));
                Assert.True(Math.Abs(logits[i] - expected) <= allowed, FormattableString.Invariant($"{logits[i]:R} found, allowed {allowed:R}, at {rows[i]}"));
            }

            double[] All(string column) => Array.ConvertAll(rows, row => row[column]);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public void Deep_modes_are_those_of_one_mode_each_to_the_ends_of_their_domains(int layers)
    {
        const int Starts = 60, Durations = 60;
        double[] times = new double[Starts * Durations], initial = new double[times.Length], ones = new double[times.Length], logits = new double[times.Length];
        for (int i = 0; i < times.Length; i++)
        {
            // The times times the speed from 1e-20 to 1e150; the closer the starts are to 300 the denser.
            (ones[i], initial[i]) = (1, i % Starts < Starts / 2 ? Math.Pow(10, -150 * (i % Starts) / (Starts / 2.0)) : 300.0 * (i % Starts) / (Starts - 1));
            double speed = layers * Math.Pow(initial[i], 1 - (2.0 / layers));
            times[i] = Math.Pow(10, -20 + (169.9 * (i / Starts) / (Durations - 1))) / speed;
        }

        LayeredModes.Logit(layers, times, initial, ones, ones, logits);
        for (int i = 0; i < times.Length; i++)
        {
            LayeredMode mode = new(layers, 1, 1, initial[i]);
            double exact = mode.Logit(times[i]);
            double allowed = (1.1e-12 * exact) + (8 * Math.ScaleB(1, -52) * (1 + Math.Abs(Math.Log(initial[i]))) * times[i] * mode.LogitSpeed(times[i]));
            Assert.True(Math.Abs(logits[i] - exact) <= allowed, FormattableString.Invariant($"u0 = {initial[i]:R}, t = {times[i]:R}: {logits[i]:R} and not {exact:R}."));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Many_modes_are_those_of_one_mode_each(int layers)
    {
        (double[] times, double[] initial, double[] norms, double[] frequencies) = Draw(layers);
        double[] logits = new double[Count];
        LayeredModes.Logit(layers, times, initial, norms, frequencies, logits);
        for (int i = 0; i < Count; i++)
        {
            LayeredMode mode = new(layers, norms[i], frequencies[i], initial[i]);
            double exact = mode.Logit(times[i]), size = Math.Max(Math.Abs(exact), Math.Abs(exact - initial[i]));
            // One mode has 1e-12, and both have some machine epsilons times the condition number.
            double powers = layers > 2 ? 1 + Math.Abs(Math.Log(initial[i])) + Math.Abs(Math.Log(norms[i])) : 1;
            double allowed = ((layers > 2 ? 2e-12 : 1e-12) * size) + (8 * Math.ScaleB(1, -52) * ((powers * times[i] * mode.LogitSpeed(times[i])) + (size * Math.Abs(Math.Log(size)))));
            Assert.True(Math.Abs(logits[i] - exact) <= allowed, FormattableString.Invariant($"u0 = {initial[i]:R}, n = {norms[i]:R}, p = {frequencies[i]:R}, t = {times[i]:R}: {logits[i]:R} and not {exact:R}."));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void A_logits_bits_depend_neither_on_the_width_nor_on_its_neighbours(int layers)
    {
        double[] expected = Evaluate<SingleLane>(layers);
        Assert.Equal(expected, Evaluate<Lanes128>(layers));
        Assert.Equal(expected, Evaluate<Lanes256>(layers));
        Assert.Equal(expected, Evaluate<Lanes512>(layers));
        Assert.Equal(expected, Evaluate<LanePair<Lanes256>>(layers));
        Assert.Equal(expected, Evaluate<LanePair<Lanes512>>(layers));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Without_time_the_logit_stays_and_with_none_nothing_happens(int layers)
    {
        double[] initial = [layers > 2 ? 1e-150 : 1e-200, 0.1, 2, 300], logits = new double[4];
        LayeredModes.Logit(layers, [0, 0, 0, 0], initial, [1, 1, 1, 1], [1, 1, 1, 1], logits);
        for (int i = 0; i < 4; i++)
            Assert.Equal(initial[i], logits[i], 2e-13 * initial[i]);
        LayeredModes.Logit(layers, [], [], [], [], []);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_is_allocated(int layers)
    {
        (double[] times, double[] initial, double[] norms, double[] frequencies) = Draw(layers);
        double[] logits = new double[Count];
        Assert.Equal(0, Allocation.Least(() => LayeredModes.Logit(layers, times, initial, norms, frequencies, logits)));
    }

    [Fact]
    public void Numbers_outside_their_domain_are_named()
    {
        AssertRefused("times", "Number 1 of times", 2, [1, -1], [1, 1], [1, 1], [1, 1]);
        AssertRefused("times", "Number 1 of times", 2, [1, double.NaN], [1, 1], [1, 1], [1, 1]);
        AssertRefused("times", "1E+150", 2, [1e200, 1], [1, 1], [1, 1], [1, 1]);
        AssertRefused("initialLogits", "Number 0 of initialLogits", 2, [1, 1], [0, 1], [1, 1], [1, 1]);
        AssertRefused("initialLogits", "Number 0 of initialLogits", 1, [1, 1], [-301, 1], [1, 1], [1, 1]);
        AssertRefused("inputNorms", "Number 1 of inputNorms", 2, [1, 1], [1, 1], [1, 0], [1, 1]);
        AssertRefused("frequencies", "Number 1 of frequencies", 2, [1, 1], [1, 1], [1, 1], [1, 1.2]);
        AssertRefused("layers", "at least 1 layer", 0, [1, 1], [1, 1], [1, 1], [1, 1]);
        Assert.Equal("inputNorms", Assert.Throws<ArgumentException>(() => LayeredModes.Logit(2, [1, 1], [1, 1], [1], [1, 1], new double[2])).ParamName);
    }

    private static void AssertRefused(string name, string text, int layers, double[] times, double[] initial, double[] norms, double[] frequencies)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => LayeredModes.Logit(layers, times, initial, norms, frequencies, new double[times.Length]));
        Assert.Equal(name, refusal.ParamName);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    private static double[] Evaluate<T>(int layers)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        (double[] times, double[] initial, double[] norms, double[] frequencies) = Draw(layers);
        double[] logits = new double[Count];
        LogitBatch batch = new() { Times = times, Starts = initial, InputNorms = norms, Frequencies = frequencies, Logits = logits };
        if (layers == 1)
            batch.Evaluate<T, OneLayerFormula>(default);
        else if (layers == 2)
            batch.Evaluate<T, TwoLayerFormula>(default);
        else
            batch.Evaluate<T, LayeredFormula>(new(layers));
        return logits;
    }

    /// <summary>The whole box that closed forms are held to, and logits above 30 in it.</summary>
    private static (double[] Times, double[] InitialLogits, double[] InputNorms, double[] Frequencies) Draw(int layers)
    {
        RandomStream random = new(seed: 5);
        double[] times = new double[Count], initial = new double[Count], norms = new double[Count], frequencies = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            times[i] = i % 10 == 0 ? 0 : Math.Pow(10, Between(-6, i % 7 == 0 ? 20 : 6));
            initial[i] = layers == 1 && i % 3 == 0 ? Between(-30, 5) : Math.Pow(10, Between(-12, 1.5));
            norms[i] = Math.Pow(10, Between(-3, 3));
            frequencies[i] = Math.Pow(10, Between(-6, 0));
        }

        return (times, initial, norms, frequencies);

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }
}
