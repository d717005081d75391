using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class TrajectoryCrossingTests
{
    [Fact]
    public void The_error_is_of_order_4_in_the_spacing()
    {
        // e^t reaches 3 at ln 3. The offset of the grid is kept, so that the error is smooth in the spacing.
        double[] errors = [.. new[] { 0.1, 0.05, 0.025 }.Select(spacing =>
        {
            double start = Math.Log(3) - (7.4 * spacing);
            double[] samples = [.. Enumerable.Range(0, 20).Select(i => Math.Exp(start + (i * spacing)))];
            return Math.Abs(TrajectoryCrossing.FirstRise(samples, 3, spacing, start)!.Value - Math.Log(3));
        })];
        // 4 + O(spacing).
        Assert.InRange(Math.Log2(errors[0] / errors[1]), 3.9, 4.1);
        Assert.InRange(Math.Log2(errors[1] / errors[2]), 3.9, 4.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    public void An_inverse_cubic_is_found_exactly_also_at_the_ends(int interval)
    {
        // t = v^3 + v, sampled at t = 0..9 by Newton's method.
        double[] samples = [.. Enumerable.Range(0, 10).Select(i => Invert(i))];
        double level = Invert(interval + 0.3);
        Assert.Equal(interval + 0.3, TrajectoryCrossing.FirstRise(samples, level, 1)!.Value, 1e-13);
        double[] mirrored = [.. samples.Select(v => -v)];
        Assert.Equal(interval + 0.3, TrajectoryCrossing.FirstFall(mirrored, -level, 1)!.Value, 1e-13);
    }

    [Fact]
    public void Few_samples_are_interpolated_by_what_there_is()
    {
        Assert.Equal(10.5, TrajectoryCrossing.FirstRise([0, 2], 0.5, 2, start: 10)!.Value, 1e-15);
        // Through (0, 0), (1, 1), (3, 2) the inverse quadratic is t = (7 v - v^2) / 6.
        Assert.Equal(10.0 / 6, TrajectoryCrossing.FirstRise([0, 1, 3], 2, 1)!.Value, 1e-15);
    }

    [Fact]
    public void Where_the_samples_turn_fewer_are_used()
    {
        // Around the crossing of 1 in [0, 2] only the two enclosing samples are left after dropping those that turn.
        Assert.Equal(1.5, TrajectoryCrossing.FirstRise([0, 0, 2, 1], 1, 1)!.Value, 1e-15);
        // Dropping the last of -2, 0, 2, 1 leaves three on a line.
        Assert.Equal(2.5, TrajectoryCrossing.FirstRise([-1, -2, 0, 2, 1], 1, 1)!.Value, 1e-15);
    }

    [Fact]
    public void A_level_that_is_never_reached_gives_no_time_and_one_reached_at_once_gives_the_start()
    {
        Assert.Null(TrajectoryCrossing.FirstRise([1, 2, 3], 3.5, 1));
        Assert.Equal(7, TrajectoryCrossing.FirstRise([1, 2, 3], 0.5, 1, start: 7));
        Assert.Equal(9, TrajectoryCrossing.FirstRise([1, 2, 3], 3, 1, start: 7));
        Assert.Equal(7, TrajectoryCrossing.FirstFall([1, 2, 3], 1, 1, start: 7));
    }

    [Fact]
    public void The_first_of_several_crossings_counts() =>
        Assert.InRange(TrajectoryCrossing.FirstRise([0, 2, 0, 2], 1, 1)!.Value, 0, 1);

    [Fact]
    public void What_is_not_finite_is_refused()
    {
        Assert.Equal("samples", Assert.Throws<ArgumentException>(() => TrajectoryCrossing.FirstRise([], 1, 1)).ParamName);
        Assert.Equal("samples", Assert.Throws<ArgumentException>(() => TrajectoryCrossing.FirstRise([0, double.NaN], 1, 1)).ParamName);
        Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => TrajectoryCrossing.FirstRise([0], double.NaN, 1)).ParamName);
        Assert.Equal("spacing", Assert.Throws<ArgumentOutOfRangeException>(() => TrajectoryCrossing.FirstRise([0], 1, 0)).ParamName);
    }

    private static double Invert(double t)
    {
        double v = Math.Cbrt(t);
        for (int i = 0; i < 50; i++)
            v -= ((v * v * v) + v - t) / ((3 * v * v) + 1);
        return v;
    }
}
