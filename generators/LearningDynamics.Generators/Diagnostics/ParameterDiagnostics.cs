using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Diagnostics;

/// <summary>What can be wrong with parameters: LD2xxx of the diagnostics.</summary>
internal static class ParameterDiagnostics
{
    private const string Category = "LearningDynamics.Parameters";

    /// <summary>The property cannot be set on a new object.</summary>
    public static readonly DiagnosticDescriptor NotSettable = new(
        "LD2001",
        "A parameter can be set",
        "The parameter '{0}' must be an instance property with get and init (or set)",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2001"));

    /// <summary>The type is none that a parameter may have.</summary>
    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "LD2002",
        "A parameter has a supported type",
        "The parameter '{0}' is of type '{1}'; a parameter is a double, int, long, bool, string or an enum",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2002"));

    /// <summary>No value is inside the bounds.</summary>
    public static readonly DiagnosticDescriptor EmptyRange = new(
        "LD2003",
        "The range of a parameter contains a value",
        "The range {1} of the parameter '{0}' contains no {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2003"));

    /// <summary>The initialiser, or 0 where there is none, is outside the bounds.</summary>
    public static readonly DiagnosticDescriptor DefaultOutsideRange = new(
        "LD2004",
        "The default of a parameter is inside its range",
        "The default {1} of the parameter '{0}' is outside its range {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2004"));

    /// <summary>A swept value is outside the bounds.</summary>
    public static readonly DiagnosticDescriptor SweepOutsideRange = new(
        "LD2005",
        "A swept value is inside the range of its parameter",
        "The swept value {1} of the parameter '{0}' is outside its range {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2005"));

    /// <summary>A swept value is of another type.</summary>
    public static readonly DiagnosticDescriptor SweepWrongType = new(
        "LD2006",
        "A swept value is of the type of its parameter",
        "The swept value {1} is no {2}, which is the type of the parameter '{0}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2006"));

    /// <summary><c>[Sweep]</c> or <c>[Seed]</c> without <c>[Parameter]</c>.</summary>
    public static readonly DiagnosticDescriptor MarkerWithoutParameter = new(
        "LD2007",
        "Sweep and Seed belong to a parameter",
        "[{1}] has no effect on '{0}', which is no parameter; add [Parameter]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2007"));

    /// <summary>Two names are equal but for case.</summary>
    public static readonly DiagnosticDescriptor NamesDifferByCase = new(
        "LD2008",
        "The names of parameters differ by more than case",
        "The parameters '{0}' and '{1}' differ only by case; the command line does not tell them apart",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2008"));

    /// <summary>The seed is of another type.</summary>
    public static readonly DiagnosticDescriptor SeedNotInteger = new(
        "LD2009",
        "The seed is a whole number",
        "The seed '{0}' is of type '{1}'; a seed is an int or a long",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2009"));

    /// <summary>Two properties are marked as the seed.</summary>
    public static readonly DiagnosticDescriptor TwoSeeds = new(
        "LD2010",
        "An experiment has at most one seed",
        "'{0}' is a second seed beside '{1}'; an experiment has one, from which everything random comes",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2010"));

    /// <summary>A bound on a flag, a text or a choice.</summary>
    public static readonly DiagnosticDescriptor BoundsWithoutNumber = new(
        "LD2011",
        "Bounds are for numbers",
        "The parameter '{0}' is of type '{1}', which has no bounds",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2011"));

    /// <summary>No property is marked as the horizon.</summary>
    public static readonly DiagnosticDescriptor HorizonMissing = new(
        "LD2012",
        "An experiment has a horizon",
        "'{0}' does not say until which time it runs; mark a double property with [Horizon]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2012"));

    /// <summary>Two properties are marked as the horizon.</summary>
    public static readonly DiagnosticDescriptor TwoHorizons = new(
        "LD2013",
        "An experiment has one horizon",
        "'{0}' is a second horizon beside '{1}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2013"));

    /// <summary>The horizon is of another type.</summary>
    public static readonly DiagnosticDescriptor HorizonNotDouble = new(
        "LD2014",
        "The horizon is a double",
        "The horizon '{0}' is of type '{1}'; a horizon is a double",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2014"));

    /// <summary><c>[Sweep]</c> names no value.</summary>
    public static readonly DiagnosticDescriptor EmptySweep = new(
        "LD2015",
        "A sweep has values",
        "The sweep of '{0}' has no values",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2015"));

    /// <summary><c>[Sweep]</c> names a value twice.</summary>
    public static readonly DiagnosticDescriptor RepeatedSweepValue = new(
        "LD2016",
        "A sweep has every value once",
        "The sweep of '{0}' has the value {1} twice; it would run twice and show once",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2016"));
}
