using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

public class StepLoopTests
{
    [Fact]
    public void Steps_are_taken_in_order_and_observed_after_the_asked_ones()
    {
        List<string> seen = [];
        StepLoop.Run(5, ObservationSteps.At(0, 2, 5), step => seen.Add($"take {step}"), step => seen.Add($"observe {step}"));
        Assert.Equal(["take 1", "take 2", "observe 2", "take 3", "take 4", "take 5", "observe 5"], seen);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(1000, 100)]
    [InlineData(1050, 105)]
    public void Progress_is_told_about_a_hundred_times_and_ends_with_the_last_step(long steps, int expected)
    {
        Recorder shares = new();
        StepLoop.Run(steps, ObservationSteps.None, static _ => { }, static _ => { }, shares);
        Assert.Equal(expected, shares.Count);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
    }

    [Fact]
    public void A_cancelled_loop_stops_before_its_next_step()
    {
        using CancellationTokenSource source = new();
        long last = 0;
        Assert.Throws<OperationCanceledException>(() => StepLoop.Run(10, ObservationSteps.None, Take, static _ => { }, progress: null, source.Token));
        Assert.Equal(3, last);

        void Take(long step)
        {
            last = step;
            if (step == 3)
                source.Cancel();
        }
    }

    [Fact]
    public void What_a_step_throws_comes_through() =>
        Assert.Throws<InvalidOperationException>(() => StepLoop.Run(10, ObservationSteps.None, static _ => throw new InvalidOperationException(), static _ => { }));

    private sealed class Recorder : List<double>, IProgress<double>
    {
        public void Report(double value) => Add(value);
    }
}
