using System.Collections.Immutable;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>Runs experiments: every point of a sweep by every route, and the cross-checks between them.</summary>
public static class ExperimentRunner
{
    /// <summary>Runs one experiment with an instance's parameters; nothing is swept.</summary>
    /// <param name="experiment">The parameters.</param>
    /// <param name="settings">Routes, times and trainer; null for the standard ones. Its overrides are applied on top.</param>
    /// <param name="cancellation">Stops the run; the points finished so far are kept.</param>
    /// <typeparam name="TExperiment">The experiment.</typeparam>
    public static ExperimentRun Run<TExperiment>(TExperiment experiment, RunSettings? settings = null, CancellationToken cancellation = default)
        where TExperiment : IExperiment
    {
        settings ??= new RunSettings();
        ImmutableArray<KeyValuePair<string, string>> own =
            [.. experiment.Parameters.Items.Select(item => KeyValuePair.Create(item.Parameter.Name, item.Value.ToString()))];
        return Run(TExperiment.Descriptor, settings with { Overrides = [.. own, .. settings.Overrides] }, progress: null, cancellation);
    }

    /// <summary>Runs one experiment over its sweep.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="settings">Routes, times, fixed parameters and trainer.</param>
    /// <param name="progress">Told each time a route or a cross-check of a point is finished; one call at a time, from any thread.</param>
    /// <param name="cancellation">Stops the run; the points finished so far are kept.</param>
    /// <exception cref="UsageException">A preset, a parameter or a time is not allowed.</exception>
    /// <exception cref="AggregateException">The experiment's own code threw something that is neither a refusal nor a numerical failure.</exception>
    public static ExperimentRun Run(
        ExperimentDescriptor experiment,
        RunSettings settings,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ImmutableArray<ParameterSet> points = ParameterSweep.Points(experiment, settings);
        var finished = new RunPoint?[points.Length];
        var meter = new ProgressMeter(experiment.Id, points.Length, progress);
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.MaximumParallelism), CancellationToken = cancellation };
            Parallel.For(0, points.Length, parallel, index =>
            {
                finished[index] = PointRun.Answer(experiment, points[index], settings, share => meter.Report(index, share), cancellation);
                meter.Report(index, 1);
            });
        }
        catch (AggregateException failure) when (failure.InnerExceptions.OfType<UsageException>().FirstOrDefault() is { } usage)
        {
            throw new UsageException(usage.Message, usage);
        }
        catch (Exception stop) when (IsCancellation(stop, cancellation))
        {
            // What is finished is kept; the run says that it is not complete.
        }

        return ExperimentRun.Of(experiment, settings.Preset, [.. finished.OfType<RunPoint>()], isComplete: Array.TrueForAll(finished, point => point is not null));
    }

    /// <summary>Points that stop by a token of their own, as a trainer's may be, end in an aggregate.</summary>
    private static bool IsCancellation(Exception stop, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested
        && (stop is OperationCanceledException || (stop is AggregateException several && several.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException)));
}
