namespace LearningDynamics.Hosting.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("Did you mean 'check'?", "chekc", "toy/decay")]
    [InlineData("say first what to do with it, such as 'check toy/decay'", "toy/decay")]
    [InlineData("Did you mean 'toy/decay'?", "run", "toy/deca")]
    [InlineData("Did you mean 'toy/decay'?", "describe", "toy/deca")]
    [InlineData("There is no experiment that matches 'tox/*'. Did you mean", "check", "tox/*")]
    [InlineData("Did you mean '--seed'?", "run", "toy/decay", "--seeed", "3")]
    [InlineData("Did you mean '--seed'?", "--seeed", "3")]
    [InlineData("Did you mean '--set'?", "run", "toy/decay", "--sett=Rate=1")]
    [InlineData("Did you mean '--trainers'?", "list", "--trainer")]
    [InlineData("'list' does not take 'toy/decay'", "list", "toy/decay")]
    [InlineData("Did you mean 'Rate'?", "run", "toy/decay", "--set", "Rat=1")]
    [InlineData("Rate = 11 is outside its domain (0, 10]. The nearest allowed value is 10.", "run", "toy/decay", "--set", "Rate=11")]
    [InlineData("Rate = 0 is outside its domain (0, 10]. The default is 1.", "check", "--set", "Rate=0")]
    [InlineData("Rate = 'fast' is no number; write it like 0.5 or 1e-3.", "run", "toy/decay", "--set", "Rate=fast")]
    [InlineData("Rate = '1,5' is no number", "run", "toy/decay", "--set", "Rate=1,5")]
    [InlineData("Did you mean 'Round'?", "run", "toy/seeded", "--set", "Shape=Roun")]
    [InlineData("--set 'Rate' is no Name=Value", "run", "toy/decay", "--set", "Rate")]
    [InlineData("--set rate is given twice", "run", "toy/decay", "--set", "rate=1", "--set", "Rate=2")]
    [InlineData("Did you mean 'closed-form'?", "run", "toy/decay", "--route", "closed")]
    [InlineData("Did you mean 'flow'?", "run", "toy/decay", "--route", "closed-form,flw")]
    [InlineData("none of the experiments has it. Valid: closed-form, flow.", "run", "toy/decay", "--route", "trained")]
    [InlineData("Did you mean 'managed'?", "run", "toy/decay", "--trainer", "manged")]
    [InlineData("--seed 'x' is no whole number", "run", "toy/seeded", "--seed", "x")]
    [InlineData("none of the experiments has a seed", "run", "toy/decay", "--seed", "1")]
    [InlineData("Seed = -1 is outside its domain [1, inf). The nearest allowed value is 1.", "run", "toy/seeded", "--seed", "-1")]
    [InlineData("give one of them", "run", "toy/decay", "--at", "1", "--points", "2")]
    [InlineData("--at: 'x' is no time", "run", "toy/decay", "--at", "0,x")]
    [InlineData("The time 3 is outside [0, 2]. The nearest allowed time is 2.", "run", "toy/decay", "--at", "0,3")]
    [InlineData("--points '0' is no whole number from 1", "run", "toy/decay", "--points", "0")]
    [InlineData("Did you mean 'json'?", "run", "toy/decay", "--format", "jsn")]
    [InlineData("Did you mean 'json'?", "list", "--format", "cjson")]
    [InlineData("--out '' is no folder", "run", "toy/decay", "--out", "")]
    [InlineData("toy/refusing at Rate=1: Rate and Duration do not go together.", "run", "toy/refusing")]
    [InlineData("toy/shares at Shares=0.8;0.7: The shares sum to at most 1. (Parameter 'shares') Actual value was 0.8;0.7.", "run", "toy/shares", "--set", "Shares=0.8;0.7")]
    [InlineData("toy/preset: There is no preset 'figure-5'. Did you mean 'figure-3'? Valid: figure-3, figure-4.", "run", "toy/preset", "--preset", "figure-5")]
    [InlineData("toy/decay: There is no preset 'figure-3', and none is declared.", "run", "toy/preset", "toy/decay", "--preset", "figure-3")]
    [InlineData("There is no preset 'figur-4'. Did you mean 'figure-4'? Valid: figure-3, figure-4.", "check", "--preset", "figur-4")]
    [InlineData("There is no preset 'figure-3', and none is declared.", "run", "toy/dec*", "--preset", "figure-3")]
    [InlineData("Rate = 11 is outside its domain (0, 10].", "run", "toy/preset", "--preset", "figure-3", "--set", "Rate=11")]
    [InlineData("Every experiment that matches is long (toy/long).", "check", "toy/lon*")]
    [InlineData("'run' needs GLOB. Ids, or patterns", "run")]
    [InlineData("Required argument missing for option: '--seed'", "run", "toy/seeded", "--seed")]
    [InlineData("Option '--seed' expects a single argument but 2 were provided", "run", "toy/seeded", "--seed", "1", "--seed", "2")]
    public void Wrong_usage_is_explained_and_nothing_else_is_said(string message, params string[] args)
    {
        using Invocation invocation = Invocation.Of(args);
        Assert.Equal(2, invocation.ExitCode);
        Assert.Contains(message, invocation.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", invocation.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: ", invocation.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_run_where_a_value_of_the_last_experiment_is_wrong()
    {
        using Invocation check = Invocation.Of("check", "toy/decay", "toy/swept", "--at", "0,5");
        Assert.Equal(2, check.ExitCode);
        Assert.Empty(check.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(check.WorkingDirectory));
    }

    [Fact]
    public void A_report_folder_that_cannot_be_made_is_known_before_the_work()
    {
        using Invocation first = Invocation.Of("check", "toy/decay");
        string file = Path.Combine(first.WorkingDirectory, "artifacts", "report.html");
        using Invocation second = Invocation.Of("check", "toy/decay", "--out", file);
        Assert.Equal(2, second.ExitCode);
        Assert.Empty(second.Output);
    }

    [Fact]
    public void A_program_without_experiments_says_so()
    {
        using var check = Invocation.Run([], new([]));
        Assert.Equal(2, check.ExitCode);
        Assert.Contains("declares no experiments", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_trainers_of_one_name_are_a_mistake_of_the_program()
    {
        Assert.Throws<ArgumentException>(() => Invocation.Run(["list", "--trainers"], trainers: [new Synthetic.FakeTrainer("managed")]));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("check", "--help")]
    [InlineData("run", "-h")]
    public void Help_is_no_mistake(params string[] args)
    {
        using Invocation help = Invocation.Of(args);
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Usage:", help.Output, StringComparison.Ordinal);
        Assert.Empty(help.Error);
    }

    [Fact]
    public void The_version_is_that_of_the_library()
    {
        using Invocation version = Invocation.Of("--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^LearningDynamics \d+\.\d+\.\d+", version.Output);
    }
}
