using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Diagnostics;

/// <summary>What can be wrong with cross-checks: LD5xxx of the diagnostics.</summary>
internal static class CrossCheckDiagnostics
{
    private const string Category = "LearningDynamics.CrossChecks";

    /// <summary>A cross-check names a route that is not declared.</summary>
    public static readonly DiagnosticDescriptor MissingRoute = new(
        "LD5001",
        "A cross-check compares routes that exist",
        "'{0}' has no route {1} to compare; mark a method with [{1}] or remove the cross-check",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5001"));

    /// <summary>A cross-check compares a route with itself.</summary>
    public static readonly DiagnosticDescriptor SameRoute = new(
        "LD5002",
        "A cross-check compares two routes",
        "A route always agrees with itself; compare {0} with another route or remove the cross-check",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5002"));

    /// <summary>A cross-check without a tolerance.</summary>
    public static readonly DiagnosticDescriptor NoTolerance = new(
        "LD5003",
        "A cross-check says what agreement is",
        "The cross-check has no tolerance; set Relative or Absolute, Order, Seeds or Confidence",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5003"));

    /// <summary>A tolerance is negative or not finite.</summary>
    public static readonly DiagnosticDescriptor InvalidTolerance = new(
        "LD5004",
        "A tolerance is a finite number of at least 0",
        "{0} = {1} is no tolerance; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5004"));

    /// <summary>Settings of two kinds.</summary>
    public static readonly DiagnosticDescriptor ContradictoryTolerances = new(
        "LD5005",
        "A cross-check is of one kind",
        "{0} and {1} belong to different kinds of cross-check; declare one cross-check for each",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5005"));

    /// <summary>The right side of an order check is not trained.</summary>
    public static readonly DiagnosticDescriptor OrderNotTrained = new(
        "LD5006",
        "An order check judges the trained route",
        "An order check judges how training converges with the learning rate, so its right side is Trained, not {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5006"));

    /// <summary>An interval check without a seed.</summary>
    public static readonly DiagnosticDescriptor NoSeed = new(
        "LD5007",
        "An interval check has a seed to count up",
        "'{0}' has no [Seed] parameter, so {1} seeds would give one result {1} times",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5007"));

    /// <summary>An interval check with fewer than two seeds.</summary>
    public static readonly DiagnosticDescriptor TooFewSeeds = new(
        "LD5008",
        "An interval needs two seeds",
        "Seeds = {0} gives no interval; it takes at least 2",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5008"));

    /// <summary>A confidence outside (0, 1).</summary>
    public static readonly DiagnosticDescriptor ConfidenceOutOfRange = new(
        "LD5009",
        "A confidence is between 0 and 1",
        "Confidence = {0} is no confidence; it lies above 0 and below 1",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5009"));

    /// <summary>An order check of an answered route without a learning rate.</summary>
    public static readonly DiagnosticDescriptor NoLearningRate = new(
        "LD5010",
        "An order check has a learning rate to halve",
        "'{0}' answers the trained route, but no property says its largest learning rate; mark one with [LearningRate]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5010"));

    /// <summary>An interval check without seeds of a route that is a single run.</summary>
    public static readonly DiagnosticDescriptor NoRuns = new(
        "LD5011",
        "An interval has several runs to come from",
        "The route {0} is a single run, which has no spread; set Seeds, or answer it with [Answer(Route.{0})] by means with StandardErrors",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD5011"));
}
