using LearningDynamics.Numerics;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using LearningDynamics.Theory.Lanes.Responses;

namespace LearningDynamics.Tests.Theory;

/// <summary>Many simplified systems at once: against values from 400 digits, and one system at a time.</summary>
public class SimplifiedSystemsTests
{
    private const int Count = 1003;
    private const double Epsilon = 2.220446049250313e-16;

    private readonly double[] times = new double[Count];
    private readonly double[] slopes = new double[Count];
    private readonly double[] targets = new double[Count];
    private readonly double[] learningRates = new double[Count];
    private readonly double[] initialLogits = new double[Count];
    private readonly double[] logits = new double[Count];
    private readonly double[] responses = new double[Count];

    /// <summary>Targets of every kind, outputs that rise, fall and stay, starts from one end to the other, times from 0 to the limit.</summary>
    public SimplifiedSystemsTests()
    {
        RandomStream random = new(seed: 9);
        for (int i = 0; i < Count; i++)
        {
            times[i] = i % 29 == 0 ? double.PositiveInfinity : i % 10 == 0 ? 0 : Math.Pow(10, Between(-5, i % 7 == 0 ? 300 : 6));
            slopes[i] = Math.Pow(10, Between(-1, 1));
            targets[i] = (i % 6) switch { 0 => 0, 1 => 1, 2 => 0.5, 3 => Math.Pow(10, Between(-12, 0)), 4 => 1 - Math.Pow(10, Between(-12, 0)), _ => Between(0, 1) };
            learningRates[i] = Math.Pow(10, Between(-3, 1));
            initialLogits[i] = (i % 12 == 2 ? 0 : Between(-1, 1) * (i % 5 == 0 ? 300 : 5)) / slopes[i];
        }

        double Between(double low, double high) => low + ((high - low) * random.NextUniform());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Many_systems_are_exact_over_targets_starts_and_times(bool squared)
    {
        ReferenceTable.Row[] rows = [.. ReferenceTable.Read("simplified-system.csv").Where(row => row["squared"] == (squared ? 1 : 0))];
        double[] found = new double[rows.Length], rates = new double[rows.Length];
        Evaluate(squared, Column("time"), Column("slope"), Column("target"), Column("learning_rate"), Column("initial_logit"), found, rates);
        for (int i = 0; i < rows.Length; i++)
        {
            double scale = rows[i]["logit"] * rows[i]["initial_logit"] < 0 ? Math.Abs(rows[i]["initial_logit"]) : 0;
            AssertNear(rows[i], "logit", found[i], scale);
            AssertNear(rows[i], "response", rates[i], 0);
        }

        double[] Column(string name) => [.. rows.Select(row => row[name])];
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Many_systems_are_those_of_one_system_each_to_the_bit(bool squared)
    {
        Evaluate(squared, times, slopes, targets, learningRates, initialLogits, logits, responses);
        for (int i = 0; i < Count; i++)
        {
            SimplifiedSystem system = squared
                ? SimplifiedSystem.SquaredError(slopes[i], targets[i], learningRates[i], initialLogits[i])
                : SimplifiedSystem.CrossEntropy(slopes[i], targets[i], learningRates[i], initialLogits[i]);
            Assert.Equal((system.Logit(times[i]), system.Response(times[i])), (logits[i], responses[i]));
            Assert.False(double.IsNaN(logits[i]) || double.IsNaN(responses[i]));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Either_span_of_results_may_be_empty(bool squared)
    {
        double[] logitsAlone = new double[Count], responsesAlone = new double[Count];
        Evaluate(squared, times, slopes, targets, learningRates, initialLogits, logits, responses);
        Evaluate(squared, times, slopes, targets, learningRates, initialLogits, logitsAlone, []);
        Evaluate(squared, times, slopes, targets, learningRates, initialLogits, [], responsesAlone);
        Assert.Equal(logits, logitsAlone);
        Assert.Equal(responses, responsesAlone);
        Evaluate(squared, [], [], [], [], [], [], []);
        Assert.Throws<ArgumentException>("logits", () => Evaluate(squared, [1], [1], [1], [1], [1], [], []));
    }

    [Fact]
    public void A_systems_bits_depend_neither_on_the_width_nor_on_its_neighbours()
    {
        AssertSame<CrossEntropyLaw>();
        AssertSame<SquaredErrorLaw>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_allocated(bool squared) =>
        Assert.Equal(0, Allocation.Least(() => Evaluate(squared, times, slopes, targets, learningRates, initialLogits, logits, responses)));

    [Fact]
    public void Numbers_outside_their_domain_are_named()
    {
        AssertRefused("times", "is at least 0", [1, -1]);
        AssertRefused("times", "is at least 0", [1, double.NaN]);
        AssertRefused("times", "overflows", [1e308, 1], slope: 10);
        AssertRefused("slopes", "Number 1 of slopes", [1, 1], slope: 0);
        AssertRefused("targets", "Number 1 of targets", [1, 1], target: 1.5);
        AssertRefused("learningRates", "Number 1 of learningRates", [1, 1], learningRate: double.PositiveInfinity);
        AssertRefused("initialLogits", "Number 1 of initialLogits", [1, 1], slope: 2, initialLogit: 151);
        AssertRefused("initialLogits", "Number 1 of initialLogits", [1, 1], initialLogit: double.NaN);
        Assert.Throws<ArgumentException>("targets", () => SimplifiedSystems.CrossEntropy([1], [1], [], [1], [1], new double[1], []));
        Assert.Throws<ArgumentException>("responses", () => SimplifiedSystems.SquaredError([1], [1], [1], [1], [1], new double[1], new double[2]));
    }

    private static void AssertRefused(string name, string text, double[] times, double slope = 1, double target = 1, double learningRate = 1, double initialLogit = 0)
    {
        double first = text == "overflows" ? slope : 1;
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(
            name, () => SimplifiedSystems.CrossEntropy(times, [first, slope], [1, target], [1, learningRate], [0, initialLogit], new double[2], new double[2]));
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    private static void AssertNear(ReferenceTable.Row row, string quantity, double actual, double scale)
    {
        double bound = (1e-12 * Math.Max(scale, Math.Abs(row[quantity]))) + (4 * Epsilon * row[quantity + "_sensitivity"]);
        Assert.True(Math.Abs(actual - row[quantity]) <= bound, $"{quantity}: {actual:R} found, bound {bound:R}, at {row}");
    }

    private static void Evaluate(bool squared, double[] times, double[] slopes, double[] targets, double[] learningRates, double[] initialLogits, double[] logits, double[] responses)
    {
        if (squared)
            SimplifiedSystems.SquaredError(times, slopes, targets, learningRates, initialLogits, logits, responses);
        else
            SimplifiedSystems.CrossEntropy(times, slopes, targets, learningRates, initialLogits, logits, responses);
    }

    private void AssertSame<TLaw>()
        where TLaw : struct, IResponseLaw
    {
        double[] expected = Evaluate<SingleLane, TLaw>();
        Assert.Equal(expected, Evaluate<Lanes128, TLaw>());
        Assert.Equal(expected, Evaluate<LanePair<Lanes256>, TLaw>());
        Assert.Equal(expected, Evaluate<LanePair<Lanes512>, TLaw>());
    }

    private double[] Evaluate<T, TLaw>()
        where T : unmanaged, ILanes<T>, IScalar<T>
        where TLaw : struct, IResponseLaw
    {
        double[] found = new double[2 * Count];
        ResponseBatch batch = new()
        {
            Times = times,
            Slopes = slopes,
            Targets = targets,
            LearningRates = learningRates,
            InitialLogits = initialLogits,
            Logits = found.AsSpan(0, Count),
            Responses = found.AsSpan(Count),
        };
        batch.Evaluate<T, TLaw>();
        return found;
    }
}
