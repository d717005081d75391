using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Powers in lanes. Lanes go by reference: the compiler inlines only so much into one method, and vectors passed by value go through memory in small pieces.</summary>
internal static class LanePower
{
    /// <summary>x^a y^b for x and y above 0, by logarithms.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Product<T>(in T x, double a, in T y, double b, out T product)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        Log(x, out T logX);
        Log(y, out T logY);
        Exp((a * logX) + (b * logY), out product);
    }

    /// <summary>ln x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Log<T>(in T x, out T logarithm)
        where T : unmanaged, ILanes<T>, IScalar<T> => logarithm = T.Log(x);

    /// <summary>ln(1 + x).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void LogOnePlus<T>(in T x, out T logarithm)
        where T : unmanaged, ILanes<T>, IScalar<T> => logarithm = LaneFunctions.LogOnePlus(x);

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Exp<T>(in T x, out T power)
        where T : unmanaged, ILanes<T>, IScalar<T> => power = T.Exp(x);
}
