using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class HingeModeTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void Logits_of_1_to_16_layers_are_exact_over_the_whole_box() => ForEachReference((row, mode) =>
    {
        double expected = row["logit"];
        double actual = mode.Logit(row["time"]);
        double bound = (1e-12 * Scale(row)) + (4 * Epsilon * row["condition"] * Math.Abs(expected));
        Assert.True(Math.Abs(actual - expected) <= bound, $"{expected:R} expected, {actual:R} found, bound {bound:R}, at {row}");
    });

    [Fact]
    public void Logits_are_reached_when_they_should_be() => ForEachReference((row, mode) =>
    {
        double logit = row["logit"], time = row["time"];
        if (logit <= row["initial_logit"] || logit >= row["margin"])
            return;
        // The reference logit is rounded to a double, half a unit in its last place, which moves the time by as much over the speed.
        double bound = (1e-12 * time) + (4 * Epsilon * (time + (Scale(row) / mode.LogitSpeed(time))));
        Assert.True(Math.Abs(mode.TimeToLogit(logit)!.Value - time) <= bound, $"{mode.TimeToLogit(logit):R} found at {row}");
    });

    [Theory]
    [InlineData(1, -2)]
    [InlineData(2, 0.01)]
    [InlineData(3, 0.01)]
    [InlineData(16, 0.4)]
    public void The_logit_stops_at_the_margin_and_nothing_beyond_is_reached(int layers, double start)
    {
        HingeMode mode = new(layers, 0.8, 0.6, start, 5);
        Assert.Equal(mode.MarginTime, mode.TimeToLogit(5));
        Assert.Null(mode.TimeToLogit(5.000000001));
        Assert.Null(mode.TimeToConfidence(0.999));
        Assert.Equal(5, mode.Logit(mode.MarginTime));
        Assert.Equal(5, mode.Logit(1e9));
        Assert.Equal(5, mode.Logit(double.PositiveInfinity));
        Assert.Equal(0, mode.LogitSpeed(mode.MarginTime));
        Assert.Equal(5, mode.Logit(mode.MarginTime * 0.9999999999), 1e-6);
    }

    [Theory]
    [InlineData(1, -0.5)]
    [InlineData(1, 0)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.1)]
    [InlineData(16, 0.4)]
    public void Logit_speed_is_the_vector_field_and_the_derivative(int layers, double start)
    {
        const double InputNorm = 0.8, Frequency = 0.6, Step = 1e-4;
        HingeMode mode = new(layers, InputNorm, Frequency, start, 10);
        foreach (double share in (double[])[0.1, 0.4, 0.7])
        {
            double t = share * mode.MarginTime;
            double logit = mode.Logit(t);
            double field = layers * Frequency * Math.Pow(InputNorm, 2.0 / layers) * Math.Pow(Math.Abs(logit), 2 - (2.0 / layers));
            Assert.Equal(field, mode.LogitSpeed(t), 1e-12 * field);
            // A central difference errs by Step^2 u''' / 6 with u''' = (1 + k)(1 + 2 k) u'^3 / u^2 and k below 1, and by rounding over Step.
            double third = field * 6 * Math.Pow(field / Math.Max(Math.Abs(logit), 0.1), 2);
            Assert.Equal((mode.Logit(t + Step) - mode.Logit(t - Step)) / (2 * Step), mode.LogitSpeed(t), (Step * Step * third / 6) + (1e-14 * (1 + logit) / Step));
        }
    }

    [Fact]
    public void Early_learning_is_twice_as_fast_as_under_cross_entropy()
    {
        // While the logit is small the cross-entropy's pull is sigma(-u) = 1/2 - u/4 and the hinge's is 1.
        HingeMode hinge = new(2, 1, 1, 1e-9, 10);
        LayeredMode crossEntropy = new(2, 1, 1, 1e-9);
        Assert.Equal(crossEntropy.Logit(4), hinge.Logit(2), 1e-7 * hinge.Logit(2));
    }

    [Fact]
    public void A_start_at_or_beyond_the_margin_never_moves()
    {
        foreach (double start in (double[])[10, 12])
        {
            HingeMode mode = new(2, 1, 1, start, 10);
            Assert.Equal(0, mode.MarginTime);
            Assert.Equal(start, mode.Logit(7));
            Assert.Equal(0, mode.LogitSpeed(0));
            Assert.Equal(0, mode.TimeToLogit(start));
            Assert.Null(mode.TimeToLogit(13));
        }
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("layers", () => new HingeMode(0, 1, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("inputNorm", () => new HingeMode(2, 0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", () => new HingeMode(2, 1, 1.5, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialLogit", () => new HingeMode(2, 1, 1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => new HingeMode(2, 1, 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => new HingeMode(2, 1, 1, 1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => new HingeMode(1, 1, 1, 0, 1).Logit(-1));
        Assert.Throws<ArgumentOutOfRangeException>("logit", () => new HingeMode(1, 1, 1, 0, 1).TimeToLogit(double.NaN));
    }

    // A single layer adds its growth to its start, so that where the logit passes through 0 the start is what cancels.
    private static double Scale(ReferenceTable.Row row) =>
        row["initial_logit"] < 0 ? Math.Max(Math.Abs(row["logit"]), -row["initial_logit"]) : Math.Abs(row["logit"]);

    private static void ForEachReference(Action<ReferenceTable.Row, HingeMode> check)
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("hinge-trajectories.csv");
        Assert.Equal([1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 16.0], rows.Select(row => row["layers"]).Distinct().Order());
        foreach (ReferenceTable.Row row in rows)
            check(row, new((int)row["layers"], row["input_norm"], row["frequency"], row["initial_logit"], row["margin"]));
    }
}
