using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>On which side of zero values are, and which sides can be left.</summary>
internal static class EventSides
{
    /// <summary>-1, 1, or 0 on zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T value)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.Step(value) - T.Step(-value);

    /// <summary>The lanes whose side can be left in the counted direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CanBeLeft<T>(T side, EventDirection direction)
        where T : unmanaged, ILanes<T>, IScalar<T> => direction switch
        {
            EventDirection.Falling => T.Greater(side, 0),
            EventDirection.Rising => T.Greater(0, side),
            _ => T.Greater(T.Abs(side), 0),
        };

    /// <summary>The lanes whose side is left in the counted direction where the value has come to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T IsLeft<T>(T side, EventDirection direction, T value)
        where T : unmanaged, ILanes<T>, IScalar<T> => T.And(CanBeLeft(side, direction), T.AtMost(value * side, 0));
}
