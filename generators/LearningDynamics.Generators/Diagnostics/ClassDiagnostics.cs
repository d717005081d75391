using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Diagnostics;

/// <summary>What can be wrong with the class of an experiment: LD1xxx of the diagnostics.</summary>
internal static class ClassDiagnostics
{
    private const string Category = "LearningDynamics.Class";

    /// <summary>The class, or one that it is nested in, is not partial.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "LD1001",
        "The class of an experiment is partial",
        "'{0}' must be partial, because the generator adds a part to the experiment '{1}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD1001"));

    /// <summary>Two classes claim one id.</summary>
    public static readonly DiagnosticDescriptor DuplicateId = new(
        "LD1002",
        "The id of an experiment is unique",
        "The id '{0}' is also that of '{1}'; every experiment needs its own",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD1002"));

    /// <summary>The id is not <c>group/name</c>.</summary>
    public static readonly DiagnosticDescriptor MalformedId = new(
        "LD1003",
        "The id of an experiment is group/name in lower case",
        "'{0}' is no id; write group/name with lower-case letters, digits and single hyphens, such as '{1}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD1003"));

    /// <summary>The class cannot be created from its parameters.</summary>
    public static readonly DiagnosticDescriptor UnsupportedClass = new(
        "LD1004",
        "The class of an experiment can be created without arguments",
        "'{0}' cannot be an experiment: it {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD1004"));

    /// <summary>A member has a name that the generator needs.</summary>
    public static readonly DiagnosticDescriptor ReservedMember = new(
        "LD1005",
        "The generator's names are free",
        "'{0}' already has a member '{1}', which the generator adds; give it another name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD1005"));
}
