namespace LearningDynamics.Tests.Support;

/// <summary>How much memory code takes.</summary>
internal static class Allocation
{
    /// <summary>
    /// The least number of bytes that an action allocates on this thread, of several calls. The runtime allocates a little of its own when it
    /// recompiles a method that has become hot; what the action itself allocates is there every time.
    /// </summary>
    /// <param name="action">The action; it must do the same each time.</param>
    public static long Least(Action action)
    {
        long least = long.MaxValue;
        for (int call = 0; call < 5; call++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
