using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>
/// The logit of neurons, d from where it stands u(d) = u e^-d + g sinh d, until one of them dies. Then it goes on along the arc of those that live on, whose formula starts at theta = 0, so that
/// nothing is passed on from the arc before.
/// </summary>
internal ref struct NeuronCourse<T> : ILaneCourse<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    // Below this |u| e^u rounds to 1.
    private const double Negligible = 1e-18;

    private readonly LaneNeurons<T> neurons;
    private T end;
    private T growthRoot;
    private T growth;
    private T middle;
    private T middleSpeed;

    /// <summary>Starts at theta = 0 along arcs.</summary>
    /// <param name="arc">The arcs.</param>
    /// <param name="neurons">What the arcs after them are made of.</param>
    public NeuronCourse(in LaneArc<T> arc, LaneNeurons<T> neurons)
    {
        this.neurons = neurons;
        (Logit, Left, end, growthRoot) = (arc.Offset, arc.End, arc.End, arc.GrowthRoot);
        growth = growthRoot * growthRoot;
    }

    public T Logit { get; private set; }

    public readonly T Speed => growth - Logit;

    public T Left { get; private set; }

    public readonly T IsFading => T.And(T.AtMost(growthRoot, 0), T.AtMost(T.Abs(Logit), Negligible));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Foresee(in T distance, out T logit, out T speed)
    {
        T rise = LaneFunctions.ExpMinusOne(distance);
        logit = Along(Logit, growth, rise);
        speed = T.MultiplyAdd(growth, rise, growth) - logit;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Center(in T distance) => Foresee(distance, out middle, out middleSpeed);

    /// <summary>u(m + d) = u_m cosh d + E_m sinh d, with E = du/dtheta.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Around(in T way, out T before, out T after)
    {
        T rise = LaneFunctions.ExpMinusOne(way), excess = rise / (1 + rise);
        T even = T.MultiplyAdd(0.5 * middle, rise * excess, middle), odd = 0.5 * middleSpeed * (rise + excess);
        before = even - odd;
        after = even + odd;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Advance(in T distance, in T mask)
    {
        Logit = T.Select(mask, Along(Logit, growth, LaneFunctions.ExpMinusOne(distance)), Logit);
        growthRoot = T.Select(mask, growthRoot * T.Exp(0.5 * distance), growthRoot);
        Left = T.Select(mask, Left - distance, Left);
        T isOver = T.And(mask, T.AtMost(Left, 0));
        if (T.Bits(isOver) != 0)
            Outlive(isOver);
        growth = growthRoot * growthRoot;
    }

    public void Fade(in T distance, in T mask) => Logit = T.Select(mask, Logit * T.Exp(-distance), Logit);

    /// <summary>Goes over to the next arcs in the lanes of a mask, which stand at the ends of theirs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Outlive(in T mask)
    {
        neurons.After(end, out LaneArc<T> next);
        T position = T.And(mask, end), start = next.GrowthRoot * next.GrowthRoot;
        Logit = T.Select(mask, Along(next.Offset, start, LaneFunctions.ExpMinusOne(position)), Logit);
        growthRoot = T.Select(mask, next.GrowthRoot * T.Exp(0.5 * position), growthRoot);
        Left = T.Select(mask, next.End - position, Left);
        end = T.Select(mask, next.End, end);
    }

    /// <summary>The logit a distance d on.</summary>
    /// <param name="logit">u.</param>
    /// <param name="growth">g = u + du/dtheta.</param>
    /// <param name="rise">e^d - 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Along(T logit, T growth, T rise)
    {
        T fall = 1 / (1 + rise);
        return T.MultiplyAdd(logit, fall, 0.5 * growth * T.MultiplyAdd(rise, fall, rise));
    }
}
