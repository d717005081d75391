using System.Buffers;
using System.Collections.Immutable;
using System.IO.Enumeration;
using static System.FormattableString;

namespace LearningDynamics.Testing;

/// <summary>A tolerance for some of a snapshot's numbers.</summary>
/// <param name="Path">
/// The numbers' path in which <c>*</c> stands for any characters, such as <c>*.findings.CollapseTime</c> or <c>*.observables.Error[*]</c>.
/// </param>
/// <param name="Relative">The relative tolerance: at least 0 and below 1.</param>
/// <param name="Absolute">The absolute tolerance: finite and at least 0.</param>
public sealed record PathTolerance(string Path, double Relative, double Absolute = 0)
{
    /// <summary>The relative tolerance: at least 0 and below 1.</summary>
    public double Relative { get; init => field = SnapshotSettings.RequireRelative(value); } = SnapshotSettings.RequireRelative(Relative);

    /// <summary>The absolute tolerance: finite and at least 0.</summary>
    public double Absolute { get; init => field = SnapshotSettings.RequireAbsolute(value); } = SnapshotSettings.RequireAbsolute(Absolute);

    internal bool Covers(string path) => FileSystemName.MatchesSimpleExpression(Path, path, ignoreCase: false);
}

/// <summary>
/// How a snapshot is compared and where it is kept. Two numbers are equal when |a - b| &lt;= Absolute + Relative max(|a|, |b|); everything else
/// (members, their order, lengths, texts, null) must be the same.
/// </summary>
public sealed record SnapshotSettings
{
    /// <summary>What an operating system may refuse in a file's name, the same on all of them.</summary>
    private static readonly SearchValues<char> NotInFileNames = SearchValues.Create([.. "<>:\"/\\|?*", .. Enumerable.Range(0, 32).Select(code => (char)code)]);

    /// <summary>The relative tolerance: at least 0 and below 1. The default leaves room for the rounding of another processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside.</exception>
    public double Relative { get; init => field = RequireRelative(value); } = 1e-9;

    /// <summary>The absolute tolerance: finite and at least 0. It is for numbers that would be 0 but for rounding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside.</exception>
    public double Absolute { get; init => field = RequireAbsolute(value); } = 1e-12;

    /// <summary>Tolerances for particular numbers. The first whose path matches counts; a number that none matches has the general one.</summary>
    public ImmutableArray<PathTolerance> Overrides { get; init; } = [];

    /// <summary>What tells apart several snapshots of one test, such as the values of a theory's parameters; null for one snapshot only.</summary>
    /// <exception cref="ArgumentException">It is empty or has a character that a file's name may not have.</exception>
    public string? Name { get; init => field = RequireFileName(value); }

    /// <summary>The folder of the files, in full or from the folder of the test's source file; null for that folder itself.</summary>
    public string? Directory { get; init; }

    /// <summary>What to go by instead of this process's environment variables.</summary>
    internal SnapshotEnvironment? Environment { get; init; }

    internal (double Relative, double Absolute) ToleranceAt(string path) =>
        Overrides.FirstOrDefault(candidate => candidate.Covers(path)) is { } found ? (found.Relative, found.Absolute) : (Relative, Absolute);

    internal static double RequireRelative(double value) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, Invariant($"The relative tolerance is {value:R}; it must be at least 0 and below 1."));

    internal static double RequireAbsolute(double value) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, Invariant($"The absolute tolerance is {value:R}; it must be finite and at least 0."));

    internal static string? RequireFileName(string? value) => value is null || (value.Length > 0 && !value.AsSpan().ContainsAny(NotInFileNames))
        ? value
        : throw new ArgumentException($"The name '{value}' becomes part of a file's name: it may not be empty nor have control characters or any of < > : \" / \\ | ? *", nameof(value));
}
