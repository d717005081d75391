namespace LearningDynamics.Experiments;

/// <summary>The names that routes have on the command line and in files.</summary>
public static class RouteNames
{
    /// <summary>Every route, in the order in which they are run and shown.</summary>
    public static IReadOnlyList<Route> All { get; } = [Route.ClosedForm, Route.Flow, Route.Trained];

    /// <summary>The name on the command line and in files: <c>closed-form</c>, <c>flow</c> or <c>trained</c>.</summary>
    /// <param name="route">The route.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no route.</exception>
    public static string Name(this Route route) => route switch
    {
        Route.ClosedForm => "closed-form",
        Route.Flow => "flow",
        Route.Trained => "trained",
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "A route is ClosedForm, Flow or Trained."),
    };

    /// <summary>The route of that name.</summary>
    /// <param name="name">A name as <see cref="Name"/> gives it.</param>
    /// <exception cref="UsageException">No route has that name; the message offers the nearest one.</exception>
    public static Route Parse(string name)
    {
        foreach (Route route in All)
        {
            if (string.Equals(route.Name(), name, StringComparison.Ordinal))
                return route;
        }

        throw new UsageException(Nearest.Message("route", name, All.Select(route => route.Name())));
    }
}
