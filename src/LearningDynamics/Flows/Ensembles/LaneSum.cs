using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>A <see cref="StageSum"/> in lanes, for states of one dimension: start + scale * sum_j w_j k_j.</summary>
internal sealed class LaneSum
{
    private readonly int[] offsets;
    private readonly double[] weights;
    private readonly int dimension;

    public LaneSum(StageSum sum, int dimension)
    {
        this.dimension = dimension;
        offsets = [.. sum.Stages.ToArray().Select(stage => stage * dimension)];
        weights = sum.Weights.ToArray();
    }

    /// <summary>Computes the sum of stages that lie one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<T>(ReadOnlySpan<T> stages, T scale, ReadOnlySpan<T> start, Span<T> result)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        int i = 0;
        // Two components at a time: each weight is read once for both, and their sums do not wait for each other.
        for (; i + 2 <= dimension; i += 2)
        {
            T first = 0, second = 0;
            for (int j = 0; j < offsets.Length; j++)
            {
                T weight = weights[j];
                int offset = offsets[j] + i;
                first = T.MultiplyAdd(weight, stages[offset], first);
                second = T.MultiplyAdd(weight, stages[offset + 1], second);
            }

            result[i] = T.MultiplyAdd(scale, first, start[i]);
            result[i + 1] = T.MultiplyAdd(scale, second, start[i + 1]);
        }

        if (i < dimension)
        {
            T only = 0;
            for (int j = 0; j < offsets.Length; j++)
                only = T.MultiplyAdd(weights[j], stages[offsets[j] + i], only);
            result[i] = T.MultiplyAdd(scale, only, start[i]);
        }
    }
}
