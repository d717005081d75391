using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Generated;
using LearningDynamics.Runs;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>
/// Training at ever smaller learning rates against closed forms: each case is an experiment of this package, judged by its order check, that is by the
/// order of convergence and by both Richardson limits.
/// </summary>
internal static class ConvergenceCases
{
    public static ImmutableArray<ConformanceCase> All { get; } = [.. DeclaredExperiments.Catalog.Experiments.Select(Of)];

    private static ConformanceCase Of(ExperimentDescriptor experiment) => new(
        experiment.Id.Replace("conformance/", "convergence/", StringComparison.Ordinal),
        experiment.Summary!,
        [.. ParameterSweep.Points(experiment, new()).Select(point => PlanReader.Read(experiment.Bind(point)))],
        (trainer, cancellation) => Judge(experiment, trainer, cancellation));

    private static Judgement Judge(ExperimentDescriptor experiment, ITrainer trainer, CancellationToken cancellation)
    {
        ExperimentRun run = ExperimentRunner.Run(experiment, new() { Trainer = trainer, MaximumParallelism = 1 }, progress: null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (run.Points.SelectMany(point => point.Failures).FirstOrDefault() is { } failure)
            return Judgement.Of(passed: false, $"{failure.What}: {failure.Message}");
        Verdict[] verdicts = [.. run.Points.SelectMany(point => point.Checks)];
        if (verdicts.Length == 0)
            return Judgement.Of(passed: false, "Nothing was compared.");
        Verdict worst = verdicts.FirstOrDefault(verdict => !verdict.Passed) ?? verdicts.MaxBy(verdict => CheckOutcome.Share(verdict) ?? 0)!;
        return new(worst.Passed, new(worst.Explanation) { Deviation = worst.Deviation, Bound = worst.Bound, Facts = worst.Evidence });
    }
}
