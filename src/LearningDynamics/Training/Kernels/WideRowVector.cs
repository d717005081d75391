using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningDynamics.Training.Kernels;

/// <summary>512 bits, for processors that have vectors of that width.</summary>
internal readonly unsafe struct WideRowVector<T>(Vector512<T> value) : IRowVector<WideRowVector<T>, T>
    where T : unmanaged
{
    private readonly Vector512<T> value = value;

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideRowVector<T> Load(T* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WideRowVector<T> value, T* to) => value.value.Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideRowVector<T> Of(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideRowVector<T> MultiplyAdd(WideRowVector<T> a, WideRowVector<T> b, WideRowVector<T> c) => new(
        typeof(T) == typeof(double)
            ? Vector512.FusedMultiplyAdd(a.value.As<T, double>(), b.value.As<T, double>(), c.value.As<T, double>()).As<double, T>()
            : Vector512.FusedMultiplyAdd(a.value.As<T, float>(), b.value.As<T, float>(), c.value.As<T, float>()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(WideRowVector<T> value) => Vector512.Sum(value.value);

    // The processor's maximum gives its second operand if one is no number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideRowVector<T> Relu(WideRowVector<T> h) => new(Vector512.MaxNative(Vector512<T>.Zero, h.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideRowVector<T> Elu(WideRowVector<T> h) =>
        new(Vector512.ConditionalSelect(Vector512.LessThanOrEqual(h.value, Vector512<T>.Zero), Exp(h.value) - Vector512<T>.One, h.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideRowVector<T> ThroughRelu(WideRowVector<T> delta, WideRowVector<T> output) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(output.value, Vector512<T>.Zero), delta.value, Vector512<T>.Zero));

    // Below 0 the derivative is e^h = phi(h) + 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideRowVector<T> ThroughElu(WideRowVector<T> delta, WideRowVector<T> output) =>
        new(delta.value * (Vector512.Min(output.value, Vector512<T>.Zero) + Vector512<T>.One));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Exp(Vector512<T> x) =>
        typeof(T) == typeof(double) ? Vector512.Exp(x.As<T, double>()).As<double, T>() : Vector512.Exp(x.As<T, float>()).As<float, T>();
}
