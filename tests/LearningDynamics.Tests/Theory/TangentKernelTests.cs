using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class TangentKernelTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Kernels_are_exact_over_variances_norms_and_angles()
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("tangent-kernels.csv");
        Assert.Equal([0.0, 1.0], rows.Select(row => row["elu"]).Distinct().Order());
        foreach (ReferenceTable.Row row in rows)
        {
            TangentKernel kernel = Solve(row);
            double bound = Tolerance * row["scale"];
            double own = kernel.Value(row["trained_norm"], row["trained_norm"], 1);
            AssertNear(row["kernel"], kernel.Value(row["norm"], row["trained_norm"], row["cosine"]), bound, row);
            AssertNear(row["normalized"], kernel.Normalized(row["norm"], row["trained_norm"], row["cosine"]), bound / own, row);
        }
    }

    [Fact]
    public void The_ReLU_keeps_its_relative_accuracy_for_nearly_opposite_inputs()
    {
        // Without output weights what is left is kappa1, which vanishes with the third power of the supplement s: s^3 / (3 pi) and s^2 / 10 relatively less.
        TangentKernel kernel = TangentKernel.Relu(1, 0);
        foreach (double supplement in (double[])[1e-6, 1e-3])
        {
            double cosine = -Math.Cos(supplement);
            double exact = 2 * Math.Asin(Math.Sqrt((1 + cosine) / 2));
            double expected = Math.Pow(exact, 3) / (3 * Math.PI) * (1 - (exact * exact / 10));
            Assert.Equal(expected, kernel.Normalized(1, 1, cosine), 1e-12 * expected);
        }
    }

    [Fact]
    public void Every_angle_agrees_with_Monte_Carlo_integration()
    {
        const int Count = 200_000;
        var random = new RandomStream(7);
        (double X, double Y)[] draws = [.. Enumerable.Range(0, Count).Select(_ => (random.NextNormal(), random.NextNormal()))];
        foreach (bool elu in (bool[])[false, true])
        {
            TangentKernel kernel = elu ? TangentKernel.Elu(1, 2) : TangentKernel.Relu(1, 2);
            foreach (double cosine in (double[])[-0.75, 0, 0.5])
            {
                double[] samples = [.. draws.Select(draw => Sample(elu, draw.X, (cosine * draw.X) + (Math.Sqrt(1 - (cosine * cosine)) * draw.Y), cosine))];
                double mean = samples.Average();
                double error = Math.Sqrt(samples.Sum(sample => (sample - mean) * (sample - mean)) / Count / Count);
                // Six standard errors: one failure in 5e8, for six comparisons.
                Assert.InRange(kernel.Value(1, 1, cosine), mean - (6 * error), mean + (6 * error));
            }
        }

        static double Sample(bool elu, double h, double other, double cosine) =>
            (Value(elu, h) * Value(elu, other)) + (2 * cosine * Slope(elu, h) * Slope(elu, other));
        static double Value(bool elu, double h) => h > 0 ? h : elu ? Math.Exp(h) - 1 : 0;
        static double Slope(bool elu, double h) => h > 0 ? 1 : elu ? Math.Exp(h) : 0;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_kernel_is_symmetric_and_1_at_the_trained_input(bool elu)
    {
        TangentKernel kernel = Create(elu, 0.7, 1.3);
        double[] x = [0.3, -1, 2, 0.5], y = [1, 0.25, 0.5, -0.75];
        Assert.Equal(kernel.Value(x, y), kernel.Value(y, x), 1e-14);
        Assert.Equal(1, kernel.Normalized(x, x), 1e-14);
        Assert.Equal(kernel.Value(x, y), kernel.Value(Norm(x), Norm(y), Dot(x, y) / (4 * Norm(x) * Norm(y))), 1e-14);
        Assert.Equal(kernel.Value(x, y) / kernel.Value(y, y), kernel.Normalized(x, y), 1e-14);

        static double Norm(double[] x) => Math.Sqrt(Dot(x, x) / x.Length);
        static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Vectors_that_are_all_but_parallel_keep_the_accuracy_of_their_angle(bool elu)
    {
        // The angle 1e-9 is below the square root of the machine epsilon: the cosine rounds to 1 and knows nothing of it.
        TangentKernel kernel = Create(elu, 1, 1);
        double[] x = [1, 0], nearlyOpposite = [-1, 1e-9];
        double expected = kernel.Value(x, [-1, 0]);
        Assert.Equal(expected, kernel.Value(x, nearlyOpposite), 1e-9);
        Assert.Equal(1, kernel.Normalized([1, 1e-9], x), 2e-9);
        if (!elu)
            Assert.Equal(-1e-9 / Math.PI / 2, kernel.Normalized(nearlyOpposite, x), 1e-9 * 1e-9);
    }

    [Fact]
    public void The_Hamming_distance_is_that_of_signed_inputs()
    {
        double[] trained = [1, -1, 1, 1, -1, 1, -1, -1];
        foreach (TangentKernel kernel in (TangentKernel[])[TangentKernel.Relu(), TangentKernel.Elu(2, 0.5)])
        {
            for (int distance = 0; distance <= trained.Length; distance++)
            {
                double[] input = [.. trained.Select((bit, i) => i < distance ? -bit : bit)];
                Assert.Equal(kernel.Normalized(input, trained), kernel.ByHammingDistance(distance, trained.Length), 1e-13);
            }
        }
    }

    [Fact]
    public void Removed_and_added_bits_are_those_of_binary_inputs_and_differ()
    {
        double[] trained = [1, 1, 1, 0, 0, 0, 0, 0];
        foreach (TangentKernel kernel in (TangentKernel[])[TangentKernel.Relu(), TangentKernel.Elu()])
        {
            for (int removed = 0; removed <= 3; removed++)
            {
                for (int added = 0; added <= 5; added++)
                {
                    double[] input = [.. trained.Select((bit, i) => i < removed ? 0 : i >= 3 && i < 3 + added ? 1 : bit)];
                    Assert.Equal(kernel.Normalized(input, trained), kernel.ByFlippedBits(removed, added, 3, 8), 1e-13);
                }
            }

            Assert.Equal(0, kernel.ByFlippedBits(3, 0, 3, 8));
            Assert.True(Math.Abs(kernel.ByFlippedBits(1, 0, 3, 8) - kernel.ByFlippedBits(0, 1, 3, 8)) > 0.1);
        }
    }

    [Fact]
    public void The_ReLU_is_homogeneous_and_the_ELU_is_linear_for_small_weights()
    {
        TangentKernel relu = TangentKernel.Relu(0.3, 1.7);
        Assert.Equal(3 * relu.Normalized(0.5, 2, 0.25), relu.Normalized(1.5, 2, 0.25), 1e-14);
        // Near 0 the ELU is the identity, whose kernel is (s_w^2 + s_v^2) x.x_o / N.
        TangentKernel elu = TangentKernel.Elu(1e-12, 1e-12);
        Assert.Equal(0.25 * 0.5 * 2 * 2e-12, elu.Value(0.5, 2, 0.25), 1e-17);
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        TangentKernel kernel = TangentKernel.Relu();
        Assert.Throws<ArgumentOutOfRangeException>("hiddenVariance", () => TangentKernel.Elu(0));
        Assert.Throws<ArgumentOutOfRangeException>("hiddenVariance", () => TangentKernel.Relu(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("outputVariance", () => TangentKernel.Relu(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("norm", () => kernel.Value(-1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("cosine", () => kernel.Value(1, 1, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("trainedNorm", () => kernel.Normalized(1, 0, 0));
        Assert.Throws<ArgumentException>("trained", () => kernel.Normalized([1, 2], [0, 0]));
        Assert.Throws<ArgumentException>("input", () => kernel.Value([1, 2], [1]));
        Assert.Throws<ArgumentException>("input", () => kernel.Value([1, double.NaN], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("inputSize", () => kernel.ByHammingDistance(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("distance", () => kernel.ByHammingDistance(9, 8));
        Assert.Throws<ArgumentOutOfRangeException>("ones", () => kernel.ByFlippedBits(0, 0, 0, 8));
        Assert.Throws<ArgumentOutOfRangeException>("removed", () => kernel.ByFlippedBits(4, 0, 3, 8));
        Assert.Throws<ArgumentOutOfRangeException>("added", () => kernel.ByFlippedBits(0, 6, 3, 8));
    }

    private static TangentKernel Solve(ReferenceTable.Row row) => Create(row["elu"] == 1, row["hidden_variance"], row["output_variance"]);

    private static TangentKernel Create(bool elu, double hiddenVariance, double outputVariance) =>
        elu ? TangentKernel.Elu(hiddenVariance, outputVariance) : TangentKernel.Relu(hiddenVariance, outputVariance);

    private static void AssertNear(double expected, double actual, double bound, ReferenceTable.Row row) =>
        Assert.True(Math.Abs(actual - expected) <= bound, $"{expected:R} expected, {actual:R} found, bound {bound:R}, at {row}");
}
