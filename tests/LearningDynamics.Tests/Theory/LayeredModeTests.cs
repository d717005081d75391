using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class LayeredModeTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void Logits_of_1_to_16_layers_are_exact_over_the_whole_box()
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("layered-trajectories.csv");
        Assert.Equal([1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 16.0], rows.Select(row => row["layers"]).Distinct().Order());
        foreach (ReferenceTable.Row row in rows)
        {
            double expected = row["logit"];
            double actual = Solve(row).Logit(row["time"]);
            // Where the single layer's logit passes through 0 its initial value is what cancels.
            double scale = row["initial_logit"] < 0 ? Math.Max(Math.Abs(expected), -row["initial_logit"]) : Math.Abs(expected);
            double bound = (1e-12 * scale) + (4 * Epsilon * row["condition"] * Math.Abs(expected));
            Assert.True(Math.Abs(actual - expected) <= bound, $"{expected:R} expected, {actual:R} found, bound {bound:R}, at {row}");
        }
    }

    [Fact]
    public void Logits_are_reached_when_they_should_be()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("layered-trajectories.csv"))
        {
            LayeredMode mode = Solve(row);
            double logit = row["logit"];
            double time = row["time"];
            if (logit <= row["initial_logit"])
                continue;
            // The reference logit is rounded to a double, half a unit in its last place, which moves the time by as much over the speed.
            double bound = (1e-12 * time) + (4 * Epsilon * (time + (Math.Abs(logit) / mode.LogitSpeed(time))));
            Assert.True(Math.Abs(mode.TimeToLogit(logit)!.Value - time) <= bound, $"{mode.TimeToLogit(logit):R} found at {row}");
        }
    }

    [Fact]
    public void Two_layers_are_a_balanced_neuron()
    {
        LayeredMode layered = new(2, 0.25, 0.5, 0.01);
        LinedUpMode neuron = new(0.25, 0.5, 0.05, 0.2);
        foreach (double t in (double[])[0, 1e-3, 1, 30, 1e3, 1e6])
            Assert.Equal(neuron.Logit(t), layered.Logit(t), 1e-14 * layered.Logit(t));
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
        LayeredMode mode = new(layers, InputNorm, Frequency, start);
        foreach (double t in (double[])[0.1, 1, 5, 25])
        {
            double logit = mode.Logit(t);
            double field = layers * Frequency * Math.Pow(InputNorm, 2.0 / layers) * Math.Pow(Math.Abs(logit), 2 - (2.0 / layers)) / (1 + Math.Exp(logit));
            Assert.Equal(field, mode.LogitSpeed(t), 1e-12 * field);
            // A central difference errs by Step^2 u''' / 6, and by rounding over Step; u''' is below 10 here.
            Assert.Equal((mode.Logit(t + Step) - mode.Logit(t - Step)) / (2 * Step), mode.LogitSpeed(t), (2 * Step * Step) + (1e-14 * (1 + logit) / Step));
        }
    }

    [Theory]
    [InlineData(1, -2)]
    [InlineData(2, 1e-3)]
    [InlineData(4, 1e-2)]
    public void Restarting_from_a_later_state_continues_the_run(int layers, double start)
    {
        LayeredMode direct = new(layers, 1.5, 0.5, start);
        foreach (double first in (double[])[0.01, 3, 40])
        {
            LayeredMode restarted = new(layers, 1.5, 0.5, direct.Logit(first));
            foreach (double t in (double[])[0.01, 3, 40])
                AssertRelative(direct.Logit(first + t), restarted.Logit(t), 1e-12 + (4 * Epsilon * (first + t) * direct.LogitSpeed(first + t) / Math.Abs(direct.Logit(first + t))));
        }
    }

    [Fact]
    public void Time_zero_gives_the_start_and_infinity_the_limit()
    {
        foreach (int layers in (int[])[1, 2, 3, 16])
        {
            LayeredMode mode = new(layers, 0.3, 0.2, 0.1);
            Assert.Equal(0.1, mode.Logit(0));
            Assert.Equal(double.PositiveInfinity, mode.Logit(double.PositiveInfinity));
            Assert.Equal(1, mode.Confidence(double.PositiveInfinity));
            Assert.Equal(0, mode.LogitSpeed(double.PositiveInfinity));
            Assert.Equal(-1, mode.ErrorSlope(double.PositiveInfinity));
            Assert.Equal(0, mode.TimeToLogit(0.1));
            Assert.Null(mode.TimeToLogit(double.PositiveInfinity));
        }
    }

    [Fact]
    public void Layer_gains_multiply_to_the_logit()
    {
        LayeredMode mode = new(5, 0.3, 0.2, 0.1);
        Assert.Equal(mode.Logit(7), 0.3 * Math.Pow(mode.LayerGain(7), 5), 1e-14);
        Assert.Equal(-10, new LayeredMode(1, 0.3, 0.2, -3).LayerGain(0), 1e-14);
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("layers", () => new LayeredMode(0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("inputNorm", () => new LayeredMode(2, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", () => new LayeredMode(2, 1, 1.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialLogit", () => new LayeredMode(2, 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("initialLogit", () => new LayeredMode(1, 1, 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => new LayeredMode(1, 1, 1, 0).Logit(-1));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => new LayeredMode(1, 1e3, 1, 0).Logit(1e305));
        Assert.Throws<ArgumentOutOfRangeException>("logit", () => new LayeredMode(1, 1, 1, 0).TimeToLogit(double.NaN));
    }

    private static LayeredMode Solve(ReferenceTable.Row row) =>
        new((int)row["layers"], row["input_norm"], row["frequency"], row["initial_logit"]);

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{expected:R} expected, {actual:R} found");
}
