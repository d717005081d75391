using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class SoftmaxClassTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void Logits_of_2_to_1000_classes_are_exact_over_the_whole_box() => ForEachReference((row, solved) =>
    {
        // Where the logit passes through 0 the terms that cancel there set the scale.
        double scale = solved.Logit(0) < 0 ? row["intrinsic_speed"] : Math.Abs(row["logit"]);
        AssertClose(row, row["logit"], solved.Logit(row["time"]), scale, row["per_relative_time"]);
    });

    [Fact]
    public void Confidences_and_errors_follow_the_softmax() => ForEachReference((row, solved) =>
    {
        double logit = row["logit"], wrong = Math.Exp(-logit) * (row["classes"] - 1);
        double scale = solved.Logit(0) < 0 ? Math.Max(row["intrinsic_speed"], 1) : Math.Max(Math.Abs(logit), 1);
        AssertClose(row, 1 / (1 + wrong), solved.Confidence(row["time"]), scale / (1 + wrong), row["per_relative_time"]);
        AssertClose(row, wrong / (1 + wrong), solved.Error(row["time"]), scale * wrong / (1 + wrong), row["per_relative_time"] * wrong / (1 + wrong));
    });

    [Fact]
    public void Collapses_happen_when_they_should() => ForEachReference((row, solved) =>
    {
        if (double.IsInfinity(row["collapse_time"]))
        {
            Assert.All(solved.DeathTimes, Assert.Null);
            return;
        }

        Assert.Equal(Outcome.Collapsed, solved.Outcome);
        AssertClose(row, row["collapse_time"], solved.DeathTimes[0]!.Value, row["collapse_time"], 0);
        Assert.Equal(0, solved.Logit(1.001 * row["collapse_time"]));
    });

    [Fact]
    public void Logit_speed_and_state_obey_the_network_s_equations() => ForEachReference((row, solved) =>
    {
        double t = row["time"], kappa = row["classes"] / (row["classes"] - 1), norm = row["input_norm"];
        double sum = 0, drive = 0;
        for (int i = 0; i < solved.Count; i++)
        {
            double y = solved.Preactivation(i, t), v = solved.OutputDifference(i, t);
            sum += y * v;
            drive += solved.OutcomeOf(i) == Outcome.Collapsed && y == 0 ? 0 : (kappa * y * y) + (norm * norm * v * v);
        }

        // u' = p (1 - q) (kappa y^2 + n^2 v^2); the state moves by the time's rounding as the logit does.
        double scale = Math.Max(row["intrinsic_speed"], Math.Abs(row["logit"]));
        AssertClose(row, sum, solved.Logit(t), scale, row["per_relative_time"]);
        double speed = solved.Frequency * solved.Error(t) * drive;
        AssertClose(row, speed, solved.LogitSpeed(t), speed * (1 + Math.Abs(row["logit"])), speed * (1 + row["per_relative_time"]));
    });

    [Fact]
    public void Two_classes_are_the_binary_class_with_both_outputs_learning()
    {
        // Both output weights move, which doubles the pull on their difference: p' = 2 p and n' = n / sqrt(2).
        SoftmaxClass softmax = new(2, 0.7, 0.25, [0.5, 0.3], [0.2, -0.1]);
        LinedUpClass binary = new(0.7 / Math.Sqrt(2), 0.5, [0.5, 0.3], [0.2, -0.1]);
        foreach (double t in (double[])[0, 0.1, 3, 50, 1e4])
        {
            Assert.Equal(binary.Logit(t), softmax.Logit(t));
            Assert.Equal(binary.Confidence(t), softmax.Confidence(t));
        }
    }

    [Fact]
    public void The_confidence_starts_at_one_over_the_number_of_classes_and_times_to_it_are_where_it_is_reached()
    {
        SoftmaxClass solved = new(1000, 1, 0.001, [0.3], [0]);
        Assert.Equal(0.001, solved.Confidence(0), 1e-16);
        foreach (double confidence in (double[])[0.01, 0.5, 0.99, 1 - 1e-12])
        {
            double time = solved.TimeToConfidence(confidence)!.Value;
            Assert.Equal(1 - confidence, solved.Error(time), 1e-11 * (1 - confidence) + (1e-3 * Epsilon));
        }
        Assert.Equal(Functions.Logistic(1), solved.Confidence(solved.PlateauLength!.Value), 1e-13);
        Assert.Equal(-1, solved.ErrorSlope(double.PositiveInfinity));
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => new SoftmaxClass(1, 1, 1, [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("inputNorm", () => new SoftmaxClass(2, 0, 1, [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", () => new SoftmaxClass(2, 1, 1.5, [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("initialPreactivation", () => new SoftmaxClass(2, 1, 1, [double.NaN], [1]));
        Assert.Throws<ArgumentException>("initialOutputDifferences", () => new SoftmaxClass(2, 1, 1, [1], [1, 2]));
    }

    private static void AssertClose(ReferenceTable.Row row, double expected, double actual, double scale, double perRelativeTime) => Assert.True(
        Math.Abs(actual - expected) <= (1e-12 * scale) + (4 * Epsilon * Math.Abs(perRelativeTime)) + double.Epsilon,
        $"{expected:R} expected, {actual:R} found, scale {scale:R}, at {row}");

    private static void ForEachReference(Action<ReferenceTable.Row, SoftmaxClass> check)
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("softmax-trajectories.csv");
        Assert.Equal([2.0, 3.0, 5.0, 100.0, 1000.0], rows.Select(row => row["classes"]).Distinct().Order());
        foreach (ReferenceTable.Row row in rows)
            check(row, new((int)row["classes"], row["input_norm"], row["frequency"], row.List("preactivations"), row.List("output_differences")));
    }
}
