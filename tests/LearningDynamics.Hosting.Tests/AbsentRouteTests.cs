using System.Text.Json;

namespace LearningDynamics.Hosting.Tests;

/// <summary>What a user sees where a route does not answer at a point.</summary>
public class AbsentRouteTests
{
    private const string Reason = "The closed-form route does not answer at this point.";

    [Fact]
    public void A_cross_check_that_some_points_miss_passes_by_the_others_and_says_how_many()
    {
        using Invocation check = Invocation.Of("check", "toy/partial");
        Assert.Equal(0, check.ExitCode);
        string row = Assert.Single(check.Output.Split('\n'), line => line.StartsWith("toy/partial ", StringComparison.Ordinal));
        Assert.Matches(@"^toy/partial +closed-form vs flow \(pointwise\) +2 +passed, 1 not compared +", row);
    }

    [Fact]
    public void A_cross_check_that_compared_nothing_at_any_point_fails_and_says_why()
    {
        using Invocation check = Invocation.Of("check", "toy/partial", "toy/decay", "--set", "Rate=0.5");
        Assert.Equal(1, check.ExitCode);
        Assert.Matches(@"toy/partial +closed-form vs flow \(pointwise\) +0 +NOT COMPARED +The closed-form route does not answer", check.Output);
        Assert.Contains("1 not compared", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("all passed", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_shows_the_other_routes_and_tells_that_this_one_does_not_answer()
    {
        using Invocation run = Invocation.Of("run", "toy/partial", "--set", "Rate=0.5");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("closed-form: does not answer at this point", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing could be compared at this point.", run.Output, StringComparison.Ordinal);
        Assert.Contains("flow (42 evaluations)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_route_that_was_asked_for_by_name_and_does_not_answer_is_told()
    {
        using Invocation run = Invocation.Of("run", "toy/partial", "--set", "Rate=0.5", "--route", "closed-form", "--format", "csv");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("toy/partial at Rate=0.5: the closed-form route does not answer.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_names_the_routes_and_the_cross_checks_that_are_missing()
    {
        using Invocation run = Invocation.Of("run", "toy/partial", "--set", "Rate=0.5", "--format", "json");
        using var document = JsonDocument.Parse(run.Output);
        JsonElement point = document.RootElement.GetProperty("points")[0];
        Assert.Equal("""["closed-form"]""", point.GetProperty("absentRoutes").GetRawText());
        JsonElement skipped = Assert.Single(point.GetProperty("notCompared").EnumerateArray());
        Assert.Equal("pointwise", skipped.GetProperty("kind").GetString());
        Assert.Equal(Reason, skipped.GetProperty("reason").GetString());
        Assert.Equal(0, point.GetProperty("checks").GetArrayLength());
    }

    [Fact]
    public void Verdicts_as_csv_have_a_row_without_a_verdict()
    {
        using Invocation check = Invocation.Of("check", "toy/partial", "--format", "csv");
        Assert.Contains($"toy/partial,Rate=0.5,closed-form,flow,pointwise,,,,,{Reason}", check.Output, StringComparison.Ordinal);
    }
}
