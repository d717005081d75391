using System.Collections.Immutable;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>
/// The acid test: does a trainer carry out exactly the plans that it is given? Every expectation is a 50-digit recursion, a closed form or a rule of
/// <see cref="ITrainer"/>; every bound follows from theory or from the arithmetic.
/// </summary>
public static class ConformanceSuite
{
    /// <summary>All cases: how trainers behave, then step by step against recursions, then in the limit of small learning rates against closed forms.</summary>
    public static ImmutableArray<ConformanceCase> Cases { get; } = [.. BehaviourCases.All, .. RecursionCases.All, InvariantDrift.Case, .. ConvergenceCases.All];

    /// <summary>Asks a trainer about every case.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="progress">Given each verdict as it falls.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TrainerException">The software that the trainer needs is absent.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ConformanceRun Run(ITrainer trainer, IProgress<ConformanceVerdict>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (trainer.Presence().Missing is { } missing)
            throw new TrainerException(missing);
        var verdicts = ImmutableArray.CreateBuilder<ConformanceVerdict>(Cases.Length);
        foreach (ConformanceCase asked in Cases)
        {
            verdicts.Add(asked.Judge(trainer, cancellation));
            progress?.Report(verdicts[^1]);
        }

        return new(trainer.Name, trainer.Version, verdicts.MoveToImmutable());
    }
}
