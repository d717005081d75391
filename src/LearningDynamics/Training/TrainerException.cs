namespace LearningDynamics.Training;

/// <summary>The software that a trainer works with is absent or failed; the plan was good. The message says what happened and what to do.</summary>
public sealed class TrainerException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public TrainerException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    public TrainerException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The failure underneath.</param>
    public TrainerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
