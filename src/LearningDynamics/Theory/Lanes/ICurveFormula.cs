using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>A formula that prepares each start once and then takes any number of durations from it.</summary>
internal interface ICurveFormula : ILogitFormula
{
    /// <summary>All that the formula needs of modes.</summary>
    void Start<T>(in ModeLanes<T> modes, out StartLanes<T> start)
        where T : unmanaged, ILanes<T>, IScalar<T>;

    /// <summary>The logit after an intrinsic duration.</summary>
    void Logit<T>(in StartLanes<T> start, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>;
}

/// <summary>Starts side by side.</summary>
/// <param name="Logit">The initial logit u0.</param>
/// <param name="Growth">The number that the logit's growth is reckoned from; each formula has its own.</param>
internal readonly record struct StartLanes<T>(T Logit, T Growth)
    where T : unmanaged, ILanes<T>, IScalar<T>;
