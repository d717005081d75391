using LearningDynamics.Theory;

namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>W4: the exact logit of a million balanced modes of two layers, each with its own time, initial logit and input norm.</summary>
internal static class ManyLogits
{
    private const int Count = 1_000_000;

    /// <summary>Evaluates once to compile, then evaluates and prints the run.</summary>
    public static void Run(int threads, string? dump)
    {
        double[] times = Numbers(k => 200 * CounterRandom.Uniform(11, k));
        double[] initialLogits = Numbers(k => Math.Max(4 * CounterRandom.Uniform(12, k) * CounterRandom.Uniform(12, k), 1e-4));
        double[] inputNorms = Numbers(k => 0.25 + (2 * CounterRandom.Uniform(13, k)));
        double[] frequencies = Numbers(_ => 1);
        double[] logits = new double[Count];
        RunTime time = RunTime.Of(() => Evaluate(0, 10_000), () => Parallel.For(0, threads, part => Evaluate(Count / threads * part, part == threads - 1 ? Count : Count / threads * (part + 1))));
        WorkloadLine.Print("W4", threads, time, Count, ("sum_u", logits.Sum()));
        if (dump is not null)
            WorkloadLine.Dump(dump, logits);

        void Evaluate(int start, int end)
        {
            Range part = start..end;
            LayeredModes.Logit(2, times.AsSpan(part), initialLogits.AsSpan(part), inputNorms.AsSpan(part), frequencies.AsSpan(part), logits.AsSpan(part));
        }
    }

    private static double[] Numbers(Func<ulong, double> number) => [.. Enumerable.Range(0, Count).Select(k => number((ulong)k))];
}
