using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class TrajectoryInterpolationTests
{
    [Fact]
    public void Cubics_are_exact_everywhere()
    {
        double[] samples = [.. Enumerable.Range(0, 9).Select(i => Cubic(0.5 * i))];
        for (double t = 0; t <= 4; t += 0.125)
            Assert.Equal(Cubic(t), TrajectoryInterpolation.At(samples, t, 0.5), 1e-12);
    }

    [Fact]
    public void The_error_falls_with_the_fourth_power_of_the_spacing()
    {
        double coarse = Error(0.1), fine = Error(0.05);
        Assert.InRange(Math.Log2(coarse / fine), 3.9, 4.1);

        static double Error(double spacing)
        {
            double[] samples = [.. Enumerable.Range(0, (int)Math.Round(4 / spacing) + 1).Select(i => Math.Sin(spacing * i))];
            // Half-way between two samples, far from the ends.
            double time = 2 + (spacing / 2);
            return Math.Abs(TrajectoryInterpolation.At(samples, time, spacing) - Math.Sin(time));
        }
    }

    [Fact]
    public void Few_samples_serve_too()
    {
        Assert.Equal(3, TrajectoryInterpolation.At([3], 0, 1));
        Assert.Equal(3.5, TrajectoryInterpolation.At([3, 4], 0.5, 1));
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>("samples", () => TrajectoryInterpolation.At([], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => TrajectoryInterpolation.At([1, 2], 1.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => TrajectoryInterpolation.At([1, 2], double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>("spacing", () => TrajectoryInterpolation.At([1, 2], 0, 0));
    }

    private static double Cubic(double t) => 1 + (t * (2 - (t * (0.5 - (0.3 * t)))));
}
