using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Diagnostics;

/// <summary>What can be wrong with declared figures: LD6xxx of the diagnostics.</summary>
internal static class FigureDiagnostics
{
    private const string Category = "LearningDynamics.Figures";

    /// <summary>A figure without a title or without a name.</summary>
    public static readonly DiagnosticDescriptor Empty = Error(
        "LD6001",
        "A figure has a title and shows something",
        "The figure has no title or shows nothing; name observables, findings or maps behind the title");

    /// <summary>A name that means nothing, or something else.</summary>
    public static readonly DiagnosticDescriptor UnknownName = Error(
        "LD6002",
        "A figure names what the experiment has",
        "'{0}' is no {1} of '{2}'; {3}");

    /// <summary>Names of several kinds.</summary>
    public static readonly DiagnosticDescriptor MixedQuantities = Error(
        "LD6003",
        "A figure shows one kind of quantity",
        "'{0}' is {1} and '{2}' is {3}; declare one figure for each");

    /// <summary>What runs across does not fit what is shown.</summary>
    public static readonly DiagnosticDescriptor WrongOver = Error(
        "LD6004",
        "What runs across a figure fits what it shows",
        "'{0}' cannot run across this figure: {1}");

    /// <summary>A setting that this kind of figure has no use for.</summary>
    public static readonly DiagnosticDescriptor WrongSetting = Error(
        "LD6005",
        "A setting of a figure fits what it shows",
        "{0} is for {1}, but this figure shows {2}");

    /// <summary>Not one spread for each name.</summary>
    public static readonly DiagnosticDescriptor SpreadCount = Error(
        "LD6006",
        "Every spread of a figure belongs to a name",
        "The figure has {0} names and {1} spreads; give one spread for each name, in the same order");

    /// <summary>Two figures with one title.</summary>
    public static readonly DiagnosticDescriptor TitleTwice = Error(
        "LD6007",
        "The figures of an experiment have different titles",
        "Another figure of this experiment has the title '{0}'; files are named after titles");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpPage.Of(id));
}
