using System.Numerics;
using System.Runtime.CompilerServices;

namespace LearningDynamics.Training.Kernels;

/// <summary>The width that the runtime prefers for the processor: 128 or 256 bits.</summary>
internal readonly unsafe struct NativeRowVector<T>(Vector<T> value) : IRowVector<NativeRowVector<T>, T>
    where T : unmanaged
{
    private readonly Vector<T> value = value;

    public static int Count => Vector<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeRowVector<T> Load(T* from) => new(Vector.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(NativeRowVector<T> value, T* to) => value.value.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeRowVector<T> Of(T value) => new(new Vector<T>(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeRowVector<T> MultiplyAdd(NativeRowVector<T> a, NativeRowVector<T> b, NativeRowVector<T> c) =>
        new(Lanes.MultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(NativeRowVector<T> value) => Vector.Sum(value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeRowVector<T> Relu(NativeRowVector<T> h) =>
        new(Vector.ConditionalSelect(Vector.LessThanOrEqual(h.value, Vector<T>.Zero), Vector<T>.Zero, h.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeRowVector<T> Elu(NativeRowVector<T> h) =>
        new(Vector.ConditionalSelect(Vector.LessThanOrEqual(h.value, Vector<T>.Zero), Lanes.Exp(h.value) - Vector<T>.One, h.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeRowVector<T> ThroughRelu(NativeRowVector<T> delta, NativeRowVector<T> output) =>
        new(Vector.ConditionalSelect(Vector.GreaterThan(output.value, Vector<T>.Zero), delta.value, Vector<T>.Zero));

    // Below 0 the derivative is e^h = phi(h) + 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NativeRowVector<T> ThroughElu(NativeRowVector<T> delta, NativeRowVector<T> output) =>
        new(delta.value * (Vector.Min(output.value, Vector<T>.Zero) + Vector<T>.One));
}
