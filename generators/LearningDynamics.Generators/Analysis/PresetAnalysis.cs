using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads the presets of a class. Several attributes of one name are one preset.</summary>
internal static class PresetAnalysis
{
    public static EquatableArray<PresetModel> Analyse(AnalysisContext context, EquatableArray<ParameterModel> parameters)
    {
        var names = new List<string>();
        var grids = new List<EquatableArray<PresetSettingModel>>();
        foreach (AttributeData attribute in context.Type.GetAttributes().Where(attribute => attribute.AttributeClass.IsLibrary("Experiments", "PresetAttribute")))
        {
            if (attribute.ConstructorArguments is not [{ Value: string name }, { Kind: TypedConstantKind.Array } settings])
                continue;
            CheckName(context, attribute, name);
            names.Add(name);
            grids.Add(Grid(context, parameters, attribute, name, settings));
        }

        return names.Distinct()
            .Select(name => new PresetModel(name, grids.Where((_, index) => names[index] == name).ToEquatableArray()))
            .ToEquatableArray();
    }

    private static void CheckName(AnalysisContext context, AttributeData attribute, string name)
    {
        string suggestion = WellFormedId.Words(name);
        if (suggestion == name && name.Length > 0)
            return;
        Location? location = attribute.Positional(context.Cancellation).FirstOrDefault()?.GetLocation() ?? attribute.OfAttribute(context.Cancellation);
        bool isNameable = suggestion.Length > 0;
        context.ReportReplaceable(PresetDiagnostics.MalformedName, location, isNameable ? Literal.Of(suggestion) : null, name, isNameable ? suggestion : "figure-3");
    }

    private static EquatableArray<PresetSettingModel> Grid(
        AnalysisContext context,
        EquatableArray<ParameterModel> parameters,
        AttributeData attribute,
        string preset,
        TypedConstant settings)
    {
        var grid = new List<PresetSettingModel>();
        if (settings.IsNull || settings.Values.IsEmpty)
        {
            context.Report(PresetDiagnostics.Empty, attribute.OfAttribute(context.Cancellation), preset);
            return grid.ToEquatableArray();
        }

        ExpressionSyntax[] written = attribute.Positional(context.Cancellation);
        for (int index = 0; index < settings.Values.Length; index++)
        {
            // Written as one array, the settings are together one argument.
            Location? location = written.Length == settings.Values.Length + 1 ? written[index + 1].GetLocation() : attribute.OfAttribute(context.Cancellation);
            if (PresetSettings.Read(context, parameters, preset, settings.Values[index].Value as string, location) is not { } setting)
                continue;
            if (grid.Any(earlier => earlier.Parameter == setting.Parameter))
                context.Report(PresetDiagnostics.ParameterTwice, location, preset, setting.Parameter);
            else
                grid.Add(setting);
        }

        return grid.ToEquatableArray();
    }
}
