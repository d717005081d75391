using System.Runtime.CompilerServices;

namespace LearningDynamics.Training.Kernels;

/// <summary>What is done to an entry of a matrix product on its way to memory, while it is still in a register.</summary>
/// <typeparam name="T">The number.</typeparam>
internal unsafe interface IFinish<T>
    where T : unmanaged
{
    /// <summary>Turns sums into what is stored.</summary>
    /// <param name="sum">The finished sums.</param>
    /// <param name="place">Where they go.</param>
    V Apply<V>(V sum, T* place)
        where V : unmanaged, IRowVector<V, T>;
}

/// <summary>Stores the sums as they are.</summary>
internal readonly unsafe struct Keep<T> : IFinish<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V sum, T* place)
        where V : unmanaged, IRowVector<V, T> => sum;
}

/// <summary>Stores the ReLU of the sums.</summary>
internal readonly unsafe struct ApplyRelu<T> : IFinish<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V sum, T* place)
        where V : unmanaged, IRowVector<V, T> => V.Relu(sum);
}

/// <summary>Stores the ELU of the sums.</summary>
internal readonly unsafe struct ApplyElu<T> : IFinish<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V sum, T* place)
        where V : unmanaged, IRowVector<V, T> => V.Elu(sum);
}

/// <summary>Stores derivatives by outputs as derivatives by preactivations of ReLUs, whose outputs lie at a fixed distance.</summary>
/// <param name="distance">How far behind a derivative its output lies.</param>
internal readonly unsafe struct PassThroughRelu<T>(nint distance) : IFinish<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V sum, T* place)
        where V : unmanaged, IRowVector<V, T> => V.ThroughRelu(sum, V.Load(place + distance));
}

/// <summary>The same of ELUs.</summary>
/// <param name="distance">How far behind a derivative its output lies.</param>
internal readonly unsafe struct PassThroughElu<T>(nint distance) : IFinish<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply<V>(V sum, T* place)
        where V : unmanaged, IRowVector<V, T> => V.ThroughElu(sum, V.Load(place + distance));
}
