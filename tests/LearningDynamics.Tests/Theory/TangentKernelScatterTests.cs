using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class TangentKernelScatterTests
{
    private static readonly double[] Cosines = [-1, -0.75, -0.3, 0, 0.25, 0.8, 1];

    [Fact]
    public void The_mean_of_a_feature_is_the_kernel_of_infinite_width()
    {
        foreach ((TangentKernelScatter scatter, TangentKernel kernel) in new[]
        {
            (TangentKernelScatter.Relu(), TangentKernel.Relu()),
            (TangentKernelScatter.Relu(2, 0.3), TangentKernel.Relu(2, 0.3)),
            (TangentKernelScatter.Elu(), TangentKernel.Elu()),
            (TangentKernelScatter.Elu(4, 0.3), TangentKernel.Elu(4, 0.3)),
        })
        {
            foreach (double cosine in Cosines)
            {
                double scale = Math.Sqrt(kernel.Value(0.5, 0.5, 1) * kernel.Value(1.2, 1.2, 1));
                Assert.Equal(kernel.Value(0.5, 1.2, cosine), scatter.OfOneFeature(0.5, 1.2, cosine).Mean, 1e-11 * scale);
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0.3)]
    public void The_variance_of_a_ReLU_is_that_of_the_arc_cosine_formulas(double hiddenVariance, double outputVariance)
    {
        const double Norm = 0.5, TrainedNorm = 1.2;
        foreach (double cosine in Cosines)
        {
            double angle = Math.Acos(cosine), rest = Math.PI - angle;
            double q = hiddenVariance * Norm * TrainedNorm, c = Norm * TrainedNorm * cosine * outputVariance;
            // Cho and Saul's kernels of degree 2, 1 and 0, over 2 pi.
            double second = q * q * ((3 * Math.Sin(angle) * cosine) + (rest * (1 + (2 * cosine * cosine)))) / (2 * Math.PI);
            double first = q * (Math.Sin(angle) + (rest * cosine)) / (2 * Math.PI);
            double zeroth = rest / (2 * Math.PI);
            double mean = first + (c * zeroth);
            double variance = second + (2 * c * first) + (3 * c * c * zeroth) - (mean * mean);

            Assert.Equal(variance, TangentKernelScatter.Relu(hiddenVariance, outputVariance).OfOneFeature(Norm, TrainedNorm, cosine).Variance, 1e-10 * q * q);
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void The_variance_of_an_ELU_is_that_of_a_quadrature_to_thirty_digits(double norm, double trainedNorm, double cosine, double variance) =>
        Assert.Equal(variance, TangentKernelScatter.Elu(2, 0.7).OfOneFeature(norm, trainedNorm, cosine).Variance, 1e-10 * variance);

    // tests/References/kernel_scatter.py
    public static TheoryData<double, double, double, double> References => new()
    {
        { 1, 1, 1, 5.6933176235035349 },
        { 1, 1, 0.25, 2.0400842361784755 },
        { 1, 1, -0.75, 0.78307467004654599 },
        { 1, 1, -1, 0.74171863857763892 },
    };

    [Fact]
    public void An_input_of_0_does_not_scatter() => Assert.Equal((0, 0), TangentKernelScatter.Elu().OfOneFeature(0, 1, 0));

    [Fact]
    public void What_is_outside_the_domain_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("hiddenVariance", () => TangentKernelScatter.Relu(0));
        Assert.Throws<ArgumentOutOfRangeException>("outputVariance", () => TangentKernelScatter.Elu(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("norm", () => TangentKernelScatter.Elu().OfOneFeature(-1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("trainedNorm", () => TangentKernelScatter.Elu().OfOneFeature(1, double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>("cosine", () => TangentKernelScatter.Elu().OfOneFeature(1, 1, 1.1));
    }
}
