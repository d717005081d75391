using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>W4: the exact logit of a million balanced modes of two layers, each with its own time, initial logit and input norm.</summary>
internal sealed class ManyLogits
{
    /// <summary>The number of modes.</summary>
    public const int Count = 1_000_000;

    private readonly double[] times = Numbers(k => 200 * CounterRandom.Uniform(11, k));
    private readonly double[] initialLogits = Numbers(k => Math.Max(4 * CounterRandom.Uniform(12, k) * CounterRandom.Uniform(12, k), 1e-4));
    private readonly double[] inputNorms = Numbers(k => 0.25 + (2 * CounterRandom.Uniform(13, k)));
    private readonly double[] frequencies = Numbers(_ => 1);
    private readonly double[] logits = new double[Count];

    /// <summary>Evaluates some to compile, then evaluates all and prints the run.</summary>
    public static void Run(int threads, string? dump)
    {
        ManyLogits modes = new();
        RunTime time = RunTime.Of(() => modes.Evaluate(threads, 10_000), () => modes.Evaluate(threads, Count));
        WorkloadLine.Print("W4", threads, time, Count, ("sum_u", modes.logits.Sum()));
        if (dump is not null)
            WorkloadLine.Dump(dump, modes.logits);
    }

    /// <summary>Evaluates the first modes, up to a count.</summary>
    public void Evaluate(int threads, int count)
    {
        if (threads == 1)
            Evaluate(..count);
        else
            Parallel.For(0, threads, part => Evaluate((int)((long)count * part / threads)..(int)((long)count * (part + 1) / threads)));
    }

    private void Evaluate(Range part)
    {
        LayeredModes.Logit(2, times.AsSpan(part), initialLogits.AsSpan(part), inputNorms.AsSpan(part), frequencies.AsSpan(part), logits.AsSpan(part));
    }

    private static double[] Numbers(Func<ulong, double> number) => [.. Enumerable.Range(0, Count).Select(k => number((ulong)k))];
}
