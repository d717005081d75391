using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearningDynamics.Numerics;

/// <summary>Spans of numbers, taken and filled a vector of lanes at a time.</summary>
internal static class LaneSpan
{
    /// <summary>The numbers from an index on. If fewer are left than there are lanes, they fill the vector together with copies of themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(ReadOnlySpan<double> values, int index)
        where T : unmanaged, ILanes<T>, IScalar<T> =>
        values.Length - index >= T.Count ? MemoryMarshal.Read<T>(MemoryMarshal.AsBytes(values[index..])) : Rest<T>(values[index..]);

    /// <summary>Puts the lanes where the numbers were loaded from, as many as there is room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(T lanes, Span<double> values, int index)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        if (values.Length - index >= T.Count)
            MemoryMarshal.Write(MemoryMarshal.AsBytes(values[index..]), lanes);
        else
            Of(ref lanes)[..(values.Length - index)].CopyTo(values[index..]);
    }

    /// <summary>The lanes one by one.</summary>
    public static Span<double> Of<T>(ref T lanes)
        where T : unmanaged, ILanes<T>, IScalar<T> => MemoryMarshal.Cast<T, double>(new Span<T>(ref lanes));

    /// <summary>True if a mask has every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasAll<T>(T mask)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.Bits(mask) == uint.MaxValue >> (32 - T.Count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Rest<T>(ReadOnlySpan<double> values)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T rest = default;
        Span<double> lanes = Of(ref rest);
        for (int lane = 0; lane < lanes.Length; lane++)
            lanes[lane] = values[lane % values.Length];
        return rest;
    }
}
