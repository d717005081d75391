using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes what concerns parameters: their descriptors, and values into and out of a point.</summary>
internal static class ParametersEmitter
{
    private const string Value = LibraryNames.Experiments + "ParameterValue.";

    /// <summary>Writes the property that reads the point off an instance.</summary>
    public static void WritePoint(SourceWriter writer, EquatableArray<ParameterModel> parameters)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line($"{LibraryNames.Experiments}ParameterSet {LibraryNames.Experiments}IExperiment.Parameters => {LibraryNames.Runner}.Descriptor.Defaults");
        writer.Indented(() =>
        {
            for (int index = 0; index < parameters.Count; index++)
            {
                ParameterModel parameter = parameters[index];
                writer.Line($".With({Literal.Of(parameter.Name)}, {Wrap(parameter.Type, "this." + parameter.Code)}){(index == parameters.Count - 1 ? ";" : string.Empty)}");
            }
        });
    }

    /// <summary>Writes the list of descriptors.</summary>
    public static void WriteDescriptors(SourceWriter writer, EquatableArray<ParameterModel> parameters) => writer.Block(
        "Parameters =",
        () =>
        {
            foreach (ParameterModel parameter in parameters)
                writer.Block("new()", () => WriteDescriptor(writer, parameter), close: "},");
        },
        open: "[",
        close: "],");

    /// <summary>Writes the list of presets.</summary>
    public static void WritePresets(SourceWriter writer, EquatableArray<PresetModel> presets) => writer.Block(
        "Presets =",
        () =>
        {
            foreach (PresetModel preset in presets)
                writer.Block($"new({Literal.Of(preset.Name)},", () => WriteGrids(writer, preset), open: "[", close: "]),");
        },
        open: "[",
        close: "],");

    /// <summary>The value of a property, read from a point.</summary>
    public static string Unwrap(ParameterModel parameter)
    {
        string value = $"point[{Literal.Of(parameter.Name)}]";
        return parameter.Type switch
        {
            ParameterType.Double => value + ".AsNumber()",
            ParameterType.Int => $"(int){value}.AsInteger()",
            ParameterType.Long => value + ".AsInteger()",
            ParameterType.Bool => value + ".AsFlag()",
            ParameterType.Enum => $"{value}.AsChoice<{parameter.EnumType}>()",
            _ => value + ".AsText()",
        };
    }

    private static void WriteGrids(SourceWriter writer, PresetModel preset)
    {
        foreach (EquatableArray<PresetSettingModel> grid in preset.Grids)
            writer.Line($"[{string.Join(", ", grid.Select(setting => $"new({Literal.Of(setting.Parameter)}, [{string.Join(", ", setting.Values.Select(value => Wrap(setting.Type, value)))}])"))}],");
    }

    private static void WriteDescriptor(SourceWriter writer, ParameterModel parameter)
    {
        writer.Line($"Name = {Literal.Of(parameter.Name)},");
        writer.Line($"Default = {Wrap(parameter.Type, "defaults." + parameter.Code)},");
        if (Domain(parameter) is { } domain)
            writer.Line($"Domain = {domain},");
        if (parameter.Choices.Count > 0)
            writer.Line($"Choices = [{string.Join(", ", parameter.Choices.Select(Literal.Of))}],");
        if (parameter.Sweep.Count > 0)
            writer.Line($"Sweep = [{string.Join(", ", parameter.Sweep.Select(value => Wrap(parameter.Type, value)))}],");
        if (parameter.Symbol is not null)
            writer.Line($"Symbol = {Literal.Of(parameter.Symbol)},");
        if (parameter.Summary is not null)
            writer.Line($"Summary = {Literal.Of(parameter.Summary)},");
        if (parameter.IsSeed)
            writer.Line("IsSeed = true,");
    }

    private static string Wrap(ParameterType type, string value) => Value + type switch
    {
        ParameterType.Double => "Number",
        ParameterType.Int or ParameterType.Long => "Integer",
        ParameterType.Bool => "Flag",
        ParameterType.Enum => "Choice",
        _ => "Text",
    } + $"({value})";

    private static string? Domain(ParameterModel parameter)
    {
        BoundsModel bounds = parameter.Bounds;
        var ends = new List<string>();
        Add("above", bounds.Above);
        AddWithin("atLeast", bounds.AtLeast, isBelow: true);
        Add("below", bounds.Below);
        AddWithin("atMost", bounds.AtMost, isBelow: false);
        return ends.Count == 0 ? null : $"{LibraryNames.Experiments}Domain.Of({string.Join(", ", ends)})";

        void Add(string name, double bound)
        {
            if (!double.IsInfinity(bound))
                ends.Add($"{name}: {Literal.Of(bound)}");
        }

        // A value that does not fit an int must be refused where it is typed, not cut off where it is read.
        void AddWithin(string name, double bound, bool isBelow)
        {
            bool fits = isBelow ? Math.Max(bound, bounds.Above) >= int.MinValue : Math.Min(bound, bounds.Below) <= int.MaxValue;
            if (parameter.Type == ParameterType.Int && !fits)
                ends.Add($"{name}: int.{(isBelow ? "MinValue" : "MaxValue")}");
            else
                Add(name, bound);
        }
    }
}
