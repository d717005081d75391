using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    public void Apply(ReadOnlySpan<double> derivatives, double scale, Span<double> result)
    {
        // Terms are added in the same order in every lane, so the bits do not depend on the width of the processor's vectors.
        int dimension = result.Length;
        if (derivatives.Length < (lastStage + 1) * dimension)
            throw new ArgumentException("A stage is missing.", nameof(derivatives));
        ref double first = ref MemoryMarshal.GetReference(derivatives);
        int i = 0;
        for (; i <= dimension - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> sum = Vector<double>.Zero;
            for (int j = 0; j < stages.Length; j++)
                sum += weights[j] * Vector.LoadUnsafe(ref first, (nuint)((stages[j] * dimension) + i));
            (scale * sum).CopyTo(result[i..]);
        }

        for (; i <= dimension - Vector128<double>.Count; i += Vector128<double>.Count)
        {
            Vector128<double> sum = Vector128<double>.Zero;
            for (int j = 0; j < stages.Length; j++)
                sum += weights[j] * Vector128.LoadUnsafe(ref first, (nuint)((stages[j] * dimension) + i));
            (scale * sum).CopyTo(result[i..]);
        }

        for (; i < dimension; i++)
        {
            double sum = 0;
            for (int j = 0; j < stages.Length; j++)
                sum += weights[j] * derivatives[(stages[j] * dimension) + i];
            result[i] = scale * sum;
        }
    }
}
