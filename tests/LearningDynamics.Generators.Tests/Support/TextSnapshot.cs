using System.Runtime.CompilerServices;

namespace LearningDynamics.Generators.Tests.Support;

/// <summary>Compares emitted code with the verified file beside the test.</summary>
internal static class TextSnapshot
{
    /// <summary>Asserts that a text is the verified one. Set LEARNINGDYNAMICS_ACCEPT=1 to accept what was received.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name of the snapshot.</param>
    /// <param name="file">The test's file; the compiler fills it in.</param>
    public static void Match(string text, string name, [CallerFilePath] string file = "")
    {
        string verified = Path.Combine(Path.GetDirectoryName(file)!, "Verified", name + ".verified.cs.txt");
        string received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("LEARNINGDYNAMICS_ACCEPT") == "1")
            File.WriteAllText(verified, text);
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
            return;
        File.WriteAllText(received, text);
        Assert.Fail($"The emitted code differs from {verified}; see {received}.");
    }
}
