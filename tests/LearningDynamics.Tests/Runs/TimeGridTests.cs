using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Tests.Runs;

public class TimeGridTests
{
    [Theory]
    [InlineData(0.1, 3)]
    [InlineData(4.7, 109)]
    [InlineData(20, 200)]
    [InlineData(1e-300, 7)]
    public void A_uniform_grid_begins_at_0_and_ends_at_the_horizon_to_the_bit(double duration, int points)
    {
        // 0.1 * 3 / 3 and 4.7 * 109 / 109 are not 0.1 and 4.7.
        var times = new TimeGrid.Uniform(points).Times(duration);

        Assert.Equal(points + 1, times.Length);
        Assert.Equal(0, times[0]);
        Assert.Equal(duration, times[^1]);
        Assert.Equal(times.Order(), times);
        for (int index = 0; index <= points; index++)
            Assert.Equal(duration * index / points, times[index], 1e-15 * duration);
    }

    [Fact]
    public void Given_times_are_put_in_order_once_each() => Assert.Equal([0, 1, 2.5], new TimeGrid.At([2.5, 0, 1, 2.5]).Times(3).ToArray());

    [Theory]
    [InlineData(3.5, "The time 3.5 is outside [0, 3]. The nearest allowed time is 3.")]
    [InlineData(-0.5, "The time -0.5 is outside [0, 3]. The nearest allowed time is 0.")]
    [InlineData(double.NaN, "The time NaN is outside [0, 3]. The nearest allowed time is 0.")]
    public void A_time_outside_the_run_is_refused(double time, string message) => CultureRun.UnderEach(() =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => new TimeGrid.At([1, time]).Times(3)).Message));

    [Fact]
    public void No_times_are_refused()
    {
        Assert.Throws<UsageException>(() => new TimeGrid.At([]).Times(3));
        Assert.Throws<UsageException>(() => new TimeGrid.Uniform(0).Times(3));
    }
}
