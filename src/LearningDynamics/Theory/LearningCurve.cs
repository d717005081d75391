using LearningDynamics.Numerics;
using LearningDynamics.Theory.Lanes;

namespace LearningDynamics.Theory;

/// <summary>
/// The exact logit of the correct class as a function of time t under gradient flow, and what follows from it. Training with learning
/// rate eta has t = eta * step. All quantities are dimensionless.
/// </summary>
/// <remarks>
/// A curve is immutable to its users and safe to share between threads. Evaluating it at new, larger times extends an internal table; after that,
/// evaluation allocates nothing.
/// </remarks>
public abstract class LearningCurve
{
    private protected LearningCurve()
    {
    }

    /// <summary>The logit u of the correct class.</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, not a number, or finite but so large that its product with the learning speed overflows.</exception>
    public abstract double Logit(double t);

    /// <summary>The derivative of the logit, du/dt; where it jumps (a neuron dies), the derivative from the right.</summary>
    /// <param name="t">The time, at least 0; infinity gives 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public abstract double LogitSpeed(double t);

    /// <summary>The first time at which the logit has reached a value.</summary>
    /// <param name="logit">The value; any number or infinity.</param>
    /// <returns>The time; 0 if the logit is there at the start, null if it never gets there, infinity if the time is beyond the range of a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number.</exception>
    public abstract double? TimeToLogit(double logit);

    /// <summary>The logit at which the confidence is 1/2: 0 for two classes.</summary>
    private protected virtual double HalfwayLogit => 0;

    /// <summary>The formula in lanes, where that is faster at many times than one time after the other; it gives the bits of <see cref="Logit(double)"/>.</summary>
    internal virtual LaneCurve? Lanes => null;

    /// <summary>The confidence P = sigma(u) in the correct class; for K classes 1 / (1 + (K - 1) e^-u).</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double Confidence(double t) => Functions.Logistic(Logit(t) - HalfwayLogit);

    /// <summary>The error 1 - P, with full relative accuracy however small.</summary>
    /// <param name="t">The time, at least 0; infinity gives the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double Error(double t) => Functions.Logistic(HalfwayLogit - Logit(t));

    /// <summary>The slope of the error in a doubly logarithmic plot, d ln(1 - P) / d ln t = -t u' P.</summary>
    /// <remarks>It is 0 on the plateau. Late in learning two balanced layers have about -(1 + 1/u), which tends to -1 only as slowly as 1/u does.</remarks>
    /// <param name="t">The time, at least 0; infinity gives the limit, -1 if the class is learned and 0 if not.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public double ErrorSlope(double t)
    {
        double logit = Logit(t);
        if (double.IsPositiveInfinity(t))
            return double.IsPositiveInfinity(logit) ? -1 : 0;
        return -t * LogitSpeed(t) * Functions.Logistic(logit - HalfwayLogit);
    }

    /// <summary>
    /// The length of the plateau before the error drops: the time until the confidence is sigma(1) = 0.731, for two classes a logit of 1. For two balanced layers and
    /// a small start u0 it is ln(1/u0) / (n p), up to a constant times 1 / (n p). Null if it never is.
    /// </summary>
    public double? PlateauLength => TimeToLogit(HalfwayLogit + 1);

    /// <summary>The first time at which the confidence has reached a value.</summary>
    /// <param name="confidence">The confidence, in [0, 1].</param>
    /// <returns>The time; 0 if the confidence is there at the start, null if it never gets there, infinity if the time is beyond the range of a double.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside [0, 1] or not a number.</exception>
    public double? TimeToConfidence(double confidence)
    {
        if (!(confidence is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies in [0, 1].");
        return TimeToLogit(Functions.Logit(confidence) + HalfwayLogit);
    }

    /// <summary>The logit at many times.</summary>
    /// <param name="times">The times, each at least 0, in any order; infinity gives the limit.</param>
    /// <param name="logits">Receives the logits: as many as there are times, bit for bit those of <see cref="Logit(double)"/>.</param>
    /// <exception cref="ArgumentException">The two spans have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Logit(double)"/>.</exception>
    public void Logit(ReadOnlySpan<double> times, Span<double> logits)
    {
        Requires.Room(logits.Length, times.Length);
        if (Lanes is not null)
        {
            Lanes.Logit(this, times, logits);
            return;
        }

        for (int i = 0; i < times.Length; i++)
            logits[i] = Logit(times[i]);
    }
}
