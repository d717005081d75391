using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>The logit of a solved system as a formula over lanes: each lane has its own time and its own parameters.</summary>
internal interface ILogitFormula
{
    /// <summary>The least initial logit.</summary>
    double LeastInitialLogit { get; }

    /// <summary>The intrinsic speed of learning, which the time is multiplied by.</summary>
    T Speed<T>(T inputNorm, T frequency)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>The logit after an intrinsic duration of at most 1e150, from an initial logit of at most 300.</summary>
    void Logit<T>(in T initialLogit, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>;
}
