using LearningDynamics.Runs;

namespace LearningDynamics.Hosting.Tests;

public class ExitCodeTests
{
    [Theory]
    [InlineData(0, "check", "toy/decay")]
    [InlineData(1, "check", "toy/decay", "toy/wrong")]
    [InlineData(1, "run", "toy/wrong")]
    [InlineData(0, "run", "toy/alone")]
    [InlineData(3, "check", "toy/diverging", "--set", "Rate=2")]
    [InlineData(3, "run", "toy/diverging", "--set", "Rate=2")]
    [InlineData(0, "run", "toy/diverging")]
    [InlineData(3, "run", "toy/broken")]
    [InlineData(2, "run", "toy/refusing")]
    public void Each_end_has_its_code(int code, params string[] args)
    {
        using Invocation invocation = Invocation.Of(args);
        Assert.Equal(code, invocation.ExitCode);
    }

    [Fact]
    public void A_numerical_failure_goes_before_a_failed_check()
    {
        using Invocation check = Invocation.Of("check", "toy/wrong", "toy/diverging", "--set", "Rate=2");
        Assert.Equal(3, check.ExitCode);
        Assert.Contains("2 experiments, 1 cross-check: 1 failed, 1 not finished", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_usage_goes_before_a_numerical_failure_and_the_rest_is_kept()
    {
        using Invocation check = Invocation.Of("check", "toy/refusing", "toy/diverging", "toy/decay", "--set", "Rate=2");
        Assert.Equal(2, check.ExitCode);
        Assert.Contains("error: toy/refusing at Rate=2: Rate and Duration do not go together.", check.Error, StringComparison.Ordinal);
        Assert.Contains("1 refused, 1 not finished", check.Output, StringComparison.Ordinal);
        Assert.Contains("numerical failure: toy/diverging", check.Error, StringComparison.Ordinal);
        Assert.Matches("toy/decay +closed-form vs flow .* passed", check.Output);
        Assert.True(check.Wrote("artifacts", "results.json"));
    }

    [Fact]
    public void A_numerical_failure_is_told_with_the_command_line_that_repeats_it()
    {
        using Invocation run = Invocation.Of("run", "toy/diverging", "--set", "Rate=2", "--route", "flow", "--format", "json");
        Assert.Contains("numerical failure: toy/diverging, flow: The step size vanished at t = 0.5.", run.Error, StringComparison.Ordinal);
        string line = Assert.Single(run.Error.Split('\n'), line => line.StartsWith("  repeat it with: ", StringComparison.Ordinal)).TrimEnd();
        Assert.Equal("  repeat it with: run toy/diverging --set Rate=2 --route flow", line);
        using Invocation repeated = Invocation.Of(line["  repeat it with: ".Length..].Split(' '));
        Assert.Equal(3, repeated.ExitCode);
    }

    [Fact]
    public void A_repeated_command_line_is_quoted_for_the_shell()
    {
        Assert.Equal("run 'a b' --set 'Label=it'\\''s \"here\"' '' plain", ShellText.Join(["run", "a b", "--set", "Label=it's \"here\"", "", "plain"]));
    }

    [Fact]
    public void A_mistake_in_an_experiment_shows_its_place_and_loses_no_other_result()
    {
        using Invocation check = Invocation.Of("check", "toy/broken", "toy/decay");
        Assert.Equal(3, check.ExitCode);
        Assert.Contains("toy/broken failed in its own code: System.InvalidOperationException: A mistake in the experiment.", check.Error, StringComparison.Ordinal);
        Assert.Contains("SyntheticCatalog", check.Error, StringComparison.Ordinal);
        Assert.Contains("2 experiments, 1 cross-check: 1 incomplete", check.Output, StringComparison.Ordinal);
    }
}
