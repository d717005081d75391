using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Names routes in messages.</summary>
internal static class RouteWords
{
    public static IReadOnlyList<RouteName> All { get; } = [RouteName.ClosedForm, RouteName.Flow, RouteName.Trained];

    public static string Of(RouteName route) => route switch
    {
        RouteName.ClosedForm => "closed-form",
        RouteName.Flow => "flow",
        _ => "trained",
    };
}
