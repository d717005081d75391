using LearningDynamics.Experiments;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Experiments;

public class TrainingScheduleTests
{
    [Theory]
    [InlineData(0.1, 2)]
    [InlineData(0.09, 3)]
    [InlineData(0.2, 1)]
    [InlineData(5, 1)]
    public void Every_time_of_a_grid_is_a_whole_number_of_steps_no_longer_than_allowed(double largestLearningRate, long stepsAnInterval)
    {
        double[] times = [0, 0.2, 0.4, 0.6000000000000001];

        Assert.Equal(stepsAnInterval, TrainingSchedule.StepsAnInterval([.. times], largestLearningRate));
        TrainingSchedule schedule = TrainingSchedule.OnGrid([.. times], stepsAnInterval);
        Assert.Equal([0, stepsAnInterval, 2 * stepsAnInterval, 3 * stepsAnInterval], schedule.ObservationSteps.ToArray());
        Assert.Equal(0.2 / stepsAnInterval, schedule.LearningRate, 1e-16);
        Assert.Equal(3 * stepsAnInterval, schedule.Steps);
    }

    [Fact]
    public void Given_times_go_to_their_nearest_steps_once_each()
    {
        TrainingSchedule schedule = TrainingSchedule.Nearest([0.01, 0.04, 0.07, 1], 0.1);

        Assert.Equal([0, 1, 10], schedule.ObservationSteps.ToArray());
        Assert.Equal([0, 0.1, 1], schedule.Times.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_is_none_is_refused(double learningRate)
    {
        Assert.Throws<ArgumentOutOfRangeException>("largestLearningRate", () => TrainingSchedule.StepsAnInterval([0, 1], learningRate));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(learningRate), () => TrainingSchedule.Nearest([0, 1], learningRate));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-300)]
    public void A_training_that_would_never_end_is_a_numerical_failure(double learningRate)
    {
        double[] times = [0, 1, 2];

        Assert.Throws<NumericalFailureException>(() => TrainingSchedule.Nearest([.. times], learningRate));
        Assert.Throws<NumericalFailureException>(() => TrainingSchedule.OnGrid([.. times], TrainingSchedule.StepsAnInterval([.. times], learningRate)));
    }
}
