using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Runs kernels in lanes as wide as the processor's.</summary>
internal static class LaneKernels
{
    // 8 KiB of the widest vectors. Larger workspaces are borrowed.
    private const int LongestOnStack = 64;

    public static void Run<TKernel>(TKernel kernel)
        where TKernel : struct, ILaneKernel, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
            Run<LanePair<Lanes512>, TKernel>(kernel);
        else if (Vector256.IsHardwareAccelerated)
            Run<LanePair<Lanes256>, TKernel>(kernel);
        else if (Vector128.IsHardwareAccelerated)
            Run<LanePair<Lanes128>, TKernel>(kernel);
        else
            Run<SingleLane, TKernel>(kernel);
    }

    /// <summary>The same in lanes of a given kind. A lane's bits do not depend on the kind.</summary>
    public static void Run<T, TKernel>(TKernel kernel)
        where T : unmanaged, ILanes<T>, IScalar<T>
        where TKernel : struct, ILaneKernel, allows ref struct
    {
        double[] borrowed = kernel.WorkspaceLength > LongestOnStack ? ArrayPool<double>.Shared.Rent(kernel.WorkspaceLength * T.Count) : [];
        Span<T> workspace = borrowed.Length > 0 ? MemoryMarshal.Cast<double, T>(borrowed.AsSpan()) : stackalloc T[LongestOnStack];
        try
        {
            for (int first = 0; first < kernel.Count; first += T.Count)
                kernel.Evaluate(new LaneRange(first, Math.Min(T.Count, kernel.Count - first)), workspace);
        }
        finally
        {
            if (borrowed.Length > 0)
                ArrayPool<double>.Shared.Return(borrowed);
        }
    }
}
