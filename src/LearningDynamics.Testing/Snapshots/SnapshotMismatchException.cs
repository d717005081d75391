namespace LearningDynamics.Testing;

/// <summary>
/// A result is not the one that was verified, or was never verified. The message is complete: what differs, where the files are, and how to accept
/// what was received.
/// </summary>
public sealed class SnapshotMismatchException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public SnapshotMismatchException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What differs, where the files are, and what to do.</param>
    public SnapshotMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What differs, where the files are, and what to do.</param>
    /// <param name="innerException">The failure underneath.</param>
    public SnapshotMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Every place that differs, in the order of the document; empty for a text and where nothing was verified.</summary>
    public IReadOnlyList<SnapshotDifference> Differences { get; init; } = [];
}
