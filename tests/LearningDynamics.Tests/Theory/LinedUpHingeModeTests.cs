using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class LinedUpHingeModeTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void Trajectories_of_the_whole_box_are_exact() => ForEachReference((row, mode) =>
    {
        double t = row["time"], y = row["preactivation_then"], z = row["output_weight_then"], n = mode.InputNorm;
        bool moves = t < row["margin_time"] && t < row["collapse_time"];
        double phase = moves ? n * mode.Frequency * t : 0;
        // Where a value passes through 0, from a negative output weight, the terms that cancel there set the scale.
        double cancelling = row["output_weight"] < 0 ? Math.Max(Math.Abs(y), n * Math.Abs(z)) : 0;
        AssertClose(row, y, mode.Preactivation(t), Math.Abs(y) + cancelling, phase * n * Math.Abs(z));
        AssertClose(row, z, mode.OutputWeight(t), Math.Abs(z) + (cancelling / n), phase * y / n);
        double speed = ((y * y) + (n * n * z * z)) / (2 * n);
        AssertClose(row, row["logit"], mode.Logit(t), Math.Abs(row["logit"]) + (row["output_weight"] < 0 ? speed : 0), 2 * phase * speed);
        AssertClose(row, moves ? 2 * n * mode.Frequency * speed : 0, mode.LogitSpeed(t), 2 * n * mode.Frequency * speed, 4 * n * mode.Frequency * phase * speed);
    });

    [Fact]
    public void Margins_and_deaths_come_when_they_should() => ForEachReference((row, mode) =>
    {
        AssertTime(row, row["margin_time"], mode.MarginTime);
        AssertTime(row, row["collapse_time"], mode.CollapseTime);
    });

    [Fact]
    public void Balanced_neurons_are_two_layers()
    {
        LinedUpHingeMode neuron = new(0.25, 0.5, 0.05, 0.2, 3);
        HingeMode layered = new(2, 0.25, 0.5, 0.01, 3);
        foreach (double t in (double[])[0, 1, 10, 22, 40])
            Assert.Equal(layered.Logit(t), neuron.Logit(t), 1e-14 * layered.Logit(t));
        Assert.Equal(layered.MarginTime, neuron.MarginTime!.Value, 1e-13);
    }

    [Fact]
    public void Nothing_moves_from_the_end_on()
    {
        LinedUpHingeMode learned = new(0.7, 0.5, 0.5, -0.6, 2);
        Assert.Equal(2, learned.Logit(learned.MarginTime!.Value));
        Assert.Equal(2, learned.Logit(double.PositiveInfinity));
        Assert.Equal(learned.OutputWeight(learned.MarginTime.Value), learned.OutputWeight(1e9));
        Assert.Null(learned.TimeToLogit(2.0000001));

        LinedUpHingeMode collapsed = new(0.7, 0.5, 0.5, -1, 2);
        Assert.Equal(collapsed.CollapseTime, collapsed.TimeToLogit(0));
        Assert.Equal(0, collapsed.Preactivation(1e9));
        Assert.Null(collapsed.MarginTime);

        LinedUpHingeMode inactive = new(0.7, 0.5, -0.5, 1, 2);
        Assert.Equal(0, inactive.Logit(3));
        Assert.Equal(-0.5, inactive.Preactivation(3));
        Assert.Null(inactive.TimeToLogit(1));

        LinedUpHingeMode separatrix = new(1, 1, 0.5, -0.5, 2);
        Assert.Equal(3, separatrix.TimeToLogit(separatrix.Logit(3))!.Value, 1e-14);
        Assert.Equal(0, separatrix.Logit(double.PositiveInfinity));
        Assert.Null(separatrix.TimeToLogit(0));
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("inputNorm", () => new LinedUpHingeMode(0, 1, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", () => new LinedUpHingeMode(1, 0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialPreactivation", () => new LinedUpHingeMode(1, 1, double.NaN, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialOutputWeight", () => new LinedUpHingeMode(1, 1, 1e200, 1e200, 1));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => new LinedUpHingeMode(1, 1, 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => new LinedUpHingeMode(1, 1, 1, 1, 2).Logit(-1));
        Assert.Throws<ArgumentOutOfRangeException>("logit", () => new LinedUpHingeMode(1, 1, 1, 1, 2).TimeToLogit(double.NaN));
    }

    private static void AssertTime(ReferenceTable.Row row, double expected, double? actual)
    {
        if (double.IsInfinity(expected))
            Assert.Null(actual);
        else
            AssertClose(row, expected, actual!.Value, expected, 0);
    }

    private static void AssertClose(ReferenceTable.Row row, double expected, double actual, double scale, double perRelativeTime) => Assert.True(
        Math.Abs(actual - expected) <= (1e-12 * scale) + (4 * Epsilon * Math.Abs(perRelativeTime)) + double.Epsilon,
        $"{expected:R} expected, {actual:R} found, scale {scale:R}, at {row}");

    private static void ForEachReference(Action<ReferenceTable.Row, LinedUpHingeMode> check)
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("hinge-neurons.csv");
        Assert.True(rows.Count > 300, "The references must cover the box.");
        foreach (ReferenceTable.Row row in rows)
            check(row, new(row["input_norm"], row["frequency"], row["preactivation"], row["output_weight"], row["margin"]));
    }
}
