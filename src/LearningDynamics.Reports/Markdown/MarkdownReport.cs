using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>The report without curves, as Markdown: the outcome, each experiment's verdicts and findings, and the environment.</summary>
public static class MarkdownReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="results">The results.</param>
    public static void Write(TextWriter output, ResultSet results)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(results);
        output.Write("# Learning dynamics report\n\n");
        VerdictSummary.Write(output, results);
        foreach (ExperimentRun run in results.Runs)
            Write(output, run);
        output.Write("## Environment\n\n");
        var environment = new MarkdownTable("Fact", "Value");
        foreach ((string name, string value) in EnvironmentFacts.Of(results.Environment))
            environment.Add(name, value);
        environment.Write(output);
    }

    private static void Write(TextWriter output, ExperimentRun run)
    {
        PointLabels labels = PointLabels.Of(run);
        output.Write($"## {MarkdownText.Escape(run.Id)}\n\n");
        if (run.Summary is not null)
            output.Write($"{MarkdownText.Escape(run.Summary)}\n\n");
        if (run.Source is not null)
            output.Write($"Source: {MarkdownText.Escape(run.Source)}\n\n");
        if (run.Preset is not null)
            output.Write($"Preset: {MarkdownText.Escape(run.Preset)}\n\n");
        WriteParameters(output, run);
        MarkdownFigures.Write(output, run, labels);
        WriteVerdicts(output, run, labels);
        WriteFindings(output, run, labels);
    }

    private static void WriteParameters(TextWriter output, ExperimentRun run)
    {
        var table = new MarkdownTable("Parameter", "Symbol", "Value", "Meaning");
        foreach (ParameterRow parameter in ParameterRow.Of(run))
            table.Add(parameter.Name, parameter.Symbol, string.Join(", ", parameter.Values), parameter.Summary);
        table.Write(output);
    }

    private static void WriteVerdicts(TextWriter output, ExperimentRun run, PointLabels labels)
    {
        bool swept = !labels.Swept.IsEmpty;
        var table = new MarkdownTable([.. Leading(swept, "Point"), "Cross-check", "Quantity", "Deviation", "Bound", "Verdict"]);
        foreach (RunPoint point in run.Points)
        {
            foreach (Verdict verdict in point.Checks)
            {
                table.Add(
                [
                    .. Leading(swept, labels.Label(point)),
                    verdict.Check.ToString(),
                    QuantityText.Of(verdict),
                    NumberText.Short(verdict.Deviation),
                    NumberText.Short(verdict.Bound),
                    Headline.Verdict(verdict.Passed),
                ]);
            }

            foreach (NotCompared skipped in point.NotCompared)
                table.Add([.. Leading(swept, labels.Label(point)), skipped.Check.ToString(), skipped.Reason, NumberText.Missing, NumberText.Missing, Headline.NotCompared]);
        }

        table.Write(output);
    }

    private static void WriteFindings(TextWriter output, ExperimentRun run, PointLabels labels)
    {
        FindingTable findings = FindingTable.Of(run);
        bool swept = !labels.Swept.IsEmpty;
        var table = new MarkdownTable(["Finding", .. Leading(swept, "Point"), .. findings.Routes.Select(route => route.Name())]);
        foreach (string name in findings.Names)
        {
            foreach (RunPoint point in run.Points)
                table.Add([name, .. Leading(swept, labels.Label(point)), .. findings.Routes.Select(route => FindingTable.Text(point, route, name))]);
        }

        table.Write(output);
    }

    private static ImmutableArray<string> Leading(bool swept, string cell) => swept ? [cell] : [];
}
