using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

public sealed class MarkdownReportTests
{
    [Fact]
    public void The_summary_has_a_row_for_each_cross_check_with_its_worst_quantity()
    {
        string markdown = Render(SampleResults.Rich);

        Assert.Contains("| sample/sweep | closed-form vs flow (pointwise) | 3 of 3 | Confidence | 4e-10 | 1e-09 | passed |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| sample/maps | closed-form vs flow (pointwise) | 0 of 1 | Share1 | 0.02 | 1e-09 | FAILED |\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_without_declared_checks_is_never_counted_as_passed()
    {
        Assert.Contains("**Nothing to compare: 1 experiment shown.**", Render(new(SampleResults.Environment, [SampleRuns.Shown])), StringComparison.Ordinal);
        string beside = Render(new(SampleResults.Environment, [SampleRuns.Sweep, SampleRuns.Shown]));
        Assert.Contains("**Passed: 1 of 1 experiment and 6 of 6 cross-checks passed; 1 experiment not compared.**", beside, StringComparison.Ordinal);
        Assert.Contains("| not compared: only one route |\n", beside, StringComparison.Ordinal);
    }

    [Fact]
    public void What_went_wrong_is_listed()
    {
        Assert.Contains("- sample/interrupted: flow. The step became smaller than rounding allows at t = 3.2.\n", Render(SampleResults.Rich), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_stand_by_route_and_a_missing_one_is_a_dash()
    {
        string markdown = Render(SampleResults.Rich);

        Assert.Contains("| Finding | Point | closed-form | flow | trained |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| CollapseTime | InputNorm = 0.5 | – | – | – |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| TimeToConfidence | InputNorm = 1 | 10.94 | 10.94 | 10.941 |\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_stands_with_its_symbol_and_its_meaning()
    {
        Assert.Contains("| InputNorm | \\|\\|x\\|\\| | 0.5, 1, 2 | Norm of the inputs. |\n| Duration |  | 20 |  |\n", Render(SampleResults.Rich), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_figure_is_named_and_a_declared_table_stands_there()
    {
        string markdown = Render(SampleResults.Declared);

        Assert.Contains("- Figure in report.html: **Over time**, Logit over time. A family \\<by\\> its rate.\n", markdown, StringComparison.Ordinal);
        Assert.Contains("- Figure in report.html: **Nothing**, Absent over time. No route gave Absent.\n", markdown, StringComparison.Ordinal);
        Assert.Contains("- Figure in report.html: **Outcome**, map of Outcome, with Separatrix, Hyperbolas.\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| Loss | Rate | Time (closed-form) | Time (flow) | Time (trained) | OtherTime (closed-form) | OtherTime (flow) | OtherTime (trained) |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| Hinge | 2 | 0.75 ± 0.03 | 0.75 ± 0.03 | 0.76 ± 0.03 | – | – | – |\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_stands_at_the_end()
    {
        Assert.EndsWith("| Command line | check 'sample/\\*' --seed 7 |\n\n", Render(SampleResults.Rich), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_breaks_a_table() => Prop.ForAll<NonNull<string>>(text =>
        Render(HostileResults.With(text.Get)).Split('\n').Where(line => line.StartsWith('|')).All(line => Cells(line) is 2 or 3 or 4 or 6 or 7)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a_b|c", "a\\_b\\|c")]
    [InlineData("<b>&#36;", "\\<b\\>\\&\\#36;")]
    [InlineData("one\r\ntwo", "one  two")]
    public void Special_characters_are_escaped(string text, string expected)
    {
        Assert.Equal(expected, MarkdownText.Escape(text));
    }

    /// <summary>The cells of a table row: a bar ends one unless an odd number of backslashes stands before it.</summary>
    private static int Cells(string line)
    {
        int bars = 0, backslashes = 0;
        foreach (char character in line)
        {
            if (character == '|' && backslashes % 2 == 0)
                bars++;
            backslashes = character == '\\' ? backslashes + 1 : 0;
        }

        return bars - 1;
    }

    private static string Render(ResultSet results)
    {
        using var output = new StringWriter();
        MarkdownReport.Write(output, results);
        return output.ToString();
    }
}
