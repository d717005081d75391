using LearningDynamics.Testing;

namespace VerifyTests;

/// <summary>Sets the tolerances of one test, such as <c>await Verify(run).Tolerances(new() { Relative = 1e-6 })</c>.</summary>
public static class SnapshotTolerances
{
    private const string Key = "LearningDynamics.SnapshotSettings";

    /// <summary>Compares the numbers of results by these tolerances.</summary>
    /// <param name="verify">The settings of a test.</param>
    /// <param name="settings">The tolerances; name and folder are Verify's matter.</param>
    public static void Tolerances(this VerifySettings verify, SnapshotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(verify);
        ArgumentNullException.ThrowIfNull(settings);
        verify.Context[Key] = settings;
    }

    /// <inheritdoc cref="Tolerances(VerifySettings, SnapshotSettings)"/>
    /// <returns>The same task.</returns>
    public static SettingsTask Tolerances(this SettingsTask verify, SnapshotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(verify);
        verify.CurrentSettings.Tolerances(settings);
        return verify;
    }

    internal static SnapshotSettings? Of(IReadOnlyDictionary<string, object> context) => context.TryGetValue(Key, out object? settings) ? (SnapshotSettings)settings : null;
}
