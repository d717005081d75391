using System.Collections.Immutable;
using LearningDynamics.Experiments;

namespace PaperFigures.Tachet2018;

/// <summary>The curves of the phase plane of one neuron on one class, as preactivations over output weights.</summary>
/// <param name="inputNorm">The norm n of the examples.</param>
/// <param name="outputWeights">The axis of output weights.</param>
internal sealed class PhaseCurves(double inputNorm, MapAxis outputWeights)
{
    /// <summary>y = -n z above 0: between the starts that are learned and those that collapse.</summary>
    public Map Separatrix => Over(outputWeights.Values, weight => weight < 0 ? -inputNorm * weight : null);

    /// <summary>The upper branches of y^2 - n^2 z^2 = c, along which active neurons move, with c = 0 and two of either sign.</summary>
    /// <param name="halfWidth">How far the plane reaches.</param>
    public Map Hyperbolas(double halfWidth)
    {
        // At c = -(n w / 2)^2 the hyperbola comes down to y = 0 at z = w / 2; at c = (w / 2)^2 it crosses z = 0 at y = w / 2.
        double outer = inputNorm * halfWidth / 2, inner = outer / 2, upper = halfWidth / 2, lower = upper / 2;
        MapAxis invariants = new("Invariant", [-(outer * outer), -(inner * inner), 0, lower * lower, upper * upper]);
        return new([outputWeights, invariants], [.. outputWeights.Values.SelectMany(weight => invariants.Values.Select(c => FindingValue.Of(Preactivation(weight, c))))]);

        double? Preactivation(double weight, double invariant)
        {
            double square = invariant + (inputNorm * inputNorm * weight * weight);
            return square >= 0 ? Math.Sqrt(square) : null;
        }
    }

    private Map Over(ImmutableArray<double> positions, Func<double, double?> curve) => new([outputWeights], [.. positions.Select(position => FindingValue.Of(curve(position)))]);
}
