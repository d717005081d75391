using System.Collections.Immutable;
using System.Globalization;
using LearningDynamics.Experiments;
using LearningDynamics.Reports;

namespace LearningDynamics.Hosting;

/// <summary>Reads the texts that options are given. Every method throws a <see cref="UsageException"/> that names the option, its value and what is allowed.</summary>
internal static class OptionText
{
    // A million times by every route is more than anyone reads, and fits in memory.
    private const int MaximumPoints = 1_000_000;

    public static OutputFormat Format(string? text, params ReadOnlySpan<OutputFormat> allowed)
    {
        if (text is null)
            return OutputFormat.Table;
        foreach (OutputFormat format in allowed)
        {
            if (text == Name(format))
                return format;
        }

        throw new UsageException(Nearest.Message("format", text, allowed.ToArray().Select(Name)));
    }

    public static ImageFormat ImageFormat(string? text) => text switch
    {
        null or "png" => Reports.ImageFormat.Png,
        "svg" => Reports.ImageFormat.Svg,
        _ => throw new UsageException(Nearest.Message("image format", text, ["png", "svg"])),
    };

    public static KeyValuePair<string, string> Setting(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? KeyValuePair.Create(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new UsageException($"--set '{text}' is no Name=Value; write it like --set InputNorm=0.5.");
    }

    public static ImmutableArray<Route> Routes(string? text) => text is null
        ? [.. RouteNames.All]
        : [.. Items(text).Select(RouteNames.Parse).Distinct()];

    public static long? Seed(string? text)
    {
        if (text is null)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seed)
            ? seed
            : throw new UsageException($"--seed '{text}' is no whole number; write it like --seed 7.");
    }

    public static string? Directory(string? text, string option = "--out") =>
        text is not null && string.IsNullOrWhiteSpace(text) ? throw new UsageException($"{option} '' is no folder; write it like {option} artifacts.") : text;

    public static ImmutableArray<double> Times(string text) => [.. Items(text).Select(Time)];

    public static int Points(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int points) && points is >= 1 and <= MaximumPoints
            ? points
            : throw new UsageException($"--points '{text}' is no whole number from 1 to {MaximumPoints}; write it like --points 200.");

    private static string Name(OutputFormat format) => format switch
    {
        OutputFormat.Json => "json",
        OutputFormat.Csv => "csv",
        _ => "table",
    };

    private static double Time(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double time) && double.IsFinite(time)
            ? time
            : throw new UsageException($"--at: '{text}' is no time; write times like --at 0,1,2.5.");

    private static string[] Items(string list) => list.Split(',', StringSplitOptions.TrimEntries);
}
