namespace LearningDynamics.Hosting;

/// <summary>What the process returns. Where several hold, wrong usage goes before interrupted, before a numerical failure, before a failed cross-check.</summary>
internal static class ExitCode
{
    /// <summary>All good.</summary>
    public const int Success = 0;

    /// <summary>A cross-check failed or compared nothing.</summary>
    public const int CheckFailed = 1;

    /// <summary>Something was asked for that does not exist or is not allowed.</summary>
    public const int WrongUsage = 2;

    /// <summary>A route or a cross-check could not be finished.</summary>
    public const int NumericalFailure = 3;

    /// <summary>Interrupted; what was finished is kept. This is 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
