using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class SimplifiedSystemTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void Logits_outputs_and_responses_are_exact_over_targets_starts_and_times()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("simplified-system.csv"))
        {
            SimplifiedSystem system = Solve(row);
            double t = row["time"];
            AssertNear(row, "logit", system.Logit(t), LogitScale(row));
            AssertNear(row, "output", system.Output(t), 0);
            AssertNear(row, "residual", system.Residual(t), 0);
            AssertNear(row, "response", system.Response(t), 0);
            AssertNear(row, "output_response", system.OutputResponse(t), 0);
        }
    }

    [Fact]
    public void The_table_has_both_losses_and_every_kind_of_target()
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("simplified-system.csv");
        foreach (double squared in (double[])[0, 1])
            Assert.Equal([0, 1e-6, 0.25, 0.5, 0.75, 0.999, 1 - 1e-9, 1], rows.Where(row => row["squared"] == squared).Select(row => row["target"]).Distinct().Order());
    }

    [Fact]
    public void The_time_to_a_residual_is_that_at_which_it_is_there()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("simplified-system.csv").Where(row => row["time"] == 0))
        {
            SimplifiedSystem system = Solve(row);
            foreach (double share in (double[])[1, 0.999, 0.5, 1e-2, 1e-6, 1e-12])
            {
                double t = system.TimeToResidual(share);
                if (!double.IsFinite(t))
                    continue;
                double expected = share * system.Residual(0);
                // A relative error of 1e-12 of the time, and one of the start, both moved to the residual by its speed there.
                double output = system.Target - expected, steepness = system.Slope * output * (1 - output);
                double speed = Math.Abs(system.LearningRate * expected * steepness * (row["squared"] == 1 ? steepness : 1));
                double bound = (1e-12 * Math.Abs(expected)) + (((1e-12 * t) + (1e-14 * Math.Abs(row["initial_logit"] / system.Response(0)))) * speed);
                Assert.True(Math.Abs(system.Residual(t) - expected) <= bound, $"{expected:R} expected, {system.Residual(t):R} found, bound {bound:R}, at share {share:R} of {row}");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_response_is_the_derivative_of_the_logit_and_the_loss_s_gradient(bool squared)
    {
        const double Slope = 1.5, Rate = 0.4, Step = 1e-4;
        foreach (double target in (double[])[0, 0.2, 0.5, 0.9, 1])
        {
            SimplifiedSystem system = Create(squared, Slope, target, Rate, 0.3);
            foreach (double t in (double[])[0.5, 3, 20])
            {
                double f = Functions.Logistic(Slope * system.Logit(t));
                double gradient = Rate * (target - f) * (squared ? Slope * f * (1 - f) : 1);
                Assert.Equal(f, system.Output(t), 1e-14);
                Assert.Equal(gradient, system.Response(t), 1e-14);
                Assert.Equal(gradient * Slope * f * (1 - f), system.OutputResponse(t), 1e-14);
                // A central difference errs by Step^2 u''' / 6, with |u'''| below 1 here, and by rounding over Step.
                Assert.Equal((system.Logit(t + Step) - system.Logit(t - Step)) / (2 * Step), system.Response(t), (Step * Step) + (1e-15 / Step));
            }
        }
    }

    [Fact]
    public void Restarting_from_a_later_state_continues_the_run() => Prop.ForAll(Systems(), system =>
    {
        SimplifiedSystem direct = Create(system.Squared, system.Slope, system.Target, system.Rate, system.Start);
        double first = system.Time, then = 2 * system.Time;
        SimplifiedSystem restarted = Create(system.Squared, system.Slope, system.Target, system.Rate, direct.Logit(first));
        double expected = direct.Logit(first + then);
        double scale = Math.Max(1 / system.Slope, Math.Max(Math.Abs(expected), Math.Abs(system.Start)));
        // The restart's logit is rounded, and what that changes grows with the speed; close to the fixed point it shrinks.
        double growth = 1 + Math.Abs(direct.Response(first + then) / Math.Max(Math.Abs(direct.Response(first)), double.Epsilon));
        return Math.Abs(restarted.Logit(then) - expected) <= (1e-12 + (8 * Epsilon * growth)) * scale;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_mirrored_target_gives_the_mirrored_run() => Prop.ForAll(Systems(), system =>
    {
        // 1 - y is exact from 1/2 on.
        double target = Math.Max(system.Target, 1 - system.Target);
        SimplifiedSystem up = Create(system.Squared, system.Slope, target, system.Rate, system.Start);
        SimplifiedSystem down = Create(system.Squared, system.Slope, 1 - target, system.Rate, -system.Start);
        return up.Logit(system.Time) == -down.Logit(system.Time) && up.Response(system.Time) == -down.Response(system.Time);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_output_moves_towards_its_target_and_never_past_it() => Prop.ForAll(Systems(), system =>
    {
        SimplifiedSystem run = Create(system.Squared, system.Slope, system.Target, system.Rate, system.Start);
        double before = Math.Abs(run.Residual(system.Time)), after = Math.Abs(run.Residual(2 * system.Time));
        return after <= before * (1 + 1e-12) && run.Residual(system.Time) * run.Residual(0) >= 0;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(false, 1.0)]
    [InlineData(false, 0.0)]
    [InlineData(true, 1.0)]
    [InlineData(true, 0.0)]
    public void At_a_target_of_0_or_1_the_response_ages_with_the_stated_exponents_and_prefactor(bool squared, double target)
    {
        foreach (double slope in (double[])[0.5, 1, 4])
        {
            // t u' = prefactor (1 + O(ln t / t)) for the cross-entropy and (1 + O(t^(-1/2))) for the squared error.
            SimplifiedSystem system = Create(squared, slope, target, 0.3, 0);
            const double Late = 1e14;
            double tolerance = squared ? 1e-6 : 1e-11;
            Assert.Equal(system.AgingPrefactor!.Value, Late * system.Response(Late), tolerance);
            Assert.Equal(-1, system.AgingExponent);
            Assert.Equal(system.AgingExponent!.Value, LocalExponent(system.Response, Late), 10 * tolerance);
            Assert.Equal(system.OutputAgingExponent!.Value, LocalExponent(system.OutputResponse, Late), 10 * tolerance);
            Assert.Equal(0, system.RelaxationRate);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void At_the_end_of_a_double_s_range_the_response_still_ages(bool squared)
    {
        // From the leading term of the solution; what is left out is below 1e-140 of it.
        SimplifiedSystem rising = Create(squared, 2, 1, 1, -150), falling = Create(squared, 2, 1e-300, 1, 150);
        foreach (double t in (double[])[1e206, 1e250, 1e300])
        {
            Assert.Equal(rising.AgingPrefactor!.Value, t * rising.Response(t), 1e-12);
            double duration = squared ? 4 * t : 2 * t;
            double logit = squared ? 0.5 * Math.Log(2 * duration) : Math.Log(duration);
            Assert.Equal(logit / 2, rising.Logit(t), 1e-12 * logit);
            // The other target is as good as 0 until t comes near 1e300.
            if (t < 1e280)
                Assert.Equal(-logit / 2, falling.Logit(t), 1e-12 * logit);
        }
    }

    [Theory]
    [InlineData(200, 1.015)]
    [InlineData(1e4, 1.002)]
    public void The_fit_over_the_last_decade_is_that_of_the_theory(double duration, double magnitude)
    {
        SimplifiedSystem system = SimplifiedSystem.CrossEntropy();
        double[] times = PowerLaw.LastDecade(duration);
        double? exponent = PowerLaw.Exponent(times, [.. times.Select(system.Response)]);
        // The last of the digits stated.
        Assert.Equal(-magnitude, exponent!.Value, 0.001);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Between_the_targets_0_and_1_the_decay_has_the_relaxation_rate(bool squared)
    {
        foreach (double target in (double[])[0.05, 0.5, 0.8])
        {
            SimplifiedSystem system = Create(squared, 2, target, 0.7, -0.4);
            double t = system.TimeToResidual(1e-8), later = system.TimeToResidual(1e-9);
            double measured = Math.Log(system.Response(t) / system.Response(later)) / (later - t);
            // The rate at a distance w from the fixed point differs from the limit by O(w).
            Assert.Equal(system.RelaxationRate, measured, 1e-6 * system.RelaxationRate);
            Assert.Null(system.AgingExponent);
            Assert.Null(system.AgingPrefactor);
            Assert.Null(system.OutputAgingExponent);
        }
    }

    [Fact]
    public void Time_zero_gives_the_start_and_infinity_the_limit()
    {
        foreach (bool squared in (bool[])[false, true])
        {
            SimplifiedSystem soft = Create(squared, 2, 0.7, 1, -3), hard = Create(squared, 2, 0, 1, -3);
            Assert.Equal(-3, soft.Logit(0));
            Assert.Equal(Functions.Logit(0.7) / 2, soft.FixedPoint);
            Assert.Equal(soft.FixedPoint, soft.Logit(double.PositiveInfinity));
            Assert.Equal(0.7, soft.Output(double.PositiveInfinity));
            Assert.Equal(0, soft.Response(double.PositiveInfinity));
            Assert.Equal(double.NegativeInfinity, hard.Logit(double.PositiveInfinity));
            Assert.Equal(0, hard.OutputResponse(double.PositiveInfinity));
            SimplifiedSystem still = Create(squared, 2, 0.5, 1, 0);
            Assert.Equal(0, still.Logit(1e3));
            Assert.Equal(0, still.Response(0));
            Assert.Equal(0, still.TimeToResidual(0.5));
        }
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("slope", () => SimplifiedSystem.CrossEntropy(0));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => SimplifiedSystem.CrossEntropy(1, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => SimplifiedSystem.SquaredError(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => SimplifiedSystem.SquaredError(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("initialLogit", () => SimplifiedSystem.CrossEntropy(2, 1, 1, 151));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => SimplifiedSystem.CrossEntropy().Logit(-1));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => SimplifiedSystem.CrossEntropy(10).Response(1e308));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => SimplifiedSystem.CrossEntropy().TimeToResidual(0));
    }

    private static double LocalExponent(Func<double, double> response, double t) => Math.Log(response(2 * t) / response(t)) / Math.Log(2);

    // Where the logit passes through 0, or ends at a fixed point near 0, the start is what cancels.
    private static double LogitScale(ReferenceTable.Row row) => row["logit"] * row["initial_logit"] < 0 ? Math.Abs(row["initial_logit"]) : 0;

    private static void AssertNear(ReferenceTable.Row row, string quantity, double actual, double scale)
    {
        double expected = row[quantity];
        double bound = (1e-12 * Math.Max(scale, Math.Abs(expected))) + (4 * Epsilon * row[quantity + "_sensitivity"]);
        Assert.True(Math.Abs(actual - expected) <= bound, $"{quantity}: {expected:R} expected, {actual:R} found, bound {bound:R}, at {row}");
    }

    private static SimplifiedSystem Solve(ReferenceTable.Row row) =>
        Create(row["squared"] == 1, row["slope"], row["target"], row["learning_rate"], row["initial_logit"]);

    private static SimplifiedSystem Create(bool squared, double slope, double target, double learningRate, double initialLogit) => squared
        ? SimplifiedSystem.SquaredError(slope, target, learningRate, initialLogit)
        : SimplifiedSystem.CrossEntropy(slope, target, learningRate, initialLogit);

    private static Arbitrary<(bool Squared, double Slope, double Target, double Rate, double Start, double Time)> Systems()
    {
        Gen<double> unit = Gen.Choose(0, 1000).Select(k => k / 1000.0);
        return (
            from squared in Gen.Elements(false, true)
            from slope in unit.Select(k => Math.Pow(10, (2 * k) - 1))
            from target in unit
            from rate in unit.Select(k => Math.Pow(10, (4 * k) - 3))
            from start in unit.Select(k => (8 * k) - 4)
            from time in unit.Select(k => Math.Pow(10, (6 * k) - 3))
            select (squared, slope, target, rate, start / slope, time)).ToArbitrary();
    }
}
