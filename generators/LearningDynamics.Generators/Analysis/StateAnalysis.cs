using LearningDynamics.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads the components of the struct that is the state of a flow.</summary>
internal static class StateAnalysis
{
    /// <summary>The components of a state, or null where it is none; the mistake is reported.</summary>
    /// <param name="context">The class.</param>
    /// <param name="state">The struct as it is declared.</param>
    public static IReadOnlyList<string>? Components(AnalysisContext context, INamedTypeSymbol state)
    {
        string? problem = Problem(state);
        if (problem is null)
            return [.. PositionalComponents.Of(state).Select(component => component.Property.Name)];
        context.Reject(RouteDiagnostics.UnsupportedState, state.OfName() ?? context.Type.OfName(), state.Name, problem);
        return null;
    }

    private static string? Problem(INamedTypeSymbol state)
    {
        if (state.Arity > 1)
            return "it has several type parameters";
        var components = PositionalComponents.Of(state);
        if (components.Count == 0)
            return "it has no positional components";
        IPropertySymbol? stranger = components.Select(component => component.Property).FirstOrDefault(property => !IsScalar(state, property.Type));
        return stranger is null ? null : $"its component '{stranger.Name}' is of type '{TypeNames.Plain(stranger.Type)}'";
    }

    private static bool IsScalar(INamedTypeSymbol state, ITypeSymbol type) => state.Arity == 0 ? type.IsDouble() : type.IsSame(state.TypeParameters[0]);
}
