using LearningDynamics.CrossChecks;
using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Exact solutions against stochastic gradient descent over several seeds, right and with planted faults.</summary>
public class IntervalCheckTests
{
    [Fact]
    public void A_right_route_passes_within_an_interval_that_says_something()
    {
        Verdict weight = Judge(new());

        Assert.True(weight.Passed, weight.Explanation);
        Assert.Equal(8, weight.Number("seeds"));
        Assert.Equal(0.99, weight.Number("confidence"));
        Assert.Equal(100, weight.Number("points"));
        Assert.InRange(weight.Number("widestHalfWidth"), 1e-3, weight.Number("referenceRange"));
    }

    [Fact]
    public void A_biased_route_fails()
    {
        Verdict weight = Judge(new() { ExactFactor = 1.5 });

        Assert.False(weight.Passed, weight.Explanation);
        Assert.True(weight.Deviation > weight.Bound, weight.Explanation);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-1)]
    public void A_trainer_with_a_wrong_rate_or_sign_fails(double factor)
    {
        // The sign is planted in the targets, as a learning rate is above 0.
        PlantedTrainer trainer = factor > 0
            ? PlantedTrainer.RateOff(factor)
            : new(plan => plan with { Data = Dataset.FromExamples([.. Enumerable.Repeat(new[] { 1.0 }, plan.Data.Count)], [.. plan.Data.Targets.ToArray().Select(target => -target)]) });

        // A rate of 1.5 moves the weight by up to 0.15; with this noise the intervals are about 0.05 wide.
        Assert.False(Judge(new() { Noise = 0.3 }, trainer).Passed);
    }

    [Fact]
    public void An_interval_wider_than_the_signal_fails_though_it_contains_the_reference()
    {
        Verdict weight = Judge(new() { Noise = 60 });

        Assert.False(weight.Passed);
        Assert.True(weight.Deviation <= weight.Bound);
        Assert.EndsWith("take more seeds.", weight.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_do_not_vary_fail_by_the_bias_of_their_learning_rate()
    {
        // Without noise the interval has no width, and gradient descent is O(eta) away: that is for an order check to judge.
        Verdict weight = Judge(new() { Noise = 0 });

        Assert.False(weight.Passed);
        Assert.InRange(weight.Number("halfWidth"), 0, 1e-15);
    }

    [Fact]
    public void The_interval_is_student_s_with_bonferroni_s_correction()
    {
        // 1% for 100 times together leaves 0.01% for each, half of it on either side.
        Verdict weight = Judge(new());
        double quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 7, 1 - (0.01 / 200));

        double[] last = [.. Enumerable.Range(1, 8).Select(seed => Deviation(seed, weight.Number("worstTime")))];
        double mean = last.Average(), variance = last.Sum(value => (value - mean) * (value - mean)) / 7;
        Assert.Equal(Math.Abs(mean), weight.Deviation!.Value, 1e-12);
        Assert.Equal(quantile * Math.Sqrt(variance / 8), weight.Bound!.Value, 1e-12);
    }

    [Fact]
    public void Without_a_seed_or_with_one_seed_there_is_no_interval()
    {
        ExperimentDescriptor unseeded = new StochasticDecay { HasSeed = false }.Describe();
        Assert.Contains("has no seed", Assert.Throws<ArgumentException>(() => Judgement.Of(StochasticDecay.Check, unseeded)).Message, StringComparison.Ordinal);

        CrossCheckDescriptor single = StochasticDecay.Check with { Seeds = 1 };
        Assert.Throws<ArgumentOutOfRangeException>(() => Judgement.Of(single, new StochasticDecay().Describe()));
    }

    private static Verdict Judge(StochasticDecay decay, ITrainer? trainer = null) =>
        Assert.Single(Judgement.Of(StochasticDecay.Check, decay.Describe(), trainer));

    private static double Deviation(int seed, double time)
    {
        ExperimentDescriptor descriptor = new StochasticDecay().Describe();
        BoundExperiment experiment = descriptor.Bind(descriptor.Defaults.With("Seed", ParameterValue.Integer(seed)));
        RouteResult trained = experiment.Trained!.Answer(new(TrainingSchedule.Nearest([time], 0.01), new ManagedTrainer()))!;
        return trained.Trajectory.Observables[0].Values[0] - experiment.ClosedForm!.Answer(new([time]))!.Trajectory.Observables[0].Values[0];
    }
}
