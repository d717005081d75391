using System.Numerics;
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

    /// <summary>The first lanes of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Load(int row) => Vector.Load(Start + (row * Stride));

    /// <summary>The second lanes of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> LoadNext(int row) => Vector.Load(Start + (row * Stride) + Vector<T>.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int row, Vector<T> first) => first.Store(Start + (row * Stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int row, Vector<T> first, Vector<T> second)
    {
        T* at = Start + (row * Stride);
        first.Store(at);
        second.Store(at + Vector<T>.Count);
    }
}
