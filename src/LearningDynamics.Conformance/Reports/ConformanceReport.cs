using System.Globalization;
using System.Text;
using System.Text.Json;
using LearningDynamics.CrossChecks;
using static System.FormattableString;

namespace LearningDynamics.Conformance;

/// <summary>Writes the verdicts on trainers as JSON, for programs, and as a Markdown table, for people.</summary>
public static class ConformanceReport
{
    /// <summary>The schema of the JSON.</summary>
    public const string Schema = "learning-dynamics/conformance/1";

    /// <summary>Writes conformance.json and conformance.md.</summary>
    /// <param name="directory">A folder that is there.</param>
    /// <param name="run">The verdicts.</param>
    public static void WriteFiles(string directory, ConformanceRun run)
    {
        using (FileStream file = File.Create(Path.Combine(directory, "conformance.json")))
        {
            using var json = new Utf8JsonWriter(file, new() { Indented = true });
            Write(json, run);
        }

        File.WriteAllText(Path.Combine(directory, "conformance.md"), Markdown(run));
    }

    /// <summary>Writes one run. Numbers read back to the same double; what is not a number is null.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="run">The verdicts.</param>
    public static void Write(Utf8JsonWriter json, ConformanceRun run)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(run);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("trainer", run.TrainerName);
        json.WriteString("version", run.TrainerVersion);
        json.WriteBoolean("passed", run.Passed);
        json.WriteStartArray("cases");
        foreach (ConformanceVerdict verdict in run.Verdicts)
            Write(json, verdict);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One table with a row for each case and a column for each run.</summary>
    /// <param name="runs">At least one run; all of the same cases.</param>
    /// <returns>The table, and below it what failed or is not supported, with the reason.</returns>
    public static string Markdown(params IReadOnlyList<ConformanceRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Count == 0)
            throw new ArgumentException("There must be at least one run.", nameof(runs));
        var text = new StringBuilder();
        text.Append("# Conformance\n\nThe number is the deviation, as a share of the bound.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| Case | {string.Join(" | ", runs.Select(run => $"{run.TrainerName} {run.TrainerVersion}"))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| --- |{string.Concat(Enumerable.Repeat(" --- |", runs.Count))}\n");
        for (int index = 0; index < runs[0].Verdicts.Length; index++)
            text.Append(CultureInfo.InvariantCulture, $"| `{runs[0].Verdicts[index].Id}` | {string.Join(" | ", runs.Select(run => Cell(run.Verdicts[index])))} |\n");
        foreach (ConformanceRun run in runs)
            AppendReasons(text, run);
        return text.ToString();
    }

    private static string Cell(ConformanceVerdict verdict)
    {
        string status = verdict.Status switch
        {
            ConformanceStatus.Passed => "passed",
            ConformanceStatus.Failed => "**failed**",
            _ => "unsupported",
        };
        return verdict.Evidence is { Deviation: { } deviation, Bound: > 0 and var bound } ? Invariant($"{status}, {deviation / bound:g2}") : status;
    }

    private static void AppendReasons(StringBuilder text, ConformanceRun run)
    {
        foreach (ConformanceVerdict verdict in run.Verdicts.Where(verdict => verdict.Status != ConformanceStatus.Passed))
            text.Append(CultureInfo.InvariantCulture, $"\n- {run.TrainerName}, `{verdict.Id}`: {verdict.Evidence.Explanation.ReplaceLineEndings(" ")}");
        if (!run.Verdicts.All(verdict => verdict.Status == ConformanceStatus.Passed))
            text.Append('\n');
    }

    private static void Write(Utf8JsonWriter json, ConformanceVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("case", verdict.Id);
        json.WriteString("asks", verdict.Summary);
        json.WriteString("status", verdict.Status switch
        {
            ConformanceStatus.Passed => "passed",
            ConformanceStatus.Failed => "failed",
            _ => "unsupported",
        });
        json.WriteString("explanation", verdict.Evidence.Explanation);
        WriteNumber(json, "deviation", verdict.Evidence.Deviation);
        WriteNumber(json, "bound", verdict.Evidence.Bound);
        json.WriteStartObject("evidence");
        foreach (Evidence fact in verdict.Evidence.Facts)
        {
            if (fact.Text is { } words)
                json.WriteString(fact.Name, words);
            else
                WriteNumber(json, fact.Name, fact.Number);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
