using System.Runtime.Intrinsics;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>A stretch of intrinsic time over which one 16-point Gauss-Legendre rule integrates to double precision.</summary>
/// <param name="Start">Where it starts, in intrinsic time.</param>
/// <param name="Width">Its width.</param>
/// <param name="Elapsed">The scaled physical time that has passed at its start.</param>
/// <param name="Shares">c_k e^(r_k theta) at its start.</param>
internal readonly record struct FeatureStretch(double Start, double Width, CompensatedSum Elapsed, double[] Shares)
{
    private const int MaximumSteps = 100;

    public double InitialLogit => Shares.Sum();

    public double[] SharesAt(double[] speeds, double distance)
    {
        double[] grown = new double[Shares.Length];
        for (int k = 0; k < grown.Length; k++)
            grown[k] = Shares[k] * Math.Exp(speeds[k] * distance);
        return grown;
    }

    public double Logit(double[] speeds, double distance)
    {
        double sum = 0;
        for (int k = 0; k < Shares.Length; k++)
            sum += Shares[k] * Math.Exp(speeds[k] * distance);
        return sum;
    }

    public double LogitSpeed(double[] speeds, double distance)
    {
        double sum = 0;
        for (int k = 0; k < Shares.Length; k++)
            sum += speeds[k] * Shares[k] * Math.Exp(speeds[k] * distance);
        return sum;
    }

    /// <summary>The scaled physical time that passes from the start to the distance.</summary>
    public double Duration(double[] speeds, in Pace pace, double distance) =>
        distance * Vector512.Sum(
            (GaussLegendre.LowerWeights * Rates(speeds, pace, GaussLegendre.LowerNodes * distance))
            + (GaussLegendre.UpperWeights * Rates(speeds, pace, GaussLegendre.UpperNodes * distance)));

    /// <summary>The distance at which the logit has a value that it has inside the stretch.</summary>
    public double DistanceToLogit(double[] speeds, double logit)
    {
        // The growth is convex in the distance, so that Newton's method falls to the root from an upper bound: where one share alone had grown so much.
        double growth = logit - InitialLogit, distance = Width;
        for (int k = 0; k < Shares.Length; k++)
            distance = Math.Min(distance, Functions.LogOnePlus(growth / Shares[k]) / speeds[k]);
        for (int i = 0; i < MaximumSteps; i++)
        {
            double excess = -growth;
            for (int k = 0; k < Shares.Length; k++)
                excess += Shares[k] * Functions.ExpMinusOne(speeds[k] * distance);
            double step = excess / LogitSpeed(speeds, distance);
            distance = Math.Max(0, distance - step);
            if (Math.Abs(step) <= 1e-9 * distance)
                break;
        }

        return distance;
    }

    private Vector512<double> Rates(double[] speeds, in Pace pace, Vector512<double> distances)
    {
        Vector512<double> logits = Vector512.Create(-pace.Offset);
        for (int k = 0; k < Shares.Length; k++)
            logits += Vector512.Exp(distances * speeds[k]) * Shares[k];
        return Vector512.Exp(logits) + Vector512.Create(pace.Floor);
    }
}
