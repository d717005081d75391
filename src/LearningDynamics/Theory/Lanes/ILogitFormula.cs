using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>The logit of a solved system as a formula over lanes, in two steps: each start is prepared once, and any number of durations are taken from it.</summary>
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

    /// <summary>Prepares starts in the domain.</summary>
    void Start<T>(in ModeLanes<T> modes, out StartLanes<T> start)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>The logit after an intrinsic duration of at most 1e150.</summary>
    void Logit<T>(in StartLanes<T> start, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>;
}

/// <summary>Starts side by side, as a formula has prepared them.</summary>
/// <param name="Logit">The initial logit u0.</param>
/// <param name="Growth">The number that the logit's growth is reckoned from; each formula has its own.</param>
/// <param name="End">The intrinsic duration after which the logit is 0; nothing for the formulas that have no such end.</param>
internal readonly record struct StartLanes<T>(T Logit, T Growth, T End = default)
    where T : unmanaged, ILanes<T>, IScalar<T>;
