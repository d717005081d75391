namespace LearningDynamics.Hosting.Tests;

public class TerminalTests
{
    private const char Escape = '\e';

    [Theory]
    [InlineData("check", "toy/decay", "toy/wrong")]
    [InlineData("run", "toy/decay")]
    [InlineData("list")]
    [InlineData("describe", "toy/swept")]
    public void Redirected_text_is_plain_and_has_no_blanks_at_line_ends(params string[] args)
    {
        using Invocation invocation = Invocation.Of(args);
        Assert.DoesNotContain(Escape, invocation.Output + invocation.Error);
        Assert.All(invocation.Output.ReplaceLineEndings("\n").Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.True(invocation.Output.All(char.IsAscii));
    }

    [Fact]
    public void A_terminal_gets_colours_unless_they_are_unwanted()
    {
        using var colored = Invocation.Run(["check", "toy/wrong"], change: here => here with { OutputIsTerminal = true });
        Assert.Contains(Escape, colored.Output);
        using var plain = Invocation.Run(["check", "toy/wrong"], change: here => here with { OutputIsTerminal = true, Variable = name => name == "NO_COLOR" ? "1" : null });
        Assert.DoesNotContain(Escape, plain.Output);
    }

    [Fact]
    public void Progress_is_shown_on_a_terminal_only()
    {
        using var watched = Invocation.Run(["check", "toy/decay", "toy/swept", "--format", "json"], change: here => here with { ErrorIsTerminal = true });
        Assert.Contains(Escape, watched.Error);
        Assert.Contains("toy/", watched.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, watched.Output);
        using Invocation alone = Invocation.Of("check", "toy/decay", "toy/swept", "--format", "json");
        Assert.Equal(Path.Combine("artifacts", "report.html"), alone.Error.Trim());
    }

    [Theory]
    [InlineData("json", "check")]
    [InlineData("json", "run")]
    [InlineData("csv", "check")]
    [InlineData("csv", "run")]
    public void With_json_or_csv_messages_stay_off_standard_output(string format, string verb)
    {
        using Invocation invocation = Invocation.Of(verb, "toy/wrong", "toy/diverging", "--set", "Rate=2", "--format", format, "--out", "here");
        Assert.DoesNotContain("report.html", invocation.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("repeat it with", invocation.Output, StringComparison.Ordinal);
        Assert.Contains("report.html", invocation.Error, StringComparison.Ordinal);
        Assert.Contains("repeat it with", invocation.Error, StringComparison.Ordinal);
        Assert.True(format == "csv" ? invocation.Output.StartsWith("experiment,", StringComparison.Ordinal) : invocation.Output[0] is '{' or '[');
    }

    [Theory]
    [InlineData("list")]
    [InlineData("describe", "toy/swept")]
    public void Lists_fit_a_narrow_terminal_and_break_no_word(params string[] args)
    {
        using var invocation = Invocation.Run(args, change: here => here with { Width = 60, OutputIsTerminal = true, Variable = _ => "1" });
        Assert.All(invocation.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 60));
        Assert.Contains("toy/swept", invocation.Output, StringComparison.Ordinal);
        Assert.Contains(args[0] == "list" ? "  A value that halves in equal times." : "  Rate (lambda) = 1; (0, 10]; swept over 0.5, 1, 2", invocation.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Tables_fit_the_width_and_break_no_word(int width)
    {
        foreach (string verb in new[] { "check", "run" })
        {
            using var invocation = Invocation.Run([verb, "toy/independent-of-everything"], change: here => here with { Width = width, OutputIsTerminal = true, Variable = _ => "1" });
            Assert.All(invocation.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, width));
            Assert.Contains("independent-of-everything", invocation.Output, StringComparison.Ordinal);
            Assert.Contains("passed", invocation.Output, StringComparison.Ordinal);
            Assert.Contains("(pointwise)", invocation.Output, StringComparison.Ordinal);
            Assert.Equal(verb == "run", invocation.Output.Contains("Value12", StringComparison.Ordinal));
        }
    }
}
