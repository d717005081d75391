using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>The parts of a flow, while its class is analysed.</summary>
/// <param name="Shape">The vector field's shape.</param>
/// <param name="Start">The initial state.</param>
/// <param name="Tolerances">The tolerances that were set, as code.</param>
/// <param name="Events">The events.</param>
internal sealed record FlowParts(FlowShape Shape, IMethodSymbol Start, IReadOnlyList<string> Tolerances, IReadOnlyList<EventModel> Events);

/// <summary>Finds the flow of an experiment: field, initial state, tolerances and events.</summary>
internal static class FlowAnalysis
{
    /// <summary>The flow's parts, or null where there is no flow or one that cannot be called.</summary>
    public static FlowParts? Analyse(AnalysisContext context)
    {
        IMethodSymbol? start = RoleMethods.One(context, "InitialState", "initial state");
        if (RoleMethods.One(context, "Flow", "flow") is not { } field)
        {
            ReportStrays(context);
            return null;
        }

        if (FlowShape.Read(context, field) is not { } shape)
            return null;
        IReadOnlyList<string> tolerances = Tolerances(context, field.FindAttribute("Flow")!);
        IReadOnlyList<EventModel> events = EventAnalysis.Analyse(context, shape);
        if (start is null)
        {
            context.Reject(RouteDiagnostics.FlowWithoutInitialState, field.OfName(), field.Name, shape.DoubleStateName);
            return null;
        }

        return IsStart(context, start, shape) ? new(shape, start, tolerances, events) : null;
    }

    public static FlowModel Model(AnalysisContext context, FlowParts flow, RouteReaders readers) => new()
    {
        Start = RoleMethods.Model(context, flow.Start),
        IsOptional = flow.Start.ReturnType.MayBeNull(),
        Field = RoleMethods.Model(context, flow.Shape.Field, flow.Shape.TakesTime),
        TypeParameter = flow.Shape.IsGeneric ? flow.Shape.Field.TypeParameters[0].Name : null,
        State = flow.Shape.State is null ? null : new(
            context.Names.Of(flow.Shape.DoubleState!),
            context.Names.Of(flow.Shape.State),
            flow.Shape.Components.Select(TypeNames.Identifier).ToEquatableArray()),
        Tolerances = flow.Tolerances.ToEquatableArray(),
        Events = flow.Events.ToEquatableArray(),
        Observe = readers.Observe(RouteName.Flow),
        Find = readers.Find(RouteName.Flow),
    };

    private static void ReportStrays(AnalysisContext context)
    {
        foreach (string attribute in new[] { "InitialState", "Event" })
        {
            foreach (IMethodSymbol method in RoleMethods.All(context, attribute))
                context.Report(RouteDiagnostics.NoFlow, method.OfName(), method.Name, attribute, context.Type.Name);
        }
    }

    private static bool IsStart(AnalysisContext context, IMethodSymbol start, FlowShape shape)
    {
        string? problem = RoleMethods.ProblemOfSource(start);
        if (problem is null && !shape.IsDoubleState(start.ReturnType.WithoutNull()))
            problem = $"it returns '{TypeNames.Plain(start.ReturnType)}'";
        if (problem is not null)
            context.Reject(RouteDiagnostics.InitialStateSignature, start.OfName(), start.Name, problem, shape.DoubleStateName);
        return problem is null;
    }

    private static List<string> Tolerances(AnalysisContext context, AttributeData attribute)
    {
        var set = new List<string>();
        Add("RelativeTolerance", static value => value is >= 1e-14 and <= 0.1, "it lies in [1e-14, 0.1], because doubles carry no more than 16 digits");
        Add("AbsoluteTolerance", static value => value > 0 && !double.IsInfinity(value), "it is above 0 and finite");
        return set;

        void Add(string name, Func<double, bool> isAllowed, string allowed)
        {
            // 0 stands for the solver's default.
            if (attribute.NamedArgument(name)?.Value is not double value || value == 0)
                return;
            if (isAllowed(value))
                set.Add($"{name} = {Literal.Of(value)}");
            else
                context.Report(RouteDiagnostics.FlowTolerance, attribute.OfArgument(name, context.Cancellation), name, Literal.Of(value), allowed);
        }
    }
}
