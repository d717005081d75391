using System.Numerics;
using System.Runtime.CompilerServices;

namespace LearningDynamics.Training.Kernels;

/// <summary>What <see cref="Vector"/> offers for double and float apart, written once for both.</summary>
internal static class Lanes
{
    /// <summary>a b + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> MultiplyAdd<T>(Vector<T> a, Vector<T> b, Vector<T> c) =>
        typeof(T) == typeof(double)
            ? Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>()
            : Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>();

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Exp<T>(Vector<T> x) =>
        typeof(T) == typeof(double)
            ? Vector.Exp(x.As<T, double>()).As<double, T>()
            : Vector.Exp(x.As<T, float>()).As<float, T>();
}
