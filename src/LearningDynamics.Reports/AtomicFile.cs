namespace LearningDynamics.Reports;

/// <summary>Writes files so that a reader sees the old file or the whole new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary file beside the target and moves it there.</summary>
    /// <param name="path">The target; replaced where it exists.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (FileStream stream = File.Create(temporary))
                write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
