using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Evaluates many systems, as many at a time as there are lanes.</summary>
internal interface ILaneKernel
{
    /// <summary>The number of systems.</summary>
    int Count { get; }

    /// <summary>The number of vectors of its own that the evaluation needs.</summary>
    int WorkspaceLength { get; }

    /// <summary>Evaluates the systems of a range; refuses them if a number of theirs is outside its domain.</summary>
    void Evaluate<T>(LaneRange range, scoped Span<T> workspace)
        where T : unmanaged, ILanes<T>, IScalar<T>;
}
