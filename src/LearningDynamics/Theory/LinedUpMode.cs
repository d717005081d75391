namespace LearningDynamics.Theory;

/// <summary>
/// One hidden ReLU neuron on one class of lined-up examples, under gradient flow of the mean cross-entropy: y' = p n^2 z sigma(-u), z' = p y sigma(-u) while
/// y > 0, with u = z y. This is one mode of arXiv:1809.06848, Theorem 3.4, from any start, balanced or not, and Figure 2's phase diagram.
/// </summary>
/// <remarks>Derived in docs/theory/lined-up-class.md. Accuracy as for <see cref="LinedUpClass"/>, of which this is the case of one neuron.</remarks>
public sealed class LinedUpMode : LearningCurve
{
    private readonly LinedUpClass neuron;

    /// <summary>Solves the mode.</summary>
    /// <param name="inputNorm">The norm n of the examples, above 0.</param>
    /// <param name="frequency">The share p of the data that the class has, in (0, 1].</param>
    /// <param name="initialPreactivation">y at t = 0, finite; at 0 or below the neuron never moves.</param>
    /// <param name="initialOutputWeight">z at t = 0, finite; the sign counts towards the correct class.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain, or so large that the initial logit overflows.</exception>
    public LinedUpMode(double inputNorm, double frequency, double initialPreactivation, double initialOutputWeight)
    {
        neuron = new LinedUpClass(inputNorm, frequency, [Requires.Finite(initialPreactivation)], [Requires.Finite(initialOutputWeight)]);
        InitialPreactivation = initialPreactivation;
        InitialOutputWeight = initialOutputWeight;
    }

    /// <summary>The norm n of the examples.</summary>
    public double InputNorm => neuron.InputNorm;

    /// <summary>The share p of the data that the class has.</summary>
    public double Frequency => neuron.Frequency;

    /// <summary>y at t = 0.</summary>
    public double InitialPreactivation { get; }

    /// <summary>z at t = 0.</summary>
    public double InitialOutputWeight { get; }

    /// <summary>What becomes of the neuron, by the signs of y0 and y0 + n z0.</summary>
    public Outcome Outcome => neuron.OutcomeOf(0);

    /// <summary>The time at which the neuron dies: null if it never does or was never active, infinity beyond the range of a double.</summary>
    public double? CollapseTime => neuron.DeathTime(0);

    /// <summary>y^2 - n^2 z^2, which the flow keeps.</summary>
    public double Invariant => neuron.Invariant(0);

    /// <summary>The preactivation y = w.x: exactly 0 once the neuron is dead.</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double Preactivation(double t) => neuron.Preactivation(0, t);

    /// <summary>The output weight z.</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double OutputWeight(double t) => neuron.OutputWeight(0, t);

    /// <inheritdoc/>
    public override double Logit(double t) => neuron.Logit(t);

    /// <inheritdoc/>
    public override double LogitSpeed(double t) => neuron.LogitSpeed(t);

    /// <inheritdoc/>
    public override double? TimeToLogit(double logit) => neuron.TimeToLogit(logit);
}
