using LearningDynamics.Runs;

namespace LearningDynamics.Testing;

/// <summary>A run's cross-checks did not all pass, or compared nothing. The message lists what failed at which parameters.</summary>
public sealed class CrossCheckFailedException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public CrossCheckFailedException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed at which parameters.</param>
    public CrossCheckFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed at which parameters.</param>
    /// <param name="innerException">The failure underneath.</param>
    public CrossCheckFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The run that failed, with all its evidence, or null.</summary>
    public ExperimentRun? Run { get; init; }
}
