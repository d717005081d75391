using System.Text;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Runs;

public class ExperimentRunnerTests
{
    private static readonly EnvironmentFingerprint Environment = EnvironmentFingerprint.Capture(new());

    private static readonly ExperimentDescriptor Experiment = SweptExperiment.Describe();

    [Fact]
    public void A_run_holds_every_point_in_the_order_of_the_sweep_with_answers_and_verdicts()
    {
        ExperimentRun run = ExperimentRunner.Run(Experiment, new());

        Assert.True(run.Passed && run.IsComplete);
        Assert.Equal(
            SweptExperiment.Texts(ParameterSweep.Points(Experiment, new())),
            run.Points.Select(point => string.Join(' ', point.Parameters.Select(setting => $"{setting.Name}={setting.Value}"))));
        Assert.All(run.Points, point =>
        {
            Assert.Equal([Route.ClosedForm, Route.Flow, Route.Trained], point.Routes.Select(route => route.Route));
            Assert.Equal([CrossCheckKind.Pointwise, CrossCheckKind.Order], point.Checks.Select(verdict => verdict.Check.Kind));
            Assert.All(point.Routes, route => Assert.Equal(201, route.Trajectory.Times.Length));
        });
    }

    [Fact]
    public void Its_text_does_not_depend_on_the_number_of_threads()
    {
        string one = RunText.Of(ExperimentRunner.Run(Experiment, new() { MaximumParallelism = 1 }));

        Assert.Equal(one, RunText.Of(ExperimentRunner.Run(Experiment, new() { MaximumParallelism = 8 })));
        Assert.Equal(one, RunText.Of(ExperimentRunner.Run(Experiment, new() { MaximumParallelism = 0 })));
    }

    [Fact]
    public void Routes_that_are_left_out_are_neither_answered_nor_compared()
    {
        ExperimentRun run = ExperimentRunner.Run(Experiment, new() { Routes = [Route.Flow, Route.ClosedForm] });

        Assert.All(run.Points, point => Assert.Equal([Route.ClosedForm, Route.Flow], point.Routes.Select(route => route.Route)));
        Assert.All(run.Points, point => Assert.Equal(CrossCheckKind.Pointwise, Assert.Single(point.Checks).Check.Kind));
        Assert.All(ExperimentRunner.Run(Experiment, new() { Checks = false, Routes = [Route.ClosedForm] }).Points, point => Assert.Empty(point.Checks));
    }

    [Fact]
    public void A_route_that_does_not_answer_at_a_point_is_left_out_there_with_what_it_keeps_from_being_compared()
    {
        ExperimentRun run = ExperimentRunner.Run(Experiment, Mode("Absent"));

        Assert.True(run.Passed);
        Assert.Empty(ResultSet.NeverCompared(run));
        Assert.All(run.Points[..4], point => Assert.Empty(point.AbsentRoutes));
        Assert.All(run.Points[4..], point =>
        {
            Assert.Equal([Route.Flow], point.Routes.Select(route => route.Route));
            Assert.Equal([Route.ClosedForm, Route.Trained], point.AbsentRoutes.AsEnumerable());
            Assert.Empty(point.Checks);
            Assert.Equal(
                ["The closed-form route does not answer at this point.", "Neither the closed-form nor the trained route answers at this point."],
                point.NotCompared.Select(skipped => skipped.Reason));
        });
        Assert.Equal(RunText.Of(new ResultSet(Environment, [run])), RunText.Of(RunJsonReader.ReadResults(Encoding.UTF8.GetBytes(RunText.Of(new ResultSet(Environment, [run]))))));
    }

    [Fact]
    public void A_trained_route_says_at_which_steps_it_looked()
    {
        ExperimentRun run = ExperimentRunner.Run(Experiment, new() { Routes = [Route.Trained], Grid = new TimeGrid.At([0.009, 0.031, 1]) });

        // Steps 0, 2 and 50 of 0.02.
        Assert.All(run.Points, point => Assert.Equal([0, 0.04, 1], point.Routes.Single().Trajectory.Times.ToArray()));
    }

    [Fact]
    public void A_wrong_route_fails_the_run() => Assert.False(ExperimentRunner.Run(Experiment, Mode("Wrong")).Passed);

    [Fact]
    public void A_numerical_failure_of_one_route_keeps_the_others_and_the_other_points()
    {
        ExperimentRun run = ExperimentRunner.Run(Experiment, Mode("Overflow"));

        Assert.False(run.Passed);
        Assert.Equal([true, true, true, true, false, false], run.Points.Select(point => point.Passed));
        RunPoint failed = run.Points[^1];
        Assert.Equal([Route.ClosedForm, Route.Trained], failed.Routes.Select(route => route.Route));
        Assert.Equal(new RunFailure("flow", "Weight is Infinity at t = 0."), Assert.Single(failed.Failures));
        Assert.Equal(CrossCheckKind.Order, Assert.Single(failed.Checks).Check.Kind);
    }

    [Fact]
    public void A_point_that_the_experiment_refuses_is_kept_as_refused()
    {
        ExperimentRun run = ExperimentRunner.Run(Experiment, Mode("Refused"));

        RunPoint refused = run.Points[^1];
        RunFailure failure = Assert.Single(refused.Failures);
        Assert.True(failure.IsRefusal);
        Assert.Equal("parameters", failure.What);
        Assert.Empty(refused.Routes);
        Assert.False(run.Passed);
        Assert.True(run.Points[0].Passed);
    }

    [Fact]
    public void A_mistake_in_the_experiment_s_own_code_is_not_swallowed()
    {
        AggregateException failure = Assert.Throws<AggregateException>(() => ExperimentRunner.Run(Experiment, Mode("Broken")));

        Assert.All(failure.InnerExceptions, inner => Assert.IsType<InvalidOperationException>(inner));
    }

    [Fact]
    public void A_time_beyond_the_horizon_is_a_wrong_use() =>
        Assert.Throws<UsageException>(() => ExperimentRunner.Run(Experiment, new() { Grid = new TimeGrid.At([5]) }));

    [Fact]
    public void A_trainer_that_lacks_something_is_a_wrong_use()
    {
        UsageException refusal = Assert.Throws<UsageException>(() => ExperimentRunner.Run(Experiment, new() { Trainer = new Unable() }));

        Assert.Equal("The trainer 'unable' cannot run this plan: It can do nothing.", refusal.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cancelling_keeps_the_points_that_are_finished(bool byTokenOfItsOwn)
    {
        using var source = new CancellationTokenSource();
        using var own = new CancellationTokenSource();
        ExperimentDescriptor cancelling = SweptExperiment.Describe(rate =>
        {
            if (rate != 2)
                return;
            source.Cancel();
            own.Cancel();
            (byTokenOfItsOwn ? own : source).Token.ThrowIfCancellationRequested();
        });

        ExperimentRun run = ExperimentRunner.Run(cancelling, new() { MaximumParallelism = 1 }, cancellation: source.Token);

        Assert.False(run.IsComplete || run.Passed);
        Assert.NotEmpty(run.Points);
        Assert.All(run.Points, point => Assert.True(point.Passed && point.Parameters[0].Value.AsNumber() < 2));
    }

    [Fact]
    public void Progress_tells_of_each_point()
    {
        var reports = new List<RunProgress>();
        ExperimentRunner.Run(Experiment, new() { MaximumParallelism = 1, Checks = false }, new Recorder(reports));

        Assert.Equal(Enumerable.Range(0, 7), reports.Select(report => report.Finished).Distinct());
        Assert.All(reports, report => Assert.Equal(("swept/decay", 6), (report.Experiment, report.Total)));
        Assert.Equal((0, 1), (reports[0].Share, reports[^1].Share));
        Assert.All(reports.Zip(reports.Skip(1)), pair => Assert.True(pair.First.Share <= pair.Second.Share));
    }

    private static RunSettings Mode(string mode) => new() { Overrides = [SweptExperiment.Fixed("Mode", mode)] };

    private sealed class Recorder(List<RunProgress> reports) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => reports.Add(value);
    }

    private sealed class Unable : ITrainer
    {
        public string Name => "unable";

        public string Version => "0";

        public TrainerSupport Supports(TrainingPlan plan) => TrainerSupport.Lacks("It can do nothing.");

        public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
            throw new NotSupportedException();
    }
}
