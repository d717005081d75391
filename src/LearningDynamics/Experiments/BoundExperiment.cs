namespace LearningDynamics.Experiments;

/// <summary>An experiment at one point of its parameters: its routes, ready to run.</summary>
public sealed class BoundExperiment
{
    /// <summary>Until which time it runs, from 0; null where nothing happens over time.</summary>
    public double? Duration { get; init; }

    /// <summary>The exact formula, or null.</summary>
    public BoundRoute? ClosedForm { get; init; }

    /// <summary>The gradient flow, or null.</summary>
    public BoundRoute? Flow { get; init; }

    /// <summary>The trained network, or null.</summary>
    public BoundRoute? Trained { get; init; }

    /// <summary>The route of that name, or null where the experiment does not declare it.</summary>
    /// <param name="route">The route.</param>
    public BoundRoute? Find(Route route) => route switch
    {
        Route.ClosedForm => ClosedForm,
        Route.Flow => Flow,
        Route.Trained => Trained,
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "A route is ClosedForm, Flow or Trained."),
    };
}
