using System.Text.Json;

namespace LearningDynamics.Hosting.Tests;

public class CheckTests
{
    [Fact]
    public void It_shows_a_row_a_cross_check_then_a_total_then_where_the_report_is()
    {
        using Invocation check = Invocation.Of("check", "toy/decay", "toy/swept");
        Assert.Equal(0, check.ExitCode);
        Assert.Empty(check.Error);
        string row = Assert.Single(check.Output.Split('\n'), line => line.StartsWith("toy/swept ", StringComparison.Ordinal));
        Assert.Matches(@"^toy/swept +closed-form vs flow \(pointwise\) +3 +passed +(Value|Slope) \S+ \(1e-09\)\s*$", row);
        Assert.EndsWith($"\n2 experiments, 4 cross-checks: all passed\n{Path.Combine("artifacts", "report.html")}\n", check.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.True(check.Wrote("artifacts", "report.html"));
        Assert.True(check.Wrote("artifacts", "results.json"));
    }

    [Fact]
    public void A_failure_is_shown_in_full_and_can_be_repeated()
    {
        using Invocation check = Invocation.Of("check", "toy/wrong", "--set", "Rate=2", "--points", "4");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("FAILED toy/wrong, closed-form vs flow (pointwise)", check.Output, StringComparison.Ordinal);
        Assert.Contains("  Value: largest deviation", check.Output, StringComparison.Ordinal);
        Assert.Contains("  Slope: largest deviation", check.Output, StringComparison.Ordinal);
        Assert.Contains("1 experiment, 1 cross-check: 1 failed", check.Output, StringComparison.Ordinal);

        string line = Assert.Single(check.Output.Split('\n'), line => line.StartsWith("  repeat it with: ", StringComparison.Ordinal));
        using Invocation repeated = Invocation.Of(line["  repeat it with: ".Length..].TrimEnd().Split(' '));
        Assert.Equal(1, repeated.ExitCode);
        Assert.Contains("Rate=2", repeated.Output, StringComparison.Ordinal);
        Assert.Contains("over 5 times", repeated.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("toy/strangers")]
    [InlineData("toy/decay", "--route", "flow")]
    public void Having_compared_nothing_is_a_failure(params string[] args)
    {
        using Invocation check = Invocation.Of(["check", .. args]);
        Assert.Equal(1, check.ExitCode);
        Assert.DoesNotContain("all passed", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_that_compared_nothing_spoils_those_that_did()
    {
        using Invocation check = Invocation.Of("check", "toy/decay", "toy/strangers");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("nothing to compare", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_without_cross_checks_is_shown_as_such()
    {
        using Invocation check = Invocation.Of("check", "toy/decay", "toy/alone");
        Assert.Equal(0, check.ExitCode);
        Assert.Matches("toy/alone +- +1 +not compared +only one route", check.Output);
        Assert.Contains("2 experiments, 1 cross-check: all passed, 1 experiment not compared", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_it_is_no_failure_and_nothing_is_said_to_have_passed()
    {
        using Invocation check = Invocation.Of("check", "toy/alone");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("1 experiment, 0 cross-checks: nothing to compare", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("passed", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_verb_everything_that_is_not_long_is_checked()
    {
        using var check = Invocation.Run(["--points", "3"], Only("toy/decay", "toy/swept", "toy/long"));
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("2 experiments, 4 cross-checks: all passed", check.Output, StringComparison.Ordinal);
        Assert.Contains("Left out as long: toy/long.", check.Error, StringComparison.Ordinal);
        Assert.True(check.Wrote("artifacts", "report.html"));

        using var bare = Invocation.Run([], Only("toy/decay"));
        Assert.Contains("1 experiment, 1 cross-check: all passed", bare.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_it_is_the_results_document()
    {
        using Invocation check = Invocation.Of("check", "toy/wrong", "--format", "json");
        using var document = JsonDocument.Parse(check.Output);
        Assert.Equal("learning-dynamics/results/1", document.RootElement.GetProperty("schema").GetString());
        Assert.False(document.RootElement.GetProperty("passed").GetBoolean());
        Assert.Contains("report.html", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void As_csv_it_has_a_row_a_quantity()
    {
        using Invocation check = Invocation.Of("check", "toy/wrong", "--format", "csv");
        string[] lines = check.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("experiment,parameters,left,right,kind,quantity,passed,deviation,bound,explanation", lines[0]);
        Assert.Equal(1 + 2 + 3, lines.Length);
        Assert.StartsWith("toy/wrong,Rate=1,closed-form,flow,pointwise,Value,false,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_fields_with_quotes_and_commas_are_quoted()
    {
        using Invocation check = Invocation.Of("check", "toy/labelled", "--format", "csv");
        Assert.Contains("toy/labelled,\"Label=it's \"\"here\"\", now\",closed-form", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_the_report_can_be_chosen()
    {
        using Invocation check = Invocation.Of("check", "toy/decay", "--out", Path.Combine("a", "b"));
        Assert.True(check.Wrote("a", "b", "report.html"));
        Assert.False(check.Wrote("artifacts", "report.html"));
    }

    [Fact]
    public void Only_the_first_failing_points_are_shown_in_full()
    {
        using Invocation check = Invocation.Of("check", "toy/wrong-often");
        Assert.Contains("FAILED at 8", check.Output, StringComparison.Ordinal);
        Assert.Equal(5, check.Output.Split('\n').Count(line => line.StartsWith("  repeat it with: ", StringComparison.Ordinal)));
        Assert.Contains("and at 3 more points", check.Output, StringComparison.Ordinal);
    }

    internal static Experiments.ExperimentCatalog Only(params string[] ids) => new(ids.Select(id => Synthetic.SyntheticCatalog.Create().Find(id)));
}
