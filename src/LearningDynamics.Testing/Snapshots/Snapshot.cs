using System.Runtime.CompilerServices;
using System.Text.Json;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Testing;

/// <summary>
/// Compares a result with the one that was verified before and lies beside the test, in <c>TestFile.Method.verified.json</c>; numbers may differ within a
/// tolerance. On a mismatch <c>TestFile.Method.received.json</c> is written before anything is thrown. With the environment variable
/// <c>LEARNINGDYNAMICS_ACCEPT=1</c> what differs is accepted instead, but never in a CI run (environment variable <c>CI</c> or <c>TF_BUILD</c>).
/// </summary>
public static class Snapshot
{
    /// <summary>The schema that every text of a result names in its first member.</summary>
    public const string Schema = SnapshotContent.Schema;

    /// <summary>Compares a run, as <see cref="Text(ExperimentRun)"/> writes it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="settings">Tolerances, name and folder; null for the standard ones.</param>
    /// <param name="file">The test's source file; the compiler fills it in.</param>
    /// <param name="member">The test's method; the compiler fills it in.</param>
    /// <exception cref="SnapshotMismatchException">It differs, or nothing was verified.</exception>
    /// <exception cref="ArgumentException">The run has no points.</exception>
    public static void Match(ExperimentRun run, SnapshotSettings? settings = null, [CallerFilePath] string file = "", [CallerMemberName] string member = "") =>
        MatchJson(Text(run), settings, file, member);

    /// <summary>Compares a JSON document of any shape.</summary>
    /// <param name="json">The document; its layout does not matter, the order of its members does.</param>
    /// <param name="settings">Tolerances, name and folder; null for the standard ones.</param>
    /// <param name="file">The test's source file; the compiler fills it in.</param>
    /// <param name="member">The test's method; the compiler fills it in.</param>
    /// <exception cref="SnapshotMismatchException">It differs, or nothing was verified.</exception>
    /// <exception cref="ArgumentException">The text is no JSON, or an object in it has two members of one name.</exception>
    public static void MatchJson(string json, SnapshotSettings? settings = null, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        settings ??= new();
        using JsonDocument received = Parse(json, nameof(json));
        new SnapshotFile(file, member, "json", settings).Match(JsonText.Format(received.RootElement), verified => Against(verified, received, settings));
    }

    /// <summary>Compares a text letter by letter. Lines may end in any way, and the last one need not end.</summary>
    /// <param name="text">The text, such as emitted code.</param>
    /// <param name="extension">The extension of its file, without a dot.</param>
    /// <param name="settings">Name and folder; null for the standard ones.</param>
    /// <param name="file">The test's source file; the compiler fills it in.</param>
    /// <param name="member">The test's method; the compiler fills it in.</param>
    /// <exception cref="SnapshotMismatchException">It differs, or nothing was verified.</exception>
    /// <exception cref="ArgumentException">The extension cannot be one.</exception>
    public static void MatchText(
        string text,
        string extension = "txt",
        SnapshotSettings? settings = null,
        [CallerFilePath] string file = "",
        [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(extension);
        string received = TextComparison.Normalize(text);
        new SnapshotFile(file, member, SnapshotSettings.RequireFileName(extension)!, settings ?? new())
            .Match(received, verified => TextComparison.FirstDifference(verified, received) is { } report ? new(report, []) : null);
    }

    /// <summary>
    /// What a snapshot of a run holds, as indented JSON that depends on nothing but the run: parameters, findings, maps, every observable at up to 11 times,
    /// and which cross-checks passed. The machine, the work done and the deviations are left out.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <exception cref="ArgumentException">The run has no points.</exception>
    public static string Text(ExperimentRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return SnapshotContent.Of(run);
    }

    /// <summary>What a snapshot of several runs holds: each as <see cref="Text(ExperimentRun)"/> gives it, and whether all passed.</summary>
    /// <param name="results">The runs.</param>
    /// <exception cref="ArgumentException">There are no runs, or one has no points.</exception>
    public static string Text(ResultSet results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return SnapshotContent.Of(results);
    }

    /// <summary>What a snapshot of a run holds of one verdict: which routes and quantity it compared, and whether it passed.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Text(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return SnapshotContent.Of(verdict);
    }

    /// <summary>What a snapshot of a run holds of one trajectory: every observable at up to 11 times.</summary>
    /// <param name="trajectory">The trajectory.</param>
    /// <exception cref="ArgumentException">The trajectory has no times.</exception>
    public static string Text(Trajectory trajectory)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        return SnapshotContent.Of(trajectory);
    }

    /// <summary>Every place at which two JSON documents differ by more than the tolerances; for use inside another snapshot library.</summary>
    /// <param name="verified">The expected document.</param>
    /// <param name="received">The actual document.</param>
    /// <param name="settings">The tolerances; null for the standard ones.</param>
    /// <returns>The differences in the order of the documents; none where they are equal.</returns>
    /// <exception cref="ArgumentException">A text is no JSON, or an object in it has two members of one name.</exception>
    public static IReadOnlyList<SnapshotDifference> Compare(string verified, string received, SnapshotSettings? settings = null)
    {
        using JsonDocument expected = Parse(verified, nameof(verified));
        using JsonDocument actual = Parse(received, nameof(received));
        return JsonComparison.Compare(expected.RootElement, actual.RootElement, settings ?? new());
    }

    /// <summary>Differences as a table in plain text, as a mismatch shows them: the first 20, and how many more there are.</summary>
    /// <param name="differences">What <see cref="Compare"/> gave.</param>
    /// <param name="settings">The tolerances that it was given.</param>
    public static string Describe(IReadOnlyList<SnapshotDifference> differences, SnapshotSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return DifferenceTable.Format(differences, settings ?? new());
    }

    /// <summary>
    /// Makes sure that every verified file still has its test: a method of its name in a source file of its name, in the folder of the calling source file
    /// or in one inside it.
    /// </summary>
    /// <param name="directory">The folder of the verified files, searched with the folders in it; null for that of the calling source file.</param>
    /// <param name="file">The calling source file; the compiler fills it in.</param>
    /// <exception cref="SnapshotMismatchException">Some have none; the message lists them.</exception>
    public static void RequireNoOrphans(string? directory = null, [CallerFilePath] string file = "")
    {
        string sources = Path.GetDirectoryName(SourcePath.Resolve(file))!;
        IReadOnlyList<string> orphans = OrphanedSnapshots.Find(Path.GetFullPath(directory ?? ".", sources), sources);
        if (orphans.Count > 0)
            throw new SnapshotMismatchException($"These verified files have no test any more; delete them, or rename them as their tests were:\n  {string.Join("\n  ", orphans)}");
    }

    private static Mismatch? Against(string verified, JsonDocument received, SnapshotSettings settings)
    {
        try
        {
            using JsonDocument expected = JsonText.Parse(verified);
            IReadOnlyList<SnapshotDifference> differences = JsonComparison.Compare(expected.RootElement, received.RootElement, settings);
            return differences.Count == 0 ? null : new(DifferenceTable.Format(differences, settings), differences);
        }
        catch (JsonException failure)
        {
            return new($"The verified file is no JSON: {failure.Message}\n", []);
        }
    }

    private static JsonDocument Parse(string json, string parameter)
    {
        ArgumentNullException.ThrowIfNull(json, parameter);
        try
        {
            return JsonText.Parse(json);
        }
        catch (JsonException failure)
        {
            throw new ArgumentException($"The text is no JSON: {failure.Message}", parameter, failure);
        }
    }
}
