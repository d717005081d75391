using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Diagnostics;

/// <summary>What can be wrong with routes: LD3xxx of the diagnostics.</summary>
internal static class RouteDiagnostics
{
    private const string Category = "LearningDynamics.Routes";

    /// <summary>Nothing answers the experiment.</summary>
    public static readonly DiagnosticDescriptor NoRoute = new(
        "LD3001",
        "An experiment has a route",
        "'{0}' has no route; mark a method with [ClosedForm], [Flow], [Trained] or [Answer]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3001"));

    /// <summary>Nothing checks the only answer.</summary>
    public static readonly DiagnosticDescriptor OneRoute = new(
        "LD3002",
        "An experiment has two routes",
        "'{0}' has only the route {1}, so nothing checks its answer; a second route makes a cross-check possible",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3002"));

    /// <summary>The <c>[ClosedForm]</c> method has another shape.</summary>
    public static readonly DiagnosticDescriptor ClosedFormSignature = new(
        "LD3003",
        "A closed form has the expected signature",
        "'{0}' cannot be the closed form: {1}; expected 'Solution {0}()'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3003"));

    /// <summary>The <c>[Flow]</c> method has another shape.</summary>
    public static readonly DiagnosticDescriptor FlowSignature = new(
        "LD3004",
        "A flow has the expected signature",
        "'{0}' cannot be the flow: {1}; expected {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3004"));

    /// <summary>The <c>[Trained]</c> method has another shape.</summary>
    public static readonly DiagnosticDescriptor TrainedSignature = new(
        "LD3005",
        "A trained route has the expected signature",
        "'{0}' cannot be the trained route: {1}; expected 'TrainingPlan {0}()'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3005"));

    /// <summary>The <c>[InitialState]</c> method has another shape.</summary>
    public static readonly DiagnosticDescriptor InitialStateSignature = new(
        "LD3006",
        "An initial state has the expected signature",
        "'{0}' cannot be the initial state: {1}; expected '{2} {0}()'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3006"));

    /// <summary>An <c>[Event]</c> method has another shape.</summary>
    public static readonly DiagnosticDescriptor EventSignature = new(
        "LD3007",
        "An event has the expected signature",
        "'{0}' cannot be an event: {1}; expected 'double {0}({2} state)', with 'double time' before it where needed",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3007"));

    /// <summary>Nothing says where the flow starts.</summary>
    public static readonly DiagnosticDescriptor FlowWithoutInitialState = new(
        "LD3008",
        "A flow has an initial state",
        "The flow '{0}' does not say where it starts; mark a method that returns {1} with [InitialState]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3008"));

    /// <summary>Part of a flow without the flow.</summary>
    public static readonly DiagnosticDescriptor NoFlow = new(
        "LD3009",
        "Initial states and events belong to a flow",
        "[{1}] has no effect on '{0}', because '{2}' has no [Flow] method",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3009"));

    /// <summary>Two methods for one role.</summary>
    public static readonly DiagnosticDescriptor TwoMethods = new(
        "LD3010",
        "A method has its role alone",
        "'{0}' is a second {1} beside '{2}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3010"));

    /// <summary>No method reads the route.</summary>
    public static readonly DiagnosticDescriptor NeverObserved = new(
        "LD3011",
        "A route is observed",
        "Nothing reads the {0} route: add {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3011"));

    /// <summary>An <c>[Observe]</c> method has another shape.</summary>
    public static readonly DiagnosticDescriptor ObserveSignature = new(
        "LD3012",
        "An observation reads a route",
        "'{0}' cannot be an observation: {1}; expected {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3012"));

    /// <summary>A <c>[Find]</c> method has another shape.</summary>
    public static readonly DiagnosticDescriptor FindSignature = new(
        "LD3013",
        "A finding reads a route",
        "'{0}' cannot find anything: {1}; expected {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3013"));

    /// <summary>The <c>[State]</c> struct has another shape.</summary>
    public static readonly DiagnosticDescriptor UnsupportedState = new(
        "LD3014",
        "The state of a flow is a record struct of scalars",
        "'{0}' cannot be the state: {1}; expected 'record struct {0}<T>(T First, T Second)' or the same with double",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3014"));

    /// <summary>A tolerance of <c>[Flow]</c> is out of range.</summary>
    public static readonly DiagnosticDescriptor FlowTolerance = new(
        "LD3015",
        "The tolerances of a flow are ones that the solver can keep",
        "{0} = {1} cannot be kept; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3015"));

    /// <summary>An <c>[Answer]</c> method has another shape.</summary>
    public static readonly DiagnosticDescriptor AnswerSignature = new(
        "LD3016",
        "An answer has the expected signature",
        "'{0}' cannot answer the {1} route: {2}; expected 'Answer<Observables, Findings> {0}(RouteRequest request)', or 'Answer<Findings>' where nothing is measured over time",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3016"));

    /// <summary>Two methods answer one route.</summary>
    public static readonly DiagnosticDescriptor AnsweredTwice = new(
        "LD3017",
        "A route is answered once",
        "'{0}' answers the {1} route, which '{2}' declares already; remove one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3017"));

    /// <summary><c>[LearningRate]</c> on something that is none.</summary>
    public static readonly DiagnosticDescriptor StrayLearningRate = new(
        "LD3018",
        "The learning rate belongs to an answered trained route",
        "'{0}' cannot be the learning rate: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpPage.Of("LD3018"));
}
