using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>The logit of a solved system as a formula over lanes: each lane has its own time and its own parameters.</summary>
internal interface ILogitFormula
{
    /// <summary>The intrinsic speed of learning, which the time is multiplied by.</summary>
    T Speed<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>The mask of the lanes whose start is in the formula's domain.</summary>
    T Accepts<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>Refuses a start that is not in the domain, naming the argument.</summary>
    void Require(int index, double start, double outputWeight, double inputNorm);

    /// <summary>The logit after an intrinsic duration of at most 1e150, from a start in the domain.</summary>
    void Logit<T>(in ModeLanes<T> modes, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>;
}
