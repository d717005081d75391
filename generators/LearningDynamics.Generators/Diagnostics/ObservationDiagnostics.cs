using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Diagnostics;

/// <summary>What can be wrong with observables and findings: LD4xxx of the diagnostics.</summary>
internal static class ObservationDiagnostics
{
    private const string Category = "LearningDynamics.Observations";

    /// <summary>The result is not what is measured over time.</summary>
    public static readonly DiagnosticDescriptor ObserveResult = new(
        "LD4001",
        "An observation returns an observables struct",
        "'{0}' returns '{1}', which is not marked with [Observables]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD4001"));

    /// <summary>The result is not what a whole run shows.</summary>
    public static readonly DiagnosticDescriptor FindResult = new(
        "LD4002",
        "A finding method returns a findings struct",
        "'{0}' returns '{1}', which is not marked with [Findings]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD4002"));

    /// <summary>The type is none that an observable may have.</summary>
    public static readonly DiagnosticDescriptor UnsupportedObservable = new(
        "LD4003",
        "An observable has a supported type",
        "The observable '{0}' is of type '{1}'; an observable is a double or a double[]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD4003"));

    /// <summary>The type is none that a finding may have.</summary>
    public static readonly DiagnosticDescriptor UnsupportedFinding = new(
        "LD4004",
        "A finding has a supported type",
        "The finding '{0}' is of type '{1}'; a finding is a number, a bool, a string, an enum (each may be nullable), a double[] or a Map",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD4004"));

    /// <summary>Two members come out under one name.</summary>
    public static readonly DiagnosticDescriptor NameTwice = new(
        "LD4005",
        "Every observable and finding has its own name",
        "'{0}' and '{1}' have one name in the results; rename one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD4005"));

    /// <summary><c>[EventTime]</c> on something that is no time.</summary>
    public static readonly DiagnosticDescriptor EventTimeMisplaced = new(
        "LD4006",
        "The time of an event is a number among the findings",
        "[EventTime] has no effect on '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD4006"));

    /// <summary>The struct has no components.</summary>
    public static readonly DiagnosticDescriptor NoComponents = new(
        "LD4007",
        "Observables and findings are positional record structs",
        "'{0}' has no components; write 'record struct {0}(double First, double Second)'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD4007"));

    /// <summary>No method fills the struct.</summary>
    public static readonly DiagnosticDescriptor NeverReturned = new(
        "LD4008",
        "Every observables and findings struct is returned",
        "No {1} method returns '{0}', so it is never filled",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD4008"));
}
