namespace LearningDynamics.Experiments;

/// <summary>
/// Something was asked for that does not exist or is not allowed: an unknown experiment, parameter or route, or a value outside its
/// domain. The message names it, its value, what is allowed, and the nearest valid choice.
/// </summary>
public sealed class UsageException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public UsageException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, what is allowed, and the nearest valid choice.</param>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, what is allowed, and the nearest valid choice.</param>
    /// <param name="innerException">The failure underneath.</param>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
