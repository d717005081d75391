using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>Answers written down by hand, and the pointwise verdicts on them.</summary>
internal static class Answers
{
    public static RouteResult ClosedForm { get; } = Of(Route.ClosedForm, [0, 1, 2], [1, 2, 4]);

    public static RouteResult Of(Route route, double[] times, double[] values) =>
        new() { Route = route, Trajectory = new([.. times], [new("Logit", [.. values])]) };

    public static RouteResult Flow(params double[] values) => Of(Route.Flow, [.. Enumerable.Range(0, values.Length).Select(index => (double)index)], values);

    public static RouteResult With(this RouteResult answer, params Finding[] findings) => answer with { Trajectory = Trajectory.Empty, Findings = [.. findings] };

    public static RouteResult With(this RouteResult answer, Map map) => answer with { Trajectory = Trajectory.Empty, Maps = [new("Plane", map)] };

    public static ImmutableArray<Verdict> Judge(RouteResult left, RouteResult right, double relative = 1e-2, double absolute = 0) =>
        CrossChecker.Judge(
            Judgement.Pointwise(relative, absolute), new PlantedMode().Describe(), ParameterSet.Defaults([]), [left, right], new ManagedTrainer());
}
