using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>The logit of features that always occur together in two layers: a sum of shares that each grow exponentially (theory: docs/theory/gradient-starvation.md).</summary>
internal ref struct FeatureCourse<T> : ILaneCourse<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    private readonly Span<T> shares;
    private readonly ReadOnlySpan<T> speeds;
    private readonly Span<T> middle;

    /// <summary>Starts from shares.</summary>
    /// <param name="shares">The shares, which the course changes as it moves on.</param>
    /// <param name="speeds">The norms divided by the largest.</param>
    /// <param name="workspace">Room for as many vectors.</param>
    public FeatureCourse(Span<T> shares, ReadOnlySpan<T> speeds, Span<T> workspace)
    {
        this.shares = shares;
        this.speeds = speeds;
        middle = workspace;
        Foresee(0, out T logit, out T speed);
        (Logit, Speed) = (logit, speed);
    }

    public T Logit { get; private set; }

    public T Speed { get; private set; }

    public readonly T Left => double.PositiveInfinity;

    public readonly T IsFading => default;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Foresee(in T distance, out T logit, out T speed)
    {
        logit = speed = 0;
        for (int k = 0; k < shares.Length; k++)
        {
            T share = shares[k] * T.Exp(speeds[k] * distance);
            logit += share;
            speed = T.MultiplyAdd(speeds[k], share, speed);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Center(in T distance)
    {
        for (int k = 0; k < shares.Length; k++)
            middle[k] = shares[k] * T.Exp(speeds[k] * distance);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Around(in T way, out T before, out T after)
    {
        before = after = 0;
        for (int k = 0; k < shares.Length; k++)
        {
            T growth = T.Exp(speeds[k] * way);
            before += middle[k] / growth;
            after = T.MultiplyAdd(middle[k], growth, after);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Advance(in T distance, in T mask)
    {
        for (int k = 0; k < shares.Length; k++)
            shares[k] = T.Select(mask, shares[k] * T.Exp(speeds[k] * distance), shares[k]);
        Foresee(0, out T logit, out T speed);
        (Logit, Speed) = (logit, speed);
    }

    /// <summary>No share ever falls.</summary>
    public readonly void Fade(in T distance, in T mask)
    {
    }
}
