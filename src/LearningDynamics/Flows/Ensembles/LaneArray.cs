using System.Runtime.InteropServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>Numbers of which every lane has its own, seen lane by lane.</summary>
internal static class LaneArray
{
    /// <summary>One lane of one of the numbers.</summary>
    public static ref double At<T>(Span<T> numbers, int position, int lane)
        where T : unmanaged, ILanes<T> => ref MemoryMarshal.Cast<T, double>(numbers)[(position * T.Count) + lane];

    /// <summary>Copies one lane of all numbers.</summary>
    public static void Copy<T>(ReadOnlySpan<T> from, int fromLane, Span<T> to, int toLane)
        where T : unmanaged, ILanes<T>
    {
        ReadOnlySpan<double> source = MemoryMarshal.Cast<T, double>(from);
        Span<double> target = MemoryMarshal.Cast<T, double>(to);
        for (int i = 0; i < from.Length; i++)
            target[(i * T.Count) + toLane] = source[(i * T.Count) + fromLane];
    }

    /// <summary>Gathers one lane of all numbers.</summary>
    public static void Read<T>(ReadOnlySpan<T> from, int lane, Span<double> to)
        where T : unmanaged, ILanes<T>
    {
        ReadOnlySpan<double> source = MemoryMarshal.Cast<T, double>(from);
        for (int i = 0; i < from.Length; i++)
            to[i] = source[(i * T.Count) + lane];
    }

    /// <summary>Sets one lane of all numbers.</summary>
    public static void Write<T>(ReadOnlySpan<double> from, Span<T> to, int lane)
        where T : unmanaged, ILanes<T>
    {
        Span<double> target = MemoryMarshal.Cast<T, double>(to);
        for (int i = 0; i < to.Length; i++)
            target[(i * T.Count) + lane] = from[i];
    }
}
