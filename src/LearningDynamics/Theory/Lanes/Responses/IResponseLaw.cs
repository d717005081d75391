using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>
/// Time against position for one loss, scaled so that nothing in it depends on the slope and the learning rate. Far from the fixed point it is a function of
/// the growth d from the start, near it one of the distance w to it.
/// </summary>
internal interface IResponseLaw
{
    /// <summary>The logit's speed over the learning rate and the residual.</summary>
    /// <param name="steepness">a f (1 - f), the slope of the output against the logit.</param>
    static abstract T Pull<T>(T steepness)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>The scaled time in which v grows by d, its derivative, and the derivative's logarithmic derivative.</summary>
    static abstract void Time<T>(in OutputGap<T> gap, in T growth, out T time, out T slope, out T bend)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>A growth that is not reached before the time, and not much larger than the one that is.</summary>
    static abstract void GrowthBound<T>(in OutputGap<T> gap, in T time, out T bound)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>What the scaled time is multiplied by near the fixed point.</summary>
    static abstract T NearScale<T>(in OutputGap<T> gap)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>What is added to -ln(1 - e^-w) near the fixed point so that the sum falls linearly in time, and its derivative by w.</summary>
    static abstract void Correction<T>(in OutputGap<T> gap, in T distance, out T correction, out T slope)
        where T : unmanaged, ILanes<T>, IScalar<T>;
}
