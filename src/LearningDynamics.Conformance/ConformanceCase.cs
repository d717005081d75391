using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>One thing that a trainer must do exactly, or within a bound that is known beforehand.</summary>
public sealed class ConformanceCase
{
    private readonly ImmutableArray<TrainingPlan> plans;
    private readonly bool anyPlan;
    private readonly Func<ITrainer, CancellationToken, Judgement> judge;

    /// <summary>A case about plans that a trainer must all support to be asked.</summary>
    internal ConformanceCase(string id, string summary, ImmutableArray<TrainingPlan> plans, Func<ITrainer, CancellationToken, Judgement> judge)
    {
        (Id, Summary, this.plans, this.judge) = (id, summary, plans, judge);
    }

    /// <summary>A case about the first of these plans that a trainer supports.</summary>
    internal ConformanceCase(string id, string summary, ImmutableArray<TrainingPlan> plans, Func<ITrainer, TrainingPlan, CancellationToken, Judgement> judge)
        : this(id, summary, plans, (trainer, cancellation) => judge(trainer, plans.First(plan => trainer.Supports(plan).IsSupported), cancellation))
    {
        anyPlan = true;
    }

    /// <summary>A kind and a name, such as <c>recursion/adam-logistic</c>.</summary>
    public string Id { get; }

    /// <summary>What is asked of the trainer, in one sentence.</summary>
    public string Summary { get; }

    /// <summary>The plans that the trainer is asked about; some cases train them at several learning rates.</summary>
    public IReadOnlyList<TrainingPlan> Plans => plans;

    /// <summary>Asks a trainer.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The verdict. A trainer that throws has failed.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ConformanceVerdict Judge(ITrainer trainer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        string[] missing = [.. plans.Select(plan => trainer.Supports(plan).Missing).OfType<string>()];
        if (missing.Length > 0 && !(anyPlan && missing.Length < plans.Length))
            return new(Id, Summary, ConformanceStatus.Unsupported, new(missing[0]));

        try
        {
            cancellation.ThrowIfCancellationRequested();
            Judgement judgement = judge(trainer, cancellation);
            return new(Id, Summary, judgement.Passed ? ConformanceStatus.Passed : ConformanceStatus.Failed, judgement.Evidence);
        }
        catch (Exception failure) when (!(failure is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            return new(Id, Summary, ConformanceStatus.Failed, new($"The trainer threw {failure.GetType().Name}: {failure.Message}"));
        }
    }
}

/// <summary>Whether a trainer did what was asked, with the evidence.</summary>
internal sealed record Judgement(bool Passed, ConformanceEvidence Evidence)
{
    /// <summary>A claim that holds or does not.</summary>
    public static Judgement Of(bool passed, string explanation) => new(passed, new(explanation));

    /// <summary>A deviation that may not exceed its bound; one that is not a number does.</summary>
    public static Judgement Within(double deviation, double bound, string explanation, ImmutableArray<Evidence> facts = default) =>
        new(deviation <= bound, new(explanation) { Deviation = deviation, Bound = bound, Facts = facts.IsDefault ? [] : facts });
}
