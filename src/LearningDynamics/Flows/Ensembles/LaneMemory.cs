using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>Numbers of which every lane has its own, where no vector straddles two of the processor's cache lines: an array's own start lies anywhere.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class LaneMemory<T>
    where T : unmanaged, ILanes<T>
{
    private const int CacheLine = 64;

    // Pinned, so that the address stays.
    private readonly byte[] memory;
    private readonly T* first;

    /// <summary>Makes room for numbers, all 0.</summary>
    public LaneMemory(int length)
    {
        Length = length;
        memory = GC.AllocateArray<byte>(checked((length * sizeof(T)) + CacheLine), pinned: true);
        nint start = (nint)Unsafe.AsPointer(ref memory[0]);
        first = (T*)((start + CacheLine - 1) & -CacheLine);
    }

    /// <summary>How many numbers there are.</summary>
    public int Length { get; }

    /// <summary>One of the numbers.</summary>
    public ref T this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Span[i];
    }

    /// <summary>The numbers.</summary>
    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(first, Length);
    }
}
