using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;
using Spectre.Console;

namespace LearningDynamics.Hosting;

/// <summary>Shows verdicts: a table with a row for each experiment and cross-check, then each failure in full, then one line that sums up.</summary>
internal sealed class VerdictPage(TextPage page, Func<string, RunPoint, string>? repeat)
{
    /// <summary>How many failures of one cross-check are shown in full.</summary>
    private const int MaximumShown = 5;

    private const int LongestUnfolded = 20;

    /// <summary>Shows the table and the failures.</summary>
    public void Write(ImmutableArray<ExperimentRun> runs)
    {
        ImmutableArray<CheckSummary> summaries = [.. runs.SelectMany(run => CheckSummary.Of(run))];
        Table table = TextTable.Create("experiment", "cross-check", ">points", "verdict", "worst deviation (allowed)");
        // An id stays whole, to be copied; where lines are short, other cells are folded.
        table.Columns[0].NoWrap = true;
        table.Columns[3].NoWrap = true;
        foreach (ExperimentRun run in runs)
        {
            foreach (CheckSummary summary in summaries.Where(summary => summary.Experiment == run.Id))
                AddRow(table, summary);
            if (Remark(run) is { } remark)
                AddRow(table, run, Failed(remark.ToUpperInvariant()));
            else if (run.DeclaredChecks == 0)
                AddRow(table, run, new Text("none declared"));
        }

        page.Table(table);
        foreach (CheckSummary summary in summaries.Where(summary => !summary.Passed))
            WriteFailures(summary);
    }

    /// <summary>Shows the line that sums up. A cross-check counts once a point, as in the report.</summary>
    public void WriteTotal(ResultSet results)
    {
        int checks = results.Runs.Sum(run => CheckSummary.Of(run).Sum(summary => summary.Points));
        string counts = $"{TextTable.Count(results.Runs.Length, "experiment")}, {TextTable.Count(checks, "cross-check")}";
        page.Line();
        page.Heading($"{counts}: {(results.Passed ? "all passed" : Problems(results))}");
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
        return ResultSet.ComparedWhatItDeclares(run) ? null : "nothing compared";
    }

    private static string Problems(ResultSet results)
    {
        int failed = results.Runs.Sum(run => CheckSummary.Of(run).Sum(summary => summary.FailedPoints));
        ILookup<string?, ExperimentRun> remarks = results.Runs.ToLookup(Remark);
        IEnumerable<string> problems =
        [
            .. failed > 0 ? [$"{TextTable.Count(failed)} failed"] : Array.Empty<string>(),
            .. remarks.Where(group => group.Key is not null).Select(group => $"{TextTable.Count(group.Count())} {group.Key}"),
        ];
        return problems.Any() ? string.Join(", ", problems) : "nothing was compared";
    }

    private static Text Failed(string word) => new(word, new Style(Color.Red));

    /// <summary>A row about a run as a whole.</summary>
    private void AddRow(Table table, ExperimentRun run, Text verdict) =>
        table.AddRow(Id(run.Id), new Text("-"), new Text(TextTable.Count(run.Points.Length)), verdict, new Text("-"));

    private void AddRow(Table table, CheckSummary summary)
    {
        string deviation = summary.Worst is { Deviation: { } value, Bound: { } bound }
            ? $"{TextTable.Deviation(value)} ({TextTable.Deviation(bound)})"
            : summary.Passed ? "equal" : "different";
        table.AddRow(
            Id(summary.Experiment),
            Folded($"{summary.Check}", summary.Check.ToString().LastIndexOf(" (", StringComparison.Ordinal) + 1),
            new Text(TextTable.Count(summary.Points)),
            summary.Passed ? new Text("passed", new Style(Color.Green)) : Failed(summary.Points > 1 ? $"FAILED at {TextTable.Count(summary.FailedPoints)}" : "FAILED"),
            summary.Worst.QuantityKind == QuantityKind.Nothing ? new Text("nothing to compare") : Folded($"{summary.Worst.Quantity} {deviation}", summary.Worst.Quantity.Length + 1));
    }

    private Text Id(string id) => Folded(id, id.IndexOf('/', StringComparison.Ordinal) + 1);

    /// <summary>A long text that goes on on a second line where lines are short.</summary>
    private Text Folded(string text, int fold) => new(page.IsNarrow && fold > 0 && text.Length > LongestUnfolded ? $"{text[..fold].TrimEnd()}\n{text[fold..]}" : text);

    private void WriteFailures(CheckSummary summary)
    {
        page.Line();
        page.Heading($"FAILED {summary.Experiment}, {summary.Check}");
        IGrouping<RunPoint, PointVerdict>[] points = [.. summary.Failed.GroupBy(failed => failed.Point)];
        foreach (IGrouping<RunPoint, PointVerdict> group in points.Take(MaximumShown))
        {
            foreach (PointVerdict failed in group)
                page.Paragraph(failed.Verdict.Explanation, indent: 2);
            page.Line("  " + (repeat is null ? "at " + Repetition.Settings(group.Key) : Repetition.Prompt + repeat(summary.Experiment, group.Key)));
        }

        if (points.Length > MaximumShown)
            page.Line($"  and at {TextTable.Count(points.Length - MaximumShown, "more point")}");
    }
}
