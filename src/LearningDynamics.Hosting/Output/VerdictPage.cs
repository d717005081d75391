using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Reports;
using LearningDynamics.Runs;
using Spectre.Console;

namespace LearningDynamics.Hosting;

/// <summary>Shows verdicts: a table with a row for each experiment and cross-check, then each failure in full, then one line that sums up.</summary>
internal sealed class VerdictPage(TextPage page, Func<string, RunPoint, string>? repeat)
{
    /// <summary>How many failures of one cross-check are shown in full.</summary>
    private const int MaximumShown = 5;

    private const int LongestUnfolded = 20;

    /// <summary>The verdict on an experiment that declares no cross-check, and the remark on a run with one that compared nothing at any point; each such check has a row of its own.</summary>
    private const string NotCompared = "not compared";

    /// <summary>Shows the table and the failures.</summary>
    public void Write(ImmutableArray<ExperimentRun> runs)
    {
        Table table = TextTable.Create("experiment", "cross-check", ">points", "verdict", "worst deviation (allowed)");
        // An id stays whole, to be copied; where lines are short, other cells are folded.
        table.Columns[0].NoWrap = true;
        table.Columns[3].NoWrap = true;
        foreach (ExperimentRun run in runs)
        {
            foreach (CheckSummary summary in CheckSummary.Of(run))
                AddRow(table, run, summary);
            foreach (NotCompared skipped in ResultSet.NeverCompared(run))
                table.AddRow(Id(run.Id), new Text(skipped.Check.ToString()), new Text("0"), Failed(NotCompared.ToUpperInvariant()), new Text(skipped.Reason));
            if (Remark(run) is { } remark and not NotCompared)
                AddRow(table, run, Failed(remark.ToUpperInvariant()));
            else if (ResultSet.ShownBecause(run) is { } reason)
                table.AddRow(Id(run.Id), new Text("-"), new Text(NumberText.Of(run.Points.Length)), new Text(NotCompared), new Text(reason));
        }

        page.Table(table);
        foreach (ExperimentRun run in runs)
        {
            foreach (CheckSummary summary in CheckSummary.Of(run).Where(summary => !summary.Passed))
                WriteFailures(run, summary);
        }
    }

    /// <summary>Shows the line that sums up. A cross-check counts once a point, as in the report.</summary>
    public void WriteTotal(ResultSet results)
    {
        int checks = results.Runs.Sum(run => CheckSummary.Of(run).Sum(summary => summary.Points.Length));
        string counts = $"{NumberText.Count(results.Runs.Length, "experiment")}, {NumberText.Count(checks, "cross-check")}";
        page.Line();
        page.Heading($"{counts}: {(results.Passed ? Success(results) : Problems(results))}");
    }

    /// <summary>Experiments that are only shown are counted apart: nothing of them passed.</summary>
    private static string Success(ResultSet results)
    {
        int shown = results.Runs.Count(run => ResultSet.ShownBecause(run) is not null);
        if (shown == results.Runs.Length)
            return "nothing to compare";
        return shown == 0 ? "all passed" : $"all passed, {NumberText.Count(shown, "experiment")} {NotCompared}";
    }

    /// <summary>What is wrong with a run besides failed verdicts, or null.</summary>
    private static string? Remark(ExperimentRun run)
    {
        if (run.Points.Any(point => point.Failures.Any(failure => failure.IsRefusal)))
            return "refused";
        if (run.Points.Any(point => !point.Failures.IsEmpty))
            return "not finished";
        if (!run.IsComplete)
            return "incomplete";
        if (!ResultSet.NeverCompared(run).IsEmpty)
            return NotCompared;
        return ResultSet.ComparedWhatItDeclares(run) ? null : "nothing compared";
    }

    private static string Problems(ResultSet results)
    {
        int failed = results.Runs.Sum(run => CheckSummary.Of(run).Sum(summary => summary.Failed.Length));
        ILookup<string?, ExperimentRun> remarks = results.Runs.ToLookup(Remark);
        IEnumerable<string> problems =
        [
            .. failed > 0 ? [$"{NumberText.Of(failed)} failed"] : Array.Empty<string>(),
            .. remarks.Where(group => group.Key is not null).Select(group => $"{NumberText.Of(group.Count())} {group.Key}"),
        ];
        return problems.Any() ? string.Join(", ", problems) : "nothing was compared";
    }

    private static Text Failed(string word) => new(word, new Style(Color.Red));

    /// <summary>A row about a run as a whole.</summary>
    private void AddRow(Table table, ExperimentRun run, Text verdict) =>
        table.AddRow(Id(run.Id), new Text("-"), new Text(NumberText.Of(run.Points.Length)), verdict, new Text("-"));

    private void AddRow(Table table, ExperimentRun run, CheckSummary summary)
    {
        string deviation = summary.Worst is { Deviation: { } value, Bound: { } bound }
            ? $"{NumberText.Rounded(value, 3)} ({NumberText.Rounded(bound, 3)})"
            : summary.Passed ? "equal" : "different";
        table.AddRow(
            Id(run.Id),
            Folded(summary.Name, summary.Name.LastIndexOf(" (", StringComparison.Ordinal) + 1),
            new Text(NumberText.Of(summary.Points.Length)),
            Verdict(summary),
            summary.Worst.QuantityKind == QuantityKind.Nothing ? new Text("nothing to compare") : Folded($"{summary.Worst.Quantity} {deviation}", summary.Worst.Quantity.Length + 1));
    }

    private static Text Verdict(CheckSummary summary)
    {
        string notCompared = summary.NotCompared > 0 ? $", {NumberText.Of(summary.NotCompared)} {NotCompared}" : string.Empty;
        if (summary.Passed)
            return new("passed" + notCompared, new Style(Color.Green));
        return Failed((summary.Points.Length > 1 ? $"FAILED at {NumberText.Of(summary.Failed.Length)}" : "FAILED") + notCompared);
    }

    private Text Id(string id) => Folded(id, id.IndexOf('/', StringComparison.Ordinal) + 1);

    /// <summary>A long text that goes on on a second line where lines are short.</summary>
    private Text Folded(string text, int fold) => new(page.IsNarrow && fold > 0 && text.Length > LongestUnfolded ? $"{text[..fold].TrimEnd()}\n{text[fold..]}" : text);

    private void WriteFailures(ExperimentRun run, CheckSummary summary)
    {
        page.Line();
        page.Heading($"FAILED {run.Id}, {summary.Name}");
        foreach (CheckOutcome outcome in summary.Failed.Take(MaximumShown))
        {
            foreach (Verdict failed in outcome.Failed)
                page.Paragraph(failed.Explanation, indent: 2);
            page.Line("  " + (repeat is null ? "at " + Reproduction.Settings(outcome.Point) : repeat(run.Id, outcome.Point)));
        }

        if (summary.Failed.Length > MaximumShown)
            page.Line($"  and at {NumberText.Count(summary.Failed.Length - MaximumShown, "more point")}");
    }
}
