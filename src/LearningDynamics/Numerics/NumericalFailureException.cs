namespace LearningDynamics.Numerics;

/// <summary>A computation that was asked for correctly could not be finished. The message says what happened and what to try.</summary>
public sealed class NumericalFailureException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public NumericalFailureException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, where, and what to try.</param>
    public NumericalFailureException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, where, and what to try.</param>
    /// <param name="innerException">The failure underneath.</param>
    public NumericalFailureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
