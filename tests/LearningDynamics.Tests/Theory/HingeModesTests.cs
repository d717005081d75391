using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many modes under the hinge loss at once against one at a time.</summary>
public class HingeModesTests
{
    private const int Count = 1003;
    private const double Margin = 2;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Many_modes_are_those_of_one_mode_each(int layers)
    {
        (double[] times, double[] initial, double[] norms, double[] frequencies) = Draw(layers);
        double[] logits = new double[Count];
        HingeModes.Logit(layers, Margin, times, initial, norms, frequencies, logits);
        for (int i = 0; i < Count; i++)
        {
            HingeMode mode = new(layers, norms[i], frequencies[i], initial[i], Margin);
            double exact = mode.Logit(times[i]), size = Math.Max(Math.Abs(exact), Math.Abs(exact - initial[i]));
            // At the margin the speed falls to 0: what counts is that before it.
            double powers = 1 + Math.Abs(Math.Log(norms[i])) + (layers == 1 ? 0 : Math.Abs(Math.Log(initial[i])));
            double condition = times[i] * Math.Max(mode.LogitSpeed(times[i]), mode.LogitSpeed(times[i] * (1 - 1e-12)));
            double allowed = (2e-12 * size) + (8 * Math.ScaleB(1, -52) * powers * condition);
            Assert.True(Math.Abs(logits[i] - exact) <= allowed, FormattableString.Invariant($"u0 = {initial[i]:R}, n = {norms[i]:R}, p = {frequencies[i]:R}, t = {times[i]:R}: {logits[i]:R} and not {exact:R}."));
        }

        Assert.InRange(logits.Count(logit => logit == Margin), Count / 10, Count * 9 / 10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_logits_bits_depend_neither_on_the_width_nor_on_its_neighbours(int layers)
    {
        double[] expected = Evaluate<SingleLane>(layers);
        Assert.Equal(expected, Evaluate<Lanes128>(layers));
        Assert.Equal(expected, Evaluate<LanePair<Lanes256>>(layers));
        Assert.Equal(expected, Evaluate<LanePair<Lanes512>>(layers));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        (double[] times, double[] initial, double[] norms, double[] frequencies) = Draw(layers: 3);
        double[] logits = new double[Count];
        Assert.Equal(0, Allocation.Least(() => HingeModes.Logit(3, Margin, times, initial, norms, frequencies, logits)));
    }

    [Fact]
    public void Numbers_outside_their_domain_are_named()
    {
        AssertRefused("layers", 0, Margin, [1]);
        AssertRefused("margin", 2, 0, [1]);
        AssertRefused("initialLogits", 2, Margin, [0]);
        AssertRefused("initialLogits", 1, Margin, [double.NaN]);
    }

    private static void AssertRefused(string name, int layers, double margin, double[] initial) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => HingeModes.Logit(layers, margin, [1], initial, [1], [1], new double[1])).ParamName);

    private static double[] Evaluate<T>(int layers)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        (double[] times, double[] initial, double[] norms, double[] frequencies) = Draw(layers);
        double[] logits = new double[Count];
        LogitBatch batch = new() { Times = times, Starts = initial, InputNorms = norms, Frequencies = frequencies, Logits = logits };
        batch.Evaluate<T, HingeFormula>(new(layers, Margin));
        return logits;
    }

    /// <summary>Times from 0 to three times that of the margin.</summary>
    private static (double[] Times, double[] InitialLogits, double[] InputNorms, double[] Frequencies) Draw(int layers)
    {
        RandomStream random = new(seed: 7);
        double[] times = new double[Count], initial = new double[Count], norms = new double[Count], frequencies = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            initial[i] = layers == 1 && i % 3 == 0 ? Between(-30, 2) : Math.Pow(10, Between(-12, 0.5));
            norms[i] = Math.Pow(10, Between(-3, 3));
            frequencies[i] = Math.Pow(10, Between(-6, 0));
            times[i] = i % 10 == 0 ? 0 : Between(0, 3) * new HingeMode(layers, norms[i], frequencies[i], initial[i], Margin).MarginTime;
        }

        return (times, initial, norms, frequencies);

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }
}
