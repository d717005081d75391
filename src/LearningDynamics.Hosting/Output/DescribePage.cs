using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using Spectre.Console;
using static System.FormattableString;

namespace LearningDynamics.Hosting;

/// <summary>Shows everything that is known of an experiment without running it.</summary>
internal static class DescribePage
{
    public static void Write(TextPage page, ExperimentDescriptor experiment)
    {
        page.Heading(experiment.Id);
        WriteLine(page, experiment.Summary);
        WriteLine(page, experiment.Source, "Source: ");
        WriteLine(page, string.Join(", ", experiment.Routes.Select(route => route.Name())), "Routes: ");
        if (experiment.IsLong)
            page.Paragraph("Long: runs only when named by its id or with --include-long.");

        WriteParameters(page, experiment);
        WriteNames(page, "Presets", experiment.Presets.SelectMany(preset => preset.Grids, (preset, grid) => $"{preset.Name}: {string.Join(' ', grid)}"));
        WriteNames(page, "Observables", experiment.Observables);
        WriteNames(page, "Findings", experiment.Findings);
        WriteNames(page, "Cross-checks", experiment.CrossChecks.Select(Words));
        WriteNames(page, "Example", [Example(experiment)]);
    }

    private static void WriteLine(TextPage page, string? text, string label = "")
    {
        if (!string.IsNullOrEmpty(text))
            page.Paragraph(label + text);
    }

    private static void WriteParameters(TextPage page, ExperimentDescriptor experiment)
    {
        if (experiment.Parameters.IsEmpty)
            return;
        page.Line();
        if (page.IsNarrow)
            WriteParameterLines(page, experiment);
        else
            WriteParameterTable(page, experiment);
    }

    /// <summary>Two lines for each parameter, where lines are too short for a table.</summary>
    private static void WriteParameterLines(TextPage page, ExperimentDescriptor experiment)
    {
        page.Heading("Parameters");
        foreach (ParameterDescriptor parameter in experiment.Parameters)
        {
            string symbol = parameter.Symbol is null ? string.Empty : $" ({parameter.Symbol})";
            string sweep = parameter.Sweep.IsEmpty ? string.Empty : $"; swept over {string.Join(", ", parameter.Sweep)}";
            page.Paragraph($"{parameter.Name}{symbol} = {parameter.Default}; {DomainWords(parameter)}{sweep}", indent: 2);
            if (parameter.Summary is { } summary)
                page.Paragraph(summary, indent: 4);
        }
    }

    private static void WriteParameterTable(TextPage page, ExperimentDescriptor experiment)
    {
        Table table = TextTable.Create("parameter", "symbol", "default", "domain", "sweep", "meaning");
        foreach (ParameterDescriptor parameter in experiment.Parameters)
        {
            table.AddTexts(
                parameter.Name,
                parameter.Symbol ?? "-",
                parameter.Default.ToString(),
                DomainWords(parameter),
                parameter.Sweep.IsEmpty ? "-" : string.Join(", ", parameter.Sweep),
                parameter.Summary ?? "-");
        }

        page.Table(table);
    }

    private static string DomainWords(ParameterDescriptor parameter) => parameter.Kind switch
    {
        ParameterKind.Number => parameter.Domain.ToString(),
        ParameterKind.Integer => parameter.Domain + " whole",
        ParameterKind.Flag => "true, false",
        ParameterKind.Choice => string.Join(", ", parameter.Choices),
        _ => "any text",
    };

    private static void WriteNames(TextPage page, string heading, IEnumerable<string> names)
    {
        string[] lines = [.. names];
        if (lines.Length == 0)
            return;
        page.Line();
        page.Heading(heading);
        foreach (string line in lines)
            page.Paragraph(line, indent: 2);
    }

    private static string Words(CrossCheckDescriptor check) => $"{check}: " + check.Kind switch
    {
        CrossCheckKind.Pointwise => Invariant($"within {check.Relative:g6} of the value plus {check.Absolute:g6}, at every time"),
        CrossCheckKind.Order => Invariant($"order {check.Order} in the learning rate, and the Richardson limits"),
        CrossCheckKind.Interval when check.Seeds == 0 => Invariant($"the {check.Confidence * 100:g6}% confidence interval of the mean over the route's own runs"),
        _ => Invariant($"the {check.Confidence * 100:g6}% confidence interval of the mean over {check.Seeds} seeds"),
    };

    /// <summary>A command that is right for this experiment: a parameter that can be set, at a value that it takes.</summary>
    private static string Example(ExperimentDescriptor experiment)
    {
        ParameterDescriptor? parameter = experiment.Parameters.FirstOrDefault(candidate => !candidate.Sweep.IsEmpty) ?? experiment.Parameters.FirstOrDefault();
        string[] setting = parameter is null ? [] : ["--set", $"{parameter.Name}={(parameter.Sweep.IsEmpty ? parameter.Default : parameter.Sweep[^1])}"];
        return ShellText.Join(["run", experiment.Id, .. setting]);
    }
}
