using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>The first message: which torch there is.</summary>
/// <param name="Version">The versions of torch and Python in one text.</param>
/// <param name="Devices">What torch can compute on.</param>
internal sealed record Greeting(string Version, IReadOnlyList<string> Devices)
{
    private static readonly System.Version Oldest = new(1, 13);

    /// <summary>Reads it.</summary>
    /// <exception cref="TrainerException">There is no torch, or it is too old.</exception>
    public static Greeting Read(Message message, string interpreter)
    {
        if (message.Absent is { } problem)
            throw new TrainerException($"The interpreter '{interpreter}' (Python {message.Python}) cannot import torch: {problem}. {Advice}");
        if (message.Torch is not { } torch)
            throw new TrainerException($"The interpreter '{interpreter}' did not say which torch it has. {Advice}");
        if (!(ReadVersion(torch) >= Oldest))
            throw new TrainerException($"The interpreter '{interpreter}' has torch {torch}; {Oldest} or newer is needed. {Advice}");
        return new($"{torch} (Python {message.Python})", message.Devices ?? ["cpu"]);
    }

    private static string Advice => $"Install torch for it, or name an interpreter that has it with {PyTorchOptions.InterpreterVariable}.";

    /// <summary>The first two numbers of a version such as 1.13.0a0 or 2.1.0+cpu; null if there are none.</summary>
    private static System.Version? ReadVersion(string text) =>
        text.Split('.') is [var major, var minor, ..] && System.Version.TryParse($"{major}.{minor}", out System.Version? version) ? version : null;
}
