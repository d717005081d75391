using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>The value that a parameter had.</summary>
/// <param name="Name">The parameter's C# name.</param>
/// <param name="Value">Its value.</param>
public sealed record ParameterSetting(string Name, ParameterValue Value);

/// <summary>What a parameter of an experiment is.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Symbol">How papers write it, or null.</param>
/// <param name="Summary">What it means, or null.</param>
public sealed record ParameterMeaning(string Name, string? Symbol, string? Summary);

/// <summary>A route or a cross-check that could not be finished.</summary>
/// <param name="What">The route's name, or the cross-check in words.</param>
/// <param name="Message">What happened and what to try.</param>
/// <param name="IsRefusal">Whether the experiment refused the point, because its parameters do not fit each other; else the failure is numerical.</param>
public sealed record RunFailure(string What, string Message, bool IsRefusal = false);

/// <summary>Everything that was computed at one point of an experiment's parameters.</summary>
public sealed record RunPoint
{
    /// <summary>The point.</summary>
    public required ImmutableArray<ParameterSetting> Parameters { get; init; }

    /// <summary>The answers of the routes.</summary>
    public ImmutableArray<RouteResult> Routes { get; init; } = [];

    /// <summary>The routes that were asked for and do not answer at this point.</summary>
    public ImmutableArray<Route> AbsentRoutes { get; init; } = [];

    /// <summary>The verdicts of the cross-checks.</summary>
    public ImmutableArray<Verdict> Checks { get; init; } = [];

    /// <summary>The declared cross-checks that could not be judged, because a route does not answer at this point.</summary>
    public ImmutableArray<NotCompared> NotCompared { get; init; } = [];

    /// <summary>What could not be finished, for numerical reasons or because the experiment refused the point.</summary>
    public ImmutableArray<RunFailure> Failures { get; init; } = [];

    /// <summary>Whether everything was finished and every verdict passed.</summary>
    public bool Passed => Failures.IsEmpty && Checks.All(verdict => verdict.Passed);
}

/// <summary>A run of one experiment: pure data, the same whether just computed or read from a file.</summary>
public sealed record ExperimentRun
{
    /// <summary>The experiment's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it asks, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Where the result comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The preset whose points were run, or null where its sweep was.</summary>
    public string? Preset { get; init; }

    /// <summary>What its parameters are, in declaration order.</summary>
    public ImmutableArray<ParameterMeaning> Parameters { get; init; } = [];

    /// <summary>The figures that it declares, in declaration order.</summary>
    public ImmutableArray<FigureDescriptor> Figures { get; init; } = [];

    /// <summary>How many cross-checks it declares.</summary>
    public required int DeclaredChecks { get; init; }

    /// <summary>The points, in the order of the sweep.</summary>
    public required ImmutableArray<RunPoint> Points { get; init; }

    /// <summary>A run of an experiment from some of its points.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="preset">The preset whose points were run, or null.</param>
    /// <param name="points">The points that were finished.</param>
    /// <param name="isComplete">Whether they are all.</param>
    public static ExperimentRun Of(ExperimentDescriptor experiment, string? preset, ImmutableArray<RunPoint> points, bool isComplete) => new()
    {
        Id = experiment.Id,
        Summary = experiment.Summary,
        Source = experiment.Source,
        Preset = preset is null ? null : experiment.FindPreset(preset).Name,
        Parameters = [.. experiment.Parameters.Select(parameter => new ParameterMeaning(parameter.Name, parameter.Symbol, parameter.Summary))],
        Figures = experiment.Figures,
        DeclaredChecks = experiment.CrossChecks.Length,
        Points = points,
        IsComplete = isComplete,
    };

    /// <summary>Whether every point was finished, or the run was interrupted.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether everything was finished and every verdict passed.</summary>
    public bool Passed => IsComplete && Points.All(point => point.Passed);
}
