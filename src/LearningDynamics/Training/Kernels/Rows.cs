using System.Runtime.CompilerServices;

namespace LearningDynamics.Training.Kernels;

/// <summary>Rows of numbers in memory: where the first begins, and how far the beginnings of two rows are apart.</summary>
internal readonly unsafe struct Rows<T>(T* start, nint stride)
    where T : unmanaged
{
    public T* Start { get; } = start;

    public nint Stride { get; } = stride;

    /// <summary>The rows from a row and column on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows<T> At(int row, int column) => new(Start + (row * Stride) + column, Stride);
}
