namespace LearningDynamics.PackageConsumer.Tests.Support;

/// <summary>A folder outside the tree that is gone after the tests.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("learning-dynamics-packages-").FullName;

    /// <summary>A path in the folder.</summary>
    /// <param name="parts">The names from the folder downwards.</param>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        // Git writes its objects read-only, and Windows keeps such files.
        if (OperatingSystem.IsWindows())
        {
            foreach (string file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
                File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Path, recursive: true);
    }
}
