using LearningDynamics.Numerics;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// One active path through N weight layers on one class of lined-up examples, balanced (all layer gains equal to a, logit u = n a^N), under gradient
/// flow of the mean cross-entropy: u' = N p n^(2/N) u^(2 - 2/N) sigma(-u).
/// </summary>
/// <remarks>
/// The setting of Figure 4 of arXiv:1809.06848; derived in docs/theory/depth.md. The logit is that of <see cref="LayeredModes"/>; from starts and at times outside its domain, one layer is
/// solved by Wright's omega function, and for more physical time is integrated over ln u. Relative error of the logit at most 1e-12, plus a few machine epsilons times the condition number t u' / u, which is large for
/// deep networks that start small.
/// </remarks>
public sealed class LayeredMode : LearningCurve
{
    private readonly double rate;
    private readonly IntrinsicClock? clock;
    private readonly LaneCurve? lanes;

    /// <summary>Solves the mode.</summary>
    /// <param name="layers">The number N of weight layers, at least 1.</param>
    /// <param name="inputNorm">The norm n of the examples, above 0.</param>
    /// <param name="frequency">The share p of the data that the class has, in (0, 1].</param>
    /// <param name="initialLogit">u at t = 0: finite, and above 0 for two and more layers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public LayeredMode(int layers, double inputNorm, double frequency, double initialLogit)
    {
        if (layers < 1)
            throw new ArgumentOutOfRangeException(nameof(layers), layers, "There is at least 1 layer.");
        Layers = layers;
        InputNorm = Requires.Positive(inputNorm);
        Frequency = Requires.Share(frequency);
        InitialLogit = layers == 1 ? Requires.Finite(initialLogit) : Requires.Positive(initialLogit);
        rate = layers * frequency * Math.Pow(inputNorm, 2.0 / layers);
        // Per unit of theta = ln(u / u0). The exponent is 0 for two layers.
        double tilt = (2.0 - layers) / layers, speed = layers == 1 ? rate : rate * Math.Pow(initialLogit, -tilt);
        if (layers > 1)
            clock = new IntrinsicClock(speed, [new LogitArc(double.PositiveInfinity, initialLogit, Math.Sqrt(2 * initialLogit))], tilt);
        lanes = layers switch
        {
            1 => Within(default(OneLayerFormula), speed),
            2 => Within(default(TwoLayerFormula), speed),
            _ => Within(new LayeredFormula(layers), speed),
        };
    }

    /// <summary>The number N of weight layers.</summary>
    public int Layers { get; }

    /// <summary>The norm n of the examples.</summary>
    public double InputNorm { get; }

    /// <summary>The share p of the data that the class has.</summary>
    public double Frequency { get; }

    /// <summary>u at t = 0.</summary>
    public double InitialLogit { get; }

    /// <summary>The gain a of each layer, (u / n)^(1/N); with one layer it has the logit's sign.</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double LayerGain(double t) => Layers == 1 ? Logit(t) / InputNorm : Math.Pow(Logit(t) / InputNorm, 1.0 / Layers);

    internal override LaneCurve? Lanes => lanes;

    /// <inheritdoc/>
    public override double Logit(double t)
    {
        if (lanes?.Covers(t) == true)
            return lanes.Logit(t);
        return clock is null ? InitialLogit + WrightOmega.LogarithmGrowth(InitialLogit, Requires.Duration(t, rate)) : clock.Logit(t);
    }

    /// <inheritdoc/>
    public override double LogitSpeed(double t) => clock is null ? rate * Functions.Logistic(-Logit(t)) : clock.LogitSpeed(t);

    /// <inheritdoc/>
    public override double? TimeToLogit(double logit)
    {
        if (clock is not null)
            return clock.TimeToLogit(Requires.Number(logit));
        if (Requires.Number(logit) <= InitialLogit)
            return 0;
        if (double.IsPositiveInfinity(logit))
            return null;
        double growth = logit - InitialLogit;
        double exponential = growth < 1 ? Math.Exp(InitialLogit) * Functions.ExpMinusOne(growth) : Math.Exp(logit) - Math.Exp(InitialLogit);
        return (growth + exponential) / rate;
    }

    // Nothing for a start outside the formula's domain.
    private LaneCurve<TFormula>? Within<TFormula>(TFormula formula, double speed)
        where TFormula : struct, ILogitFormula
    {
        ModeLanes<SingleLane> mode = new(0, InitialLogit, 0, InputNorm, Frequency);
        return SingleLane.Bits(formula.Accepts(mode)) == 0 ? null : new(formula, mode, speed, LogitBatch.LargestDuration / speed);
    }
}
