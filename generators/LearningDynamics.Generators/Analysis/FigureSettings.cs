using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Emission;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads what a figure sets besides what it shows.</summary>
internal static class FigureSettings
{
    private static readonly string[] Scales = ["XScale", "YScale", "ColourScale"];
    private static readonly string[] SingleTexts = ["Caption", "Over", "Panels", "Preset", "XTitle", "YTitle"];
    private static readonly string[] Lists = ["Spreads", "Borders", "Inset"];

    /// <summary>Whether every setting belongs to figures of this kind and names what there is.</summary>
    public static bool AreValid(AnalysisContext context, AttributeData attribute, FigureKind kind, string[] shown, FigureNames names)
    {
        if (!Belong(context, attribute, kind))
            return false;
        bool valid = HasName(context, attribute, "Panels", FigureQuantity.Parameter, names) & HasName(context, attribute, "Preset", FigureQuantity.Preset, names);
        FigureQuantity inset = kind == FigureKind.Curves || names.Has(FigureQuantity.Observable, Names(attribute, "Inset").FirstOrDefault()) ? FigureQuantity.Observable : FigureQuantity.Finding;
        valid &= HasNames(context, attribute, "Spreads", names.Find(shown[0])!.Value, names)
            & HasNames(context, attribute, "Borders", FigureQuantity.Map, names)
            & HasNames(context, attribute, "Inset", inset, names);

        int spreads = Names(attribute, "Spreads").Length;
        if (spreads > 0 && spreads != shown.Length)
        {
            context.Report(FigureDiagnostics.SpreadCount, attribute.OfArgument("Spreads", context.Cancellation), Literal.Of(shown.Length), Literal.Of(spreads));
            valid = false;
        }

        return valid;
    }

    /// <summary>The settings as code, in a fixed order.</summary>
    public static IEnumerable<string> Code(AttributeData attribute)
    {
        foreach (string name in SingleTexts)
        {
            if (Text(attribute, name) is { } text)
                yield return $"{name} = {Literal.Of(text)}";
        }

        foreach (string name in Scales)
        {
            if (attribute.NamedArgument(name)?.EnumMember() is { } scale and not "Linear")
                yield return $"{name} = {LibraryNames.Experiments}AxisScale.{scale}";
        }

        foreach (string name in Lists)
        {
            if (Names(attribute, name) is { Length: > 0 } names)
                yield return $"{name} = [{string.Join(", ", names.Select(Literal.Of))}]";
        }
    }

    public static string? Text(AttributeData attribute, string name) => attribute.NamedArgument(name)?.Value as string;

    public static IEnumerable<string> Texts(TypedConstant list) => list.IsNull ? [] : list.Values.Select(value => value.Value as string ?? string.Empty);

    private static string[] Names(AttributeData attribute, string name) => attribute.NamedArgument(name) is { Kind: TypedConstantKind.Array } list ? [.. Texts(list)] : [];

    private static bool Belong(AnalysisContext context, AttributeData attribute, FigureKind kind)
    {
        bool valid = true;
        foreach ((string name, bool belongs, string owner) in new[]
        {
            ("As", kind is FigureKind.Map or FigureKind.MapCurves or FigureKind.Scatter, "maps"),
            ("Spreads", kind is not (FigureKind.PhasePlane or FigureKind.Scatter), "curves over time, a parameter or an axis, and tables"),
            ("Borders", kind is FigureKind.Map, "planes of colours"),
            ("ColourScale", kind is FigureKind.Map, "planes of colours"),
            ("Inset", kind is FigureKind.Curves or FigureKind.PhasePlane or FigureKind.Sweep, "curves of observables or findings"),
            ("Panels", kind is not FigureKind.Table, "pictures"),
            ("XScale", kind is not (FigureKind.Table or FigureKind.Scatter), "curves and planes"),
            ("YScale", kind is not (FigureKind.Table or FigureKind.Scatter), "curves and planes"),
            ("XTitle", kind is not FigureKind.Table, "pictures"),
            ("YTitle", kind is not FigureKind.Table, "pictures"),
        })
        {
            if (belongs || attribute.NamedArgument(name) is null)
                continue;
            context.Report(FigureDiagnostics.WrongSetting, attribute.OfArgument(name, context.Cancellation), name, owner, Words(kind));
            valid = false;
        }

        return valid;
    }

    private static bool HasName(AnalysisContext context, AttributeData attribute, string setting, FigureQuantity quantity, FigureNames names)
    {
        if (Text(attribute, setting) is not { } name || names.Has(quantity, name))
            return true;
        Report(context, attribute, setting, name, quantity, names);
        return false;
    }

    private static bool HasNames(AnalysisContext context, AttributeData attribute, string setting, FigureQuantity quantity, FigureNames names)
    {
        string[] unknown = [.. Names(attribute, setting).Where(name => !names.Has(quantity, name))];
        foreach (string name in unknown)
            Report(context, attribute, setting, name, quantity, names);
        return unknown.Length == 0;
    }

    private static void Report(AnalysisContext context, AttributeData attribute, string setting, string name, FigureQuantity quantity, FigureNames names) => context.Report(
        FigureDiagnostics.UnknownName, attribute.OfArgument(setting, context.Cancellation), name, quantity.ToString().ToLowerInvariant(), context.Type.Name, names.Among(quantity));

    private static string Words(FigureKind kind) => kind switch
    {
        FigureKind.Curves => "observables over time",
        FigureKind.PhasePlane => "a phase plane",
        FigureKind.Sweep => "findings over a parameter",
        FigureKind.Table => "a table of findings",
        FigureKind.MapCurves => "maps as curves",
        FigureKind.Scatter => "maps as dots",
        _ => "maps",
    };
}
