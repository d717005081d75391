using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Finds the functions of a flow's state whose zero crossings are events.</summary>
internal static class EventAnalysis
{
    public static IReadOnlyList<EventModel> Analyse(AnalysisContext context, FlowShape shape)
    {
        var events = new List<EventModel>();
        foreach (IMethodSymbol method in RoleMethods.All(context, "Event"))
        {
            if (events.Find(other => other.Method.Name == method.Name) is not null)
                context.Reject(RouteDiagnostics.TwoMethods, method.OfName(), method.Name, "event of that name", method.Name);
            else if (Problem(method, shape) is { } problem)
                context.Reject(RouteDiagnostics.EventSignature, method.OfName(), method.Name, problem, shape.DoubleState is null ? "ReadOnlySpan<double>" : shape.DoubleStateName);
            else
                events.Add(Model(context, method, shape));
        }

        return events;
    }

    private static string? Problem(IMethodSymbol method, FlowShape shape)
    {
        if (method.IsGenericMethod)
            return "it is generic";
        if (!method.ReturnType.IsDouble() && !method.ReturnType.IsDoubleArray())
            return $"it returns '{TypeNames.Plain(method.ReturnType)}'";
        if (method.Parameters.Length is not (1 or 2))
            return "it does not take the state alone, or the time and the state";
        IParameterSymbol state = method.Parameters[method.Parameters.Length - 1];
        if (StateArguments.Of(state, shape) is null)
            return $"its state is of type '{TypeNames.Plain(state.Type)}'";
        return method.Parameters.Length == 2 && !RoleMethods.IsTime(method.Parameters[0]) ? "the time before the state is not a double" : null;
    }

    private static EventModel Model(AnalysisContext context, IMethodSymbol method, FlowShape shape)
    {
        AttributeData attribute = method.FindAttribute("Event")!;
        return new(
            RoleMethods.Model(context, method, takesTime: method.Parameters.Length == 2),
            StateArguments.Of(method.Parameters[method.Parameters.Length - 1], shape) ?? StateArgument.Struct,
            method.ReturnType.IsDoubleArray(),
            attribute.NamedArgument("Direction")?.EnumMember() ?? "Either",
            attribute.NamedArgument("IsTerminal")?.Value is true);
    }
}
