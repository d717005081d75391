using System.Collections.Immutable;
using LearningDynamics.CrossChecks;

namespace LearningDynamics.Conformance;

/// <summary>What came of asking a trainer.</summary>
public enum ConformanceStatus
{
    /// <summary>It did what was asked, within the bound.</summary>
    Passed,

    /// <summary>It did something else, or threw.</summary>
    Failed,

    /// <summary>It says itself that it does not do this.</summary>
    Unsupported,
}

/// <summary>What a verdict rests on.</summary>
/// <param name="Explanation">What was found; for an unsupported case, what the trainer lacks.</param>
public sealed record ConformanceEvidence(string Explanation)
{
    /// <summary>How far the trainer is from the expectation, in the measure of <see cref="Bound"/>; null where that is not a number.</summary>
    public double? Deviation { get; init; }

    /// <summary>How far it may be; null where that is not a number.</summary>
    public double? Bound { get; init; }

    /// <summary>Further facts.</summary>
    public ImmutableArray<Evidence> Facts { get; init; } = [];
}

/// <summary>The verdict on one case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Summary">What was asked.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Evidence">What the verdict rests on.</param>
public sealed record ConformanceVerdict(string Id, string Summary, ConformanceStatus Status, ConformanceEvidence Evidence);

/// <summary>The verdicts on one trainer.</summary>
/// <param name="TrainerName">The trainer's name.</param>
/// <param name="TrainerVersion">The version of its software.</param>
/// <param name="Verdicts">One for each case, in the suite's order.</param>
public sealed record ConformanceRun(string TrainerName, string TrainerVersion, ImmutableArray<ConformanceVerdict> Verdicts)
{
    /// <summary>Whether at least one case passed and none failed: a trainer that supports nothing has shown nothing.</summary>
    public bool Passed => Count(ConformanceStatus.Passed) > 0 && Count(ConformanceStatus.Failed) == 0;

    /// <summary>How many verdicts have a status.</summary>
    /// <param name="status">The status.</param>
    public int Count(ConformanceStatus status) => Verdicts.Count(verdict => verdict.Status == status);
}
