using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Which of many systems lie side by side in the lanes. If they are too few, copies of the last one fill the lanes.</summary>
/// <param name="First">The first system.</param>
/// <param name="Count">The number of systems, from 1 to the number of lanes.</param>
internal readonly record struct LaneRange(int First, int Count)
{
    /// <summary>Loads one number of each system.</summary>
    /// <param name="values">The numbers, a row for each system.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="column">The place in the row.</param>
    /// <param name="lanes">Receives the numbers.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Load<T>(ReadOnlySpan<double> values, int width, int column, out T lanes)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        Unsafe.SkipInit(out lanes);
        Span<double> room = LaneSpan.Of(ref lanes);
        for (int lane = 0; lane < room.Length; lane++)
            room[lane] = values[((First + Math.Min(lane, Count - 1)) * width) + column];
    }

    /// <summary>Loads the only number of each system.</summary>
    public void Load<T>(ReadOnlySpan<double> values, out T lanes)
        where T : unmanaged, ILanes<T>, IScalar<T> => Load(values, 1, 0, out lanes);

    /// <summary>Stores one number of each system.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Store<T>(T lanes, Span<double> values, int width = 1, int column = 0)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        Span<double> room = LaneSpan.Of(ref lanes);
        for (int lane = 0; lane < Count; lane++)
            values[((First + lane) * width) + column] = room[lane];
    }
}
