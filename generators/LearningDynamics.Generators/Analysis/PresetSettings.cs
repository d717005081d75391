using System.Globalization;
using LearningDynamics.Experiments;
using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads a setting <c>Name=Value,Value</c> of a preset, by the rules of the command line.</summary>
internal static class PresetSettings
{
    /// <summary>The setting, or null where it is wrong.</summary>
    /// <param name="context">Takes the mistakes.</param>
    /// <param name="parameters">The parameters of the class.</param>
    /// <param name="preset">The name of the preset.</param>
    /// <param name="text">What is written.</param>
    /// <param name="location">Where.</param>
    public static PresetSettingModel? Read(AnalysisContext context, EquatableArray<ParameterModel> parameters, string preset, string? text, Location? location)
    {
        int equals = text?.IndexOf('=') ?? -1;
        if (text is null || equals <= 0)
        {
            context.Report(PresetDiagnostics.MalformedSetting, location, preset, text ?? "null");
            return null;
        }

        string name = text.Substring(0, equals).Trim();
        string[] values = [.. text.Substring(equals + 1).Split(',').Select(value => value.Trim())];
        if (parameters.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase)) is { } parameter)
            return new(parameter.Name, parameter.Type, Values(context, parameter, preset, values, location));
        if (!IsRejectedParameter(context, name))
            ReportUnknown(context, parameters, preset, name, values, location);
        return null;
    }

    /// <summary>Whether a parameter of that name is left out for a mistake of its own.</summary>
    private static bool IsRejectedParameter(AnalysisContext context, string name) =>
        context.Type.GetMembers(name).OfType<IPropertySymbol>().Any(property => new ParameterMarkers(property).IsParameter);

    private static void ReportUnknown(AnalysisContext context, EquatableArray<ParameterModel> parameters, string preset, string name, string[] values, Location? location)
    {
        string? nearest = parameters.Select(parameter => parameter.Name).OrderBy(candidate => EditDistance.Between(name, candidate)).FirstOrDefault();
        context.ReportReplaceable(
            PresetDiagnostics.UnknownParameter,
            location,
            nearest is null ? null : Literal.Of($"{nearest}={string.Join(",", values)}"),
            preset,
            name,
            nearest is null ? "the experiment has none" : $"did you mean '{nearest}'?");
    }

    private static EquatableArray<string> Values(AnalysisContext context, ParameterModel parameter, string preset, string[] texts, Location? location)
    {
        var values = new List<string>();
        for (int index = 0; index < texts.Length; index++)
        {
            if (Code(parameter, texts[index]) is not { } value)
                context.Report(PresetDiagnostics.WrongType, location, preset, texts[index], parameter.Name, TypeName(context, parameter));
            else if (Number(parameter, texts[index]) is { } number && !parameter.Bounds.Contains(number))
                ReportOutside(context, parameter, preset, texts, index, number, location);
            else if (values.Contains(value))
                context.Report(PresetDiagnostics.RepeatedValue, location, preset, texts[index], parameter.Name);
            else
                values.Add(value);
        }

        return values.ToEquatableArray();
    }

    private static void ReportOutside(AnalysisContext context, ParameterModel parameter, string preset, string[] texts, int index, double number, Location? location)
    {
        string? mended = parameter.Bounds.NearestEnd(number) is { } end
            ? Literal.Of($"{parameter.Name}={string.Join(",", texts.Select((text, position) => position == index ? Literal.Round(end) : text))}")
            : null;
        context.ReportReplaceable(PresetDiagnostics.OutsideRange, location, mended, preset, texts[index], parameter.Name, parameter.Bounds.ToString());
    }

    private static string TypeName(AnalysisContext context, ParameterModel parameter) =>
        ParameterTypes.Name(parameter.Type, ((IPropertySymbol)context.Type.GetMembers(parameter.Name)[0]).Type);

    private static double? Number(ParameterModel parameter, string text) => ParameterTypes.IsNumber(parameter.Type)
        ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
        : null;

    private static string? Code(ParameterModel parameter, string text) => parameter.Type switch
    {
        ParameterType.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? Literal.Of(number) : null,
        ParameterType.Int => Integer(text) is { } integer and >= int.MinValue and <= int.MaxValue ? Literal.Of(integer) : null,
        ParameterType.Long => Integer(text) is { } integer ? Literal.Of(integer) : null,
        ParameterType.Bool => bool.TryParse(text, out bool flag) ? Literal.Of(flag) : null,
        ParameterType.Enum => parameter.Choices.FirstOrDefault(choice => string.Equals(choice, text.Replace("-", string.Empty), StringComparison.OrdinalIgnoreCase)) is { } member
            ? $"{parameter.EnumType}.{TypeNames.Identifier(member)}"
            : null,
        _ => Literal.Of(text),
    };

    private static long? Integer(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? integer : null;
}
