using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>A logit as a function of intrinsic time, in lanes, seen from where each lane stands.</summary>
internal interface ILaneCourse<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    /// <summary>The logits here.</summary>
    T Logit { get; }

    /// <summary>Their derivatives with respect to intrinsic time, du/dtheta.</summary>
    T Speed { get; }

    /// <summary>The distances to where the courses change abruptly; infinity if they never do.</summary>
    T Left { get; }

    /// <summary>The mask of the lanes whose logit is nothing beside 1 and only decays, as e^-theta.</summary>
    T IsFading { get; }

    /// <summary>The logits and their derivatives a distance on.</summary>
    void Foresee(in T distance, out T logit, out T speed);

    /// <summary>Looks a distance on, to where <see cref="Around"/> is the middle.</summary>
    void Center(in T distance);

    /// <summary>The logits as far before the middle as after it; two for little more than the price of one.</summary>
    void Around(in T way, out T before, out T after);

    /// <summary>Moves on, in the lanes of a mask, by a distance of at most what is left.</summary>
    void Advance(in T distance, in T mask);

    /// <summary>Lets logits that fade do so for a distance, in the lanes of a mask.</summary>
    void Fade(in T distance, in T mask);
}
