using System.Collections.Immutable;
using LearningDynamics.Experiments;

namespace LearningDynamics.CrossChecks;

/// <summary>What a verdict is about.</summary>
public enum QuantityKind
{
    /// <summary>An observable, compared over time.</summary>
    Observable,

    /// <summary>A finding.</summary>
    Finding,

    /// <summary>A map, compared position by position.</summary>
    Map,

    /// <summary>The comparison as a whole, where there was nothing to compare.</summary>
    Nothing,
}

/// <summary>One fact that a verdict rests on: a number, a text, or null where there is none.</summary>
/// <param name="Name">The fact's name in files, in camel case.</param>
/// <param name="Number">Its value where it is a number.</param>
/// <param name="Text">Its value where it is a text.</param>
public sealed record Evidence(string Name, double? Number, string? Text = null)
{
    /// <summary>A fact in words.</summary>
    /// <param name="name">The fact's name.</param>
    /// <param name="text">The words.</param>
    public static Evidence InWords(string name, string text) => new(name, null, text);
}

/// <summary>The outcome of comparing one quantity between two routes, with what it rests on.</summary>
public sealed record Verdict
{
    /// <summary>The declared comparison.</summary>
    public required CrossCheckDescriptor Check { get; init; }

    /// <summary>What kind of quantity was compared.</summary>
    public required QuantityKind QuantityKind { get; init; }

    /// <summary>The quantity's name; empty where there was nothing to compare.</summary>
    public required string Quantity { get; init; }

    /// <summary>Whether the routes agree.</summary>
    public required bool Passed { get; init; }

    /// <summary>How far they are apart, in the measure of <see cref="Bound"/>; null where that is not a number.</summary>
    public double? Deviation { get; init; }

    /// <summary>How far apart they may be; null where that is not a number.</summary>
    public double? Bound { get; init; }

    /// <summary>What was found, in one sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>The facts behind it.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}
