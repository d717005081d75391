using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Modes side by side: when each is looked at, where it starts, and its class.</summary>
/// <param name="Time">t.</param>
/// <param name="Start">The initial logit; the initial preactivation where there is an output weight.</param>
/// <param name="OutputWeight">The initial output weight; nothing for balanced modes.</param>
/// <param name="InputNorm">n.</param>
/// <param name="Frequency">p.</param>
internal readonly record struct ModeLanes<T>(T Time, T Start, T OutputWeight, T InputNorm, T Frequency)
    where T : unmanaged, ILanes<T>, IScalar<T>;
