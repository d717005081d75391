using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>One experiment with the settings to run it.</summary>
internal sealed record PlannedRun(ExperimentDescriptor Experiment, RunSettings Settings);

/// <summary>Finds every mistake in a request that can be found before the first experiment runs.</summary>
internal static class RunPlan
{
    /// <summary>The runs that a request means.</summary>
    /// <exception cref="UsageException">An option means none of the experiments, or a value is outside its domain.</exception>
    public static ImmutableArray<PlannedRun> Of(ImmutableArray<ExperimentDescriptor> experiments, RunRequest request)
    {
        foreach ((string name, _) in request.Settings)
            RequireSome(experiments, experiment => RunRequest.Has(experiment, name), () => Nearest.Message("parameter", name, ParameterNames(experiments)));
        if (request.Seed is not null)
            RequireSome(experiments, experiment => experiment.Seed is not null, () => "--seed: none of the experiments has a seed.");
        RequireSome(experiments, experiment => experiment.Routes.Any(request.Routes.Contains), () => NoRoute(experiments, request));

        ImmutableArray<PlannedRun> plan = [.. experiments.Select(experiment => new PlannedRun(experiment, request.For(experiment)))];
        foreach (PlannedRun run in plan)
            RequireValidPoints(run);
        return plan;
    }

    private static void RequireValidPoints(PlannedRun run)
    {
        foreach (ParameterSet point in ParameterSweep.Points(run.Experiment, run.Settings))
        {
            try
            {
                if (run.Experiment.Bind(point).Duration is { } duration)
                    run.Settings.Grid.Times(duration);
            }
            catch (UsageException failure)
            {
                throw new UsageException($"{run.Experiment.Id}: {failure.Message}", failure);
            }
            catch (ArgumentException failure)
            {
                throw new UsageException($"{run.Experiment.Id} at {point}: {failure.Message.ReplaceLineEndings(" ")}", failure);
            }
        }
    }

    private static void RequireSome(ImmutableArray<ExperimentDescriptor> experiments, Func<ExperimentDescriptor, bool> condition, Func<string> message)
    {
        if (!experiments.Any(condition))
            throw new UsageException(message());
    }

    private static IEnumerable<string> ParameterNames(ImmutableArray<ExperimentDescriptor> experiments) =>
        experiments.SelectMany(experiment => experiment.Parameters).Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal);

    private static string NoRoute(ImmutableArray<ExperimentDescriptor> experiments, RunRequest request)
    {
        IEnumerable<string> present = experiments.SelectMany(experiment => experiment.Routes).Distinct().Order().Select(route => route.Name());
        return $"--route {string.Join(',', request.Routes.Select(route => route.Name()))}: none of the experiments has it. Valid: {string.Join(", ", present)}.";
    }
}
