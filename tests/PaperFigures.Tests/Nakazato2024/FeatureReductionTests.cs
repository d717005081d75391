using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using LearningDynamics.Training;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

public class FeatureReductionTests
{
    private static readonly TimeGrid Coarse = new TimeGrid.Uniform(20);

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(-0.01, 0.1)]
    [InlineData(0.02, 0.1)]
    [InlineData(0, 1e-6)]
    [InlineData(-1, 0.1)]
    public void The_simulated_share_stays_inside_the_interval_around_the_exact_curve(double drift, double diffusion) => CrossCheckAssert.Passes(
        ExperimentRunner.Run(new FeatureReduction { Drift = drift, Diffusion = diffusion }, new() { Grid = Coarse }));

    [Theory]
    [InlineData(0.12, 0)]
    [InlineData(0.08, 0)]
    [InlineData(0.1, 0.003)]
    public void A_wrong_diffusion_or_drift_of_the_formula_is_seen(double diffusion, double drift)
    {
        // With 8192 walks the standard error is at most 0.0055; a diffusion off by a fifth moves the share by 0.03, this drift in the end by 0.07.
        RouteResult wrong = Run(new() { Diffusion = diffusion, Drift = drift }, Route.ClosedForm), simulated = Run(new(), Route.Trained);
        ExperimentDescriptor descriptor = Descriptor<FeatureReduction>();

        ImmutableArray<Verdict> verdicts = CrossChecker.Judge(descriptor.CrossChecks.Single(), descriptor, descriptor.Defaults, [wrong, simulated], new ManagedTrainer());

        Assert.False(verdicts.Single(verdict => verdict.Quantity == "AliveShare").Passed);
    }

    [Fact]
    public void Elu_features_are_never_lost_and_lose_less_of_their_rank()
    {
        ExperimentRun run = ExperimentRunner.Run(new FeatureReduction { Activation = FeatureActivation.Elu, Seeds = 8 }, new() { Grid = Coarse });

        CrossCheckAssert.Passes(run);
        Trajectory elu = run.Points.Single().Routes.Single(route => route.Route == Route.Trained).Trajectory;
        Trajectory relu = Run(new() { Seeds = 8 }, Route.Trained).Trajectory;
        Assert.All(elu.Find("AliveShare")!.Values, share => Assert.Equal(1, share));
        Assert.InRange(relu.Find("AliveShare")!.Values[^1], 0, 0.1);
        Assert.InRange(relu.Find("EffectiveRank")!.Values[0], 1, 9);
        Assert.InRange(elu.Find("EffectiveRank")!.Values[^1], 1, 9);
    }

    [Fact]
    public void More_networks_narrow_the_interval_as_their_root()
    {
        double few = Error(16), many = Error(256);

        // The spread of 16 runs has itself a relative standard deviation of 1/sqrt(30); four of these.
        Assert.Equal(4, few / many, 4 * 4 / Math.Sqrt(30));

        static double Error(int seeds) => Run(new() { Seeds = seeds }, Route.Trained).StandardErrors!.Observables[0].Values[10];
    }

    [Fact]
    public void The_same_seed_gives_the_same_networks_and_another_others()
    {
        double[] first = Share(1);
        Assert.Equal(first, Share(1));
        Assert.NotEqual(first, Share(100));

        static double[] Share(int seed) => [.. Run(new() { Seed = seed, Seeds = 4 }, Route.Trained).Trajectory.Find("AliveShare")!.Values];
    }

    [Fact]
    public void The_answers_are_the_accepted_ones() => Snapshot.Match(ExperimentRunner.Run(new FeatureReduction { Seeds = 16 }, new() { Grid = Coarse }));

    private static RouteResult Run(FeatureReduction experiment, Route route) =>
        ExperimentRunner.Run(experiment, new() { Routes = [route], Grid = Coarse }).Points.Single().Routes.Single();

    private static ExperimentDescriptor Descriptor<TExperiment>()
        where TExperiment : IExperiment => TExperiment.Descriptor;
}
