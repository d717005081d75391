using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;

namespace VerifyTests;

/// <summary>
/// Lets <c>await Verify(result)</c> take an <see cref="ExperimentRun"/>, a <see cref="ResultSet"/>, a <see cref="Verdict"/> or a <see cref="Trajectory"/>. The
/// verified file holds what <see cref="Snapshot"/> writes, and numbers may differ within a tolerance.
/// </summary>
/// <example>
/// Once in a test project:
/// <code>
/// [ModuleInitializer]
/// internal static void Initialize() => VerifyLearningDynamics.Initialize();
/// </code>
/// </example>
public static class VerifyLearningDynamics
{
    private const string Extension = "json";

    /// <summary>Whether it was called already.</summary>
    public static bool Initialized { get; private set; }

    /// <summary>Tells Verify about results, before the first test. Other JSON is compared letter by letter as before.</summary>
    /// <param name="settings">The tolerances where a test does not set others; null for the standard ones.</param>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public static void Initialize(SnapshotSettings? settings = null)
    {
        if (Initialized)
            throw new InvalidOperationException("VerifyLearningDynamics.Initialize is called once, in a module initializer.");
        Initialized = true;
        VerifierSettings.RegisterFileConverter<ExperimentRun>((run, _) => Content(Snapshot.Text(run)));
        VerifierSettings.RegisterFileConverter<ResultSet>((results, _) => Content(Snapshot.Text(results)));
        VerifierSettings.RegisterFileConverter<Verdict>((verdict, _) => Content(Snapshot.Text(verdict)));
        VerifierSettings.RegisterFileConverter<Trajectory>((trajectory, _) => Content(Snapshot.Text(trajectory)));
        VerifierSettings.RegisterStringComparer(
            Extension,
            (received, verified, context) => Task.FromResult(SnapshotComparer.Compare(received, verified, SnapshotTolerances.Of(context) ?? settings ?? new())));
    }

    private static ConversionResult Content(string text) => new(info: null, Extension, text);
}
