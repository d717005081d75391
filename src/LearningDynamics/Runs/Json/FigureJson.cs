using System.Collections.Immutable;
using System.Text.Json;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>Writes and reads the figures that an experiment declares.</summary>
internal static class FigureJson
{
    private const string Linear = "linear";
    private const string Logarithmic = "log";

    public static void Write(Utf8JsonWriter json, ImmutableArray<FigureDescriptor> figures)
    {
        json.WriteStartArray("figures");
        foreach (FigureDescriptor figure in figures)
            Write(json, figure);
        json.WriteEndArray();
    }

    /// <summary>The figures of a run; none in results that were written before there were any.</summary>
    public static ImmutableArray<FigureDescriptor> Read(JsonElement run) =>
        run.TryGetProperty("figures", out JsonElement figures) ? [.. figures.EnumerateArray().Select(ReadFigure)] : [];

    private static void Write(Utf8JsonWriter json, FigureDescriptor figure)
    {
        json.WriteStartObject();
        json.WriteString("title", figure.Title);
        json.WriteString("kind", figure.Kind.Name());
        WriteNames(json, "names", figure.Names);
        json.WriteString("caption", figure.Caption);
        json.WriteString("over", figure.Over);
        json.WriteString("panels", figure.Panels);
        json.WriteString("preset", figure.Preset);
        json.WriteString("xScale", ScaleName(figure.XScale));
        json.WriteString("yScale", ScaleName(figure.YScale));
        json.WriteString("colourScale", ScaleName(figure.ColourScale));
        json.WriteString("xTitle", figure.XTitle);
        json.WriteString("yTitle", figure.YTitle);
        WriteNames(json, "spreads", figure.Spreads);
        WriteNames(json, "borders", figure.Borders);
        WriteNames(json, "inset", figure.Inset);
        json.WriteEndObject();
    }

    private static FigureDescriptor ReadFigure(JsonElement json) =>
        new(json.GetProperty("title").GetString()!, FigureKindNames.Parse(json.GetProperty("kind").GetString()!), ReadNames(json, "names"))
        {
            Caption = json.GetProperty("caption").GetString(),
            Over = json.GetProperty("over").GetString(),
            Panels = json.GetProperty("panels").GetString(),
            Preset = json.GetProperty("preset").GetString(),
            XScale = ReadScale(json, "xScale"),
            YScale = ReadScale(json, "yScale"),
            ColourScale = ReadScale(json, "colourScale"),
            XTitle = json.GetProperty("xTitle").GetString(),
            YTitle = json.GetProperty("yTitle").GetString(),
            Spreads = ReadNames(json, "spreads"),
            Borders = ReadNames(json, "borders"),
            Inset = ReadNames(json, "inset"),
        };

    private static string ScaleName(AxisScale scale) => scale == AxisScale.Logarithmic ? Logarithmic : Linear;

    private static AxisScale ReadScale(JsonElement json, string name) => json.GetProperty(name).GetString() switch
    {
        Linear => AxisScale.Linear,
        Logarithmic => AxisScale.Logarithmic,
        string other => throw new UsageException(Nearest.Message("scale of an axis", other, [Linear, Logarithmic])),
        null => throw new FormatException($"The figure's {name} is missing."),
    };

    private static void WriteNames(Utf8JsonWriter json, string member, ImmutableArray<string> names)
    {
        json.WriteStartArray(member);
        foreach (string name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static ImmutableArray<string> ReadNames(JsonElement json, string member) => [.. json.GetProperty(member).EnumerateArray().Select(name => name.GetString()!)];
}
