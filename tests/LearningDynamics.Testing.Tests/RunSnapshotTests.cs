using System.Text.Json;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Testing.Tests;

public sealed class RunSnapshotTests
{
    [Fact]
    public void A_run_matches_its_snapshot()
    {
        Snapshot.Match(ExampleRun.Create());
    }

    [Fact]
    public void A_run_with_other_rounding_has_the_same_snapshot()
    {
        // As on another processor: observables and findings move in their last digits, and the deviation and the step count with them.
        Assert.Empty(Snapshot.Compare(Snapshot.Text(ExampleRun.Create(rounding: 1e-13)), Snapshot.Text(ExampleRun.Create(rounding: 3e-12))));
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-8)]
    public void A_run_whose_flow_is_wrong_by_a_factor_has_another_snapshot(double error)
    {
        IReadOnlyList<SnapshotDifference> differences = Snapshot.Compare(Snapshot.Text(ExampleRun.Create()), Snapshot.Text(ExampleRun.Create(rounding: error)));

        Assert.Equal(12, differences.Count);
        Assert.All(differences, difference => Assert.StartsWith("$.points[0].routes[1].", difference.Path, StringComparison.Ordinal));
        Assert.All(differences, difference => Assert.Equal(error, difference.RelativeDifference!.Value, error * 0.02));
    }

    [Fact]
    public void A_verdict_that_turned_is_a_difference()
    {
        ExperimentRun run = ExampleRun.Create();
        ExperimentRun failed = run with { Points = [run.Points[0] with { Checks = [ExampleRun.Verdict(passed: false)] }] };

        Assert.Equal(
            [new SnapshotDifference("$.points[0].checks[0].passed", "true", "false")],
            Snapshot.Compare(Snapshot.Text(run), Snapshot.Text(failed)));
    }

    [Fact]
    public void Prose_machine_and_work_are_left_out()
    {
        ExperimentRun run = ExampleRun.Create();
        ExperimentRun reworded = run with { Summary = "Other words.", Source = null };

        Assert.Equal(Snapshot.Text(run), Snapshot.Text(reworded));
        Assert.DoesNotContain("deviation", Snapshot.Text(run), StringComparison.Ordinal);
        Assert.DoesNotContain("steps", Snapshot.Text(run), StringComparison.Ordinal);
        Assert.DoesNotContain("a processor", Snapshot.Text(ExampleRun.Results(run)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(15)]
    [InlineData(11)]
    public void A_long_trajectory_keeps_eleven_times_with_the_first_and_the_last(int intervals)
    {
        JsonElement route = Route(ExampleRun.Create(intervals: intervals));
        double[] times = [.. route.GetProperty("times").EnumerateArray().Select(time => time.GetDouble())];
        double[] values = [.. route.GetProperty("observables").GetProperty("Weight").EnumerateArray().Select(value => value.GetDouble())];

        Assert.Equal(11, times.Length);
        Assert.Equal(0, times[0]);
        Assert.Equal(4, times[^1]);
        Assert.Equal(times.Order().Distinct(), times);
        Assert.Equal(times.Select(time => Math.Exp(-0.5 * time)), values);
    }

    [Fact]
    public void A_short_trajectory_is_kept_whole()
    {
        Assert.Equal(11, Route(ExampleRun.Create(intervals: 10)).GetProperty("times").GetArrayLength());
        Assert.Equal(4, Route(ExampleRun.Create(intervals: 3)).GetProperty("times").GetArrayLength());
    }

    [Fact]
    public void A_route_that_measures_nothing_over_time_has_a_snapshot()
    {
        ExperimentRun run = ExampleRun.Create();
        RouteResult bare = new() { Route = Experiments.Route.Trained, Trajectory = Trajectory.Empty };

        Assert.Equal(0, Route(run with { Points = [run.Points[0] with { Routes = [bare] }] }).GetProperty("times").GetArrayLength());
    }

    [Fact]
    public void A_failure_is_kept_without_the_numbers_in_its_message()
    {
        ExperimentRun run = ExampleRun.Create();
        ExperimentRun failed = run with { Points = [run.Points[0] with { Failures = [new("flow", "The step is 1.2345E-17 at t = 3.3333333333333335.")] }] };

        Assert.Contains("\"what\": \"flow\"", Snapshot.Text(failed), StringComparison.Ordinal);
        Assert.DoesNotContain("1.2345E-17", Snapshot.Text(failed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_text_is_the_same_under_any_culture(string culture)
    {
        Assert.Equal(Culture.Under(string.Empty, Text), Culture.Under(culture, Text));

        static string Text() => Snapshot.Text(ExampleRun.Create()) + Snapshot.Text(ExampleRun.Results(ExampleRun.Create()));
    }

    [Fact]
    public void The_text_is_the_same_each_time_and_has_line_feeds_only()
    {
        string text = Snapshot.Text(ExampleRun.Create());

        Assert.Equal(text, Snapshot.Text(ExampleRun.Create()));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Symbols_and_letters_of_any_language_stay_readable()
    {
        ExperimentRun run = ExampleRun.Create() with { Id = "größe/||x|| <η> \"quoted\"" };

        Assert.Contains("\"experiment\": \"größe/||x|| <η> \\\"quoted\\\"\"", Snapshot.Text(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_runs_are_written_with_their_common_verdict()
    {
        using var document = JsonDocument.Parse(Snapshot.Text(ExampleRun.Results(ExampleRun.Create(), ExampleRun.Create(rate: 1))));

        Assert.True(document.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal(2, document.RootElement.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public void A_snapshot_of_nothing_is_refused()
    {
        ExperimentRun empty = ExampleRun.Create() with { Points = [] };

        Assert.Equal("run", Assert.Throws<ArgumentException>(() => Snapshot.Match(empty)).ParamName);
        Assert.Throws<ArgumentException>(() => Snapshot.Text(ExampleRun.Results(empty)));
        Assert.Equal("results", Assert.Throws<ArgumentException>(() => Snapshot.Text(ExampleRun.Results())).ParamName);
    }

    private static JsonElement Route(ExperimentRun run)
    {
        using var document = JsonDocument.Parse(Snapshot.Text(run));
        return document.RootElement.GetProperty("points")[0].GetProperty("routes")[0].Clone();
    }

    [Fact]
    public void A_verdict_and_a_trajectory_stand_in_their_texts_as_in_that_of_the_run()
    {
        ExperimentRun run = ExampleRun.Create();
        using var whole = JsonDocument.Parse(Snapshot.Text(run));
        JsonElement point = whole.RootElement.GetProperty("points")[0];
        AssertHolds(point.GetProperty("checks")[0], Snapshot.Text(run.Points[0].Checks[0]));
        AssertHolds(point.GetProperty("routes")[0], Snapshot.Text(run.Points[0].Routes[0].Trajectory));
    }

    [Fact]
    public void A_trajectory_of_nothing_has_no_text() => Assert.Throws<ArgumentException>(() => Snapshot.Text(LearningDynamics.Experiments.Trajectory.Empty));

    [Fact]
    public void Differences_are_described_as_in_a_mismatch()
    {
        IReadOnlyList<SnapshotDifference> differences = Snapshot.Compare("""{"Rate":1}""", """{"Rate":2}""");
        Assert.Equal(
            "It differs in 1 place (relative tolerance 1E-09, absolute 1E-12):\n\n  path    expected  actual  relative difference\n  $.Rate  1         2       5.0E-01\n",
            Snapshot.Describe(differences));
    }

    private static void AssertHolds(JsonElement whole, string part)
    {
        using var document = JsonDocument.Parse(part);
        Assert.Equal(Snapshot.Schema, document.RootElement.GetProperty("schema").GetString());
        Assert.All(document.RootElement.EnumerateObject().Skip(1), member => Assert.True(JsonElement.DeepEquals(whole.GetProperty(member.Name), member.Value), member.Name));
    }
}
