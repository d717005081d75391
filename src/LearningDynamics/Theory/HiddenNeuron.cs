using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// One hidden neuron as a function of intrinsic time: y = y0 e^-h + a sinh h and z = z0 e^-h + (a / n) sinh h with h = theta / 2 and
/// a = y0 + n z0, until y reaches 0. Written so, the terms cancel only where y or z itself passes through 0.
/// </summary>
internal readonly struct HiddenNeuron
{
    private readonly double inputNorm;
    private readonly double decaying;

    public HiddenNeuron(double inputNorm, double initialPreactivation, double initialOutputWeight)
    {
        this.inputNorm = inputNorm;
        InitialPreactivation = initialPreactivation;
        InitialOutputWeight = initialOutputWeight;
        Growing = Math.FusedMultiplyAdd(inputNorm, initialOutputWeight, initialPreactivation);
        decaying = Math.FusedMultiplyAdd(-inputNorm, initialOutputWeight, initialPreactivation);
        DeathPosition = IsActive && Growing < 0 ? Functions.LogOnePlus(2 * InitialPreactivation / -Growing) : double.PositiveInfinity;
    }

    /// <summary>y0.</summary>
    public double InitialPreactivation { get; }

    /// <summary>z0.</summary>
    public double InitialOutputWeight { get; }

    /// <summary>a = y0 + n z0, the amplitude of the growing exponential. Its sign decides over learning and death, so it is rounded once.</summary>
    public double Growing { get; }

    /// <summary>The intrinsic time of death, ln(-b / a) with b = y0 - n z0; infinity for a neuron that never dies or was never active.</summary>
    public double DeathPosition { get; }

    /// <summary>True if the neuron is active at the start.</summary>
    public bool IsActive => InitialPreactivation > 0;

    /// <summary>True if all that the solution is made of is finite.</summary>
    public bool IsInRange => double.IsFinite(Growing) && double.IsFinite(decaying) && double.IsFinite(InitialPreactivation * InitialOutputWeight);

    /// <summary>y0^2 - n^2 z0^2, which the flow keeps.</summary>
    public double Invariant => Growing * decaying;

    public Outcome Outcome => !IsActive ? Outcome.Inactive
        : Growing > 0 ? Outcome.Learned
        : Growing < 0 ? Outcome.Collapsed
        : Outcome.Separatrix;

    public double Preactivation(double position)
    {
        if (!IsActive)
            return InitialPreactivation;
        return IsDead(position) ? 0 : Along(InitialPreactivation, Growing, position / 2);
    }

    public double OutputWeight(double position)
    {
        if (!IsActive)
            return InitialOutputWeight;
        return IsDead(position)
            ? -(Math.Sqrt(-Growing) / inputNorm * Math.Sqrt(decaying))
            : Along(InitialOutputWeight, Growing / inputNorm, position / 2);
    }

    private bool IsDead(double position) => Growing < 0 && position >= DeathPosition;

    private static double Along(double start, double growing, double angle) =>
        (start * Math.Exp(-angle)) + (growing == 0 ? 0 : growing * Math.Sinh(angle));
}
