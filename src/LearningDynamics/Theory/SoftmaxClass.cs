namespace LearningDynamics.Theory;

/// <summary>
/// One of K classes of lined-up examples, orthogonal to the others, learned by any number of hidden ReLU neurons under gradient flow of the mean softmax
/// cross-entropy, with equal output weights for the K - 1 wrong classes: y_i' = p n^2 v_i (1 - q), v_i' = K/(K - 1) p y_i (1 - q) while y_i > 0. Here v_i is the
/// output weight of the correct class minus that of a wrong one, u = sum of v_i y_i, and q = 1 / (1 + (K - 1) e^-u) is the confidence.
/// </summary>
/// <remarks>
/// The several classes of arXiv:1809.06848; derived in docs/theory/multiclass.md. The logit is correct minus wrong. Accuracy as for <see cref="LinedUpClass"/>.
/// </remarks>
public sealed class SoftmaxClass : LearningCurve
{
    private readonly LinedUpClass binary;

    /// <summary>Solves the class.</summary>
    /// <param name="classes">The number K of classes, at least 2.</param>
    /// <param name="inputNorm">The norm n of the class's examples, above 0.</param>
    /// <param name="frequency">The share p of the data that the class has, in (0, 1].</param>
    /// <param name="initialPreactivations">y_i at t = 0, finite; a neuron that starts at 0 or below never moves.</param>
    /// <param name="initialOutputDifferences">v_i at t = 0, finite, as many.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain, or so large that the initial logit overflows.</exception>
    /// <exception cref="ArgumentException">There are not as many output differences as preactivations.</exception>
    public SoftmaxClass(int classes, double inputNorm, double frequency, ReadOnlySpan<double> initialPreactivations, ReadOnlySpan<double> initialOutputDifferences)
    {
        if (classes < 2)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There are at least 2 classes.");
        if (initialOutputDifferences.Length != initialPreactivations.Length)
            throw new ArgumentException($"There are {initialPreactivations.Length} preactivations and {initialOutputDifferences.Length} output differences; they must be as many.", nameof(initialOutputDifferences));
        Classes = classes;
        InputNorm = Requires.Positive(inputNorm);
        Frequency = Requires.Share(frequency);
        // With p' = K/(K - 1) p and n' = n / sqrt(K/(K - 1)) these are the equations of two classes, but for the confidence.
        double excess = classes / (classes - 1.0);
        binary = new LinedUpClass(inputNorm / Math.Sqrt(excess), frequency * excess, initialPreactivations, initialOutputDifferences, halfway: Math.Log(classes - 1));
    }

    /// <summary>The number K of classes.</summary>
    public int Classes { get; }

    /// <summary>The norm n of the class's examples.</summary>
    public double InputNorm { get; }

    /// <summary>The share p of the data that the class has.</summary>
    public double Frequency { get; }

    /// <summary>The number of neurons, inactive ones included.</summary>
    public int Count => binary.Count;

    /// <summary>What becomes of the class, as for <see cref="LinedUpClass.Outcome"/>: a neuron learns iff y0 > 0 and sqrt(K/(K - 1)) y0 + n v0 > 0.</summary>
    public Outcome Outcome => binary.Outcome;

    /// <summary>The time of every neuron's death: null for one that never dies or was never active, infinity beyond the range of a double.</summary>
    public IReadOnlyList<double?> DeathTimes => binary.DeathTimes;

    private protected override double HalfwayLogit => Math.Log(Classes - 1);

    /// <inheritdoc/>
    public override double Logit(double t) => binary.Logit(t);

    /// <inheritdoc/>
    public override double LogitSpeed(double t) => binary.LogitSpeed(t);

    /// <inheritdoc/>
    public override double? TimeToLogit(double logit) => binary.TimeToLogit(logit);

    /// <summary>What becomes of one neuron.</summary>
    /// <param name="neuron">The neuron's index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron.</exception>
    public Outcome OutcomeOf(int neuron) => binary.OutcomeOf(neuron);

    /// <summary>The preactivation y_i = w_i.x: exactly 0 once the neuron is dead.</summary>
    /// <param name="neuron">The neuron's index.</param>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron, or as for <see cref="Logit(double)"/>.</exception>
    public double Preactivation(int neuron, double t) => binary.Preactivation(neuron, t);

    /// <summary>The output difference v_i: the output weight of the correct class minus that of a wrong one.</summary>
    /// <param name="neuron">The neuron's index.</param>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such neuron, or as for <see cref="Logit(double)"/>.</exception>
    public double OutputDifference(int neuron, double t) => binary.OutputWeight(neuron, t);
}
