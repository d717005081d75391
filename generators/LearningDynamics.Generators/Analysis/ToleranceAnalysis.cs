using System.Globalization;
using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads what a cross-check calls agreement, and thereby of which kind it is.</summary>
internal static class ToleranceAnalysis
{
    private static readonly (string Name, CheckKind Kind)[] Known =
    [
        ("Relative", CheckKind.Pointwise),
        ("Absolute", CheckKind.Pointwise),
        ("Order", CheckKind.Order),
        ("Seeds", CheckKind.Interval),
        ("Confidence", CheckKind.Interval),
    ];

    /// <summary>The kind, or null where the settings are of none or of several.</summary>
    public static CheckKind? Kind(AnalysisContext context, AttributeData attribute)
    {
        var set = Known.Where(setting => attribute.NamedArgument(setting.Name) is not null).ToArray();
        if (set.Length == 0)
        {
            context.Report(CrossCheckDiagnostics.NoTolerance, attribute.OfAttribute(context.Cancellation));
            return null;
        }

        var stranger = set.FirstOrDefault(setting => setting.Kind != set[0].Kind);
        if (stranger.Name is not null)
        {
            context.Report(CrossCheckDiagnostics.ContradictoryTolerances, attribute.OfArgument(stranger.Name, context.Cancellation), set[0].Name, stranger.Name);
            return null;
        }

        return set[0].Kind;
    }

    /// <summary>Whether every setting has a value that makes sense.</summary>
    public static bool IsValid(AnalysisContext context, AttributeData attribute)
    {
        bool valid = true;
        foreach (string name in new[] { "Relative", "Absolute" })
        {
            if (Number(attribute, name) is { } tolerance && !(tolerance >= 0 && tolerance < double.PositiveInfinity))
                valid = Invalid(name, Literal.Of(tolerance), "a tolerance is a finite number of at least 0");
        }

        if (Number(attribute, "Order") is { } order and < 1)
            valid = Invalid("Order", Literal.Of(order), "an order of convergence is at least 1");
        if (Number(attribute, "Seeds") is { } seeds and < 2)
        {
            context.Report(CrossCheckDiagnostics.TooFewSeeds, attribute.OfArgument("Seeds", context.Cancellation), Literal.Of(seeds));
            valid = false;
        }

        if (Number(attribute, "Confidence") is { } confidence && !(confidence > 0 && confidence < 1))
        {
            context.Report(CrossCheckDiagnostics.ConfidenceOutOfRange, attribute.OfArgument("Confidence", context.Cancellation), Literal.Of(confidence));
            valid = false;
        }

        if (valid && (Number(attribute, "Relative") ?? 0) + (Number(attribute, "Absolute") ?? 0) == 0 && Number(attribute, "Order") is null && Number(attribute, "Seeds") is null && Number(attribute, "Confidence") is null)
        {
            context.Report(CrossCheckDiagnostics.NoTolerance, attribute.OfAttribute(context.Cancellation));
            valid = false;
        }

        return valid;

        bool Invalid(string name, string value, string allowed)
        {
            context.Report(CrossCheckDiagnostics.InvalidTolerance, attribute.OfArgument(name, context.Cancellation), name, value, allowed);
            return false;
        }
    }

    /// <summary>The settings as code, in a fixed order.</summary>
    public static IEnumerable<string> Settings(AttributeData attribute) => Known
        .Where(setting => attribute.NamedArgument(setting.Name) is not null)
        .Select(setting => $"{setting.Name} = {Literal.Of(Number(attribute, setting.Name) ?? 0)}");

    private static double? Number(AttributeData attribute, string name) =>
        attribute.NamedArgument(name)?.Value is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
}
