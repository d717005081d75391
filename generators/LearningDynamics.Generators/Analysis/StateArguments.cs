using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Tells how a method takes the state of a flow.</summary>
internal static class StateArguments
{
    /// <summary>How a parameter takes the state, or null where it does not.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="shape">The flow.</param>
    public static StateArgument? Of(IParameterSymbol parameter, FlowShape shape)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
            return null;
        if (shape.DoubleState is not null)
            return shape.IsDoubleState(parameter.Type) ? StateArgument.Struct : null;
        if (parameter.Type.IsDoubleArray())
            return StateArgument.Array;
        return parameter.Type.IsSpan("ReadOnlySpan") && ((INamedTypeSymbol)parameter.Type).TypeArguments[0].IsDouble() ? StateArgument.Span : null;
    }
}
