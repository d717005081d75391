using System.Runtime.CompilerServices;

namespace LearningDynamics.Training.Kernels;

/// <summary>Zeroed numbers at a fixed address, aligned to a cache line. The owner must outlive every use of <see cref="Start"/>.</summary>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int LineSize = 64;

    // Pinned, so that the garbage collector never moves it.
    private readonly T[] storage;

    public AlignedBuffer(long length)
    {
        Length = checked((int)length);
        storage = GC.AllocateArray<T>(checked(Length + (LineSize / sizeof(T))), pinned: true);
        long address = (long)Unsafe.AsPointer(ref storage[0]);
        Start = (T*)((address + LineSize - 1) & -LineSize);
    }

    public T* Start { get; }

    public int Length { get; }

    public Span<T> Span => new(Start, Length);
}
