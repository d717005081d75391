using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>A <see cref="OneSidedNeuron"/> in every lane, seen from the class that it is active on (theory: docs/theory/competing-classes.md).</summary>
internal readonly ref struct OneSidedLanes<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    private readonly LaneNeurons<T> neuron;
    private readonly LaneArc<T> arc;
    private readonly T inputNorm;
    private readonly T slope;
    private readonly T preactivation;
    private readonly T inactive;
    private readonly T outputWeight;
    private readonly T growing;
    private readonly T decaying;

    /// <summary>Sets neurons up.</summary>
    /// <param name="inputNorm">The norm n of the active class.</param>
    /// <param name="slope">rho / n^2.</param>
    /// <param name="start">At t = 0, with the preactivation of the active class as Alpha.</param>
    /// <param name="workspace">Room for one neuron.</param>
    public OneSidedLanes(in T inputNorm, in T slope, in CompetitionLanes<T> start, Span<T> workspace)
    {
        (this.inputNorm, this.slope) = (inputNorm, slope);
        (preactivation, inactive, outputWeight) = (start.Alpha, start.Beta, start.OutputWeight);
        growing = T.MultiplyAdd(inputNorm, outputWeight, preactivation);
        decaying = T.MultiplyAdd(-inputNorm, outputWeight, preactivation);
        neuron = new(inputNorm, 1, workspace);
        neuron.Set(0, preactivation, outputWeight);
        neuron.After(double.NegativeInfinity, out arc);
        Revive(out T revival);
        Revival = revival;
    }

    /// <summary>The intrinsic times at which the other sides come alive; infinity for never.</summary>
    public T Revival { get; }

    /// <summary>The durations until the other sides come alive; infinity for never.</summary>
    public void RevivalTime(out T duration)
    {
        T isReviving = T.Greater(double.PositiveInfinity, Revival);
        NeuronCourse<T> course = new(arc, neuron);
        new LaneClock<T>(halfway: 0).Time(ref course, Revival, isReviving, out duration);
        duration = T.Select(isReviving, duration, double.PositiveInfinity);
    }

    /// <summary>The intrinsic times after durations, as if no other side came alive, and the neurons there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void State(in T duration, out T position, out CompetitionLanes<T> state)
    {
        NeuronCourse<T> course = new(arc, neuron);
        new LaneClock<T>(halfway: 0).Advance(ref course, duration, out position);
        T isActive = T.Greater(preactivation, 0), isDying = T.And(isActive, T.Greater(0, growing));
        // A course that ends with a death goes on without an end.
        T isDead = T.And(isDying, T.AtMost(double.PositiveInfinity, course.Left));
        Along(T.Minimum(position, Revival), out T alpha, out T weight);
        alpha = T.Select(isActive, T.AndNot(alpha, isDead), preactivation);
        weight = T.Select(isDead, -(T.Sqrt(-growing) / inputNorm * T.Sqrt(decaying)), weight);
        weight = T.Select(isActive, weight, outputWeight);
        state = new(alpha, T.MultiplyAdd(slope, alpha - preactivation, inactive), weight);
    }

    /// <summary>y = y0 e^-h + a sinh h and z = z0 e^-h + (a / n) sinh h with h = theta / 2.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Along(in T position, out T alpha, out T weight)
    {
        // Only a separatrix goes beyond this bound, and nothing of it grows.
        T rise = LaneFunctions.ExpMinusOne(T.Minimum(700, 0.5 * position)), grown = 0.5 * growing * (rise + (rise / (1 + rise)));
        LanePower.Exp(-0.5 * position, out T decay);
        alpha = T.MultiplyAdd(preactivation, decay, grown);
        weight = T.MultiplyAdd(outputWeight, decay, grown / inputNorm);
    }

    /// <summary>
    /// The other side reaches 0 where y has fallen by its distance from there over the slope. There n^2 z^2 = y^2 - (y0^2 - n^2 z0^2), and in intrinsic time e^(theta / 2) = (y0 - n z0) / (y - n z), whose
    /// excess over 1 is written without a difference of near numbers.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Revive(out T position)
    {
        T isFalling = T.And(T.Greater(preactivation, 0), T.And(T.Greater(0, outputWeight), T.Greater(0, slope)));
        T distance = inactive / T.Select(isFalling, slope, -1);
        T there = preactivation - distance, square = T.MultiplyAdd(-growing, decaying, there * there);
        T isReached = T.And(isFalling, T.And(T.Greater(there, 0), T.Greater(square, 0)));
        T weight = T.Sqrt(T.Select(isReached, square, 1)), initialWeight = inputNorm * T.Abs(outputWeight);
        T excess = distance * (1 + ((preactivation + there) / (initialWeight + weight))) / (there + weight);
        position = T.Select(isReached, 2 * LaneFunctions.LogOnePlus(T.And(isReached, excess)), double.PositiveInfinity);
    }
}
