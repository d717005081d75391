using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// Chooses step sizes so that each lane walks up to its event and crosses it in one short step, for the reasons that <see cref="EventApproach"/> has: the field may jump there,
/// and no long step with stages on both sides is kept.
/// </summary>
/// <remarks>
/// The crossing step is so short that the state moves in it by a hundredth of the tolerance at most: the jump then costs no more than that, and inside the step the time of the
/// event follows by linear interpolation.
/// </remarks>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class LaneApproach<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    private const double Epsilon = 2.220446049250313e-16;
    private const double HintReserve = 1.0 / 8, LargestReserve = 1.0 / 16, LeastReserve = 1.0 / (1 << 20);
    private const int Patience = 8, TriesPastZero = 12;

    private T finest;
    private T farthest;
    private T overshoots;
    private T stops;

    /// <summary>The lanes in which an event is known to be near.</summary>
    public T Active { get; private set; }

    /// <summary>The lanes whose step is short enough to cross an event.</summary>
    /// <remarks>The time at the end of a step is rounded, which can make it longer than it was meant to be: by a quarter of the finest one at most.</remarks>
    public T MayCross(T size) => T.And(Active, T.AtMost(size, 1.25 * finest));

    /// <summary>The lanes whose step is about as short as one across an event can be; see <see cref="EventApproach.IsShortest"/>.</summary>
    public T IsShortest(T time, T size) => T.And(MayCross(size), T.AtMost(size, 2 * EventApproach.ShortestSteps * Epsilon * T.Abs(time)));

    /// <summary>The sizes to try instead of steps that cross.</summary>
    /// <param name="stopped">The lanes whose step is thrown away because it crosses.</param>
    /// <param name="time">Where the steps start.</param>
    /// <param name="size">Their sizes, without sign.</param>
    /// <param name="place">Where in them the crossing seems to be.</param>
    /// <param name="speed">How fast the state moves, in units of the tolerance.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T StopShort(in T stopped, in T time, in T size, in T place, in T speed)
    {
        T isNew = T.AndNot(stopped, Active);
        T least = EventApproach.ShortestSteps * Epsilon * T.Maximum(T.Abs(time), size);
        finest = T.Select(isNew, T.Maximum(least, T.Minimum(0.01 / speed, size * (1.0 / 16))), finest);
        farthest = T.Select(isNew, T.MultiplyAdd(place, size, size), farthest);
        (overshoots, stops) = (T.AndNot(overshoots, isNew), T.AndNot(stops, isNew));
        Active = T.Or(Active, stopped);

        T part = T.Select(T.Greater(overshoots, 0), 0.5, 1 - HintReserve);
        overshoots = T.Select(stopped, overshoots + 1, overshoots);
        stops = T.Select(stopped, stops + 1, stops);
        finest = T.Select(T.And(stopped, T.Greater(stops, Patience)), 4 * finest, finest);
        return T.Maximum(part * place * size, finest);
    }

    /// <summary>The lanes whose crossing step ends on zero exactly and should be made a little longer: a gate 1[y > 0] that opens is still closed there.</summary>
    public T TryPastZero(T landing)
    {
        T again = T.AndNot(landing, T.Greater(stops, TriesPastZero));
        stops = T.Select(again, stops + 1, stops);
        finest = T.Select(again, 2 * finest, finest);
        return again;
    }

    /// <summary>The sizes to try after steps that were kept without reaching the event.</summary>
    /// <param name="kept">The lanes of such steps.</param>
    /// <param name="size">Their sizes, without sign.</param>
    /// <param name="behind">How far behind them the event seems to be, in units of their sizes.</param>
    /// <param name="otherwise">The sizes where there seems to be none.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T After(in T kept, in T size, in T behind, in T otherwise)
    {
        overshoots = T.AndNot(overshoots, kept);
        finest = T.Select(T.And(kept, T.AtMost(size, 1.25 * finest)), 2 * finest, finest);
        farthest = T.Select(kept, farthest - size, farthest);
        T isNear = T.And(kept, T.AtMost(behind * size, T.Maximum(0, farthest)));
        // A hint can be wrong, for instance if it came out of a step that was much too long.
        Active = T.AndNot(Active, T.AndNot(T.And(kept, T.Greater(0, farthest)), isNear));

        // The parabola's relative error falls as the square of how far it is prolonged.
        T reserve = T.Minimum(LargestReserve, T.Maximum(LeastReserve, 4 * behind * behind));
        T distance = behind * size;
        T next = T.Maximum(distance - T.Maximum(0.5 * finest, reserve * distance), finest);
        return T.Select(isNear, next, otherwise);
    }

    /// <summary>Forgets the events of the lanes of a mask.</summary>
    public void End(T mask) => Active = T.AndNot(Active, mask);
}
