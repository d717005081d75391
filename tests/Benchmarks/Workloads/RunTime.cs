using System.Diagnostics;

namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>How long a run took.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Processor">Seconds that the processors spent on it, all threads together. On a busy machine it tells more than the clock.</param>
internal readonly record struct RunTime(double Wall, double Processor)
{
    /// <summary>Repeats some work until the runtime has compiled it for speed, then times a run.</summary>
    /// <param name="warmUp">The same work in small.</param>
    /// <param name="run">The run.</param>
    public static RunTime Of(Action warmUp, Action run)
    {
        // Counted on the processor, because a busy machine compiles late.
        for (TimeSpan start = Environment.CpuUsage.TotalTime; (Environment.CpuUsage.TotalTime - start).TotalSeconds < 1.5;)
            warmUp();
        GC.Collect();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long clock = Stopwatch.GetTimestamp();
        run();
        return new(Stopwatch.GetElapsedTime(clock).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }
}
