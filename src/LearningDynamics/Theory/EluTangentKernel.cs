using LearningDynamics.Numerics;
using MathNet.Numerics.Integration;

namespace LearningDynamics.Theory;

/// <summary>
/// <see cref="TangentKernel.Elu"/>: the expectation over h_o given h in closed form, that over h by quadrature, split at the ELU's kink h = 0.
/// </summary>
internal sealed class EluTangentKernel(double hiddenVariance, double outputVariance) : TangentKernel(hiddenVariance, outputVariance)
{
    // Beyond so many standard deviations the normal density is below 1e-19.
    private const double End = 9.3;

    private protected override double Limit(double norm, double trainedNorm, InputAngle angle)
    {
        double root = Math.Sqrt(HiddenVariance);
        double deviation = root * norm, trainedDeviation = root * trainedNorm;
        double gradient = OutputVariance * norm * trainedNorm * angle.Cosine;
        double spread = trainedDeviation * angle.Sine, slope = trainedDeviation * angle.Cosine;

        // z is h in units of its deviation. What changes fast near z = 0 does so over the least of these distances.
        double scale = Math.Min(1, 1 / Math.Max(deviation, Math.Abs(slope)));
        if (spread > 0)
            scale = Math.Min(scale, spread / Math.Abs(slope));

        return GradedQuadrature.Integrate(z => Term(z) + Term(-z), scale, End);

        double Term(double z)
        {
            double h = deviation * z;
            ConditionalElu given = new(slope * z, spread);
            double value = h > 0 ? h : Functions.ExpMinusOne(h), derivative = h > 0 ? 1 : Math.Exp(h);
            return NormalDistribution.Density(z) * ((value * given.Value()) + (gradient * derivative * given.Derivative()));
        }
    }

    /// <summary>Expectations of the ELU and of its derivative at a normal number.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation, at least 0.</param>
    private readonly struct ConditionalElu(double mean, double deviation)
    {
        // Below this the terms of the expectation over negative numbers, each about 1, would cancel down to its size.
        private const double Small = 0.1;

        public double Value()
        {
            if (deviation == 0)
                return mean > 0 ? mean : Functions.ExpMinusOne(mean);
            double z = mean / deviation;
            double positive = (mean * NormalDistribution.Cumulative(z)) + (deviation * NormalDistribution.Density(z));
            return positive + (Math.Max(deviation, Math.Abs(mean)) < Small ? SmallNegativePart() : NegativeExponential(1) - NormalDistribution.Cumulative(-z));
        }

        public double Derivative() => deviation == 0
            ? Math.Exp(Math.Min(mean, 0))
            : NormalDistribution.Cumulative(mean / deviation) + NegativeExponential(1);

        /// <summary>E[e^(tilt h); h below 0] = e^(tilt m + (tilt s)^2 / 2) Phi(-(m / s + tilt s)).</summary>
        private double NegativeExponential(double tilt)
        {
            double z = mean / deviation, shifted = z + (tilt * deviation);
            return shifted > 0
                ? NormalDistribution.Density(z) * NormalDistribution.MillsRatio(shifted)
                : Math.Exp(tilt * (mean + (tilt * deviation * deviation / 2))) * NormalDistribution.Cumulative(-shifted);
        }

        /// <summary>E[e^h - 1; h below 0] as the integral over tilts from 0 to 1 of E[h e^(tilt h); h below 0], which has no large terms.</summary>
        private double SmallNegativePart()
        {
            double m = mean, s = deviation, density = NormalDistribution.Density(m / s);
            ConditionalElu self = this;
            return GaussLegendreRule.Integrate(tilt => ((m + (tilt * s * s)) * self.NegativeExponential(tilt)) - (s * density), 0, 1, 8);
        }
    }
}
