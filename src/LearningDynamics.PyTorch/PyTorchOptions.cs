namespace LearningDynamics.PyTorch;

/// <summary>Which Python trains, and how long to wait for it.</summary>
public sealed record PyTorchOptions
{
    /// <summary>The environment variable that names the interpreter.</summary>
    public const string InterpreterVariable = "LEARNINGDYNAMICS_PYTHON";

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>The interpreter: a path, or a name that the system looks up. By default the one that <see cref="InterpreterVariable"/> names, else python3.</summary>
    public string Interpreter { get; init; } =
        Environment.GetEnvironmentVariable(InterpreterVariable) is { Length: > 0 } named ? named : "python3";

    /// <summary>How long the interpreter may take to start and to import torch. By default a minute.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long nothing may come from a run. Python says five times a second where it is, but only between two steps: give more
    /// than the longest step takes. By default five minutes.
    /// </summary>
    public TimeSpan SilenceTimeout { get; init; } = TimeSpan.FromMinutes(5);

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Interpreter);
        RequireWait(StartTimeout, nameof(StartTimeout));
        RequireWait(SilenceTimeout, nameof(SilenceTimeout));
    }

    private static void RequireWait(TimeSpan wait, string name)
    {
        if (wait <= TimeSpan.Zero || wait > Longest)
            throw new ArgumentOutOfRangeException(name, wait, $"A time-out must be above 0 and at most {Longest.Days} days.");
    }
}
