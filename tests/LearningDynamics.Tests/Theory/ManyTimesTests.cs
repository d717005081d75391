using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

/// <summary>Every solved system evaluates many times: the same numbers as one time by one, and without allocation.</summary>
public class ManyTimesTests
{
    // More than two vectors of any width, some of them beyond the reach of formulas in lanes, and infinity.
    private static readonly double[] Times =
    [
        0, 3, 0.1, 40, 1, 12, 7, 0.5, 200, double.PositiveInfinity, 1e-9, 1e9, 1e200, 0.01, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1e200, 0, 5, 50, 500, 0.3, 0.7, 6, 60, 600, 9, 90, 900,
    ];

    public static TheoryData<string> Curves => [.. Systems.Keys];

    private static Dictionary<string, Func<LearningCurve>> Systems { get; } = new(StringComparer.Ordinal)
    {
        ["one layer"] = () => new LayeredMode(1, 1, 0.5, -1),
        ["one layer from far below"] = () => new LayeredMode(1, 1, 0.5, -1000),
        ["two layers"] = () => new LayeredMode(2, 1, 0.5, 0.01),
        ["two layers from far above"] = () => new LayeredMode(2, 1, 0.5, 400),
        ["five layers"] = () => new LayeredMode(5, 1, 0.5, 0.1),
        ["a neuron"] = () => new LinedUpMode(0.7, 0.5, 0.3, 0.1),
        ["a neuron that dies"] = () => new LinedUpMode(0.7, 0.5, 0.3, -1),
        ["a class"] = () => new LinedUpClass(0.7, 0.5, [0.3, 0.2, -1], [0.1, -1, 1]),
        ["a class of several"] = () => new SoftmaxClass(10, 0.7, 0.5, [0.3, 0.2], [0.1, -1]),
        ["layers and a margin"] = () => new HingeMode(3, 1, 0.5, 0.1, 2),
        ["a neuron and a margin"] = () => new LinedUpHingeMode(0.7, 0.5, 0.3, 0.1, 2),
        ["a neuron that a margin lets die"] = () => new LinedUpHingeMode(0.7, 0.5, 0.3, -1, 2),
        ["features in one layer"] = () => new CooccurringFeatures(1, [1, 0.5], 0.5, [0.1, -0.1]),
        ["features in two layers"] = () => new CooccurringFeatures(2, [1, 0.5], 0.5, [0.01, 0.02]),
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_curve_at_many_times_is_the_curve_at_each_and_allocates_nothing(string system)
    {
        LearningCurve curve = Systems[system]();
        double[] logits = new double[Times.Length];
        curve.Logit(Times, logits);
        Assert.Equal(Array.ConvertAll(Times, curve.Logit), logits);
        Assert.Equal(0, Allocation.Least(() => curve.Logit(Times, logits)));
        Assert.Equal("logits", Assert.Throws<ArgumentException>(() => curve.Logit(Times, logits.AsSpan(1))).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>("t", () => curve.Logit([1, 2, -1], logits.AsSpan(3)[..3]));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => curve.Logit([1, double.NaN], logits.AsSpan(3)[..2]));
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Times_may_be_overwritten_by_their_logits(string system)
    {
        LearningCurve curve = Systems[system]();
        double[] logits = [.. Times];
        curve.Logit(logits, logits);
        Assert.Equal(Array.ConvertAll(Times, curve.Logit), logits);
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_logits_bits_do_not_depend_on_the_width_of_vectors(string system)
    {
        LearningCurve curve = Systems[system]();
        if (curve.Lanes is not { } lanes)
            return;
        double[] expected = Array.ConvertAll(Times, curve.Logit), logits = new double[Times.Length];
        foreach (Action evaluate in (Action[])[Evaluate<SingleLane>, Evaluate<Lanes128>, Evaluate<LanePair<Lanes256>>, Evaluate<LanePair<Lanes512>>])
        {
            evaluate();
            Assert.Equal(expected, logits);
        }

        void Evaluate<T>()
            where T : unmanaged, ILanes<T>, IScalar<T> => lanes.Logit<T>(curve, Times, logits);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_features_share_at_many_times_is_its_share_at_each_and_allocates_nothing(int layers)
    {
        CooccurringFeatures features = new(layers, [1, 0.5], 0.5, [0.01, 0.02]);
        double[] shares = new double[Times.Length];
        features.Share(1, Times, shares);
        Assert.Equal(Array.ConvertAll(Times, t => features.Share(1, t)), shares);
        Assert.Equal(0, Allocation.Least(() => features.Share(1, Times, shares)));
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => features.Share(1, Times, shares.AsSpan(1))).ParamName);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0)]
    [InlineData(0.8)]
    public void Responses_at_many_times_are_those_at_each_and_allocate_nothing(double target)
    {
        double[] logits = new double[Times.Length], responses = new double[Times.Length];
        foreach (SimplifiedSystem system in new[] { SimplifiedSystem.CrossEntropy(2, target), SimplifiedSystem.SquaredError(2, target) })
        {
            system.Logit(Times, logits);
            system.Response(Times, responses);
            Assert.Equal(Array.ConvertAll(Times, system.Logit), logits);
            Assert.Equal(Array.ConvertAll(Times, system.Response), responses);
            Assert.Equal(0, Allocation.Least(() => system.Logit(Times, logits)));
            Assert.Equal(0, Allocation.Least(() => system.Response(Times, responses)));
            Assert.Equal("responses", Assert.Throws<ArgumentException>(() => system.Response(Times, responses.AsSpan(1))).ParamName);
        }
    }

    [Fact]
    public void A_neuron_between_two_classes_at_many_times_is_the_neuron_at_each_and_allocates_nothing()
    {
        OneSidedNeuron neuron = new(new ClassPair(1, 1, 0, 0.5, 0.5), new CompetitionState(0.3, -0.2, 0.1));
        CompetitionState[] states = new CompetitionState[Times.Length];
        neuron.State(Times, states);
        Assert.Equal(Array.ConvertAll(Times, neuron.State), states);
        Assert.Equal(0, Allocation.Least(() => neuron.State(Times, states)));
        Assert.Equal("states", Assert.Throws<ArgumentException>(() => neuron.State(Times, states.AsSpan(1))).ParamName);
    }

    [Fact]
    public void A_simplified_system_with_target_1_is_a_perceptron()
    {
        double[] times = [.. Times.Where(t => t < 1e10)];
        double[] initial = [.. times.Select(_ => -0.6)], ones = [.. times.Select(_ => 1.0)], scaled = [.. times.Select(t => 3 * 2 * t)], logits = new double[times.Length];
        LayeredModes.Logit(1, scaled, initial, ones, ones, logits);
        SimplifiedSystem system = SimplifiedSystem.CrossEntropy(slope: 2, target: 1, learningRate: 3, initialLogit: -0.3);
        for (int i = 0; i < times.Length; i++)
            Assert.Equal(system.Logit(times[i]), logits[i] / 2, 2e-12 * Math.Max(1, logits[i]));
    }
}
