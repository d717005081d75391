using System.Buffers;
using System.Runtime.InteropServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Runs kernels in lanes as wide as the processor's.</summary>
internal static class LaneKernels
{
    // 8 KiB of the widest vectors. Larger workspaces are borrowed.
    private const int LongestOnStack = 64;

    public static void Run<TKernel>(TKernel kernel)
        where TKernel : struct, ILaneKernel, allows ref struct => WidestLanes.Run(new Work<TKernel>(kernel));

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

    private readonly ref struct Work<TKernel>(TKernel kernel) : ILaneWork
        where TKernel : struct, ILaneKernel, allows ref struct
    {
        private readonly TKernel kernel = kernel;

        public void Run<T>()
            where T : unmanaged, ILanes<T>, IScalar<T> => LaneKernels.Run<T, TKernel>(kernel);
    }
}
