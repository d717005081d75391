using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>
/// A <see cref="Panel"/> in every lane: a stretch of intrinsic time over which one 16-point Gauss-Legendre rule integrates the pace of physical time, 1 + e^(u - halfway).
/// </summary>
internal readonly struct LanePanel<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    private const int MaximumSteps = 60;
    private const double Widest = 274;

    private readonly double halfway;

    /// <summary>Starts panels.</summary>
    /// <param name="logit">u at their starts.</param>
    /// <param name="speed">du/dtheta there.</param>
    /// <param name="halfway">The logit at which the confidence is 1/2.</param>
    public LanePanel(in T logit, in T speed, double halfway)
    {
        this.halfway = halfway;
        T budget = T.Maximum(28, 0.8 * ((28 + halfway) - logit));
        // A quotient that overflows is as good as the largest number: the width is bounded anyway.
        T width = LaneFunctions.LogOnePlus(T.Minimum(1e300, budget / T.Maximum(1e-300, speed))) * (2 / 5.0625);
        Width = T.Minimum(width, Widest);
    }

    /// <summary>The widths over which the rule is exact to double precision; the proof is that of <see cref="Panel.SafeWidth"/> with a larger budget (docs/theory/lined-up-class.md).</summary>
    public T Width { get; }

    /// <summary>The physical time that passes from the start to the distance.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Duration<TCourse>(ref TCourse course, in T distance, out T duration)
        where TCourse : struct, ILaneCourse<T>, allows ref struct
    {
        course.Center(0.5 * distance);
        T sum = 0;
        for (int i = GaussLegendre.Nodes.Length / 2; i < GaussLegendre.Nodes.Length; i++)
        {
            course.Around((GaussLegendre.Nodes[i] - 0.5) * distance, out T before, out T after);
            sum = T.MultiplyAdd(GaussLegendre.Weights[i], T.Exp(before - halfway) + T.Exp(after - halfway), sum);
        }

        duration = T.MultiplyAdd(distance, sum, distance);
    }

    /// <summary>The distances at which physical times have passed, in the lanes of a mask; they lie in (0, end].</summary>
    /// <param name="course">The course.</param>
    /// <param name="duration">The physical times.</param>
    /// <param name="end">The distances at which the panels end.</param>
    /// <param name="whole">The physical times that have passed there.</param>
    /// <param name="mask">The lanes.</param>
    /// <param name="distance">Receives the distances.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Distance<TCourse>(ref TCourse course, in T duration, in T end, in T whole, in T mask, out T distance)
        where TCourse : struct, ILaneCourse<T>, allows ref struct
    {
        // The bracket reaches a little beyond the end, so that a root at the very end lies inside.
        (T low, T high, T isOpen) = (0, 1.001 * end, mask);
        T isLate = T.Greater(2 * duration, whole), passed = T.And(isLate, whole);
        distance = T.And(isLate, end);
        for (int i = 0; i < MaximumSteps; i++)
        {
            Step(ref course, distance, duration - passed, out T next, out T isSettled);
            T isInside = T.And(T.AtMost(low, next), T.AtMost(next, high));
            distance = T.Select(isOpen, T.Select(isInside, next, 0.5 * (low + high)), distance);
            isOpen = T.AndNot(isOpen, T.And(isInside, isSettled));
            if (T.Bits(isOpen) == 0)
                return;
            Duration(ref course, distance, out passed);
            T isBelow = T.AtMost(passed, duration);
            low = T.Select(isBelow, distance, low);
            high = T.Select(isBelow, high, distance);
        }
    }

    /// <summary>
    /// Where the missing time would have passed if the pace were exponential with the local slope; not a number if never. A step x leaves an error of at most (1 + E)^2 x^3 / 6 with E = du/dtheta; it is
    /// settled if that is below 2e-13 of the distance, and moves the logit by less than 5e-15.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Step<TCourse>(ref TCourse course, in T distance, in T missing, out T next, out T isSettled)
        where TCourse : struct, ILaneCourse<T>, allows ref struct
    {
        course.Foresee(distance, out T logit, out T speed);
        LanePower.Exp(logit - halfway, out T odds);
        T linear = missing / (1 + odds);
        T bend = speed * (odds / (1 + odds)) * linear;
        // ln(1 + b) for b below 0 is -ln(1 - b / (1 + b)), whose argument is above 0 again.
        T isFalling = T.Greater(0, bend);
        T logarithm = LaneFunctions.LogOnePlus(T.Minimum(1e300, T.Select(isFalling, -bend / T.Maximum(1e-300, 1 + bend), bend)));
        T stretch = T.Select(isFalling, -logarithm, logarithm) / bend;
        T change = linear * T.Select(T.Greater(1e-8, T.Abs(bend)), 1, stretch), size = T.Abs(change);
        next = T.Select(T.Greater(bend, -1), distance + change, double.NaN);
        isSettled = T.And(T.AtMost(size, 1e-3 * next), T.AtMost(size * (1 + speed), 3e-5));
    }
}
