using LearningDynamics.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace PaperFigures.Tachet2018;

/// <summary>The shape of a curve of the error that stays on a plateau near 1/2, drops, and falls with a power of the time from then on.</summary>
/// <param name="PlateauLength">When the error has first fallen to sigma(-1) = 0.269, the error of a logit of 1.</param>
/// <param name="Steepness">How fast it drops: 0.3 divided by the time from an error of 0.4 to one of 0.1.</param>
/// <param name="TailExponent">The slope of the straight line through ln(error) over ln(t) in the last decade of time.</param>
internal sealed record SigmoidShape(double? PlateauLength, double? Steepness, double TailExponent)
{
    private const double DropStart = 0.4;
    private const double DropEnd = 0.1;
    private const int TailTimes = 41;

    /// <summary>Measures a curve.</summary>
    /// <param name="firstFall">When the error has first fallen to a level, or null if it does not.</param>
    /// <param name="error">The error at a time.</param>
    /// <param name="duration">The end of the curve.</param>
    public static SigmoidShape Of(Func<double, double?> firstFall, Func<double, double> error, double duration) => new(
        firstFall(Functions.Logistic(-1)),
        (DropStart - DropEnd) / (firstFall(DropEnd) - firstFall(DropStart)),
        Slope(error, duration));

    /// <summary>Measures a curve that falls at every time.</summary>
    /// <param name="error">The error at a time.</param>
    /// <param name="duration">The end of the curve.</param>
    public static SigmoidShape OfFalling(Func<double, double> error, double duration)
    {
        double? FirstFall(double level)
        {
            if (error(0) <= level)
                return 0;
            return error(duration) <= level ? Brent.FindRoot(t => error(t) - level, 0, duration, accuracy: 1e-12 * duration) : null;
        }

        return Of(FirstFall, error, duration);
    }

    private static double Slope(Func<double, double> error, double duration)
    {
        double[] times = [.. Enumerable.Range(0, TailTimes).Select(index => duration * Math.Pow(10, (index / (TailTimes - 1.0)) - 1))];
        return Fit.Line([.. times.Select(t => Math.Log(t))], [.. times.Select(t => Math.Log(error(t)))]).B;
    }
}
