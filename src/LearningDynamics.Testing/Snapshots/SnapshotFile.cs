using System.Collections.Concurrent;

namespace LearningDynamics.Testing;

/// <summary>What a received snapshot has against it.</summary>
/// <param name="Report">What differs, in words, ending with a line feed.</param>
/// <param name="Differences">What differs, place by place, where both are JSON.</param>
internal sealed record Mismatch(string Report, IReadOnlyList<SnapshotDifference> Differences);

/// <summary>The files of one snapshot: what was verified, and what was received where that differs.</summary>
internal sealed class SnapshotFile
{
    /// <summary>What this process accepted: two snapshots that share a file would overwrite each other.</summary>
    private static readonly ConcurrentDictionary<string, string> Accepted = new(StringComparer.Ordinal);

    private readonly string name;
    private readonly string verified;
    private readonly string received;
    private readonly SnapshotEnvironment environment;

    /// <summary>The files of a test's snapshot.</summary>
    public SnapshotFile(string sourceFile, string member, string extension, SnapshotSettings settings)
    {
        // A folder given in full needs no source file, so that tests can run where their sources are not.
        string folder = Path.IsPathFullyQualified(settings.Directory ?? string.Empty)
            ? settings.Directory!
            : Path.GetFullPath(settings.Directory ?? ".", Path.GetDirectoryName(SourcePath.Resolve(sourceFile))!);
        string suffix = settings.Name is null ? string.Empty : "." + settings.Name;
        name = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{member}{suffix}";
        verified = Path.Combine(folder, $"{name}.verified.{extension}");
        received = Path.Combine(folder, $"{name}.received.{extension}");
        environment = settings.Environment ?? SnapshotEnvironment.Read(Environment.GetEnvironmentVariable);
    }

    /// <summary>Compares a text with the verified one, and accepts it where the environment says so.</summary>
    /// <param name="text">What was received.</param>
    /// <param name="compare">Returns what the received text has against it, given the verified one, or null.</param>
    /// <exception cref="SnapshotMismatchException">It differs, or nothing was verified.</exception>
    public void Match(string text, Func<string, Mismatch?> compare)
    {
        Mismatch? mismatch = File.Exists(verified)
            ? compare(TextComparison.Normalize(File.ReadAllText(verified)))
            : new("There is no verified file.\n", []);
        if (mismatch is null)
        {
            File.Delete(received);
        }
        else if (environment is { Accepts: true, IsContinuousIntegration: false })
        {
            Accept(text);
        }
        else
        {
            string saved = Save(text);
            throw new SnapshotMismatchException($"The snapshot {name} does not match. {mismatch.Report}\n  verified: {verified}\n  received: {saved}\n{Advice}")
            {
                Differences = mismatch.Differences,
            };
        }
    }

    private string Advice => environment.IsContinuousIntegration
        ? "This is a CI run, where no snapshot is accepted: run the test on your own machine, accept there, and commit the verified file."
        : $"If what was received is right, run the test again with {SnapshotEnvironment.AcceptVariable}=1, or rename the received file to the verified one; then commit it.";

    private void Accept(string text)
    {
        if (Accepted.GetOrAdd(verified, text) != text)
            throw new SnapshotMismatchException($"Two different snapshots want the file {verified}. Give each its own {nameof(SnapshotSettings)}.{nameof(SnapshotSettings.Name)}.");
        Write(verified, text);
        File.Delete(received);
    }

    /// <summary>Writes the received file. Where that fails, the mismatch is still the news.</summary>
    private string Save(string text)
    {
        try
        {
            Write(received, text);
            return received;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{received} (could not be written: {failure.Message})";
        }
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
