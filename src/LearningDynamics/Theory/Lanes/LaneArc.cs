namespace LearningDynamics.Theory.Lanes;

/// <summary>A <see cref="LogitArc"/> in every lane.</summary>
/// <param name="End">The intrinsic time at which the arc ends with a death; infinity if it never does.</param>
/// <param name="Offset">u0, the share of the initial logit that the neurons alive have.</param>
/// <param name="GrowthRoot">The square root of g.</param>
internal readonly record struct LaneArc<T>(T End, T Offset, T GrowthRoot)
    where T : unmanaged;
