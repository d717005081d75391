using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// One hidden ReLU neuron that is active on at most one of two classes, under gradient flow of the mean cross-entropy. On that class, with norm n, share p and preactivation y,
/// it is a <see cref="LinedUpMode"/>: y' = p n^2 z sigma(-u), z' = p y sigma(-u), u = z y; its preactivation on the other class follows as a straight line,
/// y_other(t) = y_other(0) + (rho / n^2) (y(t) - y(0)), and comes alive if that line crosses 0.
/// </summary>
/// <remarks>
/// These are the parts of arXiv:1809.06848, Figure 3, where one side is off. From a revival on both sides are active and no closed form is known; the solution ends there. Derived in
/// docs/theory/competing-classes.md. Accuracy as for <see cref="LinedUpClass"/>, on the scale of the terms where a line passes through 0. Safe to share between threads.
/// </remarks>
public sealed class OneSidedNeuron
{
    private readonly HiddenNeuron neuron;
    private readonly IntrinsicClock clock;
    private readonly double speed;
    private readonly double slope;
    private readonly double inactive;
    private readonly bool isClass1;
    private readonly double revivalPosition;

    /// <summary>Solves the neuron.</summary>
    /// <param name="classes">The two classes.</param>
    /// <param name="initial">The neuron at t = 0: finite, and at least one of its preactivations is at most 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, so large that the initial logit overflows, or the neuron is active on both classes.</exception>
    public OneSidedNeuron(ClassPair classes, CompetitionState initial)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (initial.Alpha > 0 && initial.Beta > 0)
            throw new ArgumentOutOfRangeException(nameof(initial), initial, "A neuron that is active on both classes has no closed form; one of Alpha and Beta must be at most 0.");
        (Classes, Initial) = (classes, initial);
        isClass1 = !(initial.Beta > 0);
        (ClassPair own, CompetitionState start) = isClass1 ? (classes, initial) : (classes.Mirrored(), initial.Mirrored());
        neuron = new HiddenNeuron(own.InputNorm1, Requires.Finite(start.Alpha, nameof(initial)), Requires.Finite(start.OutputWeight, nameof(initial)));
        inactive = Requires.Finite(start.Beta, nameof(initial));
        if (!neuron.IsInRange)
            throw new ArgumentOutOfRangeException(nameof(initial), initial, "The logit would overflow.");
        speed = 2 * own.InputNorm1 * own.Frequency1;
        clock = new IntrinsicClock(speed, LogitArcs.Between([neuron], own.InputNorm1));
        slope = own.InnerProduct / (own.InputNorm1 * own.InputNorm1);
        revivalPosition = neuron.IsActive ? PositionOfRevival(own.InputNorm1) : double.PositiveInfinity;
        RevivalTime = double.IsPositiveInfinity(revivalPosition) ? null : clock.Time(revivalPosition);
    }

    /// <summary>The two classes.</summary>
    public ClassPair Classes { get; }

    /// <summary>The neuron at t = 0.</summary>
    public CompetitionState Initial { get; }

    /// <summary>
    /// The time at which the inactive side comes alive, where the solution ends; null if it never does, infinity beyond the range of a double. A preactivation that touches 0 and turns back
    /// does not come alive.
    /// </summary>
    public double? RevivalTime { get; }

    /// <summary>The time at which the active side dies; null if it never does, was never active or the other side comes alive before; infinity beyond the range of a double.</summary>
    public double? DeathTime => RevivalTime is null && neuron.Outcome == Theory.Outcome.Collapsed ? clock.Time(neuron.DeathPosition) : null;

    /// <summary>
    /// What becomes of the neuron. After a revival the other class wins if y0 + n z0 was at most 0 on the active side; otherwise either may, and this is null.
    /// </summary>
    public CompetitionOutcome? Outcome => (neuron.Outcome, IsRevived: RevivalTime is not null) switch
    {
        (Theory.Outcome.Learned, IsRevived: false) => isClass1 ? CompetitionOutcome.Class1 : CompetitionOutcome.Class2,
        (Theory.Outcome.Learned, IsRevived: true) => null,
        (_, IsRevived: true) => isClass1 ? CompetitionOutcome.Class2 : CompetitionOutcome.Class1,
        (Theory.Outcome.Separatrix, IsRevived: false) => CompetitionOutcome.Separatrix,
        _ => CompetitionOutcome.Dead,
    };

    /// <summary>
    /// The time from which on the state alone shows the outcome: one side is active and z has its sign, or no side is active. After a revival it is an upper bound. Null on the separatrix, and
    /// where the outcome is.
    /// </summary>
    public double? DecisionTime => (neuron.Outcome, RevivalTime) switch
    {
        (Theory.Outcome.Learned, null) => clock.TimeToLogit(0),
        (Theory.Outcome.Collapsed, null) => DeathTime,
        (Theory.Outcome.Inactive, _) => 0,
        (Theory.Outcome.Collapsed, { } revival) => revival + LongestDefence(),
        _ => null,
    };

    /// <summary>The neuron at a time.</summary>
    /// <param name="t">The time, at least 0 and at most <see cref="RevivalTime"/> if there is one; infinity gives the limit, in which a class that is learned has infinities.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, not a number, behind the revival, or finite but so large that its product with the learning speed overflows.</exception>
    public CompetitionState State(double t)
    {
        double position = PositionAt(t);
        double preactivation = neuron.Preactivation(position);
        // A slope of 0 times an infinite way is no way.
        double other = slope == 0 ? inactive : inactive + (slope * (preactivation - neuron.InitialPreactivation));
        CompetitionState state = new(preactivation, other, neuron.OutputWeight(position));
        return isClass1 ? state : state.Mirrored();
    }

    /// <summary>The neuron at many times.</summary>
    /// <param name="times">The times, each as for <see cref="State(double)"/>, in any order.</param>
    /// <param name="states">Receives the neurons: as many as there are times, bit for bit those of <see cref="State(double)"/>.</param>
    /// <exception cref="ArgumentException">The two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="State(double)"/>.</exception>
    public void State(ReadOnlySpan<double> times, Span<CompetitionState> states)
    {
        Requires.Room(states.Length, times.Length);
        for (int i = 0; i < times.Length; i++)
            states[i] = State(times[i]);
    }

    private double PositionAt(double t)
    {
        if (t > RevivalTime)
            throw new ArgumentOutOfRangeException(nameof(t), t, $"The other side comes alive at t = {RevivalTime:R}; behind that no closed form is known.");
        return Math.Min(clock.Position(t), revivalPosition);
    }

    // From the revival on, with s = -(y + n z) above 0, s grows at least as e^(n p t / 2), and y dies before (y + s / 2) e^(-n p t / 2) = (s / 2) e^(n p t / 2).
    private double LongestDefence()
    {
        double preactivation = neuron.Preactivation(revivalPosition);
        double excess = -neuron.Growing * Math.Exp(revivalPosition / 2);
        return 2 * Functions.LogOnePlus(2 * preactivation / excess) / speed;
    }

    // The other side reaches 0 where y has fallen by distance = -y_other(0) / slope. There n^2 z^2 = y^2 - (y0^2 - n^2 z0^2), and in intrinsic time
    // e^(theta / 2) = (y0 - n z0) / (y - n z), whose excess over 1 is written without a difference of near numbers.
    private double PositionOfRevival(double inputNorm)
    {
        if (slope == 0 || !(neuron.InitialOutputWeight < 0))
            return double.PositiveInfinity;
        double distance = inactive / slope;
        double preactivation = neuron.InitialPreactivation - distance;
        double square = (preactivation * preactivation) - neuron.Invariant;
        if (!(preactivation > 0 && square > 0))
            return double.PositiveInfinity;
        double weight = Math.Sqrt(square);
        double initialWeight = inputNorm * -neuron.InitialOutputWeight;
        double excess = distance * (1 + ((neuron.InitialPreactivation + preactivation) / (initialWeight + weight))) / (preactivation + weight);
        return 2 * Functions.LogOnePlus(excess);
    }
}
