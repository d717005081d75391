using System.Collections.Immutable;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>Runs a plan, one experiment after the other. One that fails does not lose the others, and an interruption loses nothing that is finished.</summary>
internal sealed class Session
{
    private readonly List<ExperimentRun> runs = [];
    private readonly List<BrokenExperiment> broken = [];

    private Session()
    {
    }

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">The experiments with their settings.</param>
    /// <param name="environment">Where and how the results are made.</param>
    /// <param name="progress">Shows how far it is.</param>
    /// <param name="cancellation">Interrupts it. What was not reached is in the results as incomplete.</param>
    public static SessionOutcome Run(
        ImmutableArray<PlannedRun> plan,
        EnvironmentFingerprint environment,
        ProgressDisplay progress,
        CancellationToken cancellation)
    {
        var session = new Session();
        progress.Each(plan, (planned, observer) => session.Run(planned, observer, cancellation));
        return new(
            new(environment, [.. session.runs]),
            [.. session.broken],
            cancellation.IsCancellationRequested && session.runs.Exists(run => !run.IsComplete));
    }

    private void Run(PlannedRun planned, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            runs.Add(ExperimentRunner.Run(planned.Experiment, planned.Settings, progress, cancellation));
        }
        catch (AggregateException failure)
        {
            // A mistake in the experiment's own code: its author needs the place. A run without a point stays, so that no report is silent about it.
            broken.Add(new(planned.Experiment.Id, failure.Flatten().InnerExceptions[0].ToString()));
            runs.Add(ExperimentRun.Of(planned.Experiment, planned.Settings.Preset, [], isComplete: false));
        }
    }
}
