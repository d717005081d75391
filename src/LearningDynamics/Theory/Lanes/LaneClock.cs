using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>
/// An <see cref="IntrinsicClock"/> without tilt in every lane: walks panel by panel until the duration is spent, and inverts the integral in the last one.
/// </summary>
/// <param name="halfway">The logit at which the confidence is 1/2.</param>
internal readonly struct LaneClock<T>(double halfway)
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    // A logit of at most 350 is walked to in a fifth of this number of panels.
    private const int MaximumPanels = 2000;

    private readonly double halfway = halfway;

    /// <summary>Moves courses on by durations of physical time.</summary>
    public void Advance<TCourse>(ref TCourse course, in T duration)
        where TCourse : struct, ILaneCourse<T>, allows ref struct => Advance(ref course, duration, out _);

    /// <summary>The same, and the intrinsic times by which they have moved.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Advance<TCourse>(ref TCourse course, in T duration, out T way)
        where TCourse : struct, ILaneCourse<T>, allows ref struct
    {
        T remaining = duration, isOpen = T.AtMost(0, 1), isFading = default, end = default, whole = default;
        way = default;
        for (int i = 0; i < MaximumPanels && T.Bits(isOpen) != 0; i++)
        {
            isFading = T.Or(isFading, T.And(isOpen, course.IsFading));
            isOpen = T.AndNot(isOpen, isFading);
            Walk(ref course, ref remaining, ref isOpen, out end, out whole);
            way += T.And(end, isOpen);
        }

        T isInside = T.AndNot(T.Greater(remaining, 0), isFading);
        LanePanel<T> panel = new(course.Logit, course.Speed, halfway);
        panel.Distance(ref course, remaining, end, whole, isInside, out T distance);
        course.Advance(distance, isInside);
        // A separatrix fades without end, at half the speed of physical time.
        course.Fade(0.5 * remaining, isFading);
        way += T.Select(isFading, 0.5 * remaining, T.And(distance, isInside));
    }

    /// <summary>Moves courses on by intrinsic times, in the lanes of a mask, and gives the durations of physical time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Time<TCourse>(ref TCourse course, in T way, in T mask, out T duration)
        where TCourse : struct, ILaneCourse<T>, allows ref struct
    {
        T left = T.And(way, mask), isOpen = T.Greater(left, 0);
        duration = default;
        for (int i = 0; i < MaximumPanels && T.Bits(isOpen) != 0; i++)
        {
            LanePanel<T> panel = new(course.Logit, course.Speed, halfway);
            T end = T.Minimum(left, T.Minimum(course.Left, panel.Width));
            panel.Duration(ref course, end, out T whole);
            duration += whole;
            course.Advance(end, isOpen);
            left -= end;
            isOpen = T.Greater(left, 0);
        }
    }

    /// <summary>Takes the open lanes to the ends of their panels, or closes them where the duration ends inside; a lane that is closed gets the same end and time again.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Walk<TCourse>(ref TCourse course, ref T remaining, ref T isOpen, out T end, out T whole)
        where TCourse : struct, ILaneCourse<T>, allows ref struct
    {
        LanePanel<T> panel = new(course.Logit, course.Speed, halfway);
        end = T.Minimum(course.Left, panel.Width);
        panel.Duration(ref course, end, out whole);
        isOpen = T.And(isOpen, T.AtMost(whole, remaining));
        course.Advance(end, isOpen);
        remaining = T.Select(isOpen, remaining - whole, remaining);
    }
}
