using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// One hidden ReLU neuron on one class of lined-up examples, under gradient flow of the mean hinge loss max(0, M - u): y' = p n^2 z, z' = p y while y > 0 and
/// u = z y is below the margin M. From any start, balanced or not.
/// </summary>
/// <remarks>
/// <see cref="LinedUpMode"/> with the hinge loss in place of the cross-entropy: its intrinsic time is 2 n p t itself. Derived in docs/theory/hinge.md. Relative error at most
/// 1e-12 (absolute where a value passes through 0), plus a few machine epsilons times the condition number t u' / u.
/// </remarks>
public sealed class LinedUpHingeMode : LearningCurve
{
    private readonly HiddenNeuron neuron;
    private readonly LogitArc arc;
    private readonly double rate;
    private readonly double end;
    private readonly LaneCurve<LinedUpHingeFormula> lanes;

    /// <summary>Solves the mode.</summary>
    /// <param name="inputNorm">The norm n of the examples, above 0.</param>
    /// <param name="frequency">The share p of the data that the class has, in (0, 1].</param>
    /// <param name="initialPreactivation">y at t = 0, finite; at 0 or below the neuron never moves.</param>
    /// <param name="initialOutputWeight">z at t = 0, finite; the sign counts towards the correct class.</param>
    /// <param name="margin">The margin M, above 0. A start at or beyond it never moves.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain, or so large that the initial logit overflows.</exception>
    public LinedUpHingeMode(double inputNorm, double frequency, double initialPreactivation, double initialOutputWeight, double margin)
    {
        InputNorm = Requires.Positive(inputNorm);
        Frequency = Requires.Share(frequency);
        Margin = Requires.Positive(margin);
        neuron = new HiddenNeuron(inputNorm, Requires.Finite(initialPreactivation), Requires.Finite(initialOutputWeight));
        if (!neuron.IsInRange)
            throw new ArgumentOutOfRangeException(nameof(initialOutputWeight), initialOutputWeight, $"With the preactivation {initialPreactivation:R} the logit would overflow.");
        rate = 2 * inputNorm * frequency;
        arc = LogitArcs.Between([neuron], inputNorm) is [var only] ? only : new LogitArc(0, 0, 0);
        end = Math.Min(arc.End, PositionOf(margin));
        lanes = new(new LinedUpHingeFormula(margin), new(0, initialPreactivation, initialOutputWeight, inputNorm, frequency), rate, end / rate);
    }

    /// <summary>The norm n of the examples.</summary>
    public double InputNorm { get; }

    /// <summary>The share p of the data that the class has.</summary>
    public double Frequency { get; }

    /// <summary>The margin M.</summary>
    public double Margin { get; }

    /// <summary>What becomes of the neuron; a learned one ends at the margin.</summary>
    public Outcome Outcome => neuron.Outcome;

    /// <summary>The time at which the logit reaches the margin and stops there; 0 for a start at or beyond it, null if it never does.</summary>
    public double? MarginTime => TimeToLogit(Margin);

    /// <summary>The time at which the neuron dies: null if it never does or was never active, infinity beyond the range of a double.</summary>
    public double? CollapseTime => Outcome == Outcome.Collapsed ? arc.End / rate : null;

    /// <summary>The preactivation y: exactly 0 once the neuron is dead.</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double Preactivation(double t) => neuron.Preactivation(Position(t));

    /// <summary>The output weight z.</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double OutputWeight(double t) => neuron.OutputWeight(Position(t));

    internal override LaneCurve Lanes => lanes;

    /// <inheritdoc/>
    public override double Logit(double t)
    {
        _ = Requires.Duration(t, rate);
        if (lanes.Covers(t))
            return lanes.Logit(t);
        // At the end it is at the margin, at its start beyond it, or dead; the separatrix has decayed to 0.
        return Outcome == Outcome.Learned ? Math.Max(Margin, arc.Offset) : 0;
    }

    /// <inheritdoc/>
    public override double LogitSpeed(double t)
    {
        double position = Position(t);
        return position < end ? rate * (arc.Growth(position) - arc.Logit(position)) : 0;
    }

    /// <inheritdoc/>
    /// <remarks>The margin itself is reached; what lies beyond it never is.</remarks>
    public override double? TimeToLogit(double logit)
    {
        if (Requires.Number(logit) <= arc.Offset)
            return 0;
        bool isReached = Outcome switch
        {
            Outcome.Learned => logit <= Margin,
            Outcome.Collapsed => logit <= 0,
            Outcome.Separatrix => logit < 0,
            _ => false,
        };
        return isReached ? PositionOf(logit) / rate : null;
    }

    private double Position(double t) => Math.Min(Requires.Duration(t, rate), end);

    // The intrinsic time at which the logit has the value, if it is on the way; 0 if the start is beyond it.
    private double PositionOf(double logit)
    {
        if (logit <= arc.Offset)
            return 0;
        if (logit > 0 && Outcome != Outcome.Learned)
            return double.PositiveInfinity;
        return new Panel(0, 0, arc.End, default, arc.Logit(0), arc.Growth(0)).DistanceToLogit(logit);
    }
}
