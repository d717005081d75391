using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many modes at once against one mode at a time, which is held to references of 34 digits.</summary>
public class LayeredModesTests
{
    private const int Count = 1003;

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
        double[] initial = [1e-200, 0.1, 2, 300], logits = new double[4];
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
