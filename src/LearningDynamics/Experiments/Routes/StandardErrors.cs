using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>How uncertain an answer is that is a mean over independent runs: the standard error of each mean. An interval check without seeds of its own judges by it.</summary>
/// <param name="runs">How many independent runs there are; at least 2.</param>
/// <param name="observations">The standard errors of the observations, once for each time; 0 where runs cannot differ.</param>
/// <param name="findings">The standard errors of the findings that are numbers; null for the others, and where there is none.</param>
/// <typeparam name="TObservables">The observables struct.</typeparam>
/// <typeparam name="TFindings">The findings struct, or <see cref="NoFindings"/>.</typeparam>
public sealed class StandardErrors<TObservables, TFindings>(int runs, IReadOnlyList<TObservables> observations, TFindings findings = default)
    where TObservables : struct
    where TFindings : struct
{
    /// <summary>How many independent runs there are.</summary>
    public int Runs { get; } = runs;

    /// <summary>The standard errors of the observations, once for each time.</summary>
    public IReadOnlyList<TObservables> Observations { get; } = observations;

    /// <summary>The standard errors of the findings that are numbers.</summary>
    public TFindings Findings { get; } = findings;
}

/// <summary>The standard errors of a route that answers with means over independent runs.</summary>
/// <param name="Runs">How many independent runs there are.</param>
/// <param name="Observables">The standard error of each observable at each time of the trajectory.</param>
/// <param name="Findings">The standard errors of findings; missing where there is none.</param>
public sealed record StandardErrors(int Runs, ImmutableArray<ObservableSeries> Observables, ImmutableArray<Finding> Findings);
