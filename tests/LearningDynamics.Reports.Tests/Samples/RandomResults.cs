using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

/// <summary>Results of every kind of outcome, about half of them passing.</summary>
internal static class RandomResults
{
    private static readonly CrossCheckDescriptor Check = new(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise);

    public static Gen<ResultSet> Any { get; } =
        from runs in ListUpTo(3, Run)
        select new ResultSet(SampleResults.Environment, runs);

    private static Gen<bool> Mostly => Gen.Frequency((12, Gen.Constant(true)), (1, Gen.Constant(false)));

    private static Gen<Verdict> Verdict =>
        from passes in Mostly
        select SampleResults.Verdict(Check, "Logit", passes ? 0.5 : 2, 1);

    private static Gen<RunPoint> Point =>
        from verdicts in ListUpTo(2, Verdict)
        from finished in Mostly
        select new RunPoint { Parameters = [], Checks = verdicts, Failures = finished ? [] : [new("flow", "stopped")] };

    private static Gen<ExperimentRun> Run =>
        from points in ListUpTo(2, Point)
        from complete in Mostly
        from declared in Gen.Choose(0, 2)
        select new ExperimentRun { Id = "any", DeclaredChecks = declared, IsComplete = complete, Points = points };

    private static Gen<ImmutableArray<T>> ListUpTo<T>(int count, Gen<T> item) =>
        from length in Gen.Choose(0, count)
        from items in item.ArrayOf(length)
        select items.ToImmutableArray();
}
