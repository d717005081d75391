using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>A <see cref="CompetitionState"/> in every lane.</summary>
/// <param name="Alpha">The preactivation on class 1.</param>
/// <param name="Beta">The preactivation on class 2.</param>
/// <param name="OutputWeight">The output weight.</param>
internal readonly record struct CompetitionLanes<T>(T Alpha, T Beta, T OutputWeight)
    where T : unmanaged, ILanes<T>, IScalar<T>;
