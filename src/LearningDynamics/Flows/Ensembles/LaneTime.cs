using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>Times inside trial steps.</summary>
internal static class LaneTime
{
    /// <summary>As <see cref="TrialStep.TimeAt"/>, for places up to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T place, T start, T size, T end)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T time = T.MultiplyAdd(place, size, start);
        return T.Select(T.Or(T.AtMost(1, place), T.Greater((time - end) * size, 0)), end, time);
    }
}
