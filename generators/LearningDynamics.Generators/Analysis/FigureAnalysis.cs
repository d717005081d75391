using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads the figures that an experiment declares. A wrong one is left out; the class is emitted nevertheless.</summary>
internal static class FigureAnalysis
{
    public static EquatableArray<FigureModel> Analyse(AnalysisContext context, ParametersModel parameters, EquatableArray<PresetModel> presets, RoutesModel? routes)
    {
        var figures = new List<FigureModel>();
        if (routes is null)
            return figures.ToEquatableArray();
        var names = new FigureNames(routes, parameters, presets);
        foreach (AttributeData attribute in context.Type.GetAttributes().Where(attribute => attribute.AttributeClass.IsLibrary("Experiments", "FigureAttribute")))
        {
            if (Figure(context, attribute, names) is { } figure && HasOwnTitle(context, attribute, figure, figures))
                figures.Add(figure);
        }

        return figures.ToEquatableArray();
    }

    private static FigureModel? Figure(AnalysisContext context, AttributeData attribute, FigureNames names)
    {
        if (attribute.ConstructorArguments is not [{ Value: string title }, { Kind: TypedConstantKind.Array } list])
            return null;
        string[] shown = [.. FigureSettings.Texts(list)];
        if (shown.Length == 0 || title.Trim().Length == 0)
        {
            context.Report(FigureDiagnostics.Empty, attribute.OfAttribute(context.Cancellation));
            return null;
        }

        return Quantity(context, attribute, shown, names) is { } quantity
            && Kind(context, attribute, quantity, names) is { } kind
            && FigureSettings.AreValid(context, attribute, kind, shown, names)
            ? new(title, kind, shown.ToEquatableArray(), FigureSettings.Code(attribute).ToEquatableArray())
            : null;
    }

    /// <summary>What all names are together: observables, findings or maps.</summary>
    private static FigureQuantity? Quantity(AnalysisContext context, AttributeData attribute, string[] shown, FigureNames names)
    {
        FigureQuantity? first = null;
        bool valid = true;
        for (int index = 0; index < shown.Length; index++)
        {
            FigureQuantity? quantity = names.Find(shown[index]);
            if (quantity is null or FigureQuantity.Parameter or FigureQuantity.Preset)
            {
                context.Report(FigureDiagnostics.UnknownName, OfName(context, attribute, index), shown[index], "observable, finding or map", context.Type.Name, names.Among(FigureQuantity.Observable, FigureQuantity.Finding, FigureQuantity.Map));
                valid = false;
            }
            else if (first is not null && quantity != first)
            {
                context.Report(FigureDiagnostics.MixedQuantities, OfName(context, attribute, index), shown[0], Words(first.Value), shown[index], Words(quantity.Value));
                valid = false;
            }

            first ??= quantity;
        }

        return valid ? first : null;
    }

    private static FigureKind? Kind(AnalysisContext context, AttributeData attribute, FigureQuantity quantity, FigureNames names)
    {
        string? over = FigureSettings.Text(attribute, "Over");
        return quantity switch
        {
            FigureQuantity.Observable when over is null => FigureKind.Curves,
            FigureQuantity.Observable => Across(FigureQuantity.Observable, FigureKind.PhasePlane, "observables are drawn over time, or over another observable"),
            FigureQuantity.Finding when over is null => FigureKind.Table,
            FigureQuantity.Finding => Across(FigureQuantity.Parameter, FigureKind.Sweep, "findings are drawn over a parameter"),
            _ when over is not null => Wrong("a map has axes of its own"),
            _ => attribute.NamedArgument("As")?.EnumMember() switch
            {
                "Points" => FigureKind.Scatter,
                "Curves" => FigureKind.MapCurves,
                _ => attribute.NamedArgument("Spreads") is null ? FigureKind.Map : FigureKind.MapCurves,
            },
        };

        FigureKind? Across(FigureQuantity expected, FigureKind kind, string rule) => names.Has(expected, over) ? kind : Wrong($"{rule}; {names.Among(expected)}");

        FigureKind? Wrong(string rule)
        {
            context.Report(FigureDiagnostics.WrongOver, attribute.OfArgument("Over", context.Cancellation), over!, rule);
            return null;
        }
    }

    private static bool HasOwnTitle(AnalysisContext context, AttributeData attribute, FigureModel figure, List<FigureModel> earlier)
    {
        if (earlier.All(other => !string.Equals(other.Title, figure.Title, StringComparison.OrdinalIgnoreCase)))
            return true;
        context.Report(FigureDiagnostics.TitleTwice, attribute.Positional(context.Cancellation).FirstOrDefault()?.GetLocation() ?? attribute.OfAttribute(context.Cancellation), figure.Title);
        return false;
    }

    private static string Words(FigureQuantity quantity) => quantity == FigureQuantity.Observable ? "an observable" : quantity == FigureQuantity.Finding ? "a finding" : "a map";

    /// <summary>A name as it is written behind the title; the attribute where the names are written as one array.</summary>
    private static Location? OfName(AnalysisContext context, AttributeData attribute, int index)
    {
        var written = attribute.Positional(context.Cancellation);
        return written.Length == attribute.ConstructorArguments[1].Values.Length + 1 ? written[index + 1].GetLocation() : attribute.OfAttribute(context.Cancellation);
    }
}
