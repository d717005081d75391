using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearningDynamics.Flows;

/// <summary>A weighted sum of the stages of a Runge-Kutta step: sum_j w_j k_j, with the zero weights left out.</summary>
internal sealed class StageSum
{
    private readonly int[] stages;
    private readonly double[] weights;
    private readonly int lastStage;

    /// <summary>Creates the sum.</summary>
    /// <param name="dense">One weight a stage, from the first stage on; zeros allowed.</param>
    public StageSum(params ReadOnlySpan<double> dense)
    {
        List<int> kept = [];
        for (int j = 0; j < dense.Length; j++)
        {
            if (dense[j] != 0)
                kept.Add(j);
        }

        stages = [.. kept];
        lastStage = kept.Count == 0 ? -1 : kept[^1];
        weights = new double[stages.Length];
        for (int j = 0; j < stages.Length; j++)
            weights[j] = dense[stages[j]];
    }

    /// <summary>The stages that the sum has.</summary>
    public ReadOnlySpan<int> Stages => stages;

    /// <summary>Their weights.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The weight of a stage, 0 where the sum lacks it.</summary>
    /// <param name="stage">The stage, from 0.</param>
    public double this[int stage]
    {
        get
        {
            int position = Array.IndexOf(stages, stage);
            return position < 0 ? 0 : weights[position];
        }
    }

    /// <summary>Computes result = scale * sum_j w_j k_j.</summary>
    /// <param name="derivatives">The stages, one after the other.</param>
    /// <param name="scale">The factor, usually the step size.</param>
    /// <param name="result">Receives the sum; its length is the dimension.</param>
    public void Apply(ReadOnlySpan<double> derivatives, double scale, Span<double> result) => Apply(derivatives, scale, start: [], result);

    /// <summary>Computes result = start + scale * sum_j w_j k_j.</summary>
    /// <param name="derivatives">The stages, one after the other.</param>
    /// <param name="scale">The factor, usually the step size.</param>
    /// <param name="start">What the sum is added to, as many numbers; none for 0.</param>
    /// <param name="result">Receives the sum; its length is the dimension.</param>
    public void Apply(ReadOnlySpan<double> derivatives, double scale, ReadOnlySpan<double> start, Span<double> result)
    {
        // Every product is added with one rounding and in the same order, so the bits do not depend on the width of the processor's vectors.
        int dimension = result.Length;
        if (derivatives.Length < (lastStage + 1) * dimension)
            throw new ArgumentException("A stage is missing.", nameof(derivatives));
        ref double first = ref MemoryMarshal.GetReference(derivatives);
        int i = 0;
        for (; i <= dimension - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> sum = Vector<double>.Zero;
            for (int j = 0; j < stages.Length; j++)
                sum = Vector.FusedMultiplyAdd(new Vector<double>(weights[j]), Vector.LoadUnsafe(ref first, (nuint)((stages[j] * dimension) + i)), sum);
            Vector<double> from = start.IsEmpty ? Vector<double>.Zero : new(start[i..]);
            Vector.FusedMultiplyAdd(new Vector<double>(scale), sum, from).CopyTo(result[i..]);
        }

        // What is left are single numbers, two sums side by side: fields write them one by one, and a vector of them would have to wait for the last one to arrive in the cache.
        for (; i <= dimension - 2; i += 2)
        {
            (double left, double right) = (0, 0);
            for (int j = 0; j < stages.Length; j++)
            {
                ref double stage = ref Unsafe.Add(ref first, (stages[j] * dimension) + i);
                left = Math.FusedMultiplyAdd(weights[j], stage, left);
                right = Math.FusedMultiplyAdd(weights[j], Unsafe.Add(ref stage, 1), right);
            }

            result[i] = Math.FusedMultiplyAdd(scale, left, start.IsEmpty ? 0 : start[i]);
            result[i + 1] = Math.FusedMultiplyAdd(scale, right, start.IsEmpty ? 0 : start[i + 1]);
        }

        if (i < dimension)
        {
            double sum = 0;
            for (int j = 0; j < stages.Length; j++)
                sum = Math.FusedMultiplyAdd(weights[j], Unsafe.Add(ref first, (stages[j] * dimension) + i), sum);
            result[i] = Math.FusedMultiplyAdd(scale, sum, start.IsEmpty ? 0 : start[i]);
        }
    }
}
