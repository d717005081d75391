namespace LearningDynamics.Theory;

/// <summary>
/// A class whose examples are lined up (all equal to one input x), learned by any number of hidden ReLU neurons under gradient flow of the mean
/// cross-entropy: y_i' = p n^2 z_i sigma(-u), z_i' = p y_i sigma(-u) while y_i > 0, and u = sum of z_i y_i over the active neurons.
/// </summary>
/// <remarks>
/// The network is Figure 1 of arXiv:1809.06848; under that paper's assumptions the classes learn independently (Lemma 3.1), each by itself as here.
/// The solution with deaths is derived in docs/theory/lined-up-class.md. Relative error of the logit at most 1e-12 (absolute where it passes through 0), plus a few
/// machine epsilons times the condition number t u' / u.
/// </remarks>
public sealed class LinedUpClass : LearningCurve
{
    private readonly HiddenNeuron[] neurons;
    private readonly IntrinsicClock clock;
    private readonly Lazy<IReadOnlyList<double?>> deathTimes;

    /// <summary>Solves the class.</summary>
    /// <param name="inputNorm">The norm n of the examples, above 0.</param>
    /// <param name="frequency">The share p of the data that the class has, in (0, 1].</param>
    /// <param name="initialPreactivations">y_i at t = 0, finite; a neuron that starts at 0 or below never moves.</param>
    /// <param name="initialOutputWeights">z_i at t = 0, finite, as many; the sign counts towards the correct class.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain, or so large that the initial logit overflows.</exception>
    /// <exception cref="ArgumentException">There are not as many output weights as preactivations.</exception>
    public LinedUpClass(double inputNorm, double frequency, ReadOnlySpan<double> initialPreactivations, ReadOnlySpan<double> initialOutputWeights)
        : this(inputNorm, Requires.Share(frequency), initialPreactivations, initialOutputWeights, halfway: 0)
    {
    }

    /// <summary>Solves the same equations with sigma(halfway - u) in place of sigma(-u), for any frequency above 0.</summary>
    internal LinedUpClass(double inputNorm, double frequency, ReadOnlySpan<double> initialPreactivations, ReadOnlySpan<double> initialOutputWeights, double halfway)
    {
        InputNorm = Requires.Positive(inputNorm);
        Frequency = frequency;
        HalfwayLogit = halfway;
        if (initialOutputWeights.Length != initialPreactivations.Length)
            throw new ArgumentException($"There are {initialPreactivations.Length} preactivations and {initialOutputWeights.Length} output weights; they must be as many.", nameof(initialOutputWeights));

        neurons = new HiddenNeuron[initialPreactivations.Length];
        for (int i = 0; i < neurons.Length; i++)
            neurons[i] = Neuron(inputNorm, initialPreactivations[i], initialOutputWeights[i]);
        clock = new IntrinsicClock(2 * inputNorm * frequency, LogitArcs.Between(neurons, inputNorm), halfway: halfway);
        deathTimes = new(() => Array.AsReadOnly(Array.ConvertAll(neurons, TimeOfDeath)));
    }

    /// <summary>The norm n of the examples.</summary>
    public double InputNorm { get; }

    /// <summary>The share p of the data that the class has.</summary>
    public double Frequency { get; }

    /// <summary>The number of neurons, inactive ones included.</summary>
    public int Count => neurons.Length;

    /// <summary>The number of neurons that are active for ever.</summary>
    public int Survivors => Array.FindAll(neurons, static neuron => neuron.Outcome is Outcome.Learned or Outcome.Separatrix).Length;

    /// <summary>What becomes of the class: learned if one neuron learns it, else on the separatrix if one neuron is, else collapsed if one was active.</summary>
    public Outcome Outcome
    {
        get
        {
            foreach (Outcome outcome in (ReadOnlySpan<Outcome>)[Outcome.Learned, Outcome.Separatrix, Outcome.Collapsed])
            {
                if (Array.Exists(neurons, neuron => neuron.Outcome == outcome))
                    return outcome;
            }
            return Outcome.Inactive;
        }
    }

    /// <summary>The time of every neuron's death: null for one that never dies or was never active, infinity beyond the range of a double.</summary>
    public IReadOnlyList<double?> DeathTimes => deathTimes.Value;

    private protected override double HalfwayLogit { get; }

    /// <inheritdoc/>
    public override double Logit(double t) => clock.Logit(t);

    /// <inheritdoc/>
    public override double LogitSpeed(double t) => clock.LogitSpeed(t);

    /// <inheritdoc/>
    public override double? TimeToLogit(double logit) => clock.TimeToLogit(Requires.Number(logit));

    /// <summary>What becomes of one neuron.</summary>
    /// <param name="neuron">The neuron's index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron.</exception>
    public Outcome OutcomeOf(int neuron) => Get(neuron).Outcome;

    /// <summary>The time of one neuron's death: null if it never dies or was never active, infinity beyond the range of a double.</summary>
    /// <param name="neuron">The neuron's index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron.</exception>
    public double? DeathTime(int neuron) => TimeOfDeath(Get(neuron));

    /// <summary>y_i^2 - n^2 z_i^2, which the flow keeps for every neuron.</summary>
    /// <param name="neuron">The neuron's index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron.</exception>
    public double Invariant(int neuron) => Get(neuron).Invariant;

    /// <summary>The preactivation y_i = w_i.x: exactly 0 once the neuron is dead.</summary>
    /// <param name="neuron">The neuron's index.</param>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron, or as for <see cref="Logit(double)"/>.</exception>
    public double Preactivation(int neuron, double t) => Get(neuron).Preactivation(clock.Position(t));

    /// <summary>The output weight z_i.</summary>
    /// <param name="neuron">The neuron's index.</param>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron, or as for <see cref="Logit(double)"/>.</exception>
    public double OutputWeight(int neuron, double t) => Get(neuron).OutputWeight(clock.Position(t));

    /// <summary>All preactivations and output weights at one time, for the price of one.</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <param name="preactivations">Receives y_i, for all neurons.</param>
    /// <param name="outputWeights">Receives z_i, for all neurons.</param>
    /// <exception cref="ArgumentException">A span's length is not the number of neurons.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public void State(double t, Span<double> preactivations, Span<double> outputWeights)
    {
        if (preactivations.Length != Count)
            throw new ArgumentException($"There are {Count} neurons and room for {preactivations.Length}.", nameof(preactivations));
        if (outputWeights.Length != Count)
            throw new ArgumentException($"There are {Count} neurons and room for {outputWeights.Length}.", nameof(outputWeights));
        double position = clock.Position(t);
        for (int i = 0; i < neurons.Length; i++)
        {
            preactivations[i] = neurons[i].Preactivation(position);
            outputWeights[i] = neurons[i].OutputWeight(position);
        }
    }

    private static HiddenNeuron Neuron(double inputNorm, double initialPreactivation, double initialOutputWeight)
    {
        HiddenNeuron neuron = new(inputNorm, Requires.Finite(initialPreactivation), Requires.Finite(initialOutputWeight));
        return neuron.IsInRange ? neuron
            : throw new ArgumentOutOfRangeException(nameof(initialOutputWeight), initialOutputWeight, $"With the preactivation {initialPreactivation:R} the logit would overflow.");
    }

    private ref readonly HiddenNeuron Get(int neuron)
    {
        if ((uint)neuron >= (uint)neurons.Length)
            throw new ArgumentOutOfRangeException(nameof(neuron), neuron, $"The class has {neurons.Length} neurons, counted from 0.");
        return ref neurons[neuron];
    }

    private double? TimeOfDeath(HiddenNeuron neuron) => double.IsPositiveInfinity(neuron.DeathPosition) ? null : clock.Time(neuron.DeathPosition);
}
