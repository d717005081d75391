using System.Collections.Immutable;
using System.Globalization;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Asks the library for its verdicts, and asserts on them.</summary>
internal static class Judgement
{
    public static CrossCheckDescriptor Pointwise(double relative = 1e-9, double absolute = 1e-12) =>
        new(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise) { Relative = relative, Absolute = absolute };

    public static CrossCheckDescriptor Order(Route left = Route.ClosedForm) => new(left, Route.Trained, CrossCheckKind.Order);

    public static ImmutableArray<Verdict> Of(CrossCheckDescriptor check, ExperimentDescriptor experiment, ITrainer? trainer = null)
    {
        BoundExperiment bound = experiment.Bind(experiment.Defaults);
        RouteRequest request = new([.. Enumerable.Range(0, 201).Select(index => bound.Duration!.Value * index / 200)]);
        ImmutableArray<RouteResult> answers = check.Kind == CrossCheckKind.Pointwise ? [bound.ClosedForm!.Answer(request)!, bound.Flow!.Answer(request)!] : [];
        return CrossChecker.Judge(check, experiment, experiment.Defaults, answers, trainer ?? new ManagedTrainer());
    }

    public static void AssertPasses(ImmutableArray<Verdict> verdicts, params string[] quantities)
    {
        Assert.Equal(quantities, verdicts.Select(verdict => verdict.Quantity));
        Assert.All(verdicts, verdict => Assert.True(verdict.Passed, verdict.Explanation));
    }

    public static Verdict AssertFails(ImmutableArray<Verdict> verdicts, string quantity)
    {
        Verdict verdict = Assert.Single(verdicts, candidate => candidate.Quantity == quantity);
        Assert.False(verdict.Passed, verdict.Explanation);
        return verdict;
    }

    public static double Number(this Verdict verdict, string evidence) =>
        Assert.Single(verdict.Evidence, candidate => candidate.Name == evidence).Number
        ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The evidence {evidence} is no number."));

    public static bool Has(this Verdict verdict, string evidence) => verdict.Evidence.Any(candidate => candidate.Name == evidence);
}
