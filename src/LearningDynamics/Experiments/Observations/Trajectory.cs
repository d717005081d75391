using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>One observable over time.</summary>
/// <param name="Name">The C# name of the observable; a component of a vector-valued one carries its number, from 1.</param>
/// <param name="Values">One value for each time of the trajectory.</param>
public sealed record ObservableSeries(string Name, ImmutableArray<double> Values);

/// <summary>What a route measured: every observable at every time.</summary>
/// <param name="Times">The times, increasing.</param>
/// <param name="Observables">The observables, each with as many values as there are times.</param>
public sealed record Trajectory(ImmutableArray<double> Times, ImmutableArray<ObservableSeries> Observables)
{
    /// <summary>The trajectory of a route that measures nothing over time.</summary>
    public static Trajectory Empty { get; } = new([], []);

    /// <summary>The observable of that name, or null where the route does not give it.</summary>
    /// <param name="name">The name, by its case.</param>
    public ObservableSeries? Find(string name) => Observables.FirstOrDefault(series => series.Name == name);
}
