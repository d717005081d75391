using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes.Responses;

/// <summary>Where simplified systems are.</summary>
/// <param name="Logit">u.</param>
/// <param name="Output">f.</param>
/// <param name="Residual">y - f.</param>
/// <param name="Variance">f (1 - f).</param>
internal readonly record struct ResponseState<T>(T Logit, T Output, T Residual, T Variance)
    where T : unmanaged, ILanes<T>, IScalar<T>;
