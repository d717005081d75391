using LearningDynamics.Numerics;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// One active path through N balanced weight layers on one class of lined-up examples, under gradient flow of the mean hinge loss max(0, M - u):
/// u' = N p n^(2/N) u^(2 - 2/N) until u reaches the margin M, where all motion stops.
/// </summary>
/// <remarks>
/// The right of Figure 5 of arXiv:1809.06848; derived in docs/theory/hinge.md. Relative error of the logit at most 1e-12, plus a
/// few machine epsilons times the condition number t u' / u, which is large for deep networks that start small.
/// </remarks>
public sealed class HingeMode : LearningCurve
{
    // u' = rate u^(1 + bend).
    private readonly double rate;
    private readonly double bend;
    private readonly double marginTime;
    private readonly LaneCurve<HingeFormula> lanes;

    /// <summary>Solves the mode.</summary>
    /// <param name="layers">The number N of weight layers, at least 1.</param>
    /// <param name="inputNorm">The norm n of the examples, above 0.</param>
    /// <param name="frequency">The share p of the data that the class has, in (0, 1].</param>
    /// <param name="initialLogit">u at t = 0: finite, and above 0 for two and more layers.</param>
    /// <param name="margin">The margin M, above 0. A start at or beyond it never moves.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public HingeMode(int layers, double inputNorm, double frequency, double initialLogit, double margin)
    {
        if (layers < 1)
            throw new ArgumentOutOfRangeException(nameof(layers), layers, "There is at least 1 layer.");
        Layers = layers;
        InputNorm = Requires.Positive(inputNorm);
        Frequency = Requires.Share(frequency);
        InitialLogit = layers == 1 ? Requires.Finite(initialLogit) : Requires.Positive(initialLogit);
        Margin = Requires.Positive(margin);
        rate = layers * frequency * Math.Pow(inputNorm, 2.0 / layers);
        bend = (layers - 2.0) / layers;
        marginTime = margin <= initialLogit ? 0 : TimeBelowMargin(margin);
        double speed = layers == 1 ? rate : rate * Math.Pow(initialLogit, bend);
        lanes = new(new HingeFormula(layers, margin), new(0, initialLogit, 0, inputNorm, frequency), speed, marginTime);
    }

    /// <summary>The number N of weight layers.</summary>
    public int Layers { get; }

    /// <summary>The norm n of the examples.</summary>
    public double InputNorm { get; }

    /// <summary>The share p of the data that the class has.</summary>
    public double Frequency { get; }

    /// <summary>u at t = 0.</summary>
    public double InitialLogit { get; }

    /// <summary>The margin M.</summary>
    public double Margin { get; }

    /// <summary>The time at which the logit reaches the margin and stops there, a kink; 0 if it starts at or beyond it.</summary>
    public double MarginTime => marginTime;

    internal override LaneCurve Lanes => lanes;

    /// <inheritdoc/>
    public override double Logit(double t) => Requires.Time(t) >= marginTime ? Math.Max(Margin, InitialLogit) : lanes.Logit(t);

    /// <inheritdoc/>
    public override double LogitSpeed(double t) =>
        Requires.Time(t) >= marginTime ? 0 : rate * (Layers == 1 ? 1 : Math.Pow(Logit(t), 1 + bend));

    /// <inheritdoc/>
    /// <remarks>The margin itself is reached; what lies beyond it never is.</remarks>
    public override double? TimeToLogit(double logit)
    {
        if (Requires.Number(logit) <= InitialLogit)
            return 0;
        return logit > Margin ? null : TimeBelowMargin(logit);
    }

    private double TimeBelowMargin(double logit)
    {
        if (Layers == 1)
            return (logit - InitialLogit) / rate;
        double excess = (logit - InitialLogit) / InitialLogit;
        double growth = double.IsFinite(excess) ? Functions.LogOnePlus(excess) : Math.Log(logit) - Math.Log(InitialLogit);
        double duration = bend == 0 ? growth : -Functions.ExpMinusOne(-bend * growth) / bend;
        return duration / Math.Pow(InitialLogit, bend) / rate;
    }
}
