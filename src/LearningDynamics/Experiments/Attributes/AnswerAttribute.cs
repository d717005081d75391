namespace LearningDynamics.Experiments;

/// <summary>
/// Marks a method that answers a whole route by itself: <c>Answer&lt;Curve, Findings&gt; Method(RouteRequest request)</c>. It stands in place of the
/// declarative methods of that route, where the route is not one formula, one flow or one training: a grid of starts, an ensemble of seeds, a simulation.
/// </summary>
/// <param name="route">The route that it answers.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnswerAttribute(Route route) : Attribute
{
    /// <summary>The route that it answers.</summary>
    public Route Route { get; } = route;
}
