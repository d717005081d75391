using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many neurons at once against one at a time, which is held to references of 34 digits.</summary>
public class LinedUpModesTests
{
    private const int Count = 1003;

    private readonly double[] times = new double[Count];
    private readonly double[] preactivations = new double[Count];
    private readonly double[] weights = new double[Count];
    private readonly double[] norms = new double[Count];
    private readonly double[] frequencies = new double[Count];
    private readonly double[] logits = new double[Count];

    /// <summary>Learning, dying and inactive neurons, near the separatrix and on it, from tiny starts to logits far below 0.</summary>
    public LinedUpModesTests()
    {
        RandomStream random = new(seed: 6);
        for (int i = 0; i < Count; i++)
        {
            times[i] = i % 10 == 0 ? 0 : Math.Pow(10, Between(-5, i % 7 == 0 ? 12 : 4));
            norms[i] = i % 4 == 0 ? 0.5 : Math.Pow(10, Between(-2, 2));
            frequencies[i] = Math.Pow(10, Between(-3, 0));
            preactivations[i] = (i % 11 == 0 ? -1 : 1) * Math.Pow(10, Between(-6, 0.7));
            weights[i] = (i % 2 == 0 ? -1 : 1) * Math.Pow(10, Between(-6, 0.7));
            if (i % 8 == 0)
                weights[i] = -preactivations[i] / norms[i] * (i % 16 == 0 ? 1 : 1 + Between(-1e-6, 1e-6));
        }

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }

    [Fact]
    public void Many_neurons_are_those_of_one_neuron_each()
    {
        LinedUpModes.Logit(times, preactivations, weights, norms, frequencies, logits);
        AssertAre(i => new LinedUpMode(norms[i], frequencies[i], preactivations[i], weights[i]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Many_neurons_under_the_softmax_are_those_of_one_neuron_each(int classes)
    {
        SoftmaxModes.Logit(classes, times, preactivations, weights, norms, frequencies, logits);
        AssertAre(i => new SoftmaxClass(classes, norms[i], frequencies[i], [preactivations[i]], [weights[i]]));
    }

    // Where the logit passes through 0, the error is absolute on the scale of its start.
    private void AssertAre(Func<int, LearningCurve> alone)
    {
        for (int i = 0; i < Count; i++)
        {
            LearningCurve one = alone(i);
            double exact = one.Logit(times[i]), size = Math.Max(Math.Abs(exact), Math.Abs(preactivations[i] * weights[i]));
            double allowed = (2e-12 * size) + (8 * Math.ScaleB(1, -52) * Math.Abs(times[i] * one.LogitSpeed(times[i])));
            Assert.True(Math.Abs(logits[i] - exact) <= allowed, FormattableString.Invariant($"{i}: y0 = {preactivations[i]:R}, z0 = {weights[i]:R}, n = {norms[i]:R}, p = {frequencies[i]:R}, t = {times[i]:R}: {logits[i]:R} and not {exact:R}, allowed {allowed:R}."));
        }
    }

    [Fact]
    public void A_logits_bits_depend_neither_on_the_width_nor_on_its_neighbours()
    {
        double[] expected = Evaluate<SingleLane>();
        Assert.Equal(expected, Evaluate<Lanes128>());
        Assert.Equal(expected, Evaluate<Lanes256>());
        Assert.Equal(expected, Evaluate<Lanes512>());
        Assert.Equal(expected, Evaluate<LanePair<Lanes512>>());
    }

    [Fact]
    public void Nothing_is_allocated() =>
        Assert.Equal(0, Allocation.Least(() => LinedUpModes.Logit(times, preactivations, weights, norms, frequencies, logits)));

    [Fact]
    public void Numbers_outside_their_domain_are_named()
    {
        AssertRefused("times", [-1], [1], [1], [1], [1]);
        AssertRefused("initialPreactivations", [1], [double.NaN], [1], [1], [1]);
        AssertRefused("initialOutputWeights", [1], [1], [double.PositiveInfinity], [1], [1]);
        AssertRefused("initialOutputWeights", [1], [20], [20], [1], [1]);
        AssertRefused("inputNorms", [1], [1], [1], [0], [1]);
        AssertRefused("frequencies", [1], [1], [1], [1], [0]);
        Assert.Equal("initialOutputWeights", Assert.Throws<ArgumentException>(() => LinedUpModes.Logit([1], [1], [], [1], [1], new double[1])).ParamName);
        Assert.Equal("classes", Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxModes.Logit(1, [1], [1], [1], [1], [1], new double[1])).ParamName);
    }

    private static void AssertRefused(string name, double[] times, double[] preactivations, double[] weights, double[] norms, double[] frequencies) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => LinedUpModes.Logit(times, preactivations, weights, norms, frequencies, new double[times.Length])).ParamName);

    private double[] Evaluate<T>()
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        double[] result = new double[Count];
        LaneKernels.Run<T, LinedUpKernel>(new(neurons: 1, excess: 1, halfway: 0, "weights") { Times = times, Preactivations = preactivations, OutputWeights = weights, InputNorms = norms, Frequencies = frequencies, Logits = result });
        return result;
    }
}
