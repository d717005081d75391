using LearningDynamics.Experiments;
using LearningDynamics.Tests.Runs;

namespace LearningDynamics.Tests.Experiments;

/// <summary>What a route measures over time and finds on the whole.</summary>
public class WriterTests
{
    [Fact]
    public void A_trajectory_has_each_observable_at_each_time_with_vectors_numbered_from_1()
    {
        var writer = new TrajectoryWriter([0, 0.5]);
        foreach (double value in new[] { 1.0, 2.0 })
        {
            writer.Next();
            writer.Add("Logit", value);
            writer.Add("Share", [10 * value, 20 * value]);
        }

        Trajectory trajectory = writer.Finish();
        Assert.Equal(["Logit", "Share1", "Share2"], trajectory.Observables.Select(series => series.Name));
        Assert.Equal([20, 40], trajectory.Find("Share2")!.Values.ToArray());
        Assert.Null(trajectory.Find("share2"));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void What_is_not_finite_stops_the_route_and_names_the_time(double value, string text) => CultureRun.UnderEach(() =>
    {
        var writer = new TrajectoryWriter([0.5]);
        writer.Next();

        Assert.Equal($"Logit is {text} at t = 0.5.", Assert.Throws<ArithmeticException>(() => writer.Add("Logit", value)).Message);
    });

    [Fact]
    public void An_observable_too_many_too_few_or_of_another_name_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Second(writer => writer.Add("Other", 1)));
        Assert.Throws<InvalidOperationException>(() => Second(writer => writer.Add("Logit", [1, 2])));
        Assert.Throws<InvalidOperationException>(() => Second(writer => writer.Finish()));
        Assert.Throws<InvalidOperationException>(() => new TrajectoryWriter([0]).Finish());

        static void Second(Action<TrajectoryWriter> write)
        {
            var writer = new TrajectoryWriter([0, 1]);
            writer.Next();
            writer.Add("Logit", 1);
            writer.Next();
            write(writer);
        }
    }

    [Fact]
    public void Findings_keep_their_order_and_kinds_and_event_times_are_sorted()
    {
        var writer = new FindingsWriter();
        writer.AddEventTime("Second", 3);
        writer.Add("Outcome", (DayOfWeek?)DayOfWeek.Friday);
        writer.AddEventTime("First", 2);
        writer.AddEventTime("Never", null);
        writer.Add("Kept", true);
        writer.Add("Text", (string?)null);
        writer.Add("Plane", (Map?)null);

        Assert.Equal(["3", "Friday", "2", "none", "true", "none"], writer.Findings.Select(finding => finding.Value.ToString()));
        Assert.Equal([2, 3], writer.EventTimes.ToArray());
        Assert.Empty(writer.Maps);
    }

    [Fact]
    public void A_finding_that_is_not_finite_stops_the_route_and_is_named() => Assert.Equal(
        "The finding Time is not a finite number; a value that does not exist is null.",
        Assert.Throws<ArithmeticException>(() => new FindingsWriter().Add("Time", double.NaN)).Message);

    [Fact]
    public void A_map_has_a_value_for_each_position_of_one_or_two_axes()
    {
        MapAxis axis = new("x", [0, 1]);

        Assert.Equal(4, new Map([axis, axis], [.. Enumerable.Repeat(FindingValue.Missing, 4)]).Values.Length);
        Assert.Throws<ArgumentException>(() => new Map([], []));
        Assert.Throws<ArgumentException>(() => new Map([axis, axis, axis], [.. Enumerable.Repeat(FindingValue.Missing, 8)]));
        Assert.Throws<ArgumentException>(() => new Map([axis], [FindingValue.Missing]));
        Assert.Throws<ArgumentException>(() => new Map([new("x", [])], []));
    }
}
