using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Diagnostics;

/// <summary>What can be wrong with presets: the end of LD2xxx of the diagnostics.</summary>
internal static class PresetDiagnostics
{
    private const string Category = "LearningDynamics.Parameters";

    /// <summary>The name is empty, or cannot be typed without care.</summary>
    public static readonly DiagnosticDescriptor MalformedName = new(
        "LD2017",
        "The name of a preset is in lower case",
        "'{0}' names no preset; a name is lower-case letters, digits and hyphens, such as '{1}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2017"));

    /// <summary>The attribute sets nothing.</summary>
    public static readonly DiagnosticDescriptor Empty = new(
        "LD2018",
        "A preset sets a parameter",
        "The preset '{0}' sets no parameter",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2018"));

    /// <summary>A setting is not of the form <c>Name=Value</c>.</summary>
    public static readonly DiagnosticDescriptor MalformedSetting = new(
        "LD2019",
        "A setting of a preset is Name=Value",
        "'{1}' in the preset '{0}' is no Name=Value",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2019"));

    /// <summary>A setting names no parameter.</summary>
    public static readonly DiagnosticDescriptor UnknownParameter = new(
        "LD2020",
        "A preset sets parameters that exist",
        "There is no parameter '{1}' for the preset '{0}' to set; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2020"));

    /// <summary>A value is of another type.</summary>
    public static readonly DiagnosticDescriptor WrongType = new(
        "LD2021",
        "A value of a preset is of the type of its parameter",
        "The value '{1}' in the preset '{0}' is no {3}, which is the type of the parameter '{2}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2021"));

    /// <summary>A value is outside the bounds.</summary>
    public static readonly DiagnosticDescriptor OutsideRange = new(
        "LD2022",
        "A value of a preset is inside the range of its parameter",
        "The value {1} in the preset '{0}' is outside the range {3} of the parameter '{2}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2022"));

    /// <summary>One attribute sets a parameter twice.</summary>
    public static readonly DiagnosticDescriptor ParameterTwice = new(
        "LD2023",
        "A preset sets a parameter once",
        "The preset '{0}' sets the parameter '{1}' twice; values of one parameter are separated by commas",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2023"));

    /// <summary>A list names a value twice.</summary>
    public static readonly DiagnosticDescriptor RepeatedValue = new(
        "LD2024",
        "A preset has every value of a parameter once",
        "The preset '{0}' has the value {1} of the parameter '{2}' twice; it is used once",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD2024"));
}
