using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>What a method with the <see cref="AnswerAttribute"/> returns where nothing is measured over time: findings, which may contain maps.</summary>
/// <param name="findings">What the whole run showed.</param>
/// <typeparam name="TFindings">The findings struct.</typeparam>
public class Answer<TFindings>(TFindings findings)
    where TFindings : struct
{
    /// <summary>What the whole run showed.</summary>
    public TFindings Findings { get; } = findings;

    /// <summary>
    /// The times at which something has a kink, in any order. The times of events that are findings need not be named again.
    /// </summary>
    public IEnumerable<double> EventTimes { get; init; } = [];

    /// <summary>How much work it was.</summary>
    public ImmutableArray<WorkCount> Work { get; init; } = [];
}

/// <summary>What a method with the <see cref="AnswerAttribute"/> returns: observations over time, and findings.</summary>
/// <param name="observations">What was measured, once for each time.</param>
/// <param name="findings">What the whole run showed; left out where the findings are <see cref="NoFindings"/>.</param>
/// <typeparam name="TObservables">The observables struct.</typeparam>
/// <typeparam name="TFindings">The findings struct, or <see cref="NoFindings"/>.</typeparam>
public sealed class Answer<TObservables, TFindings>(IReadOnlyList<TObservables> observations, TFindings findings = default) : Answer<TFindings>(findings)
    where TObservables : struct
    where TFindings : struct
{
    /// <summary>What was measured, once for each time.</summary>
    public IReadOnlyList<TObservables> Observations { get; } = observations;

    /// <summary>
    /// The times of the observations, increasing; null for those of the request. Routes are compared over time only where they measured at the same times.
    /// </summary>
    public IReadOnlyList<double>? Times { get; init; }

    /// <summary>The standard errors where the answer is a mean over independent runs, else null.</summary>
    public StandardErrors<TObservables, TFindings>? StandardErrors { get; init; }
}

/// <summary>Stands for the findings of an answer that has none.</summary>
public readonly record struct NoFindings;
