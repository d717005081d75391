using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class CooccurringFeaturesTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void Logits_and_shares_are_exact_over_the_whole_box()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("feature-trajectories.csv"))
        {
            CooccurringFeatures features = Solve(row);
            // In one layer a share may pass through 0; then its start and its growth are what cancels.
            double[] starts = row.List("shares"), shares = row.List("shares_then");
            AssertClose(row["logit"], features.Logit(row["time"]), row, features.InitialLogit);
            for (int k = 0; k < shares.Length; k++)
                AssertClose(shares[k], features.Share(k, row["time"]), row, starts[k]);
        }
    }

    [Fact]
    public void Logits_are_reached_when_they_should_be()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("feature-trajectories.csv"))
        {
            CooccurringFeatures features = Solve(row);
            double logit = row["logit"], time = row["time"];
            if (logit <= features.InitialLogit)
                continue;
            // The reference logit is rounded to a double, half a unit in its last place, which moves the time by as much over the speed.
            double bound = (1e-12 * time) + (4 * Epsilon * (time + (Math.Abs(logit) / features.LogitSpeed(time))));
            Assert.True(Math.Abs(features.TimeToLogit(logit)!.Value - time) <= bound, $"{features.TimeToLogit(logit):R} found at {row}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_feature_is_a_layered_mode_and_equal_features_divide_it(int layers)
    {
        LayeredMode mode = new(layers, 0.7, 0.5, 0.02);
        CooccurringFeatures one = new(layers, [0.7], 0.5, [0.02]);
        // Two equal features in one layer are one of norm sqrt(2) n; in two layers they are one of the same norm.
        double part = layers == 1 ? Math.Sqrt(0.5) : 1;
        CooccurringFeatures two = new(layers, [0.7 * part, 0.7 * part], 0.5, [0.005, 0.015]);
        foreach (double t in (double[])[0, 1e-3, 1, 30, 1e3, 1e6])
        {
            AssertRelative(mode.Logit(t), one.Logit(t));
            AssertRelative(mode.Logit(t), two.Logit(t));
            AssertRelative(mode.Logit(t), two.Share(0, t) + two.Share(1, t));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Shares_add_up_to_the_logit_and_keep_the_conserved_ratio(int layers)
    {
        double[] norms = [1.4, 0.7, 0.35], starts = [0.01, 0.02, 0.03];
        CooccurringFeatures features = new(layers, norms, 0.8, starts);
        foreach (double t in (double[])[0.5, 5, 50, 500])
        {
            double[] shares = [.. norms.Select((_, k) => features.Share(k, t))];
            AssertRelative(features.Logit(t), shares.Sum());
            for (int k = 1; k < norms.Length; k++)
            {
                double ratio = norms[k] / norms[0];
                AssertRelative(
                    layers == 1 ? starts[k] + (ratio * ratio * (shares[0] - starts[0])) : starts[k] * Math.Pow(shares[0] / starts[0], ratio),
                    shares[k]);
            }
        }
    }

    [Fact]
    public void From_nothing_in_one_layer_the_weaker_feature_ends_at_its_share_of_the_logit()
    {
        CooccurringFeatures features = new(1, [1.4, 0.7], 1, [0, 0]);
        double time = features.TimeToConfidence(0.99)!.Value;
        // n2^2 / S = 0.2: feature 2 alone has sigma(0.2 logit(0.99)) = 0.715.
        Assert.Equal(Functions.Logistic(0.2 * Functions.Logit(0.99)), features.FeatureConfidence(1, time), 1e-13);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Logit_speed_is_the_sum_of_the_vector_field(int layers)
    {
        double[] norms = [1.4, 0.7];
        CooccurringFeatures features = new(layers, norms, 0.6, [0.3, 0.1]);
        foreach (double t in (double[])[0, 0.1, 1, 5, 25])
        {
            double pull = 0.6 * Functions.Logistic(-features.Logit(t));
            double field = norms.Select((n, k) => layers == 1 ? n * n : 2 * n * features.Share(k, t)).Sum() * pull;
            AssertRelative(field, features.LogitSpeed(t));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Restarting_from_a_later_state_continues_the_run(int layers)
    {
        double[] norms = [1.4, 0.7];
        CooccurringFeatures direct = new(layers, norms, 0.5, [0.01, 0.2]);
        foreach (double first in (double[])[0.01, 3, 40])
        {
            CooccurringFeatures restarted = new(layers, norms, 0.5, [direct.Share(0, first), direct.Share(1, first)]);
            foreach (double t in (double[])[0.01, 3, 40])
                AssertRelative(direct.Logit(first + t), restarted.Logit(t));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Time_zero_gives_the_start_and_infinity_the_limit(int layers)
    {
        CooccurringFeatures features = new(layers, [2, 1], 0.5, [0.25, 0.5]);
        Assert.Equal(0.75, features.Logit(0));
        Assert.Equal(0.5, features.Share(1, 0));
        Assert.Equal(double.PositiveInfinity, features.Logit(double.PositiveInfinity));
        Assert.Equal(1, features.FeatureConfidence(1, double.PositiveInfinity));
        Assert.Equal(0, features.LogitSpeed(double.PositiveInfinity));
        Assert.Equal(0, features.TimeToLogit(0.75));
        Assert.Null(features.TimeToLogit(double.PositiveInfinity));
    }

    [Fact]
    public void The_order_of_calls_changes_no_bit()
    {
        CooccurringFeatures forwards = new(2, [1.4, 0.7], 0.5, [0.01, 0.2]), backwards = new(2, [1.4, 0.7], 0.5, [0.01, 0.2]);
        double[] times = [0.1, 2, 30, 400, 5e5];
        double[] rising = [.. times.Select(forwards.Logit)], falling = [.. times.Reverse().Select(backwards.Logit).Reverse()];
        Assert.Equal(rising, falling);
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("layers", () => new CooccurringFeatures(3, [1], 1, [1]));
        Assert.Throws<ArgumentException>("featureNorms", () => new CooccurringFeatures(1, [], 1, []));
        Assert.Throws<ArgumentOutOfRangeException>("featureNorms", () => new CooccurringFeatures(1, [1, 0], 1, [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", () => new CooccurringFeatures(1, [1], 1.2, [1]));
        Assert.Throws<ArgumentException>("initialShares", () => new CooccurringFeatures(1, [1], 1, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("initialShares", () => new CooccurringFeatures(2, [1], 1, [0]));
        Assert.Throws<ArgumentOutOfRangeException>("initialShares", () => new CooccurringFeatures(1, [1, 1], 1, [1e308, 1e308]));
        CooccurringFeatures features = new(2, [1e3], 1, [1]);
        Assert.Throws<ArgumentOutOfRangeException>("feature", () => features.Share(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => features.Share(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => features.Logit(1e306));
        Assert.Throws<ArgumentOutOfRangeException>("logit", () => features.TimeToLogit(double.NaN));
    }

    private static CooccurringFeatures Solve(ReferenceTable.Row row) =>
        new((int)row["layers"], row.List("norms"), row["frequency"], row.List("shares"));

    private static void AssertClose(double expected, double actual, ReferenceTable.Row row, double start)
    {
        double scale = start < 0 ? Math.Max(Math.Abs(expected), -start) : Math.Abs(expected);
        double bound = (1e-12 * scale) + (4 * Epsilon * row["condition"] * scale);
        Assert.True(Math.Abs(actual - expected) <= bound, $"{expected:R} expected, {actual:R} found, bound {bound:R}, at {row}");
    }

    private static void AssertRelative(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-12 * Math.Abs(expected), $"{expected:R} expected, {actual:R} found");
}
